"""What a title names is found among the rows of its table and of its chart, and nothing else is."""

import pytest

from congdoan.packs.named import chosen, named_heads, named_row

HEADS = {
    "Đồng Tháp 2.830/2.988 CĐCS": "Năm 2024: tỷ lệ cao nhất ở Đồng Tháp, 19,0 % (537 trong 2.830)",
    "Hưng Yên 25/28": "Các cấp trên cơ sở: thiếu nhiều nhất ở Hưng Yên, 10,7 % (3/28)",
    "Hành chính, sự nghiệp, 2024 56.767/60.350 CĐCS": "Năm 2024: cao nhất ở Hành chính, sự nghiệp (19,9 %)",
    "Lạng Sơn 496 of 542 branches": "2025: the highest share is in Lạng Sơn, 18.1% (90 of 496)",
    "2024 104.495/110.418 CĐCS": "Năm 2024: 18.385 trong 104.495 CĐCS",
    "12. TP. Hồ Chí Minh": "nhiều nhất là TP. Hồ Chí Minh với 1.961.643 người",
    "Đồng Nai (cũ)": "22 nơi có số, nhiều nhất là Đồng Nai (cũ) với 30.831 người",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_row_is_named_by_its_words_without_what_stands_beside_them(head: str) -> None:
    assert named_heads(HEADS[head], ["Hà Nội 26/26", head, "An Giang, 2023 3/3"]) == [1]


def test_a_row_of_the_same_form_is_named_with_it_and_a_longer_name_is_not() -> None:
    heads = ["Cấp tỉnh", "Bằng khen của tỉnh", "", "Bằng khen của tỉnh (chuyên đề)"]
    assert named_heads("Nhiều nhất: Bằng khen của tỉnh, 10.918 cá nhân", heads) == [1, 2]


def test_of_rows_of_one_unit_the_one_with_the_value_is_named() -> None:
    found = [["Hà Nội", "30"], ["TP. Hồ Chí Minh", "361"], ["TP. Hồ Chí Minh", "1.961"]]
    assert named_row("Đoàn viên: xa nhất là TP. Hồ Chí Minh, 1.961 người", found) == 2
    assert named_row("Đoàn viên: xa nhất là TP. Hồ Chí Minh, 1.961.643 người", found) == 1
    assert named_row("Đoàn viên năm 2024", found) is None


def test_a_title_that_fits_all_rows_or_many_names_none() -> None:
    levels = [["Cấp tỉnh", "34"], ["Cơ sở", "13"]]
    assert named_row("Báo cáo đã thấy: Cấp tỉnh 0/34; Cơ sở 0/13", levels) is None
    missing = [["Đoàn viên", place] for place in "ABCDE"] + [["Nhà", "F"]]
    assert named_row("Chưa có số liệu: Đoàn viên ở 5 nơi", missing) is None


def test_where_not_all_rows_have_room_the_named_ones_stay_under_their_heading() -> None:
    assert chosen(10, 4, [8], [0, 6]) == [0, 1, 6, 8]
    assert chosen(10, 4, [], []) == [0, 1, 2, 3]
    assert chosen(10, 4, [], [3]) == [0, 1, 2]
