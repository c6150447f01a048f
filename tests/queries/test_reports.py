"""Who has reported for a period, when, and who has not, on figures made by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.asking import Edit, changed, read_from, serve, table

pytestmark = pytest.mark.usefixtures("hand")
COUNTS = "level known sent on_time late undated missing heard"
H3 = "Báo cáo thử của Phú Thọ mới,Báo cáo thử của Phú Thọ mới,2025-12-31"
Built = Callable[..., None]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Serves the hand-made figures with a few texts replaced."""

    def serve_changed(*edits: Edit) -> None:
        serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", *edits))

    return serve_changed


def asked(name: str, columns: str, year: int, period: str = "year", **inputs: Any) -> list[tuple[Any, ...]]:
    return table(name, columns, year_to=year, period=period, **inputs)


def test_a_period_is_asked_for_once_its_cut_off_lies_behind_the_newest_source() -> None:
    assert table("reports/periods", "period_type year cut_off due_on", year_from=2025) == [
        ("year", 2025, date(2025, 11, 30), date(2026, 1, 14)),
        ("half", 2025, date(2025, 5, 31), date(2025, 7, 15)),
    ]


def test_a_year_has_no_period_before_its_cut_off(built: Built) -> None:
    built(
        ("sources", H3, H3.replace("2025-12-31", "2025-11-29")),
        (
            "facts",
            "ldld-phu-tho-2025,2025,as_of,2025-12-31,2025-12-31",
            "ldld-phu-tho-2025,2025,as_of,2025-11-29,2025-11-29",
        ),
    )
    assert table("reports/periods", "period_type", year_from=2025) == [("half",)]


def test_a_report_after_the_due_date_is_late_by_the_days_between() -> None:
    found = asked("reports/late", "org due_on reported_on days_late", 2020)
    assert found == [
        ("ldld-cao-bang", date(2021, 1, 14), date(2021, 12, 31), 351),
        ("vien-chuc", date(2021, 1, 14), date(2021, 12, 31), 351),
    ]
    assert asked("reports/late", "org days_late", 2021, "half") == [("ldld-cao-bang", 169)]


def test_levels_are_counted_apart_and_those_that_ended_before_the_cut_off_owe_nothing() -> None:
    assert asked("reports/by_level", COUNTS, 2021) == [
        ("provincial", 4, 1, 1, 0, 0, 3, 0),
        ("central_industry", 1, 0, 0, 0, 0, 1, 0),
        ("upper", 1, 0, 0, 0, 0, 1, 0),
        ("branch", 4, 0, 0, 0, 0, 4, 0),
    ]
    assert asked("reports/by_level", COUNTS, 2025)[0] == ("provincial", 2, 1, 1, 0, 0, 1, 0)
    assert asked("reports/by_level", COUNTS, 2025, "half")[0] == ("provincial", 4, 0, 0, 0, 0, 4, 0)


def test_what_the_press_says_of_a_unit_is_known_but_no_report() -> None:
    assert asked("reports/missing", "org heard members members_qualifier members_year", 2024) == [
        ("ldld-cao-bang", False, 120, "over", 2021),
        ("ldld-hoa-binh", True, 30, "over", 2024),
        ("ldld-vinh-phuc", True, 20, "exact", 2024),
        ("ldld-phu-tho", True, 10, "about", 2024),
        ("nganh-dien", False, None, None, None),
        ("vien-chuc", False, 95, "exact", 2020),
    ]


def test_what_the_confederation_compiles_of_a_unit_is_no_report_of_the_unit(built: Built) -> None:
    publisher = "LĐLĐ tỉnh Phú Thọ,LĐLĐ tỉnh Phú Thọ,Báo"
    built(("sources", publisher, "Tổng Liên đoàn Lao động Việt Nam,x,Báo"))
    assert ("ldld-phu-tho-2025", True) in asked("reports/missing", "org heard", 2025)


def test_a_report_without_a_day_is_neither_on_time_nor_late(built: Built) -> None:
    built(("sources", H3, H3.replace("2025-12-31", "")))
    assert asked("reports/by_level", COUNTS, 2025)[0] == ("provincial", 2, 1, 0, 0, 1, 1, 0)


def test_a_stock_reports_for_the_period_in_whose_last_weeks_its_day_lies(built: Built) -> None:
    assert asked("reports/late", "org days_late", 2020, "half") == [("ldld-cao-bang", 534)]
    built(
        ("facts", "vien-chuc,2020,as_of,2020-12-31,2020-12-31", "vien-chuc,2020,as_of,2020-10-31,2020-10-31")
    )
    assert asked("reports/late", "org", 2020) == [("ldld-cao-bang",)]


def test_a_missing_unit_has_the_year_and_day_of_its_last_report() -> None:
    found = asked("reports/missing", "org last_report_year last_report_on", 2024, kind="cd_vien_chuc")
    assert found == [("vien-chuc", 2020, date(2021, 12, 31))]


def test_nobody_knows_who_owes_a_report_where_the_register_is_not_complete() -> None:
    assert {row[0] for row in asked("reports/by_level", "owing", 2021)} == {None}
    assert {row[0] for row in asked("reports/branches", "owing", 2021)} == {None}
    assert set(asked("reports/by_place", "owing share", 2021)) == {(None, None)}


def test_with_every_unit_listed_the_members_behind_the_missing_are_added_level_by_level(
    complete_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_from(complete_warehouse, monkeypatch)
    columns = "level owing missing members members_qualifier members_known"
    assert asked("reports/by_level", columns, 2024) == [
        ("provincial", 4, 4, 180, "about", 4),
        ("central_industry", 1, 1, None, None, 0),
        ("upper", 1, 1, 95, "exact", 1),
        ("branch", 4, 4, 97, "exact", 3),
    ]


def test_branches_are_counts_under_the_unit_above_them_and_those_under_none_stand_last(
    complete_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_from(complete_warehouse, monkeypatch)
    columns = "org place owing sent late missing members members_known"
    assert asked("reports/branches", columns, 2021) == [
        ("vien-chuc", "34:04", 2, 0, 0, 2, 90, 2),
        (None, None, 1, 0, 0, 1, 7, 1),
        ("nganh-dien", "34:04", 1, 0, 0, 1, None, 0),
    ]
    assert asked("reports/branches", columns, 2020) == [("nganh-dien", "34:04", 1, 0, 0, 1, None, 0)]


def test_shares_of_a_place_are_of_the_units_that_owe_a_report_there(
    complete_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_from(complete_warehouse, monkeypatch)
    columns = "place report_state value owing share"
    assert asked("reports/by_place", columns, 2021, levels=["provincial", "upper"]) == [
        ("34:04", "on_time", 1, 2, 50.0),
        ("34:04", "missing", 1, 2, 50.0),
        ("34:25", "missing", 3, 3, 100.0),
    ]
    assert asked("reports/by_place", columns, 2020, levels=["branch"]) == [
        ("34:04", "late", 2, 3, 66.7),
        ("34:04", "missing", 1, 3, 33.3),
        ("", "late", 1, 1, 100.0),
    ]
