"""Ratings as counts and shares with both denominators, on figures made by hand."""

from pathlib import Path

import pytest

from tests.asking import changed, publish_again, read_from, table

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


def rating(number: int, unit: str, year: int, item: str) -> str:
    """One branch's own rating of a year, as a row of facts."""
    told = f"H1-F{number},H1,{unit},{year},year,{year}-01-01,{year}-12-31,rated_branches,{item}"
    return f"{told},,,1,,,branch,exact,final,total,,{number},,"


def test_like_for_like_ratings_are_of_the_branches_rated_in_both_years_on_one_scale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both in 2020 and 2021: Health from good to excellent, Đắk Hòa good; Power was rated in 2021 only."""
    told = [("so-y-te", 2020, "htt"), ("dak", 2020, "htt"), ("so-y-te", 2021, "htxs"), ("dak", 2021, "htt")]
    told += [("dien-luc", 2021, "ht"), ("so-y-te", 2018, "vm"), ("so-y-te", 2019, "htt")]
    lines = [rating(number, *one) for number, one in enumerate(told, 40)]
    health = "so-y-te,2020,as_of,2020-12-31,2020-12-31,members,,,,40,,,person,exact,final,total,,7,,"
    own = "rated_branches,htxs,,,1,,,branch,exact,final,total,H1-F05,18,,"
    facts = changed(
        tmp_path / "facts",
        ("facts", health, "\n".join([health, *lines])),
        ("facts", own, own.replace(",1,", ",3,")),
    )
    publish_again(tmp_path / "complete", "complete", complete=True, facts=facts)
    read_from(tmp_path / "complete", monkeypatch)
    columns = "year item alike_now alike_before alike_branches alike_exact"
    compared = [
        (2021, "rating.htxs", 50.0, 0.0, 2, True),
        (2021, "rating.htt", 50.0, 100.0, 2, True),
        (2021, "rating.ht", None, None, None, None),
    ]
    for places in (["34:04"], None):
        found = table("ratings/by_year", columns, places=places, year_from=2018)
        assert [row for row in found if row[0] == 2021] == compared
        assert [row for row in found if row[0] == 2020] == [(2020, "rating.htt", 100.0, 100.0, 1, True)]
        assert {row[2:] for row in found if row[0] == 2019} == {(None, None, None, None)}
