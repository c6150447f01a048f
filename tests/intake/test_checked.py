"""A checked file comes back with red cells and comments, and is read again like the first one."""

from pathlib import Path

import openpyxl

from congdoan.intake import guarded, published
from tests.intake.files import Formula, xlsx

KNOWN = published.from_facts(year=2026)
SPOILT = (
    ("TỔNG HỢP SỐ LIỆU NĂM 2019", None, None),
    ("Tỉnh", "Đoàn viên", "Đoàn viên nữ"),
    ("Cao Bằng", 52000, 21000),
    ("Hà Giang", "nhiều", Formula("=1+1", 2)),
    ("=cmd|1", 5, 6),
)


def test_wrong_cells_are_red_with_a_comment_and_others_are_as_they_were(tmp_path: Path) -> None:
    reading = guarded.read(xlsx({"S": SPOILT}, ["A1:C1"]), "a.xlsx", KNOWN, tmp_path, mark="vi")
    assert reading.checked
    sheet = openpyxl.load_workbook(reading.checked)["S"]
    assert sheet["B4"].fill.start_color.rgb == "FFFFC7CE"
    assert "“nhiều” không phải là số" in sheet["B4"].comment.text
    assert sheet["B3"].comment is None
    assert sheet["B3"].value == 52000
    assert sheet["A5"].data_type == "s"
    assert [str(span) for span in sheet.merged_cells.ranges] == ["A1:C1"]


def test_the_messages_stand_on_a_sheet_that_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "again").mkdir()
    data = xlsx({"S": SPOILT})
    first = guarded.read(data, "a.xlsx", KNOWN, tmp_path / "first", mark="vi")
    assert first.checked
    listed = openpyxl.load_workbook(first.checked)["Kết quả kiểm tra"]
    assert listed.max_row == len(first.messages) + 1
    again = guarded.read(first.checked.read_bytes(), "a.xlsx", KNOWN, tmp_path / "again")
    assert [(one.code, one.cell) for one in again.messages if one.severity == "error"] == [
        (one.code, one.cell) for one in first.messages if one.severity == "error"
    ]


def test_a_refused_file_has_nothing_to_mark(tmp_path: Path) -> None:
    assert guarded.read(b"\x89PNG", "a.xlsx", KNOWN, tmp_path, mark="vi").checked is None
