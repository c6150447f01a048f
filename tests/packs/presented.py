"""The slides of the pack that the tests read: of every kind, as written."""

import io
from functools import cache
from typing import Any

from pptx import Presentation

from congdoan.packs import Pack
from congdoan.text import Language
from tests.packs.kinds import pack, written

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def opened(made: Pack) -> Any:
    return Presentation(io.BytesIO(written("pptx", made)))


@cache
def deck(lang: Language = "vi") -> Any:
    """The pack with a slide of every kind, as written."""
    return opened(pack(lang))


@cache
def shown(lang: Language = "vi") -> dict[str, Any]:
    """The slides of every kind of chart, and of the table, as written."""
    made, slides = pack(lang), deck(lang).slides
    return {held.caption: slide for held, slide in zip(made.slides, slides, strict=True) if held.caption}


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def grids_of(slide: Any) -> list[list[list[str]]]:
    found = [shape.table for shape in slide.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in grid.rows] for grid in found]
