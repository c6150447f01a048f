"""What chosen places come to, on figures made by hand."""

from pathlib import Path

import pytest

from tests.asking import changed, publish_again, read_from, table

pytestmark = pytest.mark.usefixtures("hand")


def test_the_country_is_read_year_by_year_with_its_coverage() -> None:
    columns = "year value qualifier basis reported expected figure"
    assert table("totals/over_years", columns, metrics=["members"]) == [
        (2020, 110, "exact", "summed", 1, 34, None),
        (2021, 120, "over", "summed", 1, 34, None),
        (2024, 1000, "exact", "reported", 1, 34, "H3-F04"),
        (2025, 70, "exact", "summed", 1, 34, None),
    ]


def test_a_change_is_taken_on_the_same_places_only() -> None:
    columns = "year same_now same_before same_places"
    assert table("totals/over_years", columns, metrics=["members"], scheme="63", year_from=2023) == [
        (2023, None, None, None),
        (2024, 50, 46, 2),
    ]


def test_what_is_at_least_so_much_is_compared_with_nothing() -> None:
    asked = {"metrics": ["welfare_amount"], "places": ["34:04"]}
    assert table("totals/over_years", "year qualifier same_places", **asked) == [
        (2020, "at_least", None),
        (2021, "at_least", None),
    ]


def test_several_places_say_how_many_of_them_reported() -> None:
    asked = {"metrics": ["members"], "places": ["34:04", "34:25"]}
    assert table("totals/over_years", "year value reported expected", **asked, year_from=2021) == [
        (2021, 120, 1, 2),
        (2024, 60, 1, 2),
        (2025, 70, 1, 2),
    ]


def test_items_are_told_one_by_one_and_zero_is_told_too() -> None:
    asked = {"metrics": ["welfare_amount", "houses"], "places": ["34:04"], "year_from": 2021}
    assert table("totals/by_item", "metric item value unit qualifier", **asked) == [
        ("welfare_amount", "programme.tet", 500_000_000, "dong", "over"),
        ("houses", "house.new", 3, "house", "exact"),
        ("houses", "house.repaired", 0, "house", "exact"),
    ]


def test_the_shares_of_several_places_are_never_added() -> None:
    asked = {"metrics": ["rated_share"], "scheme": "63", "places": ["63:26"]}
    assert table("totals/by_item", "item value", **asked) == [("rating.kha", 2)]
    several = {**asked, "places": ["63:25", "63:26"]}
    assert table("totals/by_item", "item value", **several) == []
    assert table("totals/over_years", "value", **several, items=["rating.kha"]) == []


def test_at_most_five_items_are_told_apart_and_none_twice() -> None:
    asked = {"metrics": ["donation_amount"], "places": ["63:26"], "scheme": "63"}
    assert table("totals/top_items", "item year value items", **asked) == [
        ("fund.for_the_poor", 2018, 30_000_000, 1),
        ("fund.disaster", 2018, 20_000_000, 1),
    ]


def test_each_item_is_told_like_for_like_and_several_folded_into_one_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the Covid fund Health gave 10, then 12; to the smallest of five others Đắk Hòa gave 1, then 5."""
    others = ["poor_workers", "for_the_poor", "disaster", "gratitude", "child_protection"]
    told = [("so-y-te", 2020, "covid", 10), ("so-y-te", 2021, "covid", 12)]
    told += [("dak", 2020, others[0], 1)]
    told += [("dak", 2021, fund, 5 + 2 * at) for at, fund in enumerate(others)]
    lines = [
        f"H1-F{number},H1,{unit},{year},year,{year}-01-01,{year}-12-31,donation_amount,{fund}"
        f",,,{value},,,dong,exact,final,total,,{number},,"
        for number, (unit, year, fund, value) in enumerate(told, 40)
    ]
    own = "donation_amount,covid,,,5000000,,,dong,exact,final,total,,25,"
    health = "so-y-te,2020,as_of,2020-12-31,2020-12-31,members,,,,40,,,person,exact,final,total,,7,,"
    facts = changed(
        tmp_path / "facts",
        ("facts", own, own.replace("covid", "disaster")),
        ("facts", health, "\n".join([health, *lines])),
    )
    publish_again(tmp_path / "complete", "complete", complete=True, facts=facts)
    read_from(tmp_path / "complete", monkeypatch)
    columns = "item items alike_now alike_before alike_branches alike_exact"
    found = table("totals/top_items", columns, metrics=["donation_amount"], places=["34:04"], year_from=2021)
    assert ("fund.covid", 1, 12, 10, 1, True) in found
    assert ("fund.other", 2, None, None, None, None) in found


def test_recorded_events_of_the_chosen_places_come_to_at_least_their_sum() -> None:
    columns = "metric item year value qualifier events organisations"
    asked = {"metrics": ["welfare_gifts", "donation_amount"]}
    assert table("totals/tallies", columns, **asked) == [
        ("welfare_gifts", "all", 2021, 30, "at_least", 2, 1),
        ("donation_amount", "all", 2018, 80_000_000, "at_least", 1, 1),
        ("donation_amount", "all", 2021, 5_000_000, "at_least", 1, 1),
    ]
    former = "the total of a former province stands for itself, not for a part of the new one"
    assert table("totals/tallies", "year value", **asked, places=["34:25"]) == [], former
