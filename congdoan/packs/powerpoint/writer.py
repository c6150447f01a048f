"""A pack as a presentation for office programs: 16:9, native charts and tables, notes with what is behind."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, BinaryIO

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from congdoan.charts.theme import BLUE, GOLD, SOFT
from congdoan.export import source_line
from congdoan.packs import letters
from congdoan.packs.model import Pack, Slide
from congdoan.packs.powerpoint.bodies import body
from congdoan.packs.powerpoint.boxes import Box, Style, box, filled, spoken, write
from congdoan.packs.powerpoint.frame import EDGE, TALL, WIDE, foot, frame, remarks
from congdoan.packs.powerpoint.notes import notes
from congdoan.packs.steady import steady
from congdoan.text import say

COVER = (54, 48, 44, 40, 36, 32)
"""Sizes of the title on the cover: best on one line."""
SHORT = 160
"""Characters of staff's notes that a slide has room for."""
TITLE_ONLY = 5
"""The layout with a title and nothing else: a title in a place of its own is what screen readers look for."""


def pptx(file: BinaryIO, pack: Pack) -> None:
    """The slides of a pack, each with its notes; equal packs give equal bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(TALL)
    _widened(deck)
    for held in pack.slides:
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        if held.kind == "cover":
            _cover(slide, held, pack)
        else:
            frame(slide, held, pack)
            told = [*body(slide, held), *_said(held)]
            if told:
                remarks(slide, told)
        slide.notes_slide.notes_text_frame.text = notes(held, pack)
        spoken(_texts(slide), pack.lang)
    _properties(deck, pack)
    written = io.BytesIO()
    deck.save(written)
    steady(file, written.getvalue(), pack.context.made_on.isoformat())


def _said(held: Slide) -> list[str]:
    """The breaks in the series of a card, and what staff noted on it; much of that stands in the notes."""
    about = held.context
    if held.kind != "card":
        return []
    breaks = [f"{say('export.breaks', about.lang)}: {' '.join(about.breaks)}"] if about.breaks else []
    noted = "\n".join(about.notes)
    if len(noted) > SHORT:
        noted = say("pack.notes_more", about.lang, count=len(about.notes))
    return [*breaks, noted] if noted else breaks


def _cover(slide: Any, held: Slide, pack: Pack) -> None:
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(0, 0, 14, TALL).emu)
    filled(band, GOLD)
    place, title = Box(EDGE + 24, 120, 800, 34), Box(EDGE + 24, 158, 840, 150)
    box(slide, place, pack.place, Style((26, 22, 18), bold=True, colour=BLUE), "place")
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = title.emu
    sizes = tuple(size for size in COVER if letters.width(held.title, size, bold=True) <= title.width)
    write(heading.text_frame, title, held.title, Style(sizes or COVER, bold=True))
    lines = Box(EDGE + 24, 320, 840, 60)
    box(slide, lines, "\n".join((held.subtitle, *held.lines)), Style((18, 16, 14), colour=SOFT), "lines")
    foot(slide, held, pack)


def _widened(deck: Any) -> None:
    """The layouts of the template are 4:3: their places are stretched, for slides that somebody adds."""
    share = WIDE / 720
    for layout in deck.slide_layouts:
        for held in layout.placeholders:
            left, top, width, height = held.left, held.top, held.width, held.height
            held.left, held.top, held.width, held.height = int(left * share), top, int(width * share), height
    for held in deck.slide_master.placeholders:
        held.left, held.width = int(held.left * share), int(held.width * share)


def _texts(slide: Any) -> list[Any]:
    """The parts of a slide that hold text: itself, its charts, its notes."""
    charts = [shape.chart.element for shape in slide.shapes if shape.has_chart]
    return [slide.element, slide.notes_slide.element, *charts]


def _properties(deck: Any, pack: Pack) -> None:
    about = pack.context
    own, day = deck.core_properties, dt.datetime.combine(about.made_on, dt.time())
    own.title, own.subject, own.keywords = about.title, about.subtitle[:255], about.release
    own.comments, own.language = source_line(about)[:255], pack.lang
    own.author = own.last_modified_by = say("app.title", pack.lang)
    own.created = own.modified = day
    own.revision = 1
