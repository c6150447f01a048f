import io
import re
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from congdoan.export import Context, sheets, source_line
from congdoan.export.about import Sheets, blocks
from congdoan.export.delimited import content_hash
from congdoan.export.sheets import ExportError
from congdoan.export.workbook import workbook, xlsx
from congdoan.formats import cell
from congdoan.queries import Column
from congdoan.tables import Stream, Table, table
from congdoan.tables.arrow import of_table
from congdoan.text import words
from tests.export.cases import ROWS, by_hand, context, golden, hostile, rows, written


def read(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def first(made: Table, *, simulated: bool = False) -> Worksheet:
    return read(written(xlsx, made, context(simulated=simulated))).worksheets[0]


def cells(sheet: Worksheet) -> list[list[object]]:
    return [[one.value for one in row] for row in sheet.iter_rows()]


def screen(cards: Sequence[tuple[Stream, Context]]) -> Workbook:
    file = io.BytesIO()
    workbook(file, cards, replace(context(), title="Đoàn viên"))
    return read(file.getvalue())


def expected(made: Table, row: int, column: int) -> object:
    """What Excel holds: shares as parts of one, days as time stamps, words as the screen shows them."""
    value = made.cells[column][row]
    if value is None or isinstance(value, bool | str):
        return cell(made.shown(row, column)) or None
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001
    share = made.fields[column].type == "percent" or made.unit(row, column) == "percent"
    return float(Decimal(str(value)) / 100) if share else value


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_cell_is_that_of_the_screen(lang: str) -> None:
    made = by_hand("vi" if lang == "vi" else "en")
    found = cells(first(made))
    assert found[0] == made.headings()
    for row in range(len(made)):
        assert found[row + 1] == [expected(made, row, column) for column in range(len(made.fields))]


def test_the_sheet_is_this_byte_for_byte() -> None:
    data = written(xlsx, by_hand(), context())
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.read("xl/worksheets/sheet1.xml") == golden("sheet.xml")


def test_an_empty_text_takes_a_cell_only_where_totals_are_coloured() -> None:
    def empty(made: Table) -> int:
        with zipfile.ZipFile(io.BytesIO(written(xlsx, made, context()))) as parts:
            return len(
                re.findall(rb'<c r="[A-Z]+[0-9]+" s="[0-9]+"/>', parts.read("xl/worksheets/sheet1.xml"))
            )

    assert [empty(made) for made in (by_hand(values=ROWS[1:]), by_hand())] == [0, 3]


def test_numbers_carry_formats_of_money_shares_and_days() -> None:
    formats = {one.column_letter: one.number_format for one in first(by_hand())[2]}
    assert formats["B"] == "0"
    assert formats["C"] == formats["G"] == "#,##0\\ [$₫-42A]"
    assert formats["F"] == "#,##0"
    assert formats["H"] == "0.0%"
    assert formats["I"] == "dd/mm/yyyy"
    assert first(by_hand())["C5"].number_format == "0.00%"


def test_a_share_that_a_source_prints_keeps_its_digits_beside_computed_ones() -> None:
    columns = (Column("share", "percent", "recomputed"), Column("printed_share", "percent", "as printed"))
    sheet = first(table(rows(((5.952, 0.59),), columns), "vi"))
    assert [(one.value, one.number_format) for one in sheet[2]] == [(0.05952, "0.0%"), (0.0059, "0.00%")]


def test_the_header_is_frozen_and_the_filter_leaves_the_total_out() -> None:
    sheet = first(by_hand())
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:K5"
    assert sheet["A6"].value == "Cộng các nơi có số"
    assert sheet["A6"].font.bold
    assert sheet["A6"].border.top.style == "thin"
    assert not sheet["A5"].font.bold
    assert sheet.column_dimensions["G"].width > sheet.column_dimensions["B"].width


def test_the_source_line_stands_below_the_table() -> None:
    line = str(first(by_hand())["A8"].value)
    assert line.startswith("Nguồn: Báo Vĩnh Phúc")
    assert "r12" in line


def test_publishers_beyond_the_named_ones_are_counted_in_words_of_their_number() -> None:
    about = context()
    several = tuple(replace(about.sources[0], publisher=publisher) for publisher in "ABCDE")
    assert "A; B; C and 2 others." in source_line(replace(about, lang="en", sources=several))
    assert "A; B; C and 1 other." in source_line(replace(about, lang="en", sources=several[:4]))


def test_simulated_figures_are_marked_on_sheet_page_and_second_sheet() -> None:
    sheet = first(by_hand(), simulated=True)
    assert sheet["A1"].value == "SỐ LIỆU MINH HỌA"
    assert [one.value for one in sheet[2]] == by_hand().headings()
    assert sheet.freeze_panes == "B3"
    assert sheet.oddHeader.right.text == "SỐ LIỆU MINH HỌA"
    said = cells(read(written(xlsx, by_hand(), context(simulated=True)))["Thông tin"])
    assert ["Bộ số liệu", "SỐ LIỆU MINH HỌA"] in [row[:2] for row in said]


def test_the_second_sheet_says_all_that_makes_figures_traceable() -> None:
    book = read(written(xlsx, by_hand(), context()))
    assert book.sheetnames == ["Đoàn viên theo tỉnh", "Thông tin"]
    said = [[one for one in row if one is not None] for row in cells(book["Thông tin"])]
    assert ["Bản phát hành", "r12"] in said
    assert ["Năm 2020–2021"] in said
    assert ["Ngày 1/7/2025 63 tỉnh còn 34."] in said
    assert ["Đoàn viên theo tỉnh", 5, 11, content_hash(of_table(by_hand()), context())] in said
    assert ["Đoàn viên", "Số đoàn viên công đoàn tại thời điểm báo cáo."] in said
    source = ["S001", "Báo Vĩnh Phúc", "'=Đại hội", datetime(2019, 1, 10), "https://localhost/bai"]  # noqa: DTZ001
    assert source in said
    assert {"–", "×", "0", "trên", "khoảng"} <= {str(row[0]) for row in said if row}


def test_the_second_sheet_leaves_empty_blocks_out() -> None:
    bare = replace(context(), filters=(), sources=(), definitions=(), breaks=())
    headings = [block.heading for block in blocks([Sheets(("Bảng",), (5,), of_table(by_hand()), bare)], bare)]
    assert headings == ["Đoàn viên theo tỉnh", "Các bảng trong tệp", "Giải thích ký hiệu"]


def test_every_flag_has_a_meaning_in_the_key() -> None:
    flags = [key for key in words() if re.fullmatch(r"(qualifier|status|basis)\.\w+", key)]
    assert flags
    assert not [key for key in flags if f"export.key.{key}" not in words()]


def test_no_text_is_a_formula_or_a_link_and_minus_five_is_a_number() -> None:
    sheet = first(hostile())
    for row in sheet.iter_rows(min_row=2, max_row=len(hostile()) + 1):
        text, number = row[0], row[1]
        assert text.data_type == "s"
        assert text.hyperlink is None
        assert not str(text.value).startswith(("=", "+", "-", "@", "\t", "\r", "\0"))
        assert (number.data_type, number.value) == ("n", -5)


def test_text_longer_than_a_cell_is_cut_with_a_sign() -> None:
    long = max((str(row[0].value) for row in first(hostile()).iter_rows(min_row=2)), key=len)
    assert len(long) == 32_767
    assert long.endswith("…")


def test_more_rows_than_a_sheet_holds_stand_on_several_named_in_the_contents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 8)
    made = by_hand()
    book = read(written(xlsx, made, context()))
    names = ["Đoàn viên theo tỉnh", "Đoàn viên theo tỉnh (2)", "Đoàn viên theo tỉnh (3)"]
    assert book.sheetnames == ["Mục lục", *names, "Thông tin"]
    found = [row for name in names for row in cells(book[name])[1:] if row[1] is not None]
    assert found == [[expected(made, row, column) for column in range(11)] for row in range(5)]
    assert [[book["Mục lục"].cell(line, column).value for column in (3, 4)] for line in (5, 6, 7)] == [
        [2, 5],
        [2, 5],
        [1, 5],
    ]


