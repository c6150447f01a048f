"""The oracle's readings with their names, ready to be asked like the dashboard is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tests.oracle import alike
from tests.oracle.places import branches, covering, readings, successor_of
from tests.oracle.tables import OCCASIONS, QUALIFIERS, RECIPIENTS, STATUSES, Tables
from tests.oracle.units import ITEMS, metric_of, own, year_of

WEAK = {"almost", "at_most", "about"}
SENT = "unit source year period day".split()
AT_A_TIME = 3_000_000
"""Figures that are worked on together."""


class Reading(NamedTuple):
    """What one place comes to in one year for one thing; the value in hundredths."""

    place: str
    year: int
    metric: str
    item: str
    recipient: str
    occasion: str
    cents: int
    qualifier: str
    status: str
    basis: str
    reported: int | None
    expected: int | None
    day: int


@dataclass(frozen=True, eq=False)
class Country:
    """Everything the oracle knows: units' own readings, and places' readings by scheme, kind and metric.

    `own` is ordered by unit, `spoke` says which unit told of which year, `sent` by which document and when.
    `alike` are the sums over the same branches in two years, `rated_alike` their ratings.
    `renewed` are the merged provinces that kept the name of a former one, with the day on which they began.
    """

    tables: Tables
    own: pd.DataFrame
    spoke: pd.DataFrame
    sent: pd.DataFrame
    readings: dict[tuple[str, str, str], list[Reading]]
    alike: dict[tuple[Any, ...], alike.Alike]
    rated_alike: dict[tuple[str, int], dict[str, tuple[int, int]]]
    places: dict[str, list[str]]
    successor: dict[str, str]
    renewed: dict[str, int]
    metrics: dict[str, dict[str, Any]]
    items: dict[str, dict[str, Any]]

    def of(self, choice: dict[str, Any], scheme: str, *metrics: str) -> list[Reading]:
        """The readings of a kind, of these metrics and within the chosen years."""
        first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
        kind = choice.get("kind") or "all"
        found = (one for metric in metrics for one in self.readings.get((scheme, kind, metric), []))
        return [one for one in found if first <= one.year <= last]


def country(tables: Tables) -> Country:
    """Works everything out once, some metrics at a time."""
    parts, sent = said(tables)
    spoke = pd.concat([spoken(part) for part in parts]).drop_duplicates(ignore_index=True)
    covered = {scheme: covering(branches(tables, scheme), spoke) for scheme in ("63", "34")}
    found: dict[tuple[str, str, str], list[Reading]] = {}
    same: dict[tuple[Any, ...], alike.Alike] = {}
    rated: dict[tuple[str, int], dict[str, tuple[int, int]]] = {}
    for part in batches(parts):
        found |= named(tables, readings(tables, part, covered))
        same |= alike.amounts(tables, part)
        rated |= alike.ratings(tables, part)
    provinces = tables.provinces
    return Country(
        tables,
        pd.concat(parts).sort_values("unit", kind="stable", ignore_index=True),
        spoke,
        sent,
        found,
        same,
        rated,
        {scheme: list(provinces.loc[provinces["scheme"] == scheme, "place"]) for scheme in ("63", "34")},
        dict(successor_of(tables)),
        renewed(provinces),
        register(tables.metrics, "metric"),
        register(tables.items, "item"),
    )


def said(tables: Tables) -> tuple[list[pd.DataFrame], pd.DataFrame]:
    """What units said of each metric; and which document told of which unit, for which kind of period."""
    parts, sent = [], pd.DataFrame()
    for metric in tables.metrics["metric"]:
        told = tables.totals(metric)
        parts.append(own(tables, told))
        sent = pd.concat([sent, told[SENT]]).drop_duplicates(ignore_index=True)
    return [part for part in parts if len(part)], sent


def batches(parts: list[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The parts put together, as many as are held at a time."""
    ends = np.cumsum([len(part) for part in parts]) // AT_A_TIME
    for end in dict.fromkeys(ends.tolist()):
        yield pd.concat([part for part, at in zip(parts, ends, strict=True) if at == end], ignore_index=True)


