"""Ratings as counts and shares with both denominators, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_a_rating_comes_with_both_denominators() -> None:
    columns = "item rating_scheme value rated all share share_of_all"
    assert table("ratings/by_year", columns, places=["34:04"]) == [
        ("rating.htxs", "htnv", 1, 4, 4, 25.0, 25.0),
        ("rating.htt", "htnv", 2, 4, 4, 50.0, 50.0),
        ("rating.ht", "htnv", 1, 4, 4, 25.0, 25.0),
    ]


def test_the_ratings_of_several_places_say_how_many_of_them_have_any() -> None:
    asked = {"places": ["34:01", "34:04", "34:25"], "year_from": 2021}
    assert table("ratings/by_year", "item reported expected", **asked) == [
        ("rating.htxs", 1, 3),
        ("rating.htt", 1, 3),
        ("rating.ht", 1, 3),
    ]


def test_where_the_branches_are_not_known_no_share_is_told() -> None:
    columns = "item value rated all share share_of_all"
    assert table("ratings/by_year", columns, places=["63:26"], scheme="63") == [
        ("rating.vm", 7, 10, None, None, None),
        ("rating.kha", 2, 10, None, None, None),
        ("rating.tb", 1, 10, None, None, None),
    ]


def test_a_unit_has_shares_only_where_its_set_of_ratings_is_whole() -> None:
    columns = "org item value rated share printed_share"
    assert table("ratings/by_organisation", columns) == [
        ("ldld-cao-bang", "rating.htxs", 1, 4, 25.0, None),
        ("ldld-cao-bang", "rating.htt", 2, 4, 50.0, None),
        ("ldld-cao-bang", "rating.ht", 1, 4, 25.0, None),
        ("ldld-vinh-phuc", "rating.vm", 7, None, None, None),
        ("ldld-vinh-phuc", "rating.kha", 2, None, None, 2.0),
        ("ldld-vinh-phuc", "rating.tb", 1, None, None, None),
    ]


def test_places_are_rated_one_by_one_in_one_year() -> None:
    assert table("ratings/by_place", "place item value rated all share", year_to=2021) == [
        ("34:04", "rating.htxs", 1, 4, 4, 25.0),
        ("34:04", "rating.htt", 2, 4, 4, 50.0),
        ("34:04", "rating.ht", 1, 4, 4, 25.0),
    ]
