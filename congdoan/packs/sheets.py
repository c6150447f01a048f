"""A pack as a workbook: contents first, then the table of each slide on a sheet of its own."""

from typing import BinaryIO

from congdoan.export.workbook import workbook
from congdoan.packs.model import Pack
from congdoan.tables.arrow import of_table


def xlsx(file: BinaryIO, pack: Pack) -> None:
    """The tables behind the slides, in their order, with every row."""
    cards = [
        (of_table(slide.table, slide.matching), slide.context)
        for slide in pack.unfolded().slides
        if slide.table is not None
    ]
    workbook(file, cards, pack.context)
