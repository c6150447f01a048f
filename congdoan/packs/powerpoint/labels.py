"""The texts of the marks of a native chart: where they have room, linked to the workbook where possible."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION

from congdoan.charts.theme import GROUND, INK, on
from congdoan.formats import number
from congdoan.packs import letters
from congdoan.packs.powerpoint.boxes import Box, dress
from congdoan.packs.powerpoint.figures import Plot, Series
from congdoan.text import Language

SEPARATORS = {"vi": ".", "en": ","}


def whole_numbers(lang: Language) -> str:
    """The number format of whole numbers with a language's separator, whatever a computer is set to."""
    sign = SEPARATORS[lang]
    return f'[>=1000000]#"{sign}"000"{sign}"000;[>=1000]#"{sign}"000;0'


def label(drawn: Any, series: Series, plot: Plot, place: Box, size: float, lang: Language) -> None:
    """The texts of the marks; whole numbers stay linked to the workbook, so that they change with it."""
    shown = [at for at, text in enumerate(series.texts) if text and _fits(at, series, plot, place, size)]
    if plot.kind == "line" and len(plot.series) > 1:
        shown = shown[-1:]
    linked = all(_is_plain(series.values[at], series.texts[at], lang) for at in shown)
    for at in shown:
        held = drawn.points[at].data_label
        if linked:
            dress(held.font, size, code=_ink(series, at))
        else:
            _write(held, series.texts[at], size, _ink(series, at))
        held.position = _position(series, plot)
    labels = drawn.data_labels
    labels.show_value = False
    labels.number_format, labels.number_format_is_linked = whole_numbers(lang), False


def _write(label: Any, text: str, size: float, code: str) -> None:
    frame = label.text_frame
    frame.text = text
    dress(frame.paragraphs[0].runs[0].font, size, code=code)


def _ink(series: Series, at: int) -> str:
    ground = GROUND if series.pattern and series.fills[at] == GROUND else series.fills[at]
    return on(ground) if series.inside else INK


def _position(series: Series, plot: Plot) -> Any:
    if plot.kind == "line":
        return XL_LABEL_POSITION.ABOVE
    return XL_LABEL_POSITION.CENTER if series.inside else XL_LABEL_POSITION.OUTSIDE_END


def _is_plain(value: float | None, text: str, lang: Language) -> bool:
    """Whether a text is nothing but its value as a whole number."""
    return value is not None and value == int(value) and text == number(value, lang, 0)


def _fits(at: int, series: Series, plot: Plot, place: Box, size: float) -> bool:
    """Whether the text of a mark has room: within the mark where it stands inside, else within its share."""
    value, text = series.values[at], series.texts[at]
    if value is None:
        return False
    if plot.kind == "bar":
        long = abs(value) / (plot.high - plot.low) * place.width * 0.7
        return not series.inside or letters.width(text, size) < long
    share = place.width * 0.85 / len(plot.categories)
    if plot.kind == "line":
        return letters.width(text, size) < share
    tall = abs(value) / (plot.high - plot.low) * place.height * 0.75
    if series.inside:
        return tall > size * 1.2 and letters.width(text, size) < share
    return letters.width(text, size) < share * 0.75 / len(plot.series) + 6
