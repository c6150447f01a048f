"""Sentences about branches: sectors, those that fell, those long without an award."""

from typing import Any

import pytest

from congdoan import headlines
from tests.test_headlines import rows


def sector(code: str, rated: int, share: float | None, year: int = 2024) -> dict[str, Any]:
    """Excellent branches of a sector, or good ones alone where no share is given."""
    item, share = ("rating.htt", 100.0) if share is None else ("rating.htxs", share)
    return {"sector": code, "year": year, "item": item, "value": 1, "rated": rated, "share": share}


def test_the_sectors_with_the_largest_and_smallest_share_are_told_with_the_branches_behind_them() -> None:
    found = [sector("public", 40, 22.5), sector("private_firm", 30, 12.0), sector("foreign_firm", 20, None)]
    assert headlines.best_sector(rows("ratings/by_sector", *found), "en") == (
        "Excellent in 2024: highest in Public bodies (22.5% of 40 branches rated), "
        "lowest in Foreign-invested firms (0.0% of 20)"
    )


@pytest.mark.parametrize(
    "other", [sector("state_firm", 3, 33.3), sector("state_firm", 40, 22.5), sector("none", 40, 9.0)]
)
def test_few_branches_a_tie_and_an_unknown_sector_carry_no_sentence(other: dict[str, Any]) -> None:
    found = rows("ratings/by_sector", sector("public", 40, 22.5), other)
    assert headlines.best_sector(found, "en") == ""


def test_branches_that_fell_are_told_of_those_rated_twice_and_the_longest_without_award_first() -> None:
    fell = {"year": 2024, "matching": 108, "compared": 755}
    assert headlines.fallen(rows("ratings/falls", fell), "en") == (
        "In 2024, 108 of 755 branches rated in both years were rated lower than in 2023 (14.3%)"
    )
    bare = {"year": 2025, "years": 10, "matching": 13}
    assert headlines.unhonoured(rows("awards/without", bare), "en") == (
        "By 2025, branches without an award in three years running: 13; the longest for 10 years"
    )
