"""What a unit comes to by its own total or by the branches below it, and what that is of its targets."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from tests.oracle.answers import Answer, Choice
from tests.oracle.country import Country, parents, words
from tests.oracle.places import sum_of_branches

FOREVER = 2999
ROW = "value qualifier status basis summed reported expected".split()


def readings(country: Country, choice: Choice) -> Answer:
    """A unit's readings year by year, the sum of the branches below it beside them."""
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    return {
        key: tuple(row[column] for column in ROW)
        for key, row in of_unit(country, choice["org"]).items()
        if first <= key[2] <= last
    }


@lru_cache(maxsize=512)
def of_unit(country: Country, org: str) -> dict[tuple[str, str, int], dict[str, Any]]:
    """The readings of a unit by metric, item and year; awards left out."""
    bodies = country.tables.organisations
    [unit] = bodies.index[bodies["org_id"] == org]
    own = told(country, country.own[country.own["unit"] == unit])
    if bodies.loc[unit, "level"] == "branch" and country.tables.complete:
        own = {}
    below = sums_below(country, unit)
    empty = {"reported": None, "expected": None, "value": None}
    found = {}
    for key in own.keys() | below.keys():
        said, added = own.get(key), below.get(key, empty)
        row = dict(said or {**below[key], "basis": "summed"})
        row |= {"summed": added["value"], "reported": added["reported"], "expected": added["expected"]}
        found[key] = row
    return found


def sums_below(country: Country, unit: int) -> dict[tuple[str, str, int], dict[str, Any]]:
    """The sum of the branches below a unit that still stands, from the year in which it began."""
    tables, bodies = country.tables, country.tables.organisations
    body, below = bodies.loc[unit], descendants(country).get(unit, [])
    if not tables.complete or body["closed"] != FOREVER or not below:
        return {}
    own = country.own[country.own["unit"].isin(below)]
    roof = pd.Series(None, index=bodies.index, dtype="object")
    roof.loc[below] = body["org_id"]
    if own.empty or not (bodies.loc[below, "level"] == "branch").any():
        return {}
    added = sum_of_branches(tables, own, roof).assign(basis="summed")
    return told(country, added[added["year"] >= body["opened"]])


def told(country: Country, frame: pd.DataFrame) -> dict[tuple[str, str, int], dict[str, Any]]:
    """Rows of figures by metric, item and year, awards left out."""
    counts = {column: frame.get(column, np.nan) for column in ("reported", "expected")}
    found = words(country.tables, frame.assign(**counts))
    rows = [dict(zip(found, values, strict=True)) for values in zip(*found.values(), strict=True)]
    return {
        (row["metric"], row["item"], row["year"]): row | {"value": row["cents"]}
        for row in rows
        if row["recipient"] == "none"
    }


@lru_cache(maxsize=4)
def descendants(country: Country) -> dict[int, list[int]]:
    """All units below each unit."""
    above, found = parents(country), dict[int, list[int]]()
    for unit in above:
        up = above[unit]
        while up is not None:
            found.setdefault(up, []).append(unit)
            up = above[up]
    return found


def targets(country: Country, choice: Choice) -> Answer:
    """What came of each target, in which band."""
    place, asked = f"place_{choice['scheme']}", choice.get("places")
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    bodies = country.tables.organisations.set_index("org_id")
    answer: Answer = {}
    for org, year, metric, item, cents, half in country.tables.targets:
        body = bodies.loc[org]
        wanted = metric in choice["metrics"] and first <= year <= last
        wanted = wanted and (choice.get("items") is None or item in choice["items"])
        if (
            wanted
            and choice.get("kind") in (None, "all", body["kind"])
            and (asked is None or body[place] in asked)
        ):
            one = of_unit(country, org).get((metric, item, year))
            if one and one["basis"] == "items" and half is not None and one["value"] < half:
                one = None
            answer[org, metric, item, year] = banded(one, cents, complete=country.tables.complete)
    return answer


def banded(one: dict[str, Any] | None, target: int, *, complete: bool) -> tuple[Any, ...]:
    """Value, share, excess, what is left to go, and the band: a sum of a part shows nothing missed."""
    if one is None:
        return None, None, None, None, "no_figure"
    value, qualifier = one["value"], one["qualifier"]
    partly = one["basis"] == "summed" and one["reported"] < one["expected"]
    part = qualifier == "at_least" or partly or (one["basis"] == "items" and not complete)
    share = tenths(value, target)
    if value > target or (value == target and (partly or qualifier in ("exact", "over", "at_least"))):
        over = max(tenths(value - target, target), 10) if value > target else None
        return value, share, over, None, "met"
    if value == target:
        return value, share, None, None, "near"
    share = min(share, 9990)
    if part:
        return value, share, None, None, "partial"
    return value, share, None, target - value, "near" if 5 * value >= 4 * target else "missed"


def tenths(part: int, whole: int) -> int:
    """A share in percent to one decimal, half up after six, in hundredths."""
    kept = int(Fraction(100 * part, whole) * 10**6 + Fraction(1, 2))
    return int(Fraction(kept, 10**5) + Fraction(1, 2)) * 10
