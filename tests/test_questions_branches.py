"""The questions of a review meeting that need every branch: ratings by sector, who fell, who had no award.

What is expected is worked out from the long table of figures alone, branch by branch in plain Python.
"""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from congdoan import database
from tests.asking import read_from, snapshot

SCALE = ["rating.htxs", "rating.htt", "rating.ht", "rating.kht"]
"""From the best rating down, since 2019."""
RATED = """
    select f.org_id, f.year, arg_max(cast(f.item as varchar), row(f.period_end, f.status, s.published_on))
    from figures as f join sources as s on s.source_id = f.source_id
    where f.metric = 'rated_branches' and f.scope = 'total' and f.period_type = 'year' and f.value = 1
        and f.org_id in (select org_id from organisations where level = 'branch')
    group by f.org_id, f.year having count(distinct f.item) = 1
"""
TOLD = """
    select f.org_id, f.year, bool_or(f.metric = 'awards')
    from figures as f join organisations as o on o.org_id = f.org_id join metrics as m on m.metric = f.metric
    where o.level = 'branch' and f.metric in ('members', 'awards') and coalesce(f.value, 1) > 0
    group by f.org_id, f.year
"""


class Register(NamedTuple):
    """The rating of each branch and year; which told of members, and whether of an award; the sectors."""

    ratings: dict[tuple[str, int], str]
    honoured: dict[tuple[str, int], bool]
    sectors: dict[str, str]
    closed: set[str]


@pytest.fixture(scope="module")
def register(many_branches: Path) -> Register:
    """The long table, branch by branch."""
    with snapshot(many_branches, "simulated") as long:
        ratings = {(org, year): item for org, year, item in long.sql(RATED).fetchall()}
        honoured = {(org, year): award for org, year, award in long.sql(TOLD).fetchall()}
        branches = long.sql(
            "select org_id, cast(sector as varchar), valid_to from organisations where level = 'branch'"
        )
        rows = branches.fetchall()
    return Register(
        ratings, honoured, {org: sector for org, sector, _ in rows}, {row[0] for row in rows if row[2]}
    )


@pytest.fixture(autouse=True)
def country(many_branches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens ask the same country."""
    read_from(many_branches, monkeypatch)


def ask(name: str, columns: str, **inputs: Any) -> set[tuple[Any, ...]]:
    """Some columns of the answer to a query."""
    found = database.rows(name, "simulated", {"scheme": "34", **inputs}).records
    return {tuple(row[column] for column in columns.split()) for row in found}


def test_5_what_share_of_the_branches_of_each_sector_reached_each_rating(register: Register) -> None:
    counts = Counter(
        (register.sectors[org], year, item)
        for (org, year), item in register.ratings.items()
        if year in (2022, 2023, 2024) and item in SCALE
    )
    rated = Counter[Any]()
    for (sector, year, _), branches in counts.items():
        rated[sector, year] += branches
    expected = {(*key, branches, rated[key[:2]]) for key, branches in counts.items()}
    assert len({sector for sector, *_ in expected}) == 5
    assert ask("ratings/by_sector", "sector year item value rated", year_to=2024) == expected


def test_5_which_branches_fell_and_by_how_far(register: Register) -> None:
    now = {org: item for (org, year), item in register.ratings.items() if year == 2024}
    fell = {
        (org, was, item, SCALE.index(item) - SCALE.index(was))
        for org, item in now.items()
        if (was := register.ratings.get((org, 2023))) in SCALE
        and item in SCALE
        and SCALE.index(item) > SCALE.index(was)
    }
    assert len(fell) > 500
    assert ask("ratings/falls", "org item_before rating steps", year_to=2024) == fell


def test_11_which_branches_have_had_no_award_in_three_years(register: Register) -> None:
    """Of those that told of their members each year and go on to this day, by the three years alone."""
    bare = {
        org
        for org in register.sectors.keys() - register.closed
        if all(register.honoured.get((org, year)) is False for year in (2022, 2023, 2024))
    }
    found = {org for (org,) in ask("awards/without", "org", year_to=2024)}
    assert len(bare) > 100
    assert bare <= found
    assert not [
        org for org in found if any(register.honoured.get((org, year)) for year in (2022, 2023, 2024))
    ]
