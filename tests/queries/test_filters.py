"""How much each option of a filter would leave, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_every_kind_of_union_says_how_many_figures_it_has() -> None:
    assert table("filters/kinds", "kind figures", metrics=["members"]) == [
        ("tong", 1),
        ("ldld_tinh", 9),
        ("cd_vien_chuc", 1),
        ("cdcs", 3),
    ]
    assert table("filters/kinds", "kind figures", places=["34:25"], year_from=2024) == [("ldld_tinh", 6)]


def test_every_province_is_offered_and_those_without_figures_have_none() -> None:
    found = table("filters/places", "place region figures")
    assert len(found) == 34
    assert [one for one in found if one[2]] == [
        ("34:04", "northern_mountains", 27),
        ("34:25", "northern_mountains", 20),
    ]
    former = table("filters/places", "place figures", scheme="63", metrics=["members"])
    assert len(former) == 63
    assert {place: figures for place, figures in former if figures} == {
        "63:04": 6,
        "63:17": 2,
        "63:25": 1,
        "63:26": 2,
    }


def test_every_year_with_figures_is_offered_and_no_other() -> None:
    assert table("filters/years", "year figures", metrics=["members"]) == [
        (2020, 6),
        (2021, 1),
        (2023, 2),
        (2024, 4),
        (2025, 1),
    ]
    assert table(
        "filters/years", "year figures", metrics=["members"], places=["34:25"], kind="ldld_tinh"
    ) == [
        (2023, 2),
        (2024, 3),
        (2025, 1),
    ]
