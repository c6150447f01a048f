"""How the chart and the table of a step lie on paper: how large, beside or below each other, or across."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from congdoan import formats
from congdoan.charts import Chart
from congdoan.packs.columns import LARGE, Laid, Part, laid
from congdoan.packs.drawing import picture
from congdoan.packs.drawing.folding import folded
from congdoan.packs.drawing.text import advance
from congdoan.packs.model import Slide
from congdoan.tables import Table
from congdoan.text import Language, say

Told = dict[str, Any]
POINT = 0.75
"""One px of a chart in pt, where the chart is not made smaller."""
LEAST, PRESSED = 0.5, 0.82
"""One px in pt at which words are still read well, and how far rows are pressed together to keep it."""
FOLDED, BETWEEN = 0.62, 12.0
"""One px in pt below which rows stand in two columns, and the room between these, in pt."""
SMALLER = LEAST / POINT
"""How much of its size a chart keeps at least, to stay on one page with its table."""
GUTTER = 20.0
"""Between a chart and the table beside it, in pt."""
READABLE = 8.0
"""Least size of type, in pt, for which a table is made narrow enough to stand beside its chart."""
SMALL = 8.5
"""Size of type, in pt, below which a table of several upright pages lies across them."""
MANY = 44
"""Rows from which a narrow table takes two columns."""
AROUND, BESIDE = 60.0, 120.0
"""Room above and below chart and table besides their words, and that of the code beside a title, in pt."""
LEADING, APART, TILE = 1.3, 6.0, 50.0
"""Height of a line in sizes of its type; room between two texts, and for a tile, in pt."""


@dataclass(frozen=True)
class Paper:
    """A sheet: its name for typst, whether it lies, and the room for text in pt."""

    name: str
    lying: bool
    width: float
    height: float


A4 = Paper("a4", lying=False, width=510.0, height=700.0)
ACROSS = Paper("a4", lying=True, width=757.0, height=455.0)
A3 = Paper("a3", lying=True, width=1105.0, height=690.0)


def body(slide: Slide, paper: Paper) -> Told:
    """Chart and table of a step for the template: where the table stands, whether both stay on one page."""
    free = paper.height - _around(slide, paper)
    if slide.table is None:
        drawn = _drawn(slide, paper, free, 0)
        return _placed("below", drawn, None, whole=_tall(drawn) <= free)
    made = _laid(slide.table, paper)
    if _small(made, paper):
        large = laid(slide.table, ACROSS.width, LARGE)
        return _placed("across", _drawn(slide, paper, free, 0), _table(large, slide, ACROSS.width))
    drawn = _drawn(slide, paper, free, made.height)
    if paper.lying and drawn:
        room = paper.width - drawn["width"] - GUTTER
        narrow = laid(slide.table, room)
        if len(narrow.parts) == 1 and narrow.parts[0].size >= READABLE:
            whole = max(_tall(drawn), narrow.height) <= free
            return _placed("beside", drawn, _table(narrow, slide, room, most=1), whole=whole)
    whole = _tall(drawn) + made.height <= free
    return _placed("below", drawn, _table(made, slide, paper.width), whole=whole)


def _placed(place: str, chart: Told | None, table: Told | None, *, whole: bool = False) -> Told:
    return {"chart": chart, "place": place, "whole": whole, "table": table}


def _drawn(slide: Slide, paper: Paper, free: float, below: float) -> Told | None:
    return None if slide.chart is None else _chart(slide.chart, paper, free, below)


def _tall(chart: Told | None) -> float:
    return float(chart["height"]) if chart else 0.0


def _small(made: Laid, paper: Paper) -> bool:
    """Whether a table goes on for pages in parts or in small type, where it could lie across the sheet."""
    small = len(made.parts) > 1 or made.parts[0].size < SMALL
    return small and not paper.lying and made.height > paper.height


def _laid(table: Table, paper: Paper) -> Laid:
    """A table across the sheet, or made narrow for two columns where it is long and both can be read well."""
    whole = laid(table, paper.width)
    if len(table) <= MANY:
        return whole
    half = laid(table, (paper.width - GUTTER) / 2)
    readable = len(half.parts) == 1 and half.parts[0].size >= READABLE
    return half if readable and half.height < 2 * whole.height else whole


def _around(slide: Slide, paper: Paper) -> float:
    """About how tall all is that stands above and below chart and table, in pt."""
    told = [(slide.title, 14.0), (slide.subtitle, 9.0), *((said, 9.0) for said in slide.context.notes)]
    told += [(line, 10.5) for line in slide.lines]
    room = paper.width - BESIDE
    lines = (size * LEADING * math.ceil(advance(said, bold=True) * size / room) for said, size in told)
    return AROUND + sum(lines) + APART * len(told) + TILE * len(slide.tiles)


def _chart(chart: Chart, paper: Paper, free: float, below: float) -> Told:
    """A chart as wide as its sheet, or half of a lying one; a tall one has two columns, or is made smaller.

    It is a little smaller too where what stands `below` it, in pt, then stays on its page; `free` is the room
    for both.
    """
    wide, natural = (paper.width / 2 if paper.lying else paper.width), POINT * chart.height
    room = max(free, LEAST * paper.height)
    if not paper.lying and SMALLER * natural <= free - below < natural:
        room = free - below
    parts = folded(chart) if room / chart.height < FOLDED else (chart,)
    each = (wide - BETWEEN * (len(parts) - 1)) / len(parts)
    pictures = [_picture(part, each, room) for part in parts]
    return {
        "parts": pictures,
        "width": sum(one["width"] for one in pictures) + BETWEEN * (len(parts) - 1),
        "height": max(one["height"] for one in pictures),
    }


def _picture(chart: Chart, wide: float, room: float) -> Told:
    tall = chart.height if room / chart.height >= LEAST else max(room / LEAST, chart.height * PRESSED)
    point = min(POINT, room / tall)
    drawn = picture(chart, wide / point, tall)
    size = {"width": drawn.width * point, "height": drawn.height * point}
    return {"svg": drawn.svg, "alt": chart.alt, **size}


def _table(made: Laid, slide: Slide, room: float, most: int = 2) -> Told:
    """A table in words for a width in pt, long and narrow in so many columns at most."""
    lang, half = slide.context.lang, (room - GUTTER) / 2
    many = len(made.totals) > MANY and len(made.parts) == 1 and made.parts[0].width <= half
    columns = most if many else 1
    shared = "; ".join(f"{heading}: {words}" for heading, words in made.shared)
    return {
        "shared": say("pack.shared", lang, columns=shared) if shared else "",
        "rest": _rest(len(made.totals), slide.matching or 0, lang),
        "parts": [_part(made, part, lang) for part in made.parts],
        "columns": columns,
        "room": half if columns > 1 else room,
    }


def _rest(shown: int, total: int, lang: Language) -> str:
    """That the table holds some of the rows there are; "" where it holds all."""
    if total <= shown:
        return ""
    some = say("export.some", lang, shown=formats.number(shown, lang), total=formats.number(total, lang))
    return f"{some} {say('export.rest', lang)}"


def _part(made: Laid, part: Part, lang: Language) -> Told:
    said = say("pack.columns", lang, columns=", ".join(column.heading for column in part.columns))
    return {
        "said": said if len(made.parts) > 1 else "",
        "size": part.size,
        "widths": part.widths,
        "numeric": [column.numeric for column in part.columns],
        "headings": [column.heading for column in part.columns],
        "rows": list(zip(*(column.cells for column in part.columns), strict=True)),
        "totals": made.totals,
    }
