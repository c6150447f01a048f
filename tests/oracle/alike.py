"""Like for like, by the oracle: what the branches that spoke of this year and of the last come to in both."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

import pandas as pd

from tests.oracle.places import COUNTRY, SPOT
from tests.oracle.tables import QUALIFIERS, Tables
from tests.oracle.units import ITEMS, YEAR, additive, metric_of, year_of

EXACT = QUALIFIERS.index("exact")


class Alike(NamedTuple):
    """Both years of the same branches, in hundredths; `exact` where every value of both is."""

    now: int
    before: int
    branches: int
    exact: bool


def pairs(tables: Tables, own: pd.DataFrame) -> pd.DataFrame:
    """The branches of a complete register with a value of the same thing, told alike, two years running."""
    bodies = tables.organisations
    branch = (bodies["level"] == "branch").to_numpy()[own["unit"]]
    told = own[branch & (own["thing"] // ITEMS % 16 == 0)]
    at = told["unit"].astype("int64") * 2**32 + told["thing"]
    spots = pd.Index(at).get_indexer(pd.Index(at - YEAR))
    now, was = told[spots >= 0].reset_index(drop=True), told.iloc[spots[spots >= 0]].reset_index(drop=True)
    both = now.assign(before=was["cents"], qualifier_before=was["qualifier"])
    both = both[(now["basis"] == was["basis"])].join(bodies[["opened", "closed", "stood"]], on="unit")
    year = year_of(both["thing"])
    return both[(both["opened"] < year) & (both["closed"] >= year)].assign(year=year)


def amounts(tables: Tables, own: pd.DataFrame) -> dict[tuple[Any, ...], Alike]:
    """Sums by place, year, metric and item, of all that adds up; the number of branches would never move."""
    if not tables.complete:
        return {}
    both = additive(pairs(tables, own), tables)
    metrics, items = tables.metrics["metric"].to_numpy(), [*tables.items["item"], "all"]
    stock = (tables.metrics["over_time"] == "last").to_numpy()[metric_of(both["thing"])]
    both = both[
        (metrics[metric_of(both["thing"])] != "branches") & (~stock | (both["stood"] >= both["year"]))
    ]
    exact = (both["qualifier"] == EXACT) & (both["qualifier_before"] == EXACT)
    rows = in_places(tables, both.assign(exact=exact))
    sums = rows.groupby(SPOT, observed=True).agg(
        now=("cents", "sum"), before=("before", "sum"), branches=("cents", "size"), exact=("exact", "all")
    )
    names = sums.reset_index()[SPOT]
    keys = zip(
        names["place"], year_of(names["thing"]), metrics[metric_of(names["thing"])],
        [items[number - 1] for number in names["thing"] % ITEMS], strict=True,
    )  # fmt: skip
    found = [Alike(*row) for row in sums.itertuples(index=False, name=None)]
    return dict(zip(keys, found, strict=True))


def in_places(tables: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the province of either scheme where their branch stands, and all of them in the country."""
    bodies = tables.organisations
    homes = [bodies["place_63"], bodies["place_34"], pd.Series(COUNTRY, index=bodies.index)]
    placed = [rows.join(home.dropna().rename("place"), on="unit", how="inner") for home in homes]
    return pd.concat(placed, ignore_index=True)


def rated(tables: Tables, own: pd.DataFrame) -> pd.DataFrame:
    """The one rating of each branch and year, as the item's place in the register; never of two."""
    items, metrics = tables.items, list(tables.metrics["metric"])
    is_tier = (items["tier"].fillna(0) > 0).to_numpy()
    told = own[metric_of(own["thing"]) == metrics.index("rated_branches")]
    told = told[(told["cents"] == 100) & (told["thing"] % ITEMS > 0) & (told["basis"] == "reported")]
    told = told[is_tier[told["thing"] % ITEMS - 1]]
    told = told.assign(item=told["thing"] % ITEMS - 1, thing=told["thing"] // ITEMS * ITEMS)
    branch = (tables.organisations["level"] == "branch").to_numpy()[told["unit"]]
    return told[branch].drop_duplicates(["unit", "thing"], keep=False)


def ratings(tables: Tables, own: pd.DataFrame) -> dict[tuple[str, int], dict[str, tuple[int, int]]]:
    """How often each rating was given this year and last, by place and year, to branches on one scale."""
    if not tables.complete or own.empty:
        return {}
    given, items = rated(tables, own), tables.items
    both = pairs(tables, given.assign(cents=given["item"]))
    is_new = (items["scheme"] == "htnv").to_numpy()
    both = both[is_new[both["cents"]] == is_new[both["before"]]]
    rows = in_places(tables, both)
    moves = Counter(zip(rows["place"], rows["year"], rows["cents"], rows["before"], strict=True))
    found: dict[tuple[str, int], dict[str, tuple[int, int]]] = defaultdict(dict)
    for (place, year, now, was), branches in moves.items():
        count(found[place, year], items["item"][now], branches, 0)
        count(found[place, year], items["item"][was], 0, branches)
    return dict(found)


def count(given: dict[str, tuple[int, int]], item: str, now: int, before: int) -> None:
    """Adds to how often a rating was given this year and last."""
    told = given.get(item, (0, 0))
    given[item] = (told[0] + now, told[1] + before)
