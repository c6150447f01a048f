"""What no province takes in, by the oracle: units on no map, and today's provinces among former ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import Any

from tests.oracle.answers import Answer, Choice, plain, unnamed
from tests.oracle.country import Country, parents, rows_of, words


def undivided(country: Country, choice: Choice) -> Answer:
    """The newest value of each merged province of a year that not all of its former provinces tell of."""
    parts, asked = Counter(country.successor.values()), choice.get("places")
    meant = {home for former, home in country.successor.items() if asked is None or former in asked}
    told = defaultdict(set)
    for one in unnamed(country, choice, "63"):
        told[country.successor.get(one.place), one.year, one.metric, one.item].add(one.place)
    newest = {}
    for one in sorted(unnamed(country, choice, "34"), key=lambda one: one.year):
        known = told[one.place, one.year, one.metric, one.item]
        if one.place in meant and parts[one.place] > 1 and len(known) < parts[one.place]:
            newest[one.metric, one.item, f"{one.place}@63"] = (one.year, *plain(one))
    return newest


def unplaced(country: Country, choice: Choice) -> Answer:
    """The newest totals of units that stand in no province of the scheme, with the reason."""
    scheme, asked = choice["scheme"], choice.get("places")
    kind = None if choice.get("kind") in (None, "all") else choice["kind"]
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    newest: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for one in nowhere(country):
        place, reason = one[f"place_{scheme}"], one[f"reason_{scheme}"]
        wanted = one["metric"] in choice["metrics"] and one["item"] in (choice.get("items") or ["all"])
        of_kind = kind is None or (one["kind"] == kind and place is None)
        if (
            wanted
            and reason
            and of_kind
            and (asked is None or place in asked)
            and first <= one["year"] <= last
        ):
            key = (one["org"], one["metric"], one["item"], one["recipient"], one["occasion"])
            told = (one["year"], reason, one["cents"], one["qualifier"], one["status"])
            newest[key] = max(newest.get(key, told), told)
    return newest


@lru_cache(maxsize=4)
def nowhere(country: Country) -> list[dict[str, Any]]:
    """Every total of a unit without a province in one of the schemes, or under a central industry union."""
    bodies, central = country.tables.organisations, under_central(country)
    odd = bodies.index[
        (bodies["level"] != "tld")
        & (bodies.index.isin(central) | bodies["place_63"].isna() | bodies["place_34"].isna())
    ]
    own = rows_of(country, odd).assign(reported=float("nan"), expected=float("nan"))
    told = words(country.tables, own)
    summed = {
        (one.place, one.year, one.metric, one.item, one.recipient, one.occasion)
        for (_, kind, _), rows in country.readings.items()
        if kind == "all"
        for one in rows
        if one.basis == "summed"
    }
    found, listed = [], bodies.loc[odd].to_dict("index")
    for at, unit in enumerate(own["unit"]):
        body = listed[unit]
        row = {column: values[at] for column, values in told.items()}
        row |= {"org": body["org_id"], "kind": body["kind"]}
        row |= {"place_63": body["place_63"], "place_34": body["place_34"]}
        spot = tuple(row[column] for column in ("year", "metric", "item", "recipient", "occasion"))
        outside = {s: unit in central and (row[f"place_{s}"], *spot) not in summed for s in ("63", "34")}
        unknown = "unknown" if row["place_34"] is None else None
        former = None if row["place_63"] is not None else unknown or "undivided"
        row["reason_63"] = "central" if outside["63"] else former
        row["reason_34"] = "central" if outside["34"] else unknown
        found.append(row)
    return found


def under_central(country: Country) -> set[int]:
    """The central industry unions and all that stands below one."""
    above, bodies = parents(country), country.tables.organisations
    tops = set(bodies.index[bodies["level"] == "central_industry"])
    found = set(tops)
    for unit in above:
        up: int | None = unit
        while up is not None:
            if up in tops:
                found.add(unit)
                break
            up = above[up]
    return found
