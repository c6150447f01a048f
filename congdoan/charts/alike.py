"""How each year compares with the one before, like for like: on the branches with figures in both years."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import YEARS_HEIGHT, all_years, scale_of, value_axis, year_axis
from congdoan.charts.breaks import break_marks
from congdoan.charts.model import Chart, Record, at_most, distinct, hollow, labels, records
from congdoan.charts.theme import BLUE, LEGEND_ROOM, NO_DATA, bar_marker, colours, layout
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, figure, number, percent
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 5


def alike(
    rows: "Rows", lang: Language, *, series: str = "metric", subject: str = "", what: str = ""
) -> Chart:
    """Bars of the change in percent per year and `series`; an only series has the plain change beside it.

    Columns: year, the series, value, unit, alike_now, alike_before, alike_branches, alike_exact. At most five
    series (ValueError). A year without a base to compare with has no bar.
    """
    found = records(rows, "year", series, "value", "unit", "alike_now", "alike_before", "alike_branches")
    same = [_moved(record, lang) for record in found if record["alike_branches"] and record["alike_before"]]
    if not same:
        return nothing(lang)
    label, codes = labels(rows, series, lang), distinct(same, series)
    at_most(MOST, codes, series)
    paint = {codes[0]: BLUE} if len(codes) == 1 else colours([str(code) for code in codes])
    groups = [(say("chart.alike.all", lang), NO_DATA, _plain(found))] if len(codes) == 1 else []
    for code in codes:
        named = say("chart.alike.same", lang) if len(codes) == 1 else label({series: code})
        groups.append((named, paint[code], [record for record in same if record[series] == code]))
    data = [_trace(named, colour, group, label, lang) for named, colour, group in groups]
    shape = _layout([record for _, _, group in groups for record in group], subject, lang)
    return Chart({"data": data, "layout": shape}, alt("alike", what, same, label, lang), YEARS_HEIGHT)


def _moved(record: Record, lang: Language) -> Record:
    """A reading as its change like for like, with both sums in words."""
    now, before = (
        figure(record[side], str(record["unit"]), None, None, lang) for side in ("alike_now", "alike_before")
    )
    branches = number(record["alike_branches"], lang)
    words = say("chart.alike.sums", lang, branches=branches, now=now, before=before)
    qualifier = "exact" if record.get("alike_exact") else "about"
    change = _rate(record["alike_now"], record["alike_before"])
    return {**record, "value": change, "unit": "percent", "qualifier": qualifier, "sums": words}


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
        "text": [chart_text(_signed(record["value"], lang)) for record in group],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "both",
        "customdata": [str(record["year"]) for record in group],
        "hovertext": [hover(record, f"{label(record)} · {named}", lang, record["sums"]) for record in group],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _signed(change: float, lang: Language) -> str:
    return f"{'+' if change > 0 else ''}{percent(change, lang)}"


def _layout(shown: Sequence[Record], subject: str, lang: Language) -> dict[str, Any]:
    years = all_years(shown)
    marks = break_marks(subject, [years[0] - 1, *years], lang)
    least, most = (end(0.0, *(record["value"] for record in shown)) for end in (min, max))
    room = (most - least or 1) * 0.12
    head = (most - least or 1) * 1.5 * marks.room / YEARS_HEIGHT
    return layout(
        YEARS_HEIGHT,
        lang,
        bargap=0.3,
        barmode="group",
        uniformtext={"minsize": 10, "mode": "hide"},  # values that would touch give way to the hover text
        showlegend=True,
        xaxis=year_axis(years, 0.6, 6),
        yaxis=value_axis(
            scale_of(shown, lang), least - room, most + room + head, say("chart.alike.axis", lang)
        ),
        margin={"l": 8, "r": 12, "t": LEGEND_ROOM, "b": 34},
        shapes=marks.shapes,
        annotations=marks.annotations,
    )
