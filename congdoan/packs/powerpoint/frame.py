"""What stands on every slide: caption, title, extent, warning of simulated figures, source, code, number."""

from __future__ import annotations

import io
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn

from congdoan.charts.theme import BLUE, GOLD, GRID, SOFT
from congdoan.export import NAMED, Context, source_line
from congdoan.packs import letters
from congdoan.packs.codes import link, qr
from congdoan.packs.model import Pack, Slide
from congdoan.packs.powerpoint.boxes import TEXT, Box, Style, box, dress, filled, write
from congdoan.text import say

WIDE, TALL, EDGE = 960, 540, 36
"""Size of a slide, 16:9, and the empty room around what it holds, in points."""
KICKER = Box(EDGE, 20, 620, 18)
BADGE = Box(WIDE - EDGE - 200, 16, 200, 24)
TITLE = Box(EDGE, 42, WIDE - 2 * EDGE, 64)
SUBTITLE = Box(EDGE, 108, WIDE - 2 * EDGE, 30)
BODY = Box(EDGE, 144, WIDE - 2 * EDGE, 292)
REMARKS = Box(EDGE, 438, WIDE - 2 * EDGE, 44)
RULE = Box(EDGE, 484, WIDE - 2 * EDGE, 1)
SOURCE = Box(EDGE, 488, 640, 44)
CODE = Box(686, 488, 120, 44)
QR = Box(814, 487, 46, 46)
NUMBER = Box(876, 501, 48, 18)


def frame(slide: Any, held: Slide, pack: Pack) -> None:
    """All but what the slide is about."""
    if held.caption:
        box(slide, KICKER, held.caption, Style((13, TEXT), bold=True, colour=BLUE), "kicker")
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = TITLE.emu
    write(title.text_frame, TITLE, held.title, Style((26, 24, 22, 20, 18, 16), bold=True, anchor="middle"))
    if held.subtitle:
        box(slide, SUBTITLE, held.subtitle, Style((13, TEXT), colour=SOFT), "subtitle")
    foot(slide, held, pack)


def _badge(slide: Any, mark: str) -> None:
    """The warning that figures are not real, on gold."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *BADGE.emu)
    shape.name = "mark"
    filled(shape, GOLD)
    write(shape.text_frame, BADGE, mark, Style((TEXT,), bold=True, align="center", anchor="middle"))


def remarks(slide: Any, lines: list[str]) -> None:
    """What must be known about the figures above."""
    box(slide, REMARKS, " ".join(lines), Style((TEXT,), colour=SOFT), "remarks")


def foot(slide: Any, held: Slide, pack: Pack) -> None:
    """Source, code and number, and the warning where figures are not real."""
    if held.context.mark:
        _badge(slide, held.context.mark)
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *RULE.emu)
    rule.name = "rule"
    filled(rule, GRID)
    box(slide, SOURCE, _source(held.context), Style((TEXT,), colour=SOFT, anchor="middle"), "source")
    if held.code:
        _code(slide, held.code, pack)
    number = box(slide, NUMBER, "", Style((TEXT,), align="right"), "number")
    _numbered(number, held.step)


def _source(about: Context) -> str:
    """The source line with as many publishers by name as there is room for; the notes name all."""
    lines = [source_line(about, named) for named in range(NAMED, 0, -1)]
    return next((one for one in lines if letters.height(one, SOURCE.width, TEXT) <= SOURCE.height), lines[-1])


def _code(slide: Any, code: str, pack: Pack) -> None:
    address = link(pack.home, code) if pack.home else ""
    words = say("pack.code", pack.lang, code=code)
    style = Style((TEXT,), colour=SOFT, align="right", anchor="middle", link=address)
    box(slide, CODE, words, style, "code")
    if address:
        picture = slide.shapes.add_picture(io.BytesIO(qr(pack.home, code, "png")), *QR.emu)
        picture.name = "qr"
        picture.element.nvPicPr.cNvPr.set("descr", address)
        picture.click_action.hyperlink.address = address


def _numbered(shape: Any, number: int) -> None:
    """The number of the slide as a field: it follows when slides are moved."""
    dress(shape.text_frame.paragraphs[0].runs[0].font, TEXT, bold=True, code=SOFT)
    element = next(shape.element.iter(qn("a:r")))
    element.tag = qn("a:fld")
    element.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    element.set("type", "slidenum")
    element.find(qn("a:t")).text = str(number)
