"""Tables fit a page: what says the same is said once, and what does not fit is counted."""

from dataclasses import replace

import pytest

from congdoan import tables
from congdoan.packs import MOST_HELD, Slide
from congdoan.packs.narrow import Laid, laid, narrow, remarks
from congdoan.tables import Table
from tests.charts.frames import rows
from tests.packs.kinds import context


def table(count: int = 40) -> Table:
    records = (
        {"year": 2000 + at, "place": "34:04", "figure": f"f{at}", "value": at, "unit": "person"}
        for at in range(count)
    )
    return tables.table(rows(*records, value="amount"), "vi")


def slide(count: int, matching: int | None = None) -> Slide:
    return Slide(1, "card", "", context("vi"), table=table(count), matching=matching)


def held(count: int, room: float, tall: float) -> Laid:
    return laid(narrow(table(count)), room, tall, (14, 12), (12, 10))


def test_what_is_the_same_in_every_row_is_said_below_and_ids_are_left_to_workbooks() -> None:
    made = narrow(table())
    assert made.headings == ("Năm", "Giá trị")
    assert made.same == ("Địa phương: Cao Bằng", "Đơn vị tính: người")
    assert remarks(made, slide(40)) == ["Địa phương: Cao Bằng; Đơn vị tính: người."]


def test_numbers_that_all_rows_share_are_said_below_where_others_differ() -> None:
    told = [
        {"metric": metric, "value": value, "reported": 34}
        for metric, value in (("members", 5), ("branches", 7))
    ]
    made = narrow(tables.table(rows(*told, value="count", reported="count"), "vi"))
    assert made.headings == ("Chỉ tiêu", "Giá trị")
    assert len(made.same) == 1
    alike = [{"metric": metric, "reported": 34} for metric in ("members", "branches")]
    assert len(narrow(tables.table(rows(*alike, reported="count"), "vi")).headings) == 2


def test_a_single_row_of_many_columns_stands_upright() -> None:
    row = {"year": 2021, "place": "34:04", "metric": "members", "value": 5, "unit": "person"}
    held = tables.table(rows(row, value="amount"), "en")
    made = narrow(held)
    assert made.headings == ("Measure", "Figure")
    assert ("Value", "5") in made.rows
    assert len(made.rows) == made.rows.index(made.rows[-1]) + 1 == 5
    assert not remarks(made, Slide(1, "card", "", context("en"), table=held))


def test_a_table_that_fits_has_all_its_rows_in_the_largest_size() -> None:
    assert (held(5, 400, 300).size, len(held(5, 400, 300).table.rows)) == (14, 5)


def test_a_long_table_has_its_first_rows_and_says_so() -> None:
    made = held(40, 400, 200)
    assert sum(made.heights) <= 200
    assert made.table.rows == narrow(table()).rows[: len(made.table.rows)]
    assert remarks(made.table, slide(40, 90))[0].startswith(f"{len(made.table.rows)} trong 90 dòng")


@pytest.mark.parametrize(
    ("matching", "said"),
    [
        (90, "đủ trong tệp XLSX"),
        (MOST_HELD + 5, "tệp XLSX giữ 20.000 dòng đầu, bảng điều khiển có đủ"),
    ],
)
def test_it_is_said_which_files_hold_the_rows_that_a_page_leaves_out(matching: int, said: str) -> None:
    made = replace(slide(40, matching), whole=table)
    assert said in remarks(held(40, 400, 200).table, made)[0]


@pytest.mark.parametrize("room", [60, 90, 140])
def test_columns_stay_on_the_page_and_those_that_do_not_are_counted(room: float) -> None:
    made = held(5, room, 1000)
    assert sum(made.widths) <= room + 0.01
    assert len(made.table.rows) == 5
    said = remarks(made.table, slide(5))[0]
    assert ("trong 2 cột" in said) == (len(made.table.headings) < 2)


def test_columns_that_compare_two_years_are_left_out_together() -> None:
    compared = ("same_now", "same_before", "alike_now", "alike_before")
    told = [{"year": 2020 + at, "value": at, **dict.fromkeys(compared, 10**12 + at)} for at in range(3)]
    table = tables.table(rows(*told, value="count", **dict.fromkeys(compared, "count")), "vi")
    whole = narrow(table)
    assert len(whole.headings) == 6
    left = whole.fewer()
    assert left.headings == whole.headings[:4]
    assert left.fewer().headings == whole.headings[:2]


def test_words_that_two_columns_say_alike_stand_once_under_both_headings() -> None:
    told = [{"place": place, "home": place, "value": at} for at, place in enumerate(("34:01", "34:04"))]
    table = tables.table(rows(*told, value="count", home="place"), "vi")
    made = narrow(table)
    assert made.headings == ("; ".join(table.headings()[:2]), table.headings()[2])
    assert [row[0] for row in made.rows] == ["Hà Nội", "Cao Bằng"]
