"""Reads what a chart draws: categories, series, values, marks, as an office program can draw them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any, Literal

from congdoan.charts.theme import BLUE, GROUND, NO_DATA

Trace = Mapping[str, Any]
Arranged = Literal["beside", "stacked", "over"]


@dataclass(frozen=True)
class Series:
    """A series: a value, a text, a fill and an outline ("" for none) per category, a hatch for all of it.

    `inside` says that the texts stand in the marks, else at their ends.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    fills: tuple[str, ...]
    edges: tuple[str, ...]
    pattern: str = ""
    inside: bool = False

    @property
    def shade(self) -> str:
        """The colour that stands for all of it."""
        known = [at for at, value in enumerate(self.values) if value is not None]
        shades = [self.fills[at] if self.fills[at] != GROUND else self.edges[at] for at in known]
        return shades[0] if shades else NO_DATA


@dataclass(frozen=True)
class Plot:
    """A chart of categories. `low` and `high` bound its values, `unit` names them, `legend` its series.

    `cuts` are categories before which lines end; `breaks` lie between categories, with their labels; `grid`
    is the step of the lines across where the chart draws its own. `headings` are categories that only head
    those below them. `beside` names the rows of a chart on the same scale beside it: their names take as
    much room, so that the marks of both are as long.
    """

    kind: Literal["line", "column", "bar"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    low: float
    high: float
    arranged: Arranged = "beside"
    legend: bool = False
    cuts: tuple[int, ...] = ()
    breaks: tuple[tuple[float, str], ...] = ()
    grid: float = 0
    headings: tuple[int, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def hollow(self) -> bool:
        """Whether some marks are hollow, as what is preliminary or not exact is."""
        marks = [mark for one in self.series for mark in zip(one.fills, one.edges, strict=True)]
        return any(fill == GROUND and edge not in ("", NO_DATA) for fill, edge in marks)


@dataclass(frozen=True)
class Cloud:
    """A chart of points and lines in two directions: the traces as they are, units and ends of both axes."""

    traces: tuple[Trace, ...]
    units: tuple[str, str]
    highs: tuple[float, float]


@dataclass(frozen=True)
class Cells:
    """A chart that is a grid: headings of columns and rows, and a text on a colour per cell."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    texts: Mapping[tuple[int, int], tuple[str, str]]
    legend: tuple[tuple[str, str], ...]


def read(figure: Mapping[str, Any]) -> Plot | Cloud | Cells | None:
    """What a figure draws; None for what no office program draws: maps, and many small charts in one."""
    data, layout = figure["data"], figure["layout"]
    if not data or not (layout["xaxis"].get("visible", True) or layout["yaxis"].get("visible", True)):
        return None
    if "base" in data[0]:
        return _cells(data, layout)
    if any(trace.get("orientation") == "h" for trace in data):
        return _lying(data, layout)
    if layout["xaxis"].get("tickformat") == "d":
        return _standing(data, layout)
    return Cloud(
        tuple(data),
        (_title(layout["xaxis"]), _title(layout["yaxis"])),
        (layout["xaxis"]["range"][1], layout["yaxis"]["range"][1]),
    )


def plain(text: str, between: str = " ") -> str:
    """A text of a chart without its markup."""
    return html.unescape(re.sub("<[^>]*>", "", text.replace("<br>", between))).strip()


def _standing(data: Sequence[Trace], layout: Mapping[str, Any]) -> Plot:
    """Values over years, as lines or as bars; a year without any says so in its name."""
    gaps = {x: plain(trace["name"]) for trace in data if "customdata" not in trace for x in trace["x"]}
    drawn = [trace for trace in data if "customdata" in trace]
    at = [x for trace in data for x in trace["x"]]
    years = range(int(min(at) + 0.5), int(max(at)) + 1)
    lines, several = drawn[0]["type"] == "scatter", len(drawn) > 1
    low, high = layout["yaxis"]["range"]
    arranged: Arranged = "stacked" if layout.get("barmode") == "stack" and several else "beside"
    return Plot(
        "line" if lines else "column",
        tuple(f"{year} ({gaps[year]})" if year in gaps else str(year) for year in years),
        tuple(_series(trace, years, trace["x"], trace["y"], inside=arranged == "stacked") for trace in drawn),
        _title(layout["yaxis"]),
        low,
        high,
        arranged,
        several,
        tuple(sorted({int(x + 0.5) - years[0] for x in at if x != int(x)})) if lines else (),
        tuple(_breaks(layout, years[0])),
    )


def _lying(data: Sequence[Trace], layout: Mapping[str, Any]) -> Plot:
    """Rows from top to bottom; a line across all of them becomes a row of its own."""
    axis, across = layout["yaxis"], layout["xaxis"]
    middles = [trace for trace in data if trace.get("mode") == "lines"]
    bars = [trace for trace in data if trace not in middles and trace.get("hoverinfo") != "skip"]
    rows = [[_nearest(axis["tickvals"], y) for y in trace["y"]] for trace in bars]
    heads = _heads([plain(text) for text in axis["ticktext"]], bars, rows)
    stacked, total = layout.get("barmode") == "stack", len(heads) + len(middles)
    found = [
        _series(trace, range(total), own, trace["x"], inside=stacked)
        for trace, own in zip(bars, rows, strict=True)
    ]
    found += [_middle(trace, len(heads) + at, total) for at, trace in enumerate(middles)]
    shared = len({row for own in rows for row in own}) < sum(map(len, rows))
    low, high = across["range"]
    return Plot(
        "bar",
        (*heads, *(plain(trace["name"]) for trace in middles)),
        tuple(found),
        "" if across.get("visible") is False else _title(across),
        low,
        high,
        "stacked" if stacked else "beside" if shared else "over",
        bool(layout.get("showlegend")) and not middles,
        grid=max((shape["x0"] for shape in layout.get("shapes", ())), default=0),
        headings=tuple(row for row, text in enumerate(axis["ticktext"]) if text.startswith("<b>")),
    )


def _heads(heads: list[str], bars: Sequence[Trace], rows: Sequence[Sequence[int]]) -> list[str]:
    """The names of the rows; one without a figure says so."""
    missing = {
        row: plain(text)
        for trace, own in zip(bars, rows, strict=True)
        for row, value, text in zip(own, trace["x"], trace.get("text") or (), strict=False)
        if _missing(value, text)
    }
    return [f"{head}: {missing[row]}" if row in missing else head for row, head in enumerate(heads)]


def _middle(trace: Trace, row: int, total: int) -> Series:
    """A line that stands for one value, as a bar in its colour."""
    values = tuple(trace["x"][0] if at == row else None for at in range(total))
    empty = ("",) * total
    return Series(plain(trace["name"]), values, empty, (trace["line"]["color"],) * total, empty)


def _series(
    trace: Trace, categories: Sequence[int], at: Sequence[float], values: Sequence[Any], *, inside: bool
) -> Series:
    """The values of a trace in the order of the categories; what is no value has no length."""
    texts = trace.get("text") or [""] * len(at)
    place = {x: index for index, x in enumerate(at) if not _missing(values[index], texts[index])}
    marker = trace.get("marker", {})
    edge = marker.get("line", {})
    fills, edges = _each(marker.get("color", BLUE), len(at)), _each(edge.get("color", ""), len(at))
    wide, order = _each(edge.get("width", 0), len(at)), [place.get(category) for category in categories]
    outlined = [
        colour if thick and colour != GROUND else "" for colour, thick in zip(edges, wide, strict=True)
    ]
    return Series(
        plain(trace.get("name", "")),
        tuple(None if one is None else values[one] for one in order),
        tuple("" if one is None else plain(texts[one]) for one in order),
        tuple(BLUE if one is None else fills[one] for one in order),
        tuple("" if one is None else outlined[one] for one in order),
        marker.get("pattern", {}).get("shape", ""),
        inside,
    )


def _missing(value: float | None, text: str) -> bool:
    """Whether a bar without length stands for no figure: then its text has no digit."""
    return value == 0 and text != "" and not any(sign.isdigit() for sign in text)


def _cells(data: Sequence[Trace], layout: Mapping[str, Any]) -> Cells:
    texts = {
        (round(y + height / 2), round(x)): (plain(text), _ground(trace))
        for trace in data
        for x, y, height, text in zip(trace["x"], trace["base"], trace["y"], trace["text"], strict=False)
    }
    return Cells(
        tuple(plain(text) for text in layout["xaxis"]["ticktext"]),
        tuple(plain(text) for text in layout["yaxis"]["ticktext"]),
        texts,
        tuple((plain(trace["name"]), _ground(trace)) for trace in data),
    )


def _ground(trace: Trace) -> str:
    colour = trace["marker"]["color"]
    return str(colour) if isinstance(colour, str) else GROUND


def _breaks(layout: Mapping[str, Any], first: int) -> list[tuple[float, str]]:
    """Where dashed lines stand, counted in categories from the left edge, and what is written at them."""
    notes = [one for one in layout.get("annotations", ()) if one.get("xref") != "paper"]
    said = {one["x"]: plain(one.get("name") or one["text"]) for one in notes}
    return [(shape["x0"] - first + 0.5, said.get(shape["x0"], "")) for shape in layout.get("shapes", ())]


def _nearest(ticks: Sequence[float], at: float) -> int:
    return min(range(len(ticks)), key=lambda index: abs(ticks[index] - at))


def _each(value: Any, count: int) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else list(islice(cycle([value]), count))


def _title(axis: Mapping[str, Any]) -> str:
    return plain(axis.get("title", {}).get("text", ""))
