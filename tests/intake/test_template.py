"""A template takes only what is allowed, and a filled one is read without a question."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from congdoan.__main__ import main
from congdoan.intake import published
from congdoan.intake.model import Row
from congdoan.intake.template import COLUMNS, template
from congdoan.intake.understanding import understand
from congdoan.text import Language

KNOWN = published.from_facts(year=2026)
CHOSEN = {"=rating": "Hoàn thành tốt nhiệm vụ", "=status": "Sơ bộ"}
UNITS = [KNOWN.units.units[one] for one in ("ldld-cao-bang", "cdcs-sakurai-viet-nam")]


def filled(data: bytes, value: object = 7) -> tuple[Any, bytes]:
    """The workbook with a value in each open cell, a rating where one is to be chosen."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    for row in (5, 6):
        for at, code in enumerate([cell.value for cell in sheet[4]], 1):
            if not sheet.cell(row, at).protection.locked:
                sheet.cell(row, at).value = CHOSEN.get(code, value)
    file = io.BytesIO()
    book.save(file)
    return sheet, file.getvalue()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_filled_template_is_read_without_a_question(lang: Language) -> None:
    _, data = filled(template(UNITS, "2024", lang))
    rows: list[Row] = []
    understood = understand(data, "mau.xlsx", KNOWN, rows.append)
    assert not [
        one for one in understood.messages if one.code.startswith(("column.", "year.", "unit.", "money.unit"))
    ]
    assert [row.unit for row in rows] == ["ldld-cao-bang", "cdcs-sakurai-viet-nam"]
    assert {row.period.year for row in rows} == {2024}
    assert [len(row.figures) for row in rows] == [len(COLUMNS), len(COLUMNS) - 7 + 1]


def test_names_and_codes_are_protected_and_figures_are_open() -> None:
    sheet, _ = filled(template(UNITS, "2024"))
    assert sheet.protection.sheet
    assert all(cell.protection.locked for row in sheet["A1:B6"] for cell in row)
    assert sheet.row_dimensions[4].hidden
    assert not sheet["C5"].protection.locked


def test_a_branch_has_a_rating_and_counts_no_branches() -> None:
    sheet, _ = filled(template(UNITS, "2024"))
    codes = {cell.value: cell.column for cell in sheet[4]}
    locked = [
        [sheet.cell(row, codes[code]).protection.locked for row in (5, 6)] for code in ("=rating", "branches")
    ]
    assert locked == [[True, False], [False, True]]


def test_every_open_cell_is_validated_and_the_rating_is_chosen_from_a_list() -> None:
    sheet, _ = filled(template(UNITS, "2024"))
    rules = sheet.data_validations.dataValidation
    assert len(rules) == len(COLUMNS) + 2
    assert {rule.type for rule in rules} == {"whole", "list"}


def test_a_template_says_its_version() -> None:
    sheet, _ = filled(template(UNITS, "2024"))
    assert "phiên bản 1" in sheet["A2"].value


def test_the_command_writes_a_template_or_says_what_is_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mau.xlsx"
    asked = ["template", "--unit", "LĐLĐ tỉnh Cao Bằng", "--out", str(out)]
    assert main([*asked, "--period", "6 tháng đầu năm 2024"]) == 0
    assert out.exists()
    assert main([*asked, "--period", "bao giờ"]) == 1
    assert main(["template", "--unit", "LĐLĐ tỉnh Cao Bằg", "--period", "2024"]) == 1
    assert "Nearest: LĐLĐ tỉnh Cao Bằng" in capsys.readouterr().err
