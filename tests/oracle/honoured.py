"""Awards by form and by the level that grants them, totals and recorded events apart, by the oracle."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from tests.oracle.answers import VN, Answer, Choice
from tests.oracle.country import Country, certainty
from tests.oracle.recorded import MEDAL, recorded


class Award(NamedTuple):
    """What a place told of a form of award in a year, as a total or as recorded events."""

    item: str
    recipient: str
    occasion: str
    basis: str
    place: str
    year: int
    cents: int
    qualifier: str


def awards(country: Country, choice: Choice) -> list[Award]:
    """Totals of the chosen places, and what was recorded; a sum of a few places is no total."""
    totals = [
        Award(one.item, one.recipient, one.occasion, one.basis, one.place, one.year, one.cents, one.qualifier)
        for one in country.of(choice, choice["scheme"], "awards")
        if one.item != "all"
        and one.place in (choice.get("places") or VN)
        and (country.tables.complete or one.basis != "summed")
    ]
    return totals + [
        Award(row.item, row.recipient, row.occasion, "tally", row.where, row.year, row.cents, row.qualifier)
        for row in recorded(country, choice)
        if row.metric == "awards" and row.item != "all"
    ]


def by_form(country: Country, choice: Choice) -> Answer:
    """Every form with recipient, occasion and how it was counted."""
    groups: dict[tuple[Any, ...], list[Award]] = defaultdict(list)
    for one in awards(country, choice):
        item = country.items[one.item]
        if one.item in (choice.get("items") or [one.item]) and item["level"] in (
            choice.get("levels") or [item["level"]]
        ):
            groups[one[:4]].append(one)
    return {
        (*key,): (
            country.items[key[0]]["level"],
            sum(one.cents for one in rows),
            "at_least" if key[3] == "tally" else certainty([one.qualifier for one in rows]),
            country.items[key[0]]["within"],
            len({one.place for one in rows}),
            len({one.year for one in rows}),
        )
        for key, rows in groups.items()
    }


def over_years(country: Country, choice: Choice) -> Answer:
    """Each granting level year by year, without the titles within others and the commemorative medal."""
    groups: dict[tuple[str, str, int], list[Award]] = defaultdict(list)
    for one in awards(country, choice):
        if is_rung(country, one):
            groups[country.items[one.item]["level"], one.recipient, one.year].append(one)
    return {
        key: (basis_of({one.basis for one in rows}), sum(one.cents for one in rows))
        for key, rows in groups.items()
    }


def basis_of(bases: set[str]) -> str:
    """Recorded events before all, else the first by name."""
    return "tally" if "tally" in bases else min(bases)


def is_rung(country: Country, one: Award) -> bool:
    """Whether an award stands on the ladder by itself."""
    return country.items[one.item]["within"] is None and one.item != MEDAL


def by_level(country: Country, choice: Choice) -> Answer:
    """Each granting level in the newest year in which it granted any; titles within others are left out."""
    groups: dict[tuple[str, str, int], list[Award]] = defaultdict(list)
    for one in awards(country, choice):
        if is_rung(country, one):
            groups[country.items[one.item]["level"], one.recipient, one.year].append(one)
    newest = {level: max(year for of, _, year in groups if of == level) for level, _, _ in groups}
    return {
        (level, recipient): (year, sum(one.cents for one in rows), certainty([one.qualifier for one in rows]))
        for (level, recipient, year), rows in groups.items()
        if year == newest[level]
    }
