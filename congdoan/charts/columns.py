"""Bars per year."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import YEARS_HEIGHT, Scale, all_years, printed, scale_of, value_axis, year_axis
from congdoan.charts.breaks import break_marks
from congdoan.charts.model import (
    Chart,
    Record,
    at_most,
    distinct,
    hollow,
    in_order,
    known,
    labels,
    records,
    solid_first,
)
from congdoan.charts.theme import LEGEND_ROOM, bar_marker, colours, hatched, layout
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 8
WIDE = 0.65
"""Part of a year's room that its bars take."""


def columns(
    rows: "Rows",
    lang: Language,
    *,
    series: str = "item",
    stacked: bool = True,
    subject: str = "",
    what: str = "",
) -> Chart:
    """Bars per year from zero, stacked or beside each other by `series`; a click gives the year.

    Columns: year, the series, value, unit; if present qualifier, status, basis, reported, expected.
    At most eight series (ValueError), five read well. A year without figures in between is hatched.
    """
    found = known(records(rows, "year", series, "value", "unit"))
    if not found:
        return nothing(lang)
    label, scale, years = labels(rows, series, lang), scale_of(found, lang), all_years(found)
    groups = _groups(found, series)
    top = _top(found, scale, stacked=stacked)
    data = [_trace(group, label, paint, scale, lang, alone=len(groups) == 1) for paint, group in groups]
    shape = _layout(years, scale, top, subject, lang, several=len(groups) > 1)
    shape["barmode"] = "stack" if stacked else "group"
    data += _gaps(years, found, shape["yaxis"]["range"][1], lang)
    return Chart({"data": data, "layout": shape}, alt("columns", what, found, label, lang), YEARS_HEIGHT)


def _groups(found: list[Record], series: str) -> list[tuple[str, list[Record]]]:
    codes = in_order(distinct(found, series))
    at_most(MOST, codes, series)
    paint = colours([str(code) for code in codes])
    return [(paint[str(code)], solid_first(r for r in found if r[series] == code)) for code in codes]


def _trace(
    group: list[Record],
    label: Callable[[Record], str],
    colour: str,
    scale: Scale,
    lang: Language,
    *,
    alone: bool,
) -> dict[str, Any]:
    """The bars of one series with their values, which are drawn where it is the only one."""
    return {
        "type": "bar",
        "name": chart_text(label(group[0])),
        "x": [int(record["year"]) for record in group],
        "y": [scale.of(record["value"]) for record in group],
        "marker": bar_marker(colour, [hollow(record) for record in group]),
        "text": [printed(record, scale, lang) for record in group],
        "textposition": "outside" if alone else "none",
        "textangle": 0,
        "constraintext": "none",
        "customdata": [str(record["year"]) for record in group],
        "hovertext": [hover(record, label(record), lang) for record in group],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _layout(
    years: Sequence[int],
    scale: Scale,
    top: float,
    subject: str,
    lang: Language,
    *,
    several: bool,
) -> dict[str, Any]:
    marks = break_marks(subject, years, lang)
    return layout(
        YEARS_HEIGHT,
        lang,
        bargap=1 - WIDE,
        showlegend=several,
        xaxis=year_axis(years, 0.5, 6),
        yaxis=value_axis(scale, 0, top * (1.08 + 1.5 * marks.room / YEARS_HEIGHT)),
        margin={"l": 8, "r": 12, "t": LEGEND_ROOM if several else 12, "b": 34},
        shapes=marks.shapes,
        annotations=marks.annotations,
    )


def _top(found: Sequence[Record], scale: Scale, *, stacked: bool) -> float:
    """The height of the highest bar or stack."""
    if not stacked:
        return max(scale.of(record["value"]) or 0 for record in found) or 1
    years = {record["year"] for record in found}
    return max(sum(scale.of(r["value"]) or 0 for r in found if r["year"] == year) for year in years) or 1


def _gaps(years: Sequence[int], found: Sequence[Record], top: float, lang: Language) -> list[dict[str, Any]]:
    """A hatched column for each year without any figure, so that it is not taken for zero."""
    missing = sorted(set(years) - {int(record["year"]) for record in found})
    if not missing:
        return []
    words = chart_text(say("chart.no_data", lang))
    bar = {"type": "bar", "x": missing, "y": [top] * len(missing), "width": WIDE, "offset": -WIDE / 2}
    return [{**bar, "name": words, "marker": hatched(), "hovertemplate": f"%{{x}}: {words}<extra></extra>"}]
