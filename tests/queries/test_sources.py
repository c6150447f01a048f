"""Sources and what was found in them, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_sources_are_listed_with_what_was_taken_from_them() -> None:
    columns = "source source_kind figures totals preliminary findings targets matching"
    assert table("sources/list", columns) == [
        ("H1", "report", 27, 24, 0, 0, 6, 3),
        ("H2", "news", 18, 17, 0, 1, 4, 3),
        ("H3", "portal", 5, 5, 1, 0, 1, 3),
    ]


def test_a_document_of_targets_alone_is_listed_and_tells_each_with_what_came_of_it() -> None:
    columns = "source figures targets"
    assert table("sources/list", columns, year_from=2022, places=["34:25"]) == [("H2", 5, 3), ("H3", 3, None)]
    assert table("sources/list", columns, year_from=2021, kind="cd_vien_chuc") == [("H1", 0, 1)]
    named = table("sources/targets", "org metric year target value reached band figure", source="H2")
    assert named[-1] == ("ldld-vinh-phuc", "donation_amount", 2018, 80_010_000, 8e7, 99.9, "near", "H2-F01")
    assert [row[0] for row in named[:-1]] == ["ldld-vinh-phuc", "ldld-hoa-binh", "ldld-phu-tho"]


def test_sources_are_found_without_accents_and_counted_within_the_filters() -> None:
    assert table("sources/list", "source", search="vinh phuc") == [("H2",)]
    assert table("sources/list", "source figures", places=["34:04"], year_from=2021) == [
        ("H1", 19),
        ("H2", 1),
    ]


def test_one_source_is_told_whole() -> None:
    assert table("sources/one", "source publisher_vi source_kind figures", source="H2") == [
        ("H2", "LĐLĐ tỉnh Vĩnh Phúc", "news", 18)
    ]


def test_the_sources_behind_a_metric_are_named() -> None:
    assert table("sources/of_figures", "metric year source figures", metrics=["members"]) == [
        ("members", 2020, "H1", 6),
        ("members", 2021, "H1", 1),
        ("members", 2023, "H2", 2),
        ("members", 2024, "H2", 3),
        ("members", 2024, "H3", 1),
        ("members", 2025, "H3", 1),
    ]
    assert table("sources/of_figures", "source", metrics=["members"], places=["34:25"], year_from=2025) == [
        ("H3",)
    ]


def test_the_sources_of_a_unit_are_its_own_else_those_of_the_units_below_it_metric_by_metric() -> None:
    def documents(unit: str, metric: str) -> list[tuple[object, ...]]:
        return table("sources/of_units", "source figures", sides=[unit], metrics=[metric])

    assert documents("ldld-cao-bang", "members") == [("H1", 3)]
    assert documents("vien-chuc", "members") == [("H1", 1)]
    assert documents("vien-chuc", "welfare_amount") == [("H1", 1)]
    assert documents("ldld-cao-bang", "branches") == [("H1", 1)]


def test_what_the_checks_found_is_told_with_both_values_and_both_figures() -> None:
    columns = "check severity printed held_against unit figure other source matching"
    assert table("sources/findings", columns, org="ldld-vinh-phuc") == [
        ("parts", "note", 80_000_000, 50_000_000, "dong", "H2-F01", "H2-F02", "H2", 1)
    ]
    assert table("sources/findings", "check", source="H1") == []


def test_all_sources_are_named() -> None:
    assert table("sources/all", "source") == [("H1",), ("H2",), ("H3",)]
