"""Lines over years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import YEARS_HEIGHT, Scale, all_years, printed, scale_of, value_axis, year_axis
from congdoan.charts.breaks import Marks, break_marks, cuts
from congdoan.charts.model import Chart, Record, at_most, distinct, hollow, known, labels, records
from congdoan.charts.theme import INK, LINE, colours, filled, layout, lines, slim, text_width
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

TOP, BOTTOM = 14, 34
PLOT = YEARS_HEIGHT - TOP - BOTTOM
"""Height of the plot itself, in px."""
MOST = 5


@dataclass(frozen=True)
class Line:
    """One series: its code, its name in words, its colour, and its figures by year."""

    code: str
    name: str
    colour: str
    points: Mapping[int, Record]


def trend(rows: "Rows", lang: Language, *, series: str = "place", subject: str = "", what: str = "") -> Chart:
    """One line per `series`, named at its end, on a phone above; a click gives the code of the series.

    Columns: year, the series, value, unit; if present qualifier, status, basis, reported, expected.
    At most five series (ValueError). A year without a figure is a gap. `subject` (members, ratings ...)
    chooses the series breaks. The axis may start above zero and then says so. `what` names the figures in
    the alt text.
    """
    found = known(records(rows, "year", series, "value", "unit"))
    if not found:
        return nothing(lang)
    label, scale, years = labels(rows, series, lang), scale_of(found, lang), all_years(found)
    drawn = [
        Line(str(code), label(group[0]), colour, {int(record["year"]): record for record in group})
        for code, colour, group in _groups(found, series)
    ]
    marks = break_marks(subject, years, lang)
    low, high = _window([scale.of(record["value"]) or 0 for record in found], marks.room)
    at = sorted([*years, *cuts(subject, years)])
    shape = _layout(drawn, years, scale, (low, high), marks, lang)
    data = [_trace(line, at, scale, lang) for line in drawn]
    return Chart({"data": data, "layout": shape}, alt("trend", what, found, label, lang), YEARS_HEIGHT)


def _groups(found: list[Record], series: str) -> list[tuple[Any, str, list[Record]]]:
    codes = distinct(found, series)
    at_most(MOST, codes, series)
    paint = colours([str(code) for code in codes])
    return [
        (code, paint[str(code)], [record for record in found if record[series] == code]) for code in codes
    ]


def _trace(line: Line, at: Sequence[float], scale: Scale, lang: Language) -> dict[str, Any]:
    """A point for every year: empty where there is no figure, and where the line is cut between two years."""
    here = [line.points.get(int(x)) if x == int(x) else None for x in at]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": chart_text(line.name),
        "x": at,
        "y": [scale.of(record["value"]) if record else None for record in here],
        "text": [printed(record, scale, lang) if record else "" for record in here],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": line.colour, "width": 2.5},
        "marker": {
            "size": 9,
            "color": [filled(line.colour, hollow=bool(record and hollow(record)))[0] for record in here],
            "line": {"color": line.colour, "width": 2},
        },
        "customdata": [line.code] * len(at),
        "hovertext": [hover(record, line.name, lang) if record else "" for record in here],
        "hovertemplate": HOVER,
    }


def _layout(
    drawn: Sequence[Line],
    years: Sequence[int],
    scale: Scale,
    window: tuple[float, float],
    marks: Marks,
    lang: Language,
) -> dict[str, Any]:
    low, high = window
    ends = [_end(line, scale, lang, alone=len(drawn) == 1) for line in drawn]
    title = say("chart.above_zero", lang, unit=scale.title) if low > 0 else scale.title
    margin = {"l": 8, "r": max(text_width(text) for _, text in ends) + 30, "t": TOP, "b": BOTTOM}
    wide = layout(
        YEARS_HEIGHT,
        lang,
        xaxis=year_axis(years, 0.25),
        yaxis=value_axis(scale, low, high, title),
        margin=margin,
        shapes=marks.shapes,
        annotations=[*marks.annotations, *_end_labels(ends, window)],
    )
    if len(drawn) == 1:
        return wide
    called = [{"name": chart_text(line.name), "showlegend": True} for line in drawn]
    return slim(wide, called, showlegend=True, margin={**margin, "r": 12}, annotations=marks.annotations)


def _window(values: Sequence[float], room: int) -> tuple[float, float]:
    """The ends of the axis: zero, unless all values lie in its upper half; head room for break labels."""
    least, most = min(values), max(values)
    gap = (most - least) or abs(most) or 1
    low = least - 0.2 * gap if most > least > most / 2 else min(0.0, least - 0.1 * gap * (least < 0))
    free = min(0.5, (room + 10) / PLOT)
    return low, low + ((most - low) or gap) / (1 - free)


def _end(line: Line, scale: Scale, lang: Language, *, alone: bool) -> tuple[float, str]:
    """Height and text of a line's label: the name of the series, or the value of an only line."""
    last = line.points[max(line.points)]
    name = "<br>".join(lines(printed(last, scale, lang) if alone else line.name, 14))
    return scale.of(
        last["value"]
    ) or 0, name if alone else f'<span style="color:{line.colour}">●</span> {name}'


def _end_labels(ends: Sequence[tuple[float, str]], window: tuple[float, float]) -> list[dict[str, Any]]:
    """Labels to the right of the plot, moved apart where they would touch."""
    low, high = window
    heights = [LINE * (text.count("<br>") + 1) for _, text in ends]
    wanted = [(value - low) / (high - low) * PLOT for value, _ in ends]
    return [
        _end_label(at / PLOT, text) for at, (_, text) in zip(spread(wanted, heights, PLOT), ends, strict=True)
    ]


def _end_label(y: float, text: str) -> dict[str, Any]:
    place = {
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": y,
        "xshift": 8,
        "xanchor": "left",
        "yanchor": "middle",
    }
    return {**place, "text": text, "showarrow": False, "align": "left", "font": {"color": INK}}


def spread(wanted: Sequence[float], heights: Sequence[int], room: float) -> list[float]:
    """Middles of labels as near as possible to where they are wanted, none touching, inside `room` px."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed, floor = dict.fromkeys(order, 0.0), -heights[order[0]] / 2
    for index in order:
        placed[index] = max(wanted[index], floor + heights[index] / 2)
        floor = placed[index] + heights[index] / 2
    ceiling = room + heights[order[-1]] / 2
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling - heights[index] / 2)
        ceiling = placed[index] - heights[index] / 2
    return [placed[index] for index in range(len(wanted))]
