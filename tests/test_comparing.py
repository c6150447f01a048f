"""What a comparison says in words, from records made by hand."""

from datetime import date
from typing import Any

from congdoan import comparing
from tests.charts.frames import FIGURE, funnel, rows

CELL = {**FIGURE, "metric": "members", "item": "all", "period": "2024", "difference": None, "change": None,
        "refusal": None, "caution": None, "possible": True}  # fmt: skip


def cells(*told: dict[str, Any]) -> list[Any]:
    """The cells of a table of one measure beside each other, without its name."""
    found = rows(*({**CELL, **one} for one in told), period="text", difference="amount", possible="flag")
    return [cell for (cell,) in comparing.beside(found, "vi", "place").cells[1:]]


def test_a_cell_says_how_much_more_or_less_than_the_first() -> None:
    assert cells(
        {"place": "34:01", "value": 100},
        {
            "place": "34:04",
            "value": 125,
            "difference": 25,
            "change": 25.0,
            "qualifier": "over",
            "caution": "inexact",
        },
        {"place": "34:08", "value": 100, "difference": 0, "change": 0.0, "status": "preliminary"},
    ) == [
        "100 người",
        "trên 125 người · hơn gốc 25 người (25,0\u00a0%); có số không chính xác tuyệt đối",
        "100 người · Sơ bộ · bằng gốc",
    ]


def test_zero_missing_and_impossible_are_three_things() -> None:
    assert cells(
        {"place": "34:01", "value": 0},
        {"place": "34:04", "value": None},
        {"place": "34:08", "value": None, "possible": False},
    ) == ["0 người", "–", "×"]


def test_what_is_not_compared_says_why_and_a_sum_says_its_coverage() -> None:
    assert (
        cells(
            {"place": "34:01", "value": 100},
            {"place": "34:04", "value": 80, "basis": "summed", "refusal": "extent"},
        )[1]
        == "80 người · 3/4 đơn vị có số liệu · không so: một bên chưa đủ số liệu"
    )


def test_a_period_is_named_by_its_kind() -> None:
    assert comparing.period_words("2024", "vi") == "năm 2024"
    assert comparing.period_words("half:2021-01-01:2021-06-30", "en") == "first half of 2021"


def test_who_lies_outside_a_funnel_is_named_with_the_limit() -> None:
    assert comparing.outside(funnel(), "vi") == (
        "1 trong 2 nơi nằm ngoài giới hạn quanh tỷ lệ chung 30,0\u00a0%: Cao Bằng (trên giới hạn 95\u00a0%)"
    )


def units(*told: tuple[str, str, str | None, date | None]) -> tuple[tuple[str, str], ...]:
    """The names of units from id, name, province and last day."""
    names = ("org", "organisation_vi", "place", "valid_to")
    found = rows(*(dict(zip(names, one, strict=True)) for one in told), valid_to="date")
    return comparing.unit_names(found, "vi")


def test_units_of_one_name_are_told_apart_by_province_last_day_or_id() -> None:
    school, ended = "CĐCS Trường A", date(2025, 6, 30)
    assert units(("a", school, "34:01", None), ("b", "CĐCS Sở B", "34:01", None)) == (
        ("a", school),
        ("b", "CĐCS Sở B"),
    )
    assert [name for _, name in units(("a", school, "34:01", None), ("b", school, "34:04", None))] == [
        "CĐCS Trường A (Hà Nội)",
        "CĐCS Trường A (Cao Bằng)",
    ]
    assert [name for _, name in units(("a", school, "34:01", None), ("b", school, "34:01", ended))] == [
        "CĐCS Trường A (hiện nay)",
        "CĐCS Trường A (Đến 30/06/2025)",
    ]
    assert [name for _, name in units(("a", school, "34:01", None), ("b", school, "34:01", None))] == [
        "CĐCS Trường A (a)",
        "CĐCS Trường A (b)",
    ]


def test_the_newest_year_has_at_least_half_as_many_figures_as_the_best() -> None:
    told = [
        ("2025", "year", 1),
        ("2024", "year", 4),
        ("half:2026-01-01:2026-06-30", "half", 8),
        ("2023", "year", 8),
    ]
    found = rows(*(dict(zip(("period", "period_type", "figures"), one, strict=True)) for one in told))
    assert comparing.newest_year(found) == 2024
    assert comparing.newest_year(found.take([])) is None
