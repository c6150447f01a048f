"""A ranking with its ranks: who has none stands below in grey, with the reason."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, printed, scale_of
from congdoan.charts.lying import Mark, bars, lanes, shape
from congdoan.charts.model import Chart, Record, known, labels, records, selected
from congdoan.charts.theme import BLUE, GOLD, NO_DATA
from congdoan.charts.words import alt, hover, nothing
from congdoan.formats import chart_text
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows


def standing(
    rows: "Rows", lang: Language, *, per: str = "", chosen: Collection[str] = (), what: str = ""
) -> Chart:
    """Horizontal bars from the first rank down, chosen places in gold, then those without a rank in grey.

    Columns: place, standing, value, unit, unranked; if present what `hover` tells.
    `per` (members, branches) says what values are divided by. Places without one are left to lists.
    """
    found = known(records(rows, "place", "standing", "value", "unit", "unranked"))
    if not any(record["standing"] for record in found):
        return nothing(lang)
    named, scale = labels(rows, "place", lang), scale_of(found, lang)
    table = lanes([_head(record, named(record), lang) for record in found])
    marks = [
        _mark(one, at, named(one), per, scale, lang) for one, at in zip(found, table.middles, strict=True)
    ]
    drawn = shape(table, marks, scale, lang)
    if per:
        title = say(f"comparison.axis.{per}", lang, unit=scale.title)
        drawn["xaxis"]["title"] = {**drawn["xaxis"]["title"], "text": chart_text(title)}
    ranked = [record for record in found if record["standing"]]
    return Chart(
        {"data": _traces(marks, chosen, scale), "layout": drawn},
        alt("standing", what, ranked, named, lang),
        drawn["height"],
    )


def _head(record: Record, place: str, lang: Language) -> str:
    if record["standing"]:
        return say("comparison.ranked", lang, rank=int(record["standing"]), place=place)
    return say("comparison.unranked", lang, place=place)


def _mark(record: Record, at: float, place: str, per: str, scale: Scale, lang: Language) -> Mark:
    divided = say(f"comparison.axis.{per}", lang, unit=name("unit", record["unit"], lang)) if per else ""
    why = name("unranked", record["unranked"], lang) if record["unranked"] else ""
    extra = " · ".join(part for part in (divided, why) if part)
    words = hover(record, place, lang, extra)
    text = printed(record, scale, lang)
    return Mark(record, at, f"{text} · {chart_text(why)}" if why else text, words, selected(record, "place"))


def _traces(marks: Sequence[Mark], chosen: Collection[str], scale: Scale) -> list[dict[str, Any]]:
    """A trace per colour: what is ranked, what of it was chosen, what has no rank."""
    groups: dict[str, list[Mark]] = {BLUE: [], GOLD: [], NO_DATA: []}
    for mark in marks:
        ranked = GOLD if mark.click in chosen else BLUE
        groups[ranked if mark.record["standing"] else NO_DATA].append(mark)
    return [bars(group, scale, colour) for colour, group in groups.items() if group]
