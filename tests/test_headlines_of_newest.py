"""Where figures are few and of unlike years, a title still says what is known, and ranks only what may be."""

from datetime import date
from typing import Any

from congdoan import headlines, newest
from congdoan.database import Rows
from tests.test_headlines import BASE, after, beside, half, rows

MEMBERS = {"metric": "members", "item": "all", "unit": "person", "qualifier": "exact"}


def latest(*told: tuple[str, int, int]) -> Rows:
    every = ({**MEMBERS, "place": place, "year": year, "value": value} for place, year, value in told)
    return rows("places/latest", *every)


def test_of_newest_values_of_unlike_years_the_largest_of_the_newest_is_said() -> None:
    found = latest(("34:01", 2025, 600), ("34:04", 2025, 70), ("34:38", 2024, 500))
    assert (
        newest.newest_known(found, "en")
        == "Members in 2025: 2 places with figures, the largest is Hà Nội with 600 people"
    )


def test_an_older_value_that_is_larger_is_told_beside_the_largest_of_the_newest_year() -> None:
    found = latest(("34:01", 2025, 600), ("34:04", 2025, 70), ("34:38", 2024, 900))
    assert newest.newest_known(found, "en").endswith(
        "is Hà Nội with 600 people; an older figure is larger: Thanh Hóa, 900 people (2024)"
    )


def test_of_the_newest_totals_of_units_the_largest_of_the_newest_period_is_told() -> None:
    def total(unit: str, year: int, value: float) -> dict[str, Any]:
        days = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
        named = {"organisation_vi": unit, "organisation_en": unit, "period_type": "year", **days}
        return {**MEMBERS, **named, "value": value, "matching": 3}

    found = total("A", 2023, 90), total("B", 2024, 50), total("C", 2024, 70)
    said = newest.newest_of_units(rows("figures/by_organisation", *found), "en")
    assert said == "The newest: Members, 2024: C 70 people"
    assert not newest.newest_of_units(rows("figures/by_organisation", *found[:2]), "en")


def test_values_that_cannot_be_ranked_are_counted_and_not_ranked() -> None:
    found = latest(("34:01", 2025, 600), ("34:04", 2024, 900))
    assert newest.newest_known(found, "en") == "Members: known of 2 places, last for 2025"


def test_the_largest_item_is_that_of_one_metric_and_of_a_whole_extent() -> None:
    money = {"metric": "welfare_amount", "unit": "dong", "qualifier": "over", "basis": "reported"}
    found = rows(
        "totals/by_item",
        {**money, "item": "programme.tet", "year": 2024, "value": 7_000_000_000_000},
        {**money, "item": "programme.tet", "year": 2025, "value": 9_000_000_000_000, "basis": "summed"},
        {**money, "item": "programme.meal", "year": 2025, "value": 148_000_000_000},
        {**money, "metric": "welfare_people", "item": "programme.tet", "year": 2024, "value": 10**15},
    )
    assert headlines.largest_item(found, "en").startswith("The largest known figure: ")
    assert "over VND 7" in headlines.largest_item(found, "en")


def test_where_nothing_is_comparable_the_title_says_why() -> None:
    refused = after(difference=None, change=None, refusal="extent")
    assert beside(BASE, refused).startswith("Not compared: ")


def test_where_nothing_stands_beside_a_figure_the_title_says_so() -> None:
    alone = {**BASE, "metric": "houses", "unit": "house"}
    assert beside(BASE, alone) == "Whole country, 2024: no other figures to compare with"


def test_where_units_cannot_be_ranked_the_newest_figure_is_told_as_such() -> None:
    first = {"organisation_vi": "LĐLĐ B", "organisation_en": "B Federation", "scope": "part"}
    found = half({**first, "value": 3e9}, {"value": 2e9})
    said = headlines.of_other_periods(found, "en")
    assert said.startswith("The newest: ")
    assert "B Federation VND 3 billion" in said
