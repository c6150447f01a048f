"""What totals come to, with the change on the year before where one may be stated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congdoan import changes, formats
from congdoan.changes import Reading
from congdoan.charts.model import Record, known, records
from congdoan.findings import thing
from congdoan.paragraphs.about import (
    About,
    Paragraph,
    bare,
    in_words,
    listed,
    remarked,
    rests_on,
    sentence,
    unsettled,
    value,
)
from congdoan.text import say

if TYPE_CHECKING:
    from congdoan.database import Rows

WITHIN = {"members_female": "members"}
"""Metrics that are a part of another by their definition: said as such where both are of the same extent."""


def totals(about: About, rows: Rows, metrics: Sequence[str], earlier: Rows | None = None) -> Paragraph:
    """What each metric comes to in its newest year, a sentence per year; then what too few places told.

    `earlier` are the rows of the year before the first one, with which that may be compared.
    """
    readings = {metric: changes.newest(_found(rows, metric), _found(earlier, metric)) for metric in metrics}
    clauses: dict[int, list[str]] = {}
    for metric, reading in readings.items():
        if reading is not None and _whole_of(metric, readings) is None:
            part = next((readings[one] for one in metrics if _whole_of(one, readings) is reading), None)
            said = [_clause(about, reading), *([_part(about, part)] if part else [])]
            clauses.setdefault(int(reading.now["year"]), []).append(", ".join(said))
    unread = [_found(rows, metric) for metric, reading in readings.items() if reading is None]
    said = [_of_year(about, year, clauses[year]) for year in sorted(clauses, reverse=True)]
    return [*said, *(_thin(about, found) for found in unread if found)]


def changed(about: About, rows: Rows, metrics: Sequence[str], earlier: Rows | None = None) -> Paragraph:
    """How each metric compares with the year before; those that may not be compared are named as such.

    `earlier` are the rows of the year before the first one.
    """
    found = [changes.newest(_found(rows, metric), _found(earlier, metric)) for metric in metrics]
    readings = [reading for reading in found if reading]
    compared = [_dated(about, reading) for reading in readings if _comparable(reading)]
    others = [_dated(about, reading) for reading in readings if not _comparable(reading)]
    said = [("paragraph.changed", compared), ("paragraph.not_compared", others)]
    return [
        sentence(say(key, about.lang, place=about.place, what=listed(parts))) for key, parts in said if parts
    ]


def _found(rows: Rows | None, metric: str) -> list[Record]:
    if rows is None:
        return []
    return [record for record in known(records(rows, "value")) if _is(record, metric)]


def _is(record: Record, metric: str) -> bool:
    return bool(record["metric"] == metric and record["item"] == "all")


def _whole_of(metric: str, readings: dict[str, Reading | None]) -> Reading | None:
    """The reading that this metric's is a part of: both of one year, and each of all there is."""
    part, whole = readings[metric], readings.get(WITHIN.get(metric, ""))
    if part is None or whole is None or part.now["year"] != whole.now["year"]:
        return None
    return whole if changes.comparable(part.now, whole.now) else None


def _of_year(about: About, year: int, clauses: Sequence[str]) -> str:
    return sentence(say("paragraph.year", about.lang, year=year, place=about.place, what=listed(clauses)))


def _clause(about: About, reading: Reading) -> str:
    now, lang = reading.now, about.lang
    text = say(f"paragraph.metric.{now['metric']}", lang, value=bare(now, lang))
    return remarked(text, _remarks(about, reading), lang)


def _part(about: About, reading: Reading) -> str:
    now = reading.now
    text = say(f"paragraph.part.{now['metric']}", about.lang, value=bare(now, about.lang))
    return remarked(text, _remarks(about, reading), about.lang)


def _remarks(about: About, reading: Reading) -> list[str]:
    now, change = reading.now, _change(about, reading) if _comparable(reading) else []
    return [in_words(now, about.lang), rests_on(now, about), unsettled(now, about.lang), *change]


def _change(about: About, reading: Reading) -> list[str]:
    """The change with what must be known of it; that one place is the same place goes without saying."""
    one = formats.quantity(1, "place", about.lang)
    itself = [] if about.many else [say("finding.same_places", about.lang, places=one)]
    known = [remark for remark in changes.beside(reading, about.lang) if remark not in itself]
    return [changes.compared(reading, about.lang), *known]


def _comparable(reading: Reading) -> bool:
    """Whether a change may be stated: on the whole, or on the places with figures in both years."""
    now, before = reading.now, reading.before
    return bool(now.get("same_places")) or (before is not None and changes.comparable(now, before))


def _dated(about: About, reading: Reading) -> str:
    now = reading.now
    words = {"what": thing(now, about.lang), "value": value(now, about.lang)}
    text = say("paragraph.dated", about.lang, year=int(now["year"]), **words)
    return remarked(text, _remarks(about, reading), about.lang)


def _thin(about: About, found: Sequence[Record]) -> str:
    """That too few places told for a total: how many of how many, in the newest year."""
    newest = max(found, key=lambda record: int(record["year"]))
    words = {"what": thing(newest, about.lang), "rests": rests_on(newest, about)}
    return sentence(say("paragraph.thin", about.lang, year=int(newest["year"]), **words))
