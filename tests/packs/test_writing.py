"""A file of a pack is whole or not there, and a workbook leads back to what it holds."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from congdoan.packs import save
from tests.packs.kinds import HOME, pack, written


def test_a_file_that_cannot_be_written_leaves_nothing_behind_and_the_one_from_before_stays(
    tmp_path: Path,
) -> None:
    made = pack()
    before = save("html", tmp_path, made)
    held = before.read_bytes()
    broken = replace(made, slides=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        save("html", tmp_path, broken)
    assert [path.name for path in tmp_path.iterdir()] == [before.name]
    assert before.read_bytes() == held


def test_every_sheet_of_a_workbook_is_named_by_its_caption_and_leads_back_to_its_view() -> None:
    made = pack()
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", made)))
    slides = [slide for slide in made.slides if slide.table is not None]
    for sheet, slide in zip(book.worksheets[1:-1], slides, strict=True):
        assert sheet.title == slide.caption or not slide.caption
        [mark] = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        assert mark.value == f"Mã {slide.code}"
        assert mark.hyperlink.target == f"{HOME}/k/{slide.code}"
        assert len(sheet._images) == 1
