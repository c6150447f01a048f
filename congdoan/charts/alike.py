"""How each year compares with the one before, like for like: on the branches with figures in both years."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from congdoan.charts.axes import YEARS_HEIGHT, all_years, scale_of, value_axis, year_axis
from congdoan.charts.breaks import break_marks
from congdoan.charts.model import Chart, Record, at_most, distinct, hollow, in_order, labels, records
from congdoan.charts.theme import BLUE, LEGEND_ROOM, NO_DATA, bar_marker, colours, layout
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, figure, number, percent, quantity
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

Of = Literal["sums", "shares"]
MOST = 5
_STEP: Mapping[Of, str] = {"sums": "percent", "shares": "point"}
"""The unit of a change."""


def alike(
    rows: "Rows",
    lang: Language,
    *,
    series: str = "metric",
    subject: str = "",
    of: Of = "sums",
    what: str = "",
) -> Chart:
    """Bars of the change per year and `series`: of sums in percent, of shares in points.

    Columns: year, the series, value, alike_now, alike_before, alike_branches, alike_exact, of sums also unit.
    At most five bars a year (ValueError); of sums an only series has the plain change beside it. A year
    without a base to compare with has no bar.
    """
    found = records(rows, "year", series, "value", "alike_now", "alike_before", "alike_branches")
    same = [_moved(record, of, lang) for record in found if _has_base(record, of)]
    if not same:
        return nothing(lang)
    label, codes = labels(rows, series, lang), in_order(distinct(same, series))
    alone = len(codes) == 1 and of == "sums"
    paint = {codes[0]: BLUE} if alone else colours([str(code) for code in codes])
    groups = [(say("chart.alike.all", lang), NO_DATA, _plain(found))] if alone else []
    for code in codes:
        named = say("chart.alike.same", lang) if alone else label({series: code})
        groups.append((named, paint[code], [record for record in same if record[series] == code]))
    places = _places([{int(record["year"]) for record in group} for _, _, group in groups])
    at_most(MOST, list(set(places)), series)
    data = [
        {**_trace(named, colour, group, label, lang), "offsetgroup": str(place)}
        for (named, colour, group), place in zip(groups, places, strict=True)
    ]
    shape = _layout([record for _, _, group in groups for record in group], subject, of, lang)
    return Chart({"data": data, "layout": shape}, alt("alike", what, same, label, lang), YEARS_HEIGHT)


def _has_base(record: Record, of: Of) -> bool:
    """Whether a change can be told: nothing is a percentage of a sum of zero."""
    return bool(record["alike_branches"]) and bool(record["alike_before"] or of == "shares")


def _places(years: Sequence[set[int]]) -> list[int]:
    """For each series its place among a year's bars; those that never meet, as two scales do, share one."""
    places: list[int] = []
    for at, mine in enumerate(years):
        taken = {places[other] for other in range(at) if years[other] & mine}
        places.append(next(place for place in range(at + 1) if place not in taken))
    return places


def _moved(record: Record, of: Of, lang: Language) -> Record:
    """A reading as its change like for like, with both sums or shares in words."""
    unit = "percent" if of == "shares" else str(record["unit"])
    now, before = (figure(record[side], unit, None, None, lang) for side in ("alike_now", "alike_before"))
    branches = quantity(record["alike_branches"], "branch", lang)
    words = say("chart.alike.sums", lang, branches=branches, now=now, before=before)
    exact = "exact" if record.get("alike_exact") else "about"
    sides = record["alike_now"], record["alike_before"]
    change = round(sides[0] - sides[1], 1) if of == "shares" else _rate(*sides)
    return {**record, "value": change, "unit": _STEP[of], "qualifier": exact, "sums": words}


def _plain(found: Sequence[Record]) -> list[Record]:
    """The change of the whole, where both years are known: other units may stand behind either."""
    by_year = {int(record["year"]): record for record in found if record["value"] is not None}
    return [
        {**now, "value": _rate(now["value"], by_year[year - 1]["value"]), "unit": "percent", "sums": ""}
        for year, now in by_year.items()
        if by_year.get(year - 1, {}).get("value")
    ]


def _rate(now: float, before: float) -> float:
    return round((now - before) * 100 / before, 1)


def _trace(
    named: str, colour: str, group: list[Record], label: Callable[[Record], str], lang: Language
) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": chart_text(named),
        "x": [int(record["year"]) for record in group],
        "y": [record["value"] for record in group],
        "marker": bar_marker(colour, [hollow(record) for record in group]),
        "text": [chart_text(_signed(record, lang)) for record in group],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "both",
        "customdata": [str(record["year"]) for record in group],
        "hovertext": [hover(record, f"{label(record)} · {named}", lang, record["sums"]) for record in group],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _signed(record: Record, lang: Language) -> str:
    change = record["value"]
    told = percent(change, lang) if record["unit"] == _STEP["sums"] else number(change, lang, 1)
    return f"{'+' if change > 0 else ''}{told}"


def _layout(shown: Sequence[Record], subject: str, of: Of, lang: Language) -> dict[str, Any]:
    years = all_years(shown)
    marks = break_marks(subject, [years[0] - 1, *years], lang)
    least, most = (end(0.0, *(record["value"] for record in shown)) for end in (min, max))
    room = (most - least or 1) * 0.12
    head = (most - least or 1) * 1.5 * marks.room / YEARS_HEIGHT
    titled = say("chart.alike.axis" if of == "sums" else "chart.alike.axis.shares", lang)
    return layout(
        YEARS_HEIGHT,
        lang,
        bargap=0.3,
        barmode="group",
        uniformtext={"minsize": 10, "mode": "hide"},  # values that would touch give way to the hover text
        showlegend=True,
        xaxis=year_axis(years, 0.6, 6),
        yaxis=value_axis(scale_of(shown, lang), least - room, most + room + head, titled),
        margin={"l": 8, "r": 12, "t": LEGEND_ROOM, "b": 34},
        shapes=marks.shapes,
        annotations=marks.annotations,
    )
