"""Awards by form, recipient and occasion, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_a_title_within_another_is_never_added() -> None:
    asked = {"places": ["34:04"], "items": ["award.lao_dong_tien_tien", "award.cstd_co_so"]}
    assert table("awards/by_form", "item value nested_in", **asked) == [
        ("award.lao_dong_tien_tien", 23, None),
        ("award.cstd_co_so", 2, "award.lao_dong_tien_tien"),
    ]


def test_thematic_and_comprehensive_collective_and_individual_stand_apart() -> None:
    asked = {"places": ["34:04"], "items": ["award.bang_khen_ldld"]}
    assert table("awards/by_form", "level recipient occasion value basis qualifier", **asked) == [
        ("province", "collective", "thematic", 5, "reported", "exact"),
        ("province", "individual", "comprehensive", 9, "reported", "exact"),
    ]


def test_in_a_partial_register_the_country_has_recorded_at_least_so_many() -> None:
    found = table("awards/by_form", "item basis qualifier value")
    assert {(basis, qualifier) for _, basis, qualifier, _ in found} == {("tally", "at_least")}
    assert [value for *_, value in found] == [5, 9, 23, 2]


def test_each_level_tells_its_newest_year_and_leaves_titles_within_others_out() -> None:
    columns = "level year value qualifier"
    assert table("awards/by_level", columns, places=["34:04"]) == [
        ("province", 2021, 5, "exact"),
        ("province", 2021, 9, "exact"),
        ("employer", 2021, 23, "exact"),
    ], "collectives and individuals are never added"
    assert {qualifier for *_, qualifier in table("awards/by_level", columns)} == {"at_least"}


def test_a_title_within_another_is_left_out_of_its_level() -> None:
    assert table("awards/over_years", "level recipient value basis", places=["34:04"]) == [
        ("province", "collective", 5, "reported"),
        ("province", "individual", 9, "reported"),
        ("employer", "individual", 23, "reported"),
    ]


def test_who_told_of_awards_is_named_form_by_form() -> None:
    columns = "place year item recipient occasion value figure matching"
    assert table("awards/recipients", columns, limit=2) == [
        ("34:04", 2021, "award.bang_khen_ldld", "individual", "comprehensive", 9, "H1-F24", 4),
        ("34:04", 2021, "award.bang_khen_ldld", "collective", "thematic", 5, "H1-F23", 4),
    ]
