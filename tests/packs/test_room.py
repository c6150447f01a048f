"""Everything on a slide has room there, in letters that a whole room reads."""

from collections.abc import Iterator
from typing import Any

import pytest
from pptx.util import Emu

from congdoan import decks
from congdoan.packs import Slide, letters
from congdoan.packs.lean import lean
from congdoan.packs.powerpoint.boxes import TEXT
from congdoan.page.packing import choice_for
from congdoan.page.packing import pack as fill
from congdoan.text import Language
from tests.packs.kinds import HOME
from tests.packs.presented import LANGUAGES, deck, grids_of, opened


def within(slide: Any, width: int, height: int) -> Iterator[str]:
    """What lies outside the slide, and text that is taller than its box."""
    for shape in slide.shapes:
        if (
            shape.left < 0
            or shape.top < 0
            or shape.left + shape.width > width
            or shape.top + shape.height > height
        ):
            yield f"{shape.name} lies outside"
        if shape.has_text_frame and tall(shape) > Emu(shape.height).pt + 0.5:
            yield f"{shape.name} holds more than fits: {shape.text_frame.text}"


def small(slide: Any) -> Iterator[str]:
    """Letters that nobody reads from the last row of a room."""
    charts = [shape.chart.element for shape in slide.shapes if shape.has_chart]
    for part in (slide.element, *charts):
        for run in part.iter("{*}rPr", "{*}defRPr"):
            if int(run.get("sz", "1800")) < 100 * TEXT:
                yield f"{run.get('sz')}: {''.join(run.getparent().itertext())}"


def tall(shape: Any) -> float:
    """Height of the text of a shape as set in Arial, in points."""
    room = Emu(shape.width).pt + 0.5
    found = 0.0
    for paragraph in shape.text_frame.paragraphs:
        runs = paragraph.runs
        if runs:
            text, font = "".join(run.text for run in runs), runs[0].font
            found += letters.height(text, room, font.size.pt, bold=bool(font.bold))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_lies_outside_a_slide_and_no_text_outside_its_box(lang: Language) -> None:
    held = deck(lang)
    assert not [told for slide in held.slides for told in within(slide, held.slide_width, held.slide_height)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letters_of_every_slide_have_at_least_twelve_points(lang: Language) -> None:
    assert TEXT == 12
    assert not [told for slide in deck(lang).slides for told in small(slide)]


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("name", sorted(decks.templates()))
@pytest.mark.parametrize(("place", "year", "dataset"), [("34:04", 2021, "real"), ("VN", 2025, "simulated")])
def test_the_decks_fit_their_slides_and_hold_the_rows_of_their_tables(
    name: str, place: str, year: int, dataset: str
) -> None:
    made = fill(decks.templates()[name], choice_for(place, (year, year), dataset, "vi"), HOME)
    file = opened(made)
    for held, slide in zip(made.slides, file.slides, strict=True):
        assert not list(within(slide, file.slide_width, file.slide_height))
        assert not list(small(slide))
        if held.table is not None and held.chart is None:
            holds_the_rows(held, slide)


def holds_the_rows(held: Slide, slide: Any) -> None:
    assert held.table is not None
    [grid] = grids_of(slide)
    whole = lean(held.table, held.title)
    kept = [whole.headings.index(head) for head in grid[0]]
    rows = [tuple(row[at] for at in kept) for row in whole.rows]
    shown = [tuple(row) for row in grid[1:]]
    named = [row for row, called in zip(rows, whole.named, strict=True) if called]
    first = rows[: len(shown)]
    assert shown in (first, [*first[:-1], *named])
