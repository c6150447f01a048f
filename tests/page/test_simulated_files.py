"""Simulated figures say so in every file that a screen hands over, whatever its form; real ones never do."""

import csv
import io
from dataclasses import replace
from itertools import cycle
from typing import get_args

import openpyxl
import pyarrow.parquet
import pytest

from congdoan import export
from congdoan.page import workbook
from congdoan.page.workbook import Shown
from congdoan.tables.arrow import of_table
from congdoan.text import Language, say
from tests.page.visits import CARDED, visit

pytestmark = pytest.mark.usefixtures("both")


@pytest.mark.parametrize(("screen", "lang"), [*zip(CARDED, cycle(get_args(Language)), strict=False)])
def test_every_file_of_every_simulated_card_is_marked(screen: str, lang: Language) -> None:
    mark, shown = say("mark.simulated", lang), handed_over(screen, lang, "minh-hoa")
    for part in shown:
        assert part.context.mark == mark
        assert mark in export.source_line(part.context)
        for form in export.FORMS:
            assert all(mark in words for words in said(form, file(form, part))), f"{form} of {part.title}"
    whole = workbook._workbook(shown, replace(shown[0].context, title=screen))
    assert all(mark in words for words in said("xlsx", whole))


@pytest.mark.parametrize("screen", ["members", "awards", "sources"])
def test_no_file_of_real_figures_is_marked(screen: str) -> None:
    marks = [say("mark.simulated", lang) for lang in ("vi", "en")]
    for part in handed_over(screen, "vi", "that"):
        for form in export.FORMS:
            assert not [
                words for words in said(form, file(form, part)) if any(mark in words for mark in marks)
            ]


def handed_over(screen: str, lang: Language, dataset: str) -> list[Shown]:
    """What a screen keeps for its files; at least one card."""
    shown: list[Shown] = visit(screen, du_lieu=dataset, lang=lang).session_state["congdoan.shown"]
    assert shown
    return [part for part in shown if len(part.table)]


def file(form: export.Form, part: Shown) -> bytes:
    """The file of the first rows of a card."""
    return export.make(form, of_table(part.table.first(5)), part.context)


def said(form: export.Form, data: bytes) -> list[str]:
    """The words of each part that may be seen alone: a row of a text, a sheet and its print, a data file."""
    if form == "xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        return [" ".join(str(cell.value) for row in sheet.iter_rows() for cell in row) for sheet in sheets]
    if form == "parquet":
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        rows = [" ".join(str(value) for value in row.values()) for row in table.to_pylist()]
        return [str({key.decode(): value.decode() for key, value in table.schema.metadata.items()}), *rows]
    delimiter = ";" if form == "csv_excel" else ","
    rows_of_text = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter)
    return [" ".join(row) for row in list(rows_of_text)[1:]]
