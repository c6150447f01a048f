"""The texts of the marks of a native chart: where they have room, linked to the workbook where possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from congdoan.charts.theme import GROUND, INK, on
from congdoan.formats import number
from congdoan.packs import letters
from congdoan.packs.powerpoint.boxes import Box, dress
from congdoan.packs.powerpoint.figures import Plot, Series
from congdoan.text import Language

FOOT = 0.1
"""The lowest part of a chart, in which a text below its mark would lie on the years."""
EDGES = 2
"""Room left and right of a text within its mark, in points."""
SEPARATORS = {"vi": ".", "en": ","}


def whole_numbers(lang: Language) -> str:
    """The number format of whole numbers with a language's separator, whatever a computer is set to."""
    sign = SEPARATORS[lang]
    return f'[>=1000000]#"{sign}"000"{sign}"000;[>=1000]#"{sign}"000;0'


def label(drawn: Any, series: Series, plot: Plot, inner: Box, size: float, lang: Language) -> None:
    """The texts of the marks in a plot; whole numbers stay linked to the workbook and change with it."""
    series = _worded(series, plot, inner, size)
    shown = _room(series, plot, inner, size)
    if plot.kind == "line" and len(plot.series) > 1:
        shown = shown[-1:]
    linked = all(_is_plain(series.values[at], series.texts[at], lang) for at in shown)
    for at in shown:
        held = drawn.points[at].data_label
        if linked:
            dress(held.font, size, code=_ink(series, at))
        else:
            _write(held, series.texts[at], size, _ink(series, at))
        held.position = position(at, series, plot)
    labels = drawn.data_labels
    labels.show_value = False
    labels.number_format, labels.number_format_is_linked = whole_numbers(lang), False


def cover(chart: Any) -> None:
    """Gives the texts of marks in the XML of a chart a ground, so that no line across runs through them."""
    ground = (
        f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="{GROUND[1:]}"/></a:solidFill></c:spPr>'
    )
    for label in chart.iter(qn("c:dLbl")):
        before = next(child for child in label if child.tag in (qn("c:txPr"), qn("c:dLblPos")))
        before.addprevious(parse_xml(ground))


def _worded(series: Series, plot: Plot, inner: Box, size: float) -> Series:
    """The series with its texts; with shares without their sign where more of these have room."""
    bare = replace(series, texts=tuple(text.rstrip("%\N{NO-BREAK SPACE} ") for text in series.texts))
    fewer = len(_room(series, plot, inner, size)) < len(_room(bare, plot, inner, size))
    return bare if fewer else series


def _room(series: Series, plot: Plot, inner: Box, size: float) -> list[int]:
    """The marks whose texts have room."""
    return [at for at, text in enumerate(series.texts) if text and _fits(at, series, plot, inner, size)]


def _write(label: Any, text: str, size: float, code: str) -> None:
    frame = label.text_frame
    frame.text = text
    frame.word_wrap = False
    dress(frame.paragraphs[0].runs[0].font, size, code=code)


def _ink(series: Series, at: int) -> str:
    ground = GROUND if series.pattern and series.fills[at] == GROUND else series.fills[at]
    return on(ground) if series.inside else INK


def position(at: int, series: Series, plot: Plot) -> Any:
    """Where the text of a mark stands: beside a line, where that does not run."""
    if plot.kind == "line":
        low = _is_low(at, series.values) and not _at_foot(series.values[at], plot)
        return XL_LABEL_POSITION.BELOW if low else XL_LABEL_POSITION.ABOVE
    return XL_LABEL_POSITION.CENTER if series.inside else XL_LABEL_POSITION.OUTSIDE_END


def _is_low(at: int, values: Sequence[float | None]) -> bool:
    """Whether a line comes down to a value and does not go on down from it."""
    before = values[at - 1] if at else None
    after = values[at + 1] if at + 1 < len(values) else None
    value = values[at] or 0
    return before is not None and before > value and (after is None or after >= value)


def _at_foot(value: float | None, plot: Plot) -> bool:
    return (value or 0) - plot.low < FOOT * (plot.high - plot.low)


def _is_plain(value: float | None, text: str, lang: Language) -> bool:
    """Whether a text is nothing but its value as a whole number."""
    return value is not None and value == int(value) and text == number(value, lang, 0)


def _fits(at: int, series: Series, plot: Plot, inner: Box, size: float) -> bool:
    """Whether the text of a mark has room: within the mark where it stands inside, else within its share."""
    value, text = series.values[at], series.texts[at]
    if value is None:
        return False
    wide, span = letters.width(text, size), plot.high - plot.low
    if plot.kind == "bar":
        return not series.inside or wide + EDGES < abs(value) / span * inner.width
    share = inner.width / len(plot.categories)
    if plot.kind == "line":
        return wide < share
    if series.inside:
        return abs(value) / span * inner.height > size * 1.2 and wide < share
    return wide < share * 0.75 / len(plot.series) + 6