def test_more_columns_than_excel_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_COLUMNS", 7)
    with pytest.raises(ExportError, match="take CSV or Parquet"):
        written(xlsx, by_hand(), context())


def test_equal_figures_give_equal_bytes_at_any_time() -> None:
    before = written(xlsx, by_hand(), context())
    time.sleep(2.1)
    assert written(xlsx, by_hand(), context()) == before


def test_an_empty_table_still_has_its_header() -> None:
    sheet = first(by_hand(values=()))
    assert [one.value for one in sheet[1]] == by_hand().headings()


def test_a_long_table_is_written_alike() -> None:
    made = by_hand(
        values=(("34:04", 2020, 1.0, "dong", "exact", 1, 1, 1.0, date(2020, 1, 1), True, "a"),) * 20_001
    )
    sheet = first(made)
    assert sheet.max_row == 20_001 + 3
    assert [one.value for one in sheet[20_002]] == [expected(made, 0, column) for column in range(11)]


def test_a_screen_is_one_workbook_with_contents_and_links() -> None:
    made = of_table(by_hand())
    cards = [
        (made, context()),
        (made, replace(context(), title="Tỷ lệ: nữ/đoàn viên [so với 2019] trên 34 tỉnh, thành phố")),
        (made, replace(context(), title="đoàn viên THEO tỉnh")),
        (made, replace(context(), title="Thông tin")),
        (made, replace(context(), title="'Nhà ở'")),
    ]
    book = screen(cards)
    assert book.sheetnames == [
        "Mục lục",
        "Đoàn viên theo tỉnh",
        "Tỷ lệ nữ đoàn viên so với 2019…",
        "đoàn viên THEO tỉnh (2)",
        "Thông tin (2)",
        "Nhà ở",
        "Thông tin",
    ]
    contents = book["Mục lục"]
    links = [contents.cell(line, 1).hyperlink for line in range(5, 10)]
    assert [link.location for link in links if link] == [f"'{name}'!A1" for name in book.sheetnames[1:-1]]
    assert [one.value for one in contents[5]] == ["Đoàn viên theo tỉnh", "Đoàn viên, người", 5, 5, 11, None]


def test_a_sheet_that_holds_some_of_the_rows_says_so_and_where_the_others_are() -> None:
    book = screen([(of_table(by_hand(), matching=1234), context())])
    contents = [one.value for one in book["Mục lục"][5]]
    assert contents[2:4] == [5, 1234]
    assert "chọn Tải xuống" in str(contents[5])
    assert str(book["Đoàn viên theo tỉnh"]["A9"].value).startswith("Bảng này giữ 5 trong 1.234 dòng khớp.")
