"""Units side by side by hand, on the figures of 2022 that are added to the hand-made ones."""

import pytest

from tests.asking import side_by_side, table

pytestmark = pytest.mark.usefixtures("year_2022")
MEMBERS = ["members/all"]


def test_units_stand_side_by_side_like_places() -> None:
    units = "ldld-vinh-phuc ldld-hoa-binh ldld-cao-bang"
    found = side_by_side("org place value difference change caution", *MEMBERS, sides=units, periods="2022")
    assert found == [
        ("ldld-vinh-phuc", None, 50_000, None, None, None),
        ("ldld-hoa-binh", None, 400, -49_600, -99.2, "preliminary"),
        ("ldld-cao-bang", None, 100_000, 50_000, 100.0, None),
    ]


def test_units_of_unlike_level_and_a_unit_beside_a_territory_are_not_compared() -> None:
    columns = "org place value difference refusal"
    assert side_by_side(columns, *MEMBERS, sides="ldld-cao-bang vien-chuc 63:04 so-y-te", periods="2022") == [
        ("ldld-cao-bang", None, 100_000, None, None),
        ("vien-chuc", None, 10, None, "level"),
        (None, "63:04", 100_000, None, "territory"),
        ("so-y-te", None, None, None, "level"),
    ]


def test_a_central_industry_union_is_a_peer_of_another_kind_of_a_federation() -> None:
    found = side_by_side(
        "org difference refusal caution", *MEMBERS, sides="ldld-cao-bang nganh-dien", periods="2022"
    )
    assert found == [("ldld-cao-bang", None, None, None), ("nganh-dien", -99_800, None, "other_kind")]


def test_a_unit_can_have_no_figure_outside_its_years() -> None:
    units = "ldld-vinh-phuc ldld-phu-tho-2025"
    for year, possible in ((2024, [True, False]), (2025, [True, True]), (2026, [False, True])):
        found = side_by_side("possible", *MEMBERS, sides=units, periods=str(year))
        assert [one for (one,) in found] == possible


def test_periods_of_a_unit_are_compared_like_those_of_a_place() -> None:
    half = "half:2021-01-01:2021-06-30"
    asked_for = {"sides": ["ldld-cao-bang"], "measures": ["welfare_amount/all"]}
    assert table("comparison/periods", "period figures", **asked_for) == [("2021", 1), (half, 1), ("2020", 1)]
    found = side_by_side(
        "org period value refusal", "welfare_amount/all", sides="ldld-cao-bang", periods=f"2020 {half}"
    )
    assert found == [
        ("ldld-cao-bang", "2020", 400_000_000, None),
        ("ldld-cao-bang", half, 900_000_000, "period_kind"),
    ]


def test_the_periods_of_several_count_the_figures_of_each() -> None:
    asked_for = {"sides": ["ldld-cao-bang", "ldld-vinh-phuc"], "measures": MEMBERS}
    assert ("2022", 2) in table("comparison/periods", "period figures", **asked_for)


def test_medians_of_places_are_no_measure_for_units() -> None:
    inputs = {"scheme": "63", "measures": MEMBERS, "year_from": 2022, "year_to": 2022}
    assert table("comparison/medians", "reference", places=["ldld-vinh-phuc"], **inputs) == []


def test_a_unit_asks_for_its_own_cluster() -> None:
    asked_for = {"sides": ["vien-chuc"], "measures": MEMBERS}
    assert len(table("comparison/clusters", "standing", year_to=2022, **asked_for)) == 4
