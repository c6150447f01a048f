"""What each place and each kind of union comes to in each year, by the oracle: own totals before sums."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import numpy as np
import pandas as pd

from tests.oracle.tables import Tables
from tests.oracle.units import ABOUT, AT_LEAST, WEAK, additive, metric_of, sums, year_of

SPOT = ["place", "thing"]
SPOT_YEAR = ["place", "year"]
COUNTRY = "VN"


def readings(tables: Tables, own: pd.DataFrame, covered: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Every place in both schemes and year by year: all unions together, and each kind of them.

    `covered` says of each scheme how many branches reported in its places.
    """
    former = of_places(tables, own, "63", covered["63"])
    places = {"63": former, "34": merged(tables, of_places(tables, own, "34", covered["34"]), former)}
    made = chain.from_iterable(of_scheme(tables, own, scheme, found) for scheme, found in places.items())
    return pd.concat(made, ignore_index=True)


def of_scheme(tables: Tables, own: pd.DataFrame, scheme: str, places: pd.DataFrame) -> list[pd.DataFrame]:
    """The provinces of a scheme with the country, then the same of every kind of union."""
    count = int((tables.provinces["scheme"] == scheme).sum())
    federal = places[places["basis"] != "summed"]
    kinds = {
        "all": [places, country(tables, own, places, count)],
        "ldld_tinh": [federal, sum_of_places(tables, federal, count)],
    }
    for kind in sorted(set(tables.organisations["kind"]) - kinds.keys()):
        kinds[kind] = of_kind(tables, own, scheme, kind)
    return [frame.assign(scheme=scheme, kind=kind) for kind, frames in kinds.items() for frame in frames]


def of_places(tables: Tables, own: pd.DataFrame, scheme: str, covered: pd.DataFrame) -> pd.DataFrame:
    """The federation's own total, else the sum of the branches; beside both how many branches reported."""
    speakers = federations(tables, scheme)
    said = own[own["unit"].isin(speakers)]
    said = said.assign(place=said["unit"].map(speakers))
    if not tables.complete:
        return said.assign(reported=np.nan, expected=np.nan)
    below = sum_of_branches(tables, own, branches(tables, scheme), covered)
    both = said.merge(below[[*SPOT, "reported", "expected"]], on=SPOT, how="left")
    return pd.concat([both, without(below, said).assign(basis="summed")], ignore_index=True)


