"""Each office file of a deck, opened by LibreOffice: nothing lies outside or is cut, no number is missing."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from congdoan import decks, packs
from congdoan.control import store
from congdoan.packs import Form
from congdoan.page.packing import choice_for, pack
from congdoan.text import say
from tests.asking import read_from
from tests.packs.office import PROGRAMS, letters, missing, numbers, on_paper, printed, within, words

MARK = letters(say("mark.simulated", "vi"))
EMU = 12_700
"""Units of a presentation in a point."""


@pytest.fixture(scope="module")
def files(both_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The year of a simulated country, in each form that this LibreOffice opens and named by it."""
    folder = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patched:
        read_from(both_warehouse, patched)
        patched.setattr(store, "WAREHOUSE", folder)
        made = pack(decks.templates()["tong-ket-nam"], choice_for("VN", (2024, 2024), "simulated", "vi"))
    forms: list[Form] = [form for form in packs.FORMS if form in PROGRAMS and not missing(form)]
    for form in forms:
        with (folder / f"{form}.{form}").open("wb") as file:
            packs.write(form, file, made)
    return {form: folder / f"{form}.{form}" for form in forms}


@pytest.fixture(scope="module")
def opened(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The pages of each file as LibreOffice prints them."""
    return printed([*files.values()], tmp_path_factory.mktemp("printed"))


def needs(form: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(bool(missing(form)), reason=missing(form) or "LibreOffice is there")


every_form = pytest.mark.parametrize("form", [pytest.param(form, marks=needs(form)) for form in PROGRAMS])


@every_form
def test_every_page_is_marked_and_no_letter_lies_beyond_its_edges(form: str, opened: dict[str, Any]) -> None:
    assert len(opened[form]) > 0
    for at, page in enumerate(opened[form], start=1):
        seen = on_paper(page)
        assert seen == letters(words(page)), at
        assert seen >= MARK, at


@needs("pptx")
def test_every_text_of_a_slide_lies_within_its_box_and_each_box_on_the_slide(
    files: dict[str, Path], opened: dict[str, Any]
) -> None:
    shown = Presentation(str(files["pptx"]))
    assert len(opened["pptx"]) == len(shown.slides)
    for at, (slide, page) in enumerate(zip(shown.slides, opened["pptx"], strict=True), start=1):
        wide, tall = page.get_size()
        for shape in slide.shapes:
            box = tuple(side / EMU for side in (shape.left, shape.top, shape.width, shape.height))
            assert min(box) >= 0, (at, shape.name)
            assert box[0] + box[2] <= wide + 1, (at, shape.name)
            assert box[1] + box[3] <= tall + 1, (at, shape.name)
            assert not letters(told(shape)) - within(page, box), (at, shape.name)


def told(shape: Any) -> str:
    """The words of a box or table of a slide."""
    if shape.has_text_frame:
        return str(shape.text_frame.text)
    cells = (cell.text for row in shape.table.rows for cell in row.cells) if shape.has_table else ()
    return " ".join(cells)


@needs("pptx")
def test_every_number_of_a_slide_stands_on_its_page(files: dict[str, Path], opened: dict[str, Any]) -> None:
    slides = Presentation(str(files["pptx"])).slides
    for at, (slide, page) in enumerate(zip(slides, opened["pptx"], strict=True), start=1):
        said = numbers([told(shape) for shape in slide.shapes])
        assert not Counter(said) - Counter(numbers([words(page)])), at


@needs("docx")
def test_every_number_of_a_report_stands_on_its_pages(files: dict[str, Path], opened: dict[str, Any]) -> None:
    held = Document(str(files["docx"]))
    texts = [one.text or "" for one in held.element.body.iter("{*}t")]
    seen = Counter(numbers([words(page) for page in opened["docx"]]))
    assert set(numbers(texts)) <= seen.keys()
    assert sum(letters("".join(texts)).values()) > 1000
    everything = sum((letters(words(page)) for page in opened["docx"]), Counter())
    assert not letters("".join(texts)) - everything


@needs("xlsx")
def test_every_number_of_a_workbook_is_printed_and_none_as_hashes(
    files: dict[str, Path], opened: dict[str, Any]
) -> None:
    book = openpyxl.load_workbook(files["xlsx"], read_only=True)
    values = [cell for sheet in book for row in sheet.values for cell in row if type(cell) is int]
    printed_on = [words(page) for page in opened["xlsx"]]
    assert not [at for at, text in enumerate(printed_on, start=1) if re.search("##", text)]
    assert {str(abs(value)) for value in values} <= set(numbers(printed_on))
