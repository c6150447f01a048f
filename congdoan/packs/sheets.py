"""A pack as a workbook: contents first, then the table of each slide on a sheet of its own."""

from dataclasses import replace
from typing import BinaryIO

from congdoan.export import Context
from congdoan.export.workbook import workbook
from congdoan.packs.codes import link, qr
from congdoan.packs.model import Pack, Slide
from congdoan.tables.arrow import of_table


def xlsx(file: BinaryIO, pack: Pack) -> None:
    """The tables behind the slides, in their order, with every row; numbers where a slide has words."""
    cards = [
        (of_table(table, slide.matching), _about(slide, pack.home))
        for slide in pack.unfolded().slides
        if (table := slide.figures or slide.table) is not None
    ]
    workbook(file, cards, pack.context)


def _about(slide: Slide, home: str) -> Context:
    """What stands around a table: called as the deck does, with the code that leads back to its view."""
    named = replace(slide.context, sheet=slide.caption)
    if not home or not slide.code:
        return named
    return replace(named, code=slide.code, link=link(home, slide.code), qr=qr(home, slide.code, "png"))
