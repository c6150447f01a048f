"""A figure keeps its unit, its qualifier and its doubt in words."""

from decimal import Decimal

import pytest

from congdoan import formats
from congdoan.catalogue import metrics
from congdoan.formats import Number

NBSP = "\N{NO-BREAK SPACE}"


def test_a_printed_share_keeps_its_decimals() -> None:
    assert formats.figure(Decimal("0.59"), "percent", "exact", None, "vi") == f"0,59{NBSP}%"
    assert formats.figure(Decimal("40.40"), "percent", "exact", None, "en") == "40.4%"


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        (84, "branch", "84 CĐCS", "84 branches"),
        (1, "branch", "1 CĐCS", "1 branch"),
        (5156, "person", "5.156 người", "5,156 people"),
        (0, "person", "0 người", "0 people"),
        (97, "blood_unit", "97 đơn vị máu", "97 blood units"),
        (238_000_000, "dong", "238 triệu đồng", "VND 238 million"),
        (700, "item", "700", "700"),
    ],
)
def test_a_value_carries_the_word_of_its_unit(value: Number, unit: str, vi: str, en: str) -> None:
    assert formats.quantity(value, unit, "vi") == vi
    assert formats.quantity(value, unit, "en") == en


def test_every_unit_of_the_catalogue_can_be_written() -> None:
    units = {unit for metric in metrics().values() for unit in metric.units}
    for unit in units - {"dong"}:
        assert formats.quantity(2, unit, "vi").startswith("2")
        assert "2" in formats.quantity(2, unit, "en")


@pytest.mark.parametrize(
    ("qualifier", "vi", "en"),
    [
        ("exact", "800 người", "800 people"),
        (None, "800 người", "800 people"),
        ("over", "trên 800 người", "over 800 people"),
        ("at_least", "ít nhất 800 người", "at least 800 people"),
        ("almost", "gần 800 người", "nearly 800 people"),
        ("about", "khoảng 800 người", "about 800 people"),
        ("at_most", "không quá 800 người", "at most 800 people"),
    ],
)
def test_a_qualifier_survives_in_words(qualifier: str | None, vi: str, en: str) -> None:
    assert formats.figure(800, "person", qualifier, None, "vi") == vi
    assert formats.figure(800, "person", qualifier, None, "en") == en


def test_over_79_million_stays_over_in_short_and_in_full() -> None:
    assert formats.figure(79_000_000, "dong", "over", None, "vi") == "trên 79 triệu đồng"
    assert formats.figure(79_000_000, "dong", "over", None, "vi", exact=True) == "trên 79.000.000 đồng"


def test_missing_zero_and_not_applicable_are_three_different_marks() -> None:
    assert formats.marks("vi") == (
        ("–", "Chưa có số liệu"),
        ("×", "không áp dụng"),
        ("0", "thực sự bằng không"),
    )
    assert len({mark for mark, _ in formats.marks("en")}) == 3
    assert formats.number(0, "vi") == formats.ZERO


@pytest.mark.parametrize(
    ("new", "old", "vi", "en"),
    [
        (104.2, 100, f"tăng 4,2{NBSP}% so với 2024", "up 4.2% on 2024"),
        (95, 100, f"giảm 5,0{NBSP}% so với 2024", "down 5.0% on 2024"),
        (0, 100, f"giảm 100,0{NBSP}% so với 2024", "down 100.0% on 2024"),
        (100, 100, "không đổi so với 2024", "unchanged on 2024"),
        (0, 0, "không đổi so với 2024", "unchanged on 2024"),
        (100_001, 100_000, "gần như không đổi so với 2024", "almost unchanged on 2024"),
        (5, 0, "chưa so sánh được", "not comparable yet"),
        (5, -5, "chưa so sánh được", "not comparable yet"),
        (-5, 5, "chưa so sánh được", "not comparable yet"),
        (5, None, "chưa so sánh được", "not comparable yet"),
        (None, 5, "chưa so sánh được", "not comparable yet"),
    ],
)
def test_a_change_is_said_in_words(new: Number | None, old: Number | None, vi: str, en: str) -> None:
    assert formats.change(new, old, "vi", 2024) == vi
    assert formats.change(new, old, "en", 2024) == en


@pytest.mark.parametrize(
    ("new", "old", "vi", "en"),
    [
        (53.6, 49.4, "tăng 4,2 điểm phần trăm so với 2024", "up 4.2 percentage points on 2024"),
        (0, 5.95, "giảm 6,0 điểm phần trăm so với 2024", "down 6.0 percentage points on 2024"),
        (5, 0, "tăng 5,0 điểm phần trăm so với 2024", "up 5.0 percentage points on 2024"),
        (50.01, 50, "gần như không đổi so với 2024", "almost unchanged on 2024"),
    ],
)
def test_shares_differ_in_percentage_points(new: Number, old: Number, vi: str, en: str) -> None:
    assert formats.change(new, old, "vi", 2024, "percent") == vi
    assert formats.change(new, old, "en", 2024, "percent") == en


@pytest.mark.parametrize(
    ("length", "vi", "en"),
    [
        (0, "0 B", "0 B"),
        (999, "999 B", "999 B"),
        (12_340, "12,3 kB", "12.3 kB"),
        (999_949, "999,9 kB", "999.9 kB"),
        (999_950, "1 MB", "1 MB"),
        (25_000_000, "25 MB", "25 MB"),
    ],
)
def test_a_size_is_said_in_steps_of_a_thousand(length: int, vi: str, en: str) -> None:
    assert formats.size(length, "vi") == vi
    assert formats.size(length, "en") == en


@pytest.mark.parametrize(("rows", "vi", "en"), [(1, "1 dòng", "1 row"), (1234, "1.234 dòng", "1,234 rows")])
def test_rows_are_counted_in_words(rows: int, vi: str, en: str) -> None:
    assert formats.row_count(rows, "vi") == vi
    assert formats.row_count(rows, "en") == en


def test_a_word_in_place_of_a_number_is_shown_as_it_is() -> None:
    assert formats.figure(None, "gift", "exact", "nhiều", "vi") == "nhiều"


def test_a_shortened_amount_never_makes_its_qualifier_untrue() -> None:
    assert formats.figure(1_880_000_000, "dong", "at_least", None, "vi") == "ít nhất 1,8 tỷ đồng"
    assert formats.figure(1_880_000_000, "dong", "over", None, "en") == "over VND 1.8 billion"
    assert formats.figure(1_810_000_000, "dong", "almost", None, "vi") == "gần 1,9 tỷ đồng"
    assert formats.figure(1_880_000_000, "dong", "exact", None, "vi") == "1,9 tỷ đồng"


def test_what_was_reached_of_a_target_and_what_exceeds_it_are_two_words() -> None:
    assert formats.reached(173.8, 73.8, "exact", "vi") == f"đạt 173,8{NBSP}%, vượt 73,8{NBSP}%"
    assert formats.reached(100, None, "exact", "vi") == f"đạt 100,0{NBSP}%"
    assert formats.reached(67.9, None, "at_least", "en") == "reached at least 67.9%"
