"""What is missing: metrics without a figure, places without one, and how many places have one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, distinct, known, records
from congdoan.paragraphs.about import About, Paragraph, listed, remarked, sentence
from congdoan.text import name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 6
"""Places without a figure that are named; more are counted."""


def lacking(about: About, rows: Rows, metrics: Sequence[str], period: str = "year") -> Paragraph:
    """The metrics that no figure of a kind of period tells of in the chosen years."""
    found = {record["metric"] for record in known(records(rows, "metric", "value"))}
    names = [name("metric", metric, about.lang) for metric in metrics if metric not in found]
    if not names:
        return []
    key = "paragraph.lacking" if period == "year" else "paragraph.lacking.half"
    return [sentence(say(key, about.lang, years=about.years, place=about.place, what=listed(names)))]


def missing(about: About, covered: Rows, absent: Rows) -> Paragraph:
    """Of how many places each metric is known in its newest year, and which places have none.

    For a single place only what is missing is said.
    """
    said = _covered(about, covered) if about.many else []
    gaps = _absent_places(about, absent) if about.many else _absent_metrics(about, absent)
    return [*said, *gaps, *([say("paragraph.no_zero", about.lang)] if gaps else [])]


def _covered(about: About, rows: Rows) -> list[str]:
    found = [record for record in records(rows, "metric", "year", "reported") if record["reported"]]
    newest = [
        _well_known([one for one in found if one["metric"] == metric]) for metric in distinct(found, "metric")
    ]
    if not newest:
        return []
    parts = listed(_counted(about, record) for record in newest)
    return [sentence(say("paragraph.covered", about.lang, place=about.place, what=parts))]


def _well_known(found: Sequence[Record]) -> Record:
    """The newest year with at least half as many places as the best: the one that totals are told of."""
    best = max(int(record["reported"]) for record in found)
    return max(
        (record for record in found if int(record["reported"]) * 2 >= best),
        key=lambda record: int(record["year"]),
    )


def _counted(about: About, record: Record) -> str:
    lang = about.lang
    counts = {key: formats.number(record[key], lang) for key in ("reported", "expected", "partly")}
    words = {"what": name("metric", record["metric"], lang), "year": int(record["year"])}
    partly = [say("paragraph.covered.partly", lang, count=counts["partly"])] if record["partly"] else []
    return remarked(say("paragraph.covered.metric", lang, **words, **counts), partly, lang)


def _absent_places(about: About, rows: Rows) -> list[str]:
    places: dict[str, list[str]] = {}
    for record in records(rows, "metric", "place"):
        places.setdefault(record["metric"], []).append(name("place", record["place"], about.lang))
    parts = [_without(about, metric, names) for metric, names in places.items()]
    if not parts:
        return []
    return [sentence(say("paragraph.absent", about.lang, years=about.years, what=listed(parts)))]


def _without(about: About, metric: str, places: Sequence[str]) -> str:
    """How many places have no figure of a metric, by name where they are few."""
    words = {"what": name("metric", metric, about.lang), "count": formats.number(len(places), about.lang)}
    named = [", ".join(places)] if len(places) <= MOST else []
    return remarked(say("paragraph.absent.places", about.lang, **words), named, about.lang)


def _absent_metrics(about: About, rows: Rows) -> list[str]:
    parts = [_absent(about, record) for record in records(rows, "metric", "last_year", "loose")]
    if not parts:
        return []
    words = say("paragraph.lacking", about.lang, years=about.years, place=about.place, what=listed(parts))
    return [sentence(words)]


def _absent(about: About, record: Record) -> str:
    """A metric without a total, with the newest year that has one and what else is known of it."""
    lang, remarks = about.lang, []
    if record["last_year"] is not None:
        remarks.append(say("paragraph.absent.last", lang, year=int(record["last_year"])))
    if record["loose"]:
        remarks.append(say("paragraph.absent.figures", lang, count=formats.number(record["loose"], lang)))
    return remarked(name("metric", record["metric"], lang), remarks, lang)
