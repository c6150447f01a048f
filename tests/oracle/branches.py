"""Branches one by one, by the oracle: how each sector is rated, which branches fell, which had no award."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache, partial
from itertools import count, takewhile
from typing import Any

from tests.oracle.alike import rated
from tests.oracle.answers import Answer, Choice, percent
from tests.oracle.country import Country, registered
from tests.oracle.units import year_of

BEST_FIRST = "vmxs vm kha tb yeu htxs htt ht kht".split()
"""The ratings of both scales (domain.md, section 3), each scale from the best one down."""
NEW = set("htxs htt ht kht".split())
LEAST = 3
"""Years without an award from which a branch is named."""


@lru_cache(maxsize=4)
def every_rating(country: Country) -> dict[tuple[str, int], str]:
    """The rating of each branch and year in which the branch existed; a partial register knows none."""
    if not country.tables.complete:
        return {}
    told, orgs = rated(country.tables, country.own), country.tables.organisations["org_id"].to_numpy()
    codes = [country.tables.items["item"][item].partition(".")[2] for item in told["item"]]
    bodies = registered(country)
    found = dict(
        zip(zip(orgs[told["unit"]], year_of(told["thing"]).tolist(), strict=True), codes, strict=True)
    )
    return {
        (org, year): code
        for (org, year), code in found.items()
        if bodies[org]["opened"] <= year <= bodies[org]["closed"]
    }


def is_meant(choice: Choice, body: dict[str, Any]) -> bool:
    """Whether a branch is of the chosen places and kind."""
    place = body[f"place_{choice['scheme']}"]
    return (choice.get("places") is None or place in choice["places"]) and choice.get("kind") in (
        None,
        "all",
        body["kind"],
    )


def by_sector(country: Country, choice: Choice) -> Answer:
    """Of each sector the ratings of up to three years, with the rated and with all that stood at the end."""
    last = choice["year_to"]
    if last is None or not country.tables.complete:
        return {}
    years = range(max(choice.get("year_from") or 0, last - 2), last + 1)
    bodies = {org: body for org, body in registered(country).items() if body["level"] == "branch"}
    meant = {org: body["sector"] or "none" for org, body in bodies.items() if is_meant(choice, body)}
    counts = Counter(
        (meant[org], year, code)
        for (org, year), code in every_rating(country).items()
        if org in meant and year in years
    )
    whole, there = Counter[Any](), Counter[Any]()
    for (sector, year, _), branches in counts.items():
        whole[sector, year] += branches
    for org, sector in meant.items():
        there.update(
            (sector, year) for year in years if bodies[org]["opened"] <= year <= bodies[org]["stood"]
        )
    return {
        (sector, year, f"rating.{code}"): (
            100 * branches,
            100 * whole[sector, year],
            100 * there[sector, year] or None,
            percent(branches, whole[sector, year]),
        )
        for (sector, year, code), branches in counts.items()
    }


def falls(country: Country, choice: Choice) -> Answer:
    """The branches rated lower than the year before on the same scale, of how many rated in both."""
    year, ratings, bodies = choice["year_to"], every_rating(country), registered(country)
    both = {
        org: (ratings[org, year - 1], code)
        for (org, of), code in ratings.items()
        if of == year and (org, year - 1) in ratings and is_meant(choice, bodies[org])
    }
    same = {org: pair for org, pair in both.items() if len({code in NEW for code in pair}) == 1}
    steps = {org: BEST_FIRST.index(now) - BEST_FIRST.index(was) for org, (was, now) in same.items()}
    fell = {org: far for org, far in steps.items() if far > 0}
    return {
        (org,): (
            bodies[org][f"place_{choice['scheme']}"],
            *(f"rating.{code}" for code in same[org]),
            far,
            len(fell),
            len(same),
        )
        for org, far in fell.items()
    }


@lru_cache(maxsize=4)
def spoken(country: Country) -> set[tuple[str, int]]:
    """Which units sent any figure of which year."""
    orgs = country.tables.organisations["org_id"].to_numpy()
    return set(zip(orgs[country.spoke["unit"]], country.spoke["year"].tolist(), strict=True))


def without_award(country: Country, choice: Choice) -> Answer:
    """The branches that sent figures in three years running and told of no award in any of them."""
    year, honoured = choice["year_to"], country.tables.honoured
    if year is None or not country.tables.complete:
        return {}
    answer: Answer = {}
    for org, body in registered(country).items():
        if body["level"] == "branch" and body["stood"] >= year and is_meant(choice, body):
            years = len([*takewhile(partial(is_bare, country, org), count(year, -1))])
            if years >= LEAST:
                answer[(org,)] = (years, newest(honoured, org, year))
    return {key: (*told, len(answer)) for key, told in answer.items()}


def is_bare(country: Country, org: str, year: int) -> bool:
    """Whether a branch existed in a year and sent figures of it, but told of no award."""
    body, spot = registered(country)[org], (org, year)
    there = body["opened"] <= year <= body["closed"] and spot in spoken(country)
    return there and spot not in country.tables.honoured


def newest(honoured: set[tuple[str, int]], org: str, year: int) -> int | None:
    """The newest year up to one of which an award is told."""
    return next((one for one in range(year, 1999, -1) if (org, one) in honoured), None)
