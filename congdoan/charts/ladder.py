"""Awards per form, highest level first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import items
from congdoan.charts.axes import Scale, scale_of, signed
from congdoan.charts.lying import Mark, bars, lanes, shape
from congdoan.charts.model import Chart, Record, distinct, hollow, known, labels, records
from congdoan.charts.theme import RECIPIENTS
from congdoan.charts.words import alt, hover, nothing
from congdoan.formats import chart_text, number
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

LEVELS = ("state", "tld", "province", "upper", "branch", "employer", "movement")
OCCASIONS = ("comprehensive", "thematic", "unstated", "none")


@dataclass(frozen=True)
class Rung:
    """One row: an award form with recipient and occasion, or the heading of a level (without a record)."""

    head: str
    record: Record | None


def ladder(rows: "Rows", lang: Language, *, what: str = "") -> Chart:
    """Bars per award form under its level, one per recipient and occasion; a click gives the item.

    Columns: item, level, recipient, occasion, value, basis; if present year, unit, qualifier, status.
    Basis `tally` (events met with, no total) is hollow and reads "≥ n", a total is solid.
    """
    found = known(records(rows, "item", "level", "recipient", "occasion", "value", "basis"))
    if not found:
        return nothing(lang)
    found = sorted(({"unit": "award", **r, "qualifier": _qualifier(r)} for r in found), key=_order)
    form, scale = labels(rows, "item", lang), scale_of(found, lang)
    rungs = _rungs(found, form, lang)
    table = lanes([rung.head for rung in rungs])
    for index, rung in enumerate(rungs):
        if not rung.record:
            table.labels[index] = f"<b>{table.labels[index]}</b>"
    marks = [
        _mark(rung.record, at, form, lang)
        for rung, at in zip(rungs, table.middles, strict=True)
        if rung.record
    ]
    drawn = shape(table, marks, scale, lang, legend=True)
    data = [
        _trace(recipient, marks, scale, lang)
        for recipient in sorted(distinct(found, "recipient"), key=_place)
    ]
    return Chart({"data": data, "layout": drawn}, alt("ladder", what, found, form, lang), drawn["height"])


def _qualifier(record: Record) -> str:
    stated = record.get("qualifier") or "exact"
    return "at_least" if record["basis"] == "tally" and stated == "exact" else str(stated)


def _order(record: Record) -> tuple[int, ...]:
    """Level, form, occasion, recipient; totals before what was only met with."""
    return (
        LEVELS.index(record["level"]),
        items()[record["item"]].rank,
        OCCASIONS.index(record["occasion"]),
        _place(record["recipient"]),
        record["basis"] == "tally",
    )


def _rungs(found: Sequence[Record], form: Callable[[Record], str], lang: Language) -> list[Rung]:
    """The rows from top to bottom; a form is named once, at the first of its rows."""
    rungs: list[Rung] = []
    level, head = "", ""
    for record in found:
        if record["level"] != level:
            level, head = record["level"], ""
            rungs.append(Rung(name("award_level", level, lang), None))
        called = _called(record, form, lang)
        rungs.append(Rung("" if called == head else called, record))
        head = called
    return rungs


def _called(record: Record, form: Callable[[Record], str], lang: Language) -> str:
    if record["occasion"] != "thematic":
        return form(record)
    return say("chart.thematic", lang, form=form(record))


def _mark(record: Record, at: float, form: Callable[[Record], str], lang: Language) -> Mark:
    title = f"{form(record)} · {_about(record, lang)}"
    return Mark(record, at, _printed(record, lang), hover(record, title, lang), record["item"])


def _trace(recipient: str, marks: Sequence[Mark], scale: Scale, lang: Language) -> dict[str, Any]:
    own = sorted(
        (mark for mark in marks if mark.record["recipient"] == recipient),
        key=lambda mark: hollow(mark.record),
    )
    return {**bars(own, scale, RECIPIENTS[recipient]), "name": chart_text(name("recipient", recipient, lang))}


def _place(recipient: str) -> int:
    return list(RECIPIENTS).index(recipient)


def _about(record: Record, lang: Language) -> str:
    occasion = (
        name("occasion", record["occasion"], lang)
        if record["occasion"] in ("comprehensive", "thematic")
        else ""
    )
    return " · ".join(part for part in (name("recipient", record["recipient"], lang), occasion) if part)


def _printed(record: Record, lang: Language) -> str:
    return signed(number(record["value"], lang), record["qualifier"])
