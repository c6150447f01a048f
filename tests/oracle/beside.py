"""Places side by side, and the members of an emulation cluster against its median, by the oracle."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from congdoan.paths import CATALOGUE
from tests.oracle.answers import VN, Answer, Choice
from tests.oracle.country import Country, Reading
from tests.oracle.ranking import FEWEST, hundredths, middle, speaks
from tests.oracle.reached import of_units

NEW_SCALE = 2019
"""The first year in which branches were rated by the tasks that they fulfilled."""
NOBODY = (None,) * 6


class Cell(NamedTuple):
    """One measure of one side in one year, and what was told of it."""

    metric: str
    item: str
    side: str
    year: int
    told: Reading | None


def side_by_side(country: Country, choice: Choice) -> Answer:
    """Every measure of every side and year, held against the first side in the first year."""
    sides, years = choice["sides"] or [], [int(period) for period in choice["periods"]]
    mixed = any(side.startswith("34:") for side in sides)
    answer: Answer = {}
    for measure in choice["measures"]:
        metric, item = measure.split("/")
        told = {
            (one.place, one.year): one
            for scheme in ("63", "34")
            for one in readings(country, choice, scheme, metric, item)
        }
        cells = [Cell(metric, item, side, year, told.get((side, year))) for side in sides for year in years]
        inside = [cell for cell in cells if within(choice, cell.year)]
        for cell in inside if within(choice, years[0]) else []:
            shown = f"{cell.side}@34" if mixed and cell.side.startswith("63:") else cell.side
            answer[metric, item, shown, str(cell.year)] = row(country, cell, cells[0])
    return answer


def readings(country: Country, choice: Choice, scheme: str, metric: str, item: str) -> list[Reading]:
    """The readings of a measure by the places of a scheme; the country's by the chosen one only."""
    every = country.of(choice | {"year_from": None, "year_to": None}, scheme, metric)
    return [
        one
        for one in every
        if one.item == item
        and one.recipient == "none"
        and (one.place not in VN or scheme == choice["scheme"])
    ]


def within(choice: Choice, year: int) -> bool:
    """Whether a year lies in the chosen ones."""
    return (choice.get("year_from") or 0) <= year <= (choice.get("year_to") or 9999)


def row(country: Country, cell: Cell, first: Cell) -> tuple[Any, ...]:
    """Value, difference and change, why there is none, what to know of it, and how the value came about."""
    one, base = cell.told, first.told
    why = refusal(country, cell, first)
    apart, change, known = None, None, None
    if one and base and why is None and cell != first:
        apart, known = one.cents - base.cents, caution(country, cell, first)
        change = signed(Fraction(100 * apart, base.cents)) if base.cents else None
    told = (one.qualifier, one.status, one.basis, one.reported, one.expected) if one else NOBODY[1:]
    return (one.cents if one else None, apart, change, why, known, possible(country, cell), *told)


def signed(value: Fraction) -> int:
    """A value with two decimals, halves away from nothing."""
    return hundredths(value) if value >= 0 else -hundredths(-value)


def scale(country: Country, cell: Cell) -> str:
    """On which scale branches were rated; anything else has one."""
    return "old" if country.metrics[cell.metric]["subject"] == "ratings" and cell.year < NEW_SCALE else "new"


def refusal(country: Country, cell: Cell, first: Cell) -> str | None:
    """Why two cells have no difference."""
    if (cell.side, cell.year) == (first.side, first.year):
        return None
    if scale(country, cell) != scale(country, first):
        return "rating_scale"
    if cell.told is None or first.told is None:
        return None
    if other_borders(cell, first) and country.metrics[cell.metric]["over_units"] != "sum":
        return "borders"
    return None if is_of_all(cell.told) and is_of_all(first.told) else "extent"


def other_borders(cell: Cell, first: Cell) -> bool:
    """Whether the two are provinces of different times; the country has no such borders."""
    return not {cell.side, first.side} & set(VN) and cell.side[:2] != first.side[:2]


def is_of_all(one: Reading) -> bool:
    """Whether a reading leaves nobody out."""
    if one.basis == "items" and one.qualifier == "exact":
        return True
    return one.qualifier != "at_least" and (
        one.basis in ("reported", "combined") or (one.expected is not None and one.reported == one.expected)
    )