def without(frame: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """The rows whose place and thing the other frame does not have."""
    return frame[~pd.MultiIndex.from_frame(frame[SPOT]).isin(pd.MultiIndex.from_frame(other[SPOT]))]


def federations(tables: Tables, scheme: str) -> dict[int, str]:
    """Which unit speaks for which province; one of a former province never for the merged one."""
    successors = Counter(successor_of(tables))
    bodies = tables.organisations[tables.organisations["level"] == "provincial"]
    speakers = {}
    for unit, former, now in bodies[["place_63", "place_34"]].itertuples(name=None):
        place = former if scheme == "63" else now
        if place and (scheme == "63" or former is None or successors[now] == 1):
            speakers[unit] = place
    return speakers


def successor_of(tables: Tables) -> pd.Series:
    """Which of today's provinces each former one lies in."""
    former = tables.provinces[tables.provinces["scheme"] == "63"]
    return former.set_index("place")["successor"]


def branches(tables: Tables, scheme: str) -> pd.DataFrame:
    """The branches that stand in a place of the scheme, with the years of their lives."""
    return lives(tables, tables.organisations[f"place_{scheme}"])


def lives(tables: Tables, place_of: pd.Series) -> pd.DataFrame:
    """The branches under a place or another roof; one may stand under several at once."""
    bodies = tables.organisations
    placed = place_of.dropna().astype("category").rename("place")
    return bodies[bodies["level"] == "branch"].join(placed, how="inner")[
        ["place", "opened", "closed", "stood"]
    ]


def sum_of_branches(
    tables: Tables, own: pd.DataFrame, below: pd.DataFrame, covered: pd.DataFrame
) -> pd.DataFrame:
    """The branches of each place added, a stock only of those that still stood at the year's end."""
    rows = own.join(below, on="unit", how="inner")
    rows = rows.assign(year=year_of(rows["thing"]))
    rows = rows[(rows["opened"] <= rows["year"]) & (rows["closed"] >= rows["year"])]
    stock = (tables.metrics["over_time"] == "last").to_numpy()[metric_of(rows["thing"])]
    added = sums(additive(rows[~stock | (rows["stood"] >= rows["year"])], tables), SPOT)
    return added.assign(year=year_of(added["thing"])).merge(covered, on=SPOT_YEAR)


def covering(below: pd.DataFrame, spoke: pd.DataFrame) -> pd.DataFrame:
    """How many branches of each place sent a figure, year by year; `spoke` names the units that did."""
    years = sorted(spoke["year"].unique().tolist())
    told = [coverage(below, spoke.loc[spoke["year"] == year, "unit"], year) for year in years]
    return pd.concat(told, ignore_index=True)


def coverage(below: pd.DataFrame, spoke: pd.Series, year: int) -> pd.DataFrame:
    """How many branches of each place sent a figure of the year; those and all that stood at its end may."""
    there = below[(below["opened"] <= year) & (below["closed"] >= year)]
    reported = there.index.isin(spoke)
    counted = there.assign(year=year, reported=reported, expected=reported | (there["stood"] >= year))
    return counted.groupby(SPOT_YEAR, as_index=False, observed=True)[["reported", "expected"]].sum()


def merged(tables: Tables, places: pd.DataFrame, former: pd.DataFrame) -> pd.DataFrame:
    """A merged province without a total is the sum of its former ones, and that before one of its branches.

    Each of them must have a value, and one of them a total of its own or of its items.
    """
    successor = successor_of(tables)
    parts = successor.value_counts()
    rows = additive(former, tables)
    rows = rows.assign(place=rows["place"].map(successor), whole=rows["basis"].isin(["reported", "items"]))
    rows = rows[rows["place"].map(parts) > 1]
    added = sums(rows, SPOT).merge(rows.groupby(SPOT, as_index=False)["whole"].any(), on=SPOT)
    added = added[(added["parts"] == added["place"].map(parts)) & added["whole"]]
    added = without(added, places[places["basis"] != "summed"])
    added = added.assign(basis="combined", reported=added["parts"], expected=added["parts"])
    return pd.concat([without(places, added), added], ignore_index=True)


def country(tables: Tables, own: pd.DataFrame, places: pd.DataFrame, count: int) -> pd.DataFrame:
    """The confederation's own total, else the sum of the places; beside both how many places have a value."""
    top = tables.organisations.index[tables.organisations["level"] == "tld"]
    said = own[own["unit"].isin(top)].assign(place=COUNTRY)
    below = sum_of_places(tables, places, count)
    both = said.merge(below[[*SPOT, "reported", "expected"]], on=SPOT, how="left")
    return pd.concat([both, without(below, said)], ignore_index=True)


def sum_of_places(tables: Tables, places: pd.DataFrame, count: int) -> pd.DataFrame:
    """The country as the sum of those of its places that have a value."""
    added = sums(additive(places, tables).assign(place=COUNTRY), SPOT)
    return added.assign(basis="summed", reported=added["parts"], expected=count)


def of_kind(tables: Tables, own: pd.DataFrame, scheme: str, kind: str) -> list[pd.DataFrame]:
    """The own totals of one kind of union added, in each place and in the country."""
    bodies = tables.organisations[tables.organisations["kind"] == kind]
    said = own[own["unit"].isin(bodies.index)]
    homes = [bodies[f"place_{scheme}"].dropna(), pd.Series(COUNTRY, index=bodies.index)]
    placed = [bodies.loc[home.index].assign(place=home.astype("category")) for home in homes if len(home)]
    return [sum_of_kind(tables, said, bodies) for bodies in placed]


def sum_of_kind(tables: Tables, own: pd.DataFrame, bodies: pd.DataFrame) -> pd.DataFrame:
    """Units of one kind: a partial register says "at least", a complete one how many of them there are."""
    added = sums(additive(own.join(bodies["place"], on="unit", how="inner"), tables), SPOT)
    added = added.assign(basis="summed", reported=added["parts"], expected=np.nan)
    if not tables.complete:
        unsure = np.where(added["qualifier"].isin(WEAK), ABOUT, AT_LEAST)
        return added if set(bodies["level"]) == {"tld"} else added.assign(qualifier=unsure)
    lives = bodies.merge(pd.DataFrame({"year": years_of(own)}), how="cross")
    there = lives[(lives["opened"] <= lives["year"]) & (lives["stood"] >= lives["year"])]
    units = there.groupby(SPOT_YEAR, observed=True).size().rename("units").reset_index()
    added = added.assign(year=year_of(added["thing"])).merge(units, on=SPOT_YEAR, how="left")
    most = added[["units", "parts"]].max(axis="columns")
    return added.assign(expected=most.where(added["units"].notna()))


def years_of(own: pd.DataFrame) -> list[int]:
    """The years that anybody told of."""
    return sorted(year_of(own["thing"]).unique().tolist())
