"""What is known besides whole years: half-years, school years and spans, and single recorded events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, distinct, known, labels, records
from congdoan.findings import best_recorded, thing
from congdoan.paragraphs.about import (
    About,
    Paragraph,
    in_words,
    listed,
    matching,
    remarked,
    sentence,
    unsettled,
    value,
    within,
)
from congdoan.text import name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

COUNTED = {"year": "counted", "half": "half"}
"""How figures that are only counted are spoken of, by the kind of period that a report is of."""
MOST = 20
"""Figures of other periods of one place that are said one by one."""


def other_periods(about: About, rows: Rows, told: Rows, period: str = "year") -> Paragraph:
    """Figures of other periods than whole years, unit by unit and period by period; no total takes them in.

    Of many places only their number is said, and of one with many figures only the totals. Events of a metric
    whose events `told` has are left out, so that none is told twice. `period` is the kind of the report.
    """
    events = set(told.values["metric"])
    found = [record for record in known(records(rows, "value")) if not _is_told(record, events)]
    said = [] if about.many else _first_fit(MOST, found, _totals(found))
    unsaid = matching(rows) - (len(rows) - len(found)) - len(said)
    return [
        *unit_by_unit(about, rows, said),
        *([say("paragraph.periods.apart", about.lang)] if said else []),
        *([_more(about, unsaid, "more" if said else COUNTED[period])] if unsaid else []),
    ]


def of_unit(about: About, rows: Rows) -> Paragraph:
    """What a unit told of its newest year, period by period, then how many other figures there are of it."""
    found = known(records(rows, "value"))
    newest = max((record["year"] for record in found), default=None)
    said = few([one for one in found if one["year"] == newest])
    more = matching(rows) - len(said)
    count = formats.number(more, about.lang)
    return [
        *unit_by_unit(about, rows, said),
        *([sentence(say("paragraph.unit.more", about.lang, count=count))] if more else []),
    ]


def recorded(about: About, rows: Rows, totals: Rows) -> Paragraph:
    """Events that were recorded of metrics without a total: at least so many, in their best known year."""
    given = set(totals.values["metric"])
    found = known(records(rows, "value"))
    metrics = [metric for metric in distinct(found, "metric") if metric not in given]
    best = [best_recorded(rows.among([metric])) for metric in metrics]
    return [sentence(_recorded(about, record)) for record in best if record is not None]


def few(found: list[Record], most: int = MOST) -> list[Record]:
    """Those that are said one by one: all but awards, else these without items, else their totals, or none.

    Awards are left to lists, which tell collectives and individuals apart.
    """
    own = [one for one in found if one["recipient"] == "none"]
    wholes = [one for one in own if one["item"] == "all"]
    return _first_fit(most, own, wholes, _totals(wholes))


def unit_by_unit(about: About, rows: Rows, said: Sequence[Record]) -> Paragraph:
    """Some records of the rows, a sentence for each unit and period."""
    unit = labels(rows, "organisation", about.lang)
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in said:
        groups.setdefault((unit(record), _period(record, about)), []).append(record)
    return [_of_unit(about, whose, period, of) for (whose, period), of in groups.items()]


def _totals(found: list[Record]) -> list[Record]:
    return [record for record in found if record["scope"] == "total"]


def _first_fit(most: int, *choices: list[Record]) -> list[Record]:
    return next((found for found in choices if len(found) <= most), [])


def _of_unit(about: About, unit: str, period: str, found: Sequence[Record]) -> str:
    words = {"unit": unit, "period": period, "what": _things(about, found)}
    return sentence(say("paragraph.periods.unit", about.lang, **words))


def _more(about: About, count: int, key: str) -> str:
    words = {"count": formats.number(count, about.lang), "place": about.place, "years": about.years}
    return sentence(say(f"paragraph.periods.{key}", about.lang, **words))


def _is_told(record: Record, events: set[str]) -> bool:
    return record["scope"] == "event" and record["metric"] in events


def _period(record: Record, about: About) -> str:
    return formats.period(record["period_type"], record["period_start"], record["period_end"], about.lang)


def _things(about: About, found: Sequence[Record]) -> str:
    """Values of one thing and one extent stand together: `Tết Sum vầy: 5.156 người, 3.906.130.000 đồng`."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in sorted(found, key=lambda record: record["scope"] != "total"):
        groups.setdefault((_thing(record, about), record["scope"]), []).append(record)
    return listed(_entry(about, what, scope, of) for (what, scope), of in groups.items())


def _thing(record: Record, about: About) -> str:
    """The item, which a sentence needs no metric beside; the metric where a figure is of no item."""
    return thing(record, about.lang) if record["item"] == "all" else name("item", record["item"], about.lang)


def _entry(about: About, what: str, scope: str, found: Sequence[Record]) -> str:
    extent = [] if scope == "total" else [within(name("scope", scope, about.lang))]
    values = [
        remarked(value(one, about.lang), [in_words(one, about.lang), unsettled(one, about.lang)], about.lang)
        for one in found
    ]
    heading = remarked(what, extent, about.lang)
    return say("paragraph.item", about.lang, item=heading, values=", ".join(values))


def _recorded(about: About, record: Record) -> str:
    told = remarked(value(record, about.lang), [in_words(record, about.lang)], about.lang)
    units = formats.quantity(record["organisations"], "unit", about.lang)
    words = {"what": thing(record, about.lang), "value": told, "units": units}
    return say("paragraph.recorded", about.lang, year=int(record["year"]), **words)