def spoken(said: pd.DataFrame) -> pd.DataFrame:
    """Which units said anything of which years."""
    return pd.DataFrame(
        {"unit": said["unit"], "year": year_of(said["thing"]).astype("int16")}
    ).drop_duplicates()


def rows_of(country: Country, units: Iterable[int]) -> pd.DataFrame:
    """What a few units said, found by their place in the order."""
    listed = np.unique(np.fromiter(units, dtype="int32"))
    starts = np.searchsorted(country.own["unit"], listed, "left")
    ends = np.searchsorted(country.own["unit"], listed, "right")
    spots = [np.arange(start, end) for start, end in zip(starts, ends, strict=True)]
    return country.own.iloc[np.concatenate([*spots, np.arange(0)])]


def renewed(provinces: pd.DataFrame) -> dict[str, int]:
    """Provinces of today with two or more former ones and the name of one, and their first day."""
    former = provinces[provinces["scheme"] == "63"].groupby("successor")["vi"].agg(list)
    today = provinces[provinces["scheme"] == "34"]
    return {
        place: day
        for place, name, day in today[["place", "vi", "first_day"]].itertuples(index=False, name=None)
        if len(former[place]) > 1 and name in former[place]
    }


def parents(country: Country) -> dict[int, int | None]:
    """The unit above each unit, both by their place in the register."""
    bodies = country.tables.organisations
    number = {org: at for at, org in enumerate(bodies["org_id"])}
    return {at: number.get(parent) for at, parent in enumerate(bodies["parent_id"])}


@lru_cache(maxsize=4)
def registered(country: Country) -> dict[str, dict[str, Any]]:
    """The union bodies by their id."""
    return register(country.tables.organisations, "org_id")


def register(frame: pd.DataFrame, code: str) -> dict[str, dict[str, Any]]:
    """The rows of a register by their code, an empty cell as None."""
    rows = frame.astype("object").where(frame.notna(), None).to_dict("records")
    return {str(row[code]): {str(column): value for column, value in row.items()} for row in rows}


def named(tables: Tables, frame: pd.DataFrame) -> dict[tuple[str, str, str], list[Reading]]:
    """The readings with words for their numbers, by scheme, kind and metric."""
    rows = zip(frame["scheme"], frame["kind"], frame["place"], *words(tables, frame).values(), strict=True)
    found = defaultdict(list)
    for scheme, kind, place, year, metric, *rest in rows:
        found[scheme, kind, metric].append(Reading(place, year, metric, *rest))
    return dict(found)


def words(tables: Tables, frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The columns of a reading from `year` on, as plain values."""
    things, items = frame["thing"], [*tables.items["item"], "all"]
    return {
        "year": year_of(things).tolist(),
        "metric": tables.metrics["metric"].to_numpy()[metric_of(things)].tolist(),
        "item": [items[number - 1] for number in things % ITEMS],
        "recipient": [RECIPIENTS[number] for number in things // (ITEMS * 4) % 4],
        "occasion": [OCCASIONS[number] for number in things // ITEMS % 4],
        "cents": frame["cents"].tolist(),
        "qualifier": [QUALIFIERS[number] for number in frame["qualifier"]],
        "status": [STATUSES[number] for number in frame["status"]],
        "basis": frame["basis"].tolist(),
        "reported": [None if number != number else int(number) for number in frame["reported"]],
        "expected": [None if number != number else int(number) for number in frame["expected"]],
        "day": frame["day"].tolist(),
    }


def certainty(parts: list[str]) -> str:
    """Of a sum: as sure as its least sure part, where there is more than one."""
    if len(parts) == 1:
        return parts[0]
    if WEAK & set(parts):
        return "about"
    return next((word for word in ("over", "at_least") if word in parts), "exact")


def standing(parts: list[str]) -> str:
    """Of a sum: preliminary as soon as one part is, corrected only where all are."""
    return min(parts, key=STATUSES.index)
