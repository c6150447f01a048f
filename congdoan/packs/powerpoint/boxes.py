"""Text on slides: boxes in points, letters as large as fit, words in the language they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from congdoan.charts.theme import INK
from congdoan.packs import letters
from congdoan.text import Language

FONT = "Arial"
"""Every office computer has it, and Vietnamese in it."""
TEXT = 12
"""Size of the smallest letters on a slide, in points: they are read from the last row of a room."""
SQUARE = "■"
BETWEEN = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} "
"""What stands between two names of a legend: its end may be that of a line."""
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
ALIGNED = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points from its left upper corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Any, Any, Any, Any]:
        """Left, top, width and height as files hold them."""
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)


@dataclass(frozen=True)
class Style:
    """How text looks: the sizes it may have, best first, and the rest."""

    sizes: tuple[float, ...]
    bold: bool = False
    colour: str = INK
    align: str = "left"
    anchor: str = "top"
    link: str = ""


def colour(code: str) -> Any:
    """A colour `#RRGGBB` as files hold it."""
    return RGBColor.from_string(code.removeprefix("#"))


def box(slide: Any, place: Box, words: str, style: Style, name: str = "") -> Any:
    """A box with text, as large as fits, on a slide."""
    shape = slide.shapes.add_textbox(*place.emu)
    if name:
        shape.name = name
    write(shape.text_frame, place, words, style)
    return shape


def write(frame: Any, place: Box, words: str, style: Style) -> None:
    """Writes text into a frame without margins; a line end begins a paragraph."""
    size, fitting = letters.fitting(words, place.width, place.height, style.sizes, bold=style.bold)
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = True, ANCHORS[style.anchor]
    for at, line in enumerate(fitting.split("\n")):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.line_spacing = ALIGNED[style.align], 1.0
        run = paragraph.add_run()
        run.text = line
        dress(run.font, size, bold=style.bold, code=style.colour)
        if style.link:
            run.hyperlink.address = style.link


def named_by(named: Sequence[tuple[str, str]]) -> str:
    """The text that a legend is; no line breaks between a square and its name, nor within that."""
    return BETWEEN.join(_unbroken(f"{SQUARE} {name}") for name, _ in named)


def _unbroken(words: str) -> str:
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def legend(slide: Any, place: Box, named: Sequence[tuple[str, str]]) -> None:
    """Names after a square in their colour, in as many lines as they need."""
    shape = slide.shapes.add_textbox(*place.emu)
    shape.name = "legend"
    write(shape.text_frame, place, "", Style((TEXT,)))
    paragraph = shape.text_frame.paragraphs[0]
    for at, (name, code) in enumerate(named):
        for text, shade in (
            (f"{BETWEEN if at else ''}{_unbroken(f'{SQUARE} ')}", code),
            (_unbroken(name), INK),
        ):
            run = paragraph.add_run()
            run.text = text
            dress(run.font, TEXT, code=shade)


def dress(font: Any, size: float, *, bold: bool = False, code: str = INK) -> None:
    """The looks of letters."""
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = colour(code)


def filled(shape: Any, ground: str) -> None:
    """A shape in one colour without an outline."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(ground)
    shape.line.fill.background()
    style = shape.element.find(qn("p:style"))
    shape.element.remove(style)  # it would add a shadow


def spoken(parts: Sequence[Any], lang: Language) -> None:
    """Tells every run of text its language, so that it is neither marked as misspelt nor read out wrongly."""
    for part in parts:
        for run in part.iter(qn("a:rPr"), qn("a:endParaRPr")):
            run.set("lang", LANGUAGES[lang])