def caution(country: Country, cell: Cell, first: Cell) -> str | None:
    """The weightiest thing to know of a difference."""
    assert cell.told
    assert first.told
    if (cell.told.status == "preliminary") != (first.told.status == "preliminary"):
        return "preliminary"
    if other_borders(cell, first):
        return "other_borders"
    subject = country.metrics[cell.metric]["subject"]
    if any((year <= cell.year) != (year <= first.year) for year, of in breaks() if of in (subject, "all")):
        return "series_break"
    return "inexact" if {cell.told.qualifier, first.told.qualifier} != {"exact"} else None


@lru_cache(maxsize=1)
def breaks() -> list[tuple[int, str]]:
    """The year and the subject of each break of a series."""
    with (CATALOGUE / "breaks.csv").open(encoding="utf-8-sig") as file:
        return [(date.fromisoformat(line["on"]).year, line["subject"]) for line in csv.DictReader(file)]


def possible(country: Country, cell: Cell) -> bool:
    """Whether there can be a figure: of the place in that year, and of the rating on that year's scale."""
    last, of = last_years(country).get(cell.side), country.items.get(cell.item, {}).get("scheme")
    lives = last is None or last >= cell.year
    return lives and of in (None, *(["htnv"] if scale(country, cell) == "new" else ["vm", "vmxs"]))


@lru_cache(maxsize=4)
def last_years(country: Country) -> dict[str, int]:
    """The last year of each former province."""
    ended = country.tables.provinces[["place", "last_year"]].dropna()
    return dict(ended.itertuples(index=False, name=None))


def clusters(country: Country, choice: Choice) -> Answer:
    """Each member of the chosen ones' clusters: its value, the median, how far above it, and its rank."""
    year, asked = choice["year_to"], choice["sides"]
    if year is None:
        return {}
    end = date(year, 12, 31)
    valid = [one for one in country.tables.clusters if one[4] <= end <= one[5]]
    wanted = {one[0] for one in valid if asked is None or (one[2] or one[3]) in asked}
    answer: Answer = {}
    for measure in choice["measures"]:
        metric, item = measure.split("/")
        if country.metrics[metric]["over_units"] == "sum":
            for cluster in wanted:
                members = [one for one in valid if one[0] == cluster]
                answer |= standings(country, choice, members, metric, item)
    return answer


def standings(country: Country, choice: Choice, members: list[Any], metric: str, item: str) -> Answer:
    """The members of one cluster by one measure."""
    told = [reading(country, choice, place, org, metric, item) for _, _, place, org, *_ in members]
    fit = [one for one in told if one and speaks(one)]
    typical = middle(fit)
    values = sorted((one.cents for one in fit), reverse=True)
    answer: Answer = {}
    for (_, name, place, org, *_), one in zip(members, told, strict=True):
        ranked = one is not None and speaks(one)
        above = one.cents - typical if one and ranked and typical is not None else None
        rank = 1 + values.index(one.cents) if one and ranked and len(fit) >= FEWEST else None
        said = (one.qualifier, one.status) if one else (None, None)
        answer[name, called(country, place, org), metric, item] = (
            one.cents if one else None,
            typical,
            above,
            rank,
            *said,
        )
    return answer


def called(country: Country, place: str | None, org: str | None) -> str:
    """The name of a member."""
    if place is not None:
        return str(names(country)[place])
    bodies = country.tables.organisations
    return str(bodies.loc[bodies["org_id"] == org, "name_vi"].iloc[0])


@lru_cache(maxsize=4)
def names(country: Country) -> dict[str, str]:
    """The names of the provinces by place."""
    return dict(country.tables.provinces[["place", "vi"]].itertuples(index=False, name=None))


def reading(
    country: Country, choice: Choice, place: str | None, org: str | None, metric: str, item: str
) -> Reading | None:
    """What a member came to in the year: a place for the chosen kind of union, a unit by all below it."""
    year = choice["year_to"]
    if place is not None:
        found = country.of(choice | {"year_from": year}, place[:2], metric)
        return next(
            (one for one in found if one.place == place and one.item == item and one.recipient == "none"),
            None,
        )
    row = of_units(country, (str(org),)).get((str(org), metric, item, year))
    return (
        None
        if row is None
        else Reading(**{key: row[key] for key in Reading._fields if key != "place"}, place=str(org))
    )
