"""What a unit comes to by its own total or by the branches below it, and what that is of its targets."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from tests.oracle.answers import Answer, Choice
from tests.oracle.country import Country, parents, registered, rows_of, words
from tests.oracle.places import covering, lives, sum_of_branches
from tests.oracle.tables import Tables
from tests.oracle.units import things

FOREVER = 2999
Readings = dict[tuple[str, str, str, int], dict[str, Any]]
BANDS = "met near missed partial no_figure".split()
COUNTED = "met exceeded near missed partial no_figure".split()
ROW = "value qualifier status basis summed reported expected".split()


def readings(country: Country, choice: Choice) -> Answer:
    """A unit's readings year by year, the sum of the branches below it beside them."""
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    return {
        (metric, item, year): tuple(row[column] for column in ROW)
        for (_, metric, item, year), row in of_units(country, (choice["org"],)).items()
        if first <= year <= last
    }


@lru_cache(maxsize=512)
def of_units(country: Country, orgs: tuple[str, ...], things: frozenset[int] | None = None) -> Readings:
    """The readings of units by unit, metric, item and year, of all things if None; awards left out."""
    bodies = country.tables.organisations
    units = bodies.index[bodies["org_id"].isin(orgs)]
    own = rows_of(country, units)
    if country.tables.complete:
        own = own[(bodies["level"] != "branch").to_numpy()[own["unit"]]]
    if things is not None:
        own = own[own["thing"].isin(things)]
    said = told(country, own.assign(place=bodies["org_id"].to_numpy()[own["unit"]]))
    below = sums_below(country, units, things)
    empty = {"reported": None, "expected": None, "value": None}
    found = {}
    for key in said.keys() | below.keys():
        added = below.get(key, empty)
        row = dict(said.get(key) or {**below[key], "basis": "summed"})
        row |= {"summed": added["value"], "reported": added["reported"], "expected": added["expected"]}
        found[key] = row
    return found


def sums_below(country: Country, units: pd.Index, things: frozenset[int] | None) -> Readings:
    """The sums of the branches below the units that still stand, from the years in which those began."""
    bodies, below = country.tables.organisations, descendants(country)
    closed, level = bodies["closed"].to_numpy(), bodies["level"].to_numpy()
    pairs = [
        (branch, unit)
        for unit in units
        if closed[unit] == FOREVER
        for branch in below.get(unit, [])
        if level[branch] == "branch"
    ]
    roofs = pd.Series([unit for _, unit in pairs], index=[branch for branch, _ in pairs], dtype="int64")
    if not country.tables.complete or roofs.empty:
        return {}
    own = rows_of(country, roofs.index) if things is None else told_of(country, things)
    branches = lives(country.tables, roofs)
    spoke = country.spoke[country.spoke["unit"].isin(roofs.index)]
    added = sum_of_branches(country.tables, own, branches, covering(branches, spoke))
    roof = bodies.loc[added["place"].astype("int64"), ["org_id", "opened"]].reset_index(drop=True)
    added = added.assign(place=roof["org_id"], basis="summed")
    return told(country, added[added["year"] >= roof["opened"]])


def told_of(country: Country, things: frozenset[int]) -> pd.DataFrame:
    """What anybody said of these things."""
    return country.own[country.own["thing"].isin(things)]


def told(country: Country, frame: pd.DataFrame) -> Readings:
    """Rows of figures by the unit in `place`, metric, item and year, awards left out."""
    counts = {column: frame.get(column, np.nan) for column in ("reported", "expected")}
    found = {"org": frame["place"].tolist(), **words(country.tables, frame.assign(**counts))}
    rows = [dict(zip(found, values, strict=True)) for values in zip(*found.values(), strict=True)]
    return {
        (row["org"], row["metric"], row["item"], row["year"]): row | {"value": row["cents"]}
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
    bodies = registered(country)
    return {
        (org, metric, item, year): result
        for (org, metric, item, year), result in results(country).items()
        if metric in (choice.get("metrics") or [metric])
        and item in (choice.get("items") or [item])
        and first <= year <= last
        and choice.get("kind") in (None, "all", bodies[org]["kind"])
        and (asked is None or bodies[org][place] in asked)
    }


def offered(country: Country, choice: Choice) -> Answer:
    """How many units with a target of each measure and year there are in each band."""
    bands: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    every = targets(country, choice | {"metrics": None, "items": None})
    for (_, metric, item, year), (_, _, exceeded_by, _, band) in every.items():
        bands[metric, item, year].update([band] if exceeded_by is None else [band, "exceeded"])
    return {
        key: (sum(of[band] for band in BANDS), *(of[band] for band in COUNTED)) for key, of in bands.items()
    }


@lru_cache(maxsize=4)
def results(country: Country) -> Answer:
    """What came of every target there is."""
    tables = country.tables
    orgs = tuple(sorted({target[0] for target in tables.targets}))
    came = of_units(country, orgs, frozenset(things(targeted(tables)).tolist()))
    answer: Answer = {}
    for org, year, metric, item, cents, half in tables.targets:
        one = came.get((org, metric, item, year))
        if one and one["basis"] == "items" and half is not None and one["value"] < half:
            one = None
        answer[org, metric, item, year] = banded(one, cents, complete=tables.complete)
    return answer


def targeted(tables: Tables) -> pd.DataFrame:
    """Years, metrics and items of the targets, as the figures number them."""
    metrics, items = pd.Index(tables.metrics["metric"]), pd.Index([*tables.items["item"]])
    asked = pd.DataFrame(tables.targets, columns=["org", "year", "metric", "item", "cents", "half"])
    numbers = {"metric": metrics.get_indexer(asked["metric"]), "item": items.get_indexer(asked["item"])}
    return asked.assign(**numbers, recipient=0, occasion=0)


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
