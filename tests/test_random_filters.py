"""Random choices: the queries answer what an independent calculation works out, to the đồng."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from congdoan import database
from congdoan.queries import load
from tests.asking import snapshot
from tests.oracle import answers, country, tables
from tests.oracle.questions import AMOUNTS, ANSWERS, COLUMNS, KEYS

CHOICES, REAL, UNIT_CHOICES, NATIONAL = 420, 210, 60, 1000
NOTHING = float("nan")
QUERIES = sorted(ANSWERS)
MEASURES = ["branches/all", "houses/all", "welfare_amount/programme.tet"]
LEVELS = [["provincial", "tld"], ["upper", "province", "state"], ["branch"]]
"""Levels of units and, among them, of those who grant awards."""


@pytest.fixture(scope="module")
def simulated_oracle(many_branches: Path) -> country.Country:
    with snapshot(many_branches, "simulated") as connection:
        return country.country(tables.read(connection, complete=True))


@pytest.fixture(scope="module")
def real_oracle(real_warehouse: Path) -> country.Country:
    with snapshot(real_warehouse) as connection:
        return country.country(tables.read(connection, complete=False))


def choices(known: country.Country, seed: int, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """A query and what is asked of it, the same ones for the same seed."""
    draw = random.Random(seed)
    kinds = sorted(set(known.tables.organisations["kind"]))
    listed = places_told(known)
    metrics_told = sorted({metric for _, kind, metric in known.readings if kind == "all"})
    units = list(known.tables.organisations.query("level != 'branch'")["org_id"])
    for number in range(count):
        scheme = draw.choice(["63", "34"])
        first = draw.choice([None, None, *range(2016, 2026)])
        places = draw.sample(listed[scheme], draw.choice([1, 1, 2, 3, 8]))
        metrics = draw.sample(metrics_told, draw.choice([1, 2, 4, 9]))
        items = items_of(known, metrics)
        yield (
            QUERIES[number % len(QUERIES)],
            {
                "scheme": scheme,
                "places": draw.choice([None, places, sorted({*places, known.places[scheme][0]})]),
                "year_from": first,
                "year_to": draw.choice([None, 2025, draw.randint(first or 2016, 2025)]),
                "kind": draw.choice([None, None, "all", "all", "ldld_tinh", *draw.sample(kinds, 2)]),
                "metrics": metrics,
                "items": draw.choice([None, ["all"], draw.sample(items, min(len(items), 6))]),
                "org": draw.choice(units),
                "measures": [f"{draw.choice(metrics)}/all", *draw.sample(MEASURES, draw.randint(0, 2))],
                "per": draw.choice([None, "members", "branches"]),
                "band": draw.choice([None, None, "below_50000", "below_150000"]),
                **others(draw, listed),
            },
        )


def others(draw: random.Random, listed: dict[str, list[str]]) -> dict[str, Any]:
    """Kind of period, levels, up to five places of both boundaries or the country, up to three years."""
    places = [*draw.sample(listed["63"], 2), *draw.sample(listed["34"], 3), "VN"]
    years = draw.sample(range(2016, 2026), draw.choice([1, 2, 3]))
    return {
        "period": draw.choice(["year", "half"]),
        "levels": draw.choice([None, None, *LEVELS]),
        "sides": draw.sample(places, draw.choice([2, 3, 5])),
        "periods": [str(year) for year in years],
    }


def places_told(known: country.Country) -> dict[str, list[str]]:
    """The places of each scheme that have any reading."""
    told = {one.place for rows in known.readings.values() for one in rows}
    return {scheme: [place for place in places if place in told] for scheme, places in known.places.items()}


def items_of(known: country.Country, metrics: list[str]) -> list[str]:
    """What these metrics may be broken down by, and the whole."""
    dimensions = tuple(f"{known.metrics[metric]['dimension']}." for metric in metrics)
    return ["all", *(item for item in sorted(known.items) if item.startswith(dimensions))]


def found(name: str, dataset: str, choice: dict[str, Any]) -> answers.Answer:
    """The rows of a query as an answer; no two rows may have one name."""
    inputs = load(name).inputs
    asked = {key: value for key, value in choice.items() if key in inputs}
    frame = pd.DataFrame(database.rows(name, dataset, asked).values)
    if "partly" in frame:
        frame = frame[frame["reported"] + frame["partly"] > 0]
    if "absence" in frame:
        frame = frame[frame["absence"].isna()]
    columns = COLUMNS[name].split()
    rows = zip(*(plain(frame[column], column in AMOUNTS) for column in columns), strict=True)
    names = zip(*(plain(frame[column], False) for column in KEYS[name].split()), strict=True)
    answer = dict(zip(names, rows, strict=True))
    assert len(answer) == len(frame), f"{name} names a row twice"
    return answer


def plain(column: pd.Series, is_amount: bool) -> list[Any]:
    """Values as the oracle has them: amounts in hundredths without rounding, nothing as None."""
    if is_amount:
        return [None if pd.isna(value) else Decimal(str(value)) * 100 for value in column]
    return [None if pd.isna(value) else value for value in column]


def differences(known: country.Country, dataset: str, seed: int, count: int) -> tuple[list[str], int]:
    """Where query and oracle disagree, told with the choice and both rows; and how many answers had rows."""
    wrong, full = [], 0
    for name, choice in choices(known, seed, count):
        expected, given = ANSWERS[name](known, choice), found(name, dataset, choice)
        full += bool(expected)
        odd = sorted(key for key in expected.keys() | given.keys() if expected.get(key) != given.get(key))
        if odd:
            asked = {key: value for key, value in choice.items() if value is not None}
            wrong += [f"{name} {asked} {odd[0]}: query {given.get(odd[0])}, oracle {expected.get(odd[0])}"]
    return wrong, full


def test_random_choices_equal_an_independent_calculation_to_the_dong(
    many_branches: Path, simulated_oracle: country.Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAREHOUSE", many_branches)
    wrong, full = differences(simulated_oracle, "simulated", seed=1, count=CHOICES)
    assert not wrong, "\n".join(wrong)
    assert full > 0.5 * CHOICES, "too many choices asked for nothing"


@pytest.mark.national
def test_a_thousand_random_choices_on_the_country_of_this_warehouse_equal_the_same_calculation(
    own_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAREHOUSE", own_warehouse)
    with snapshot(own_warehouse, "simulated") as connection:
        known = country.country(tables.read(connection, complete=True))
    wrong, full = differences(known, "simulated", seed=3, count=NATIONAL)
    assert not wrong, "\n".join(wrong)
    assert full > 0.5 * NATIONAL, "too many choices asked for nothing"


@pytest.mark.usefixtures("real")
def test_random_choices_on_the_real_figures_equal_the_same_calculation(real_oracle: country.Country) -> None:
    wrong, full = differences(real_oracle, "real", seed=2, count=REAL)
    assert not wrong, "\n".join(wrong)
    assert full > 0.2 * REAL, "too many choices asked for nothing"


def own_readings(known: country.Country, orgs: set[str]) -> dict[tuple[str, int, str, str], tuple[Any, ...]]:
    """What units said: value in hundredths, certainty, status and basis, by unit, year, metric and item."""
    ids = known.tables.organisations["org_id"]
    said = known.own
    said = said[said["unit"].isin(ids.index[ids.isin(orgs)])].assign(reported=NOTHING, expected=NOTHING)
    rows = zip(ids.to_numpy()[said["unit"]], *country.words(known.tables, said).values(), strict=True)
    return {
        (org, year, metric, item): tuple(rest[:4])
        for org, year, metric, item, recipient, _, *rest in rows
        if recipient == "none"
    }


def measures(known: tables.Tables) -> list[str]:
    """Every measure as `metric/item`."""
    pairs = zip(known.metrics["metric"], known.metrics["dimension"], strict=True)
    items = known.items["item"]
    return [
        f"{metric}/{item}"
        for metric, dimension in pairs
        for item in ("all", *(items[items.str.startswith(f"{dimension}.")] if dimension else ()))
    ]


def choices_of_units(known: tables.Tables, levels: dict[str, str]) -> list[dict[str, Any]]:
    """Four branches, two unions above branches, a year and a dozen measures at a time."""
    draw, of = random.Random(5), measures(known)
    branches = sorted(org for org, level in levels.items() if level == "branch")
    above = sorted(levels.keys() - set(branches))
    return [
        {
            "sides": [*draw.sample(branches, 4), *draw.sample(above, 2)],
            "measures": draw.sample(of, 12),
            "periods": [str(draw.randint(2016, 2025))],
            "scheme": "34",
        }
        for _ in range(UNIT_CHOICES)
    ]


def test_random_units_side_by_side_equal_an_independent_calculation_to_the_dong(
    simulated_oracle: country.Country, many_branches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAREHOUSE", many_branches)
    bodies = simulated_oracle.tables.organisations
    levels = dict(zip(bodies["org_id"], bodies["level"], strict=True))
    asked = choices_of_units(simulated_oracle.tables, levels)
    expected = own_readings(simulated_oracle, {org for one in asked for org in one["sides"]})
    full = 0
    for choice in asked:
        for row in database.rows("comparison/side_by_side", "simulated", choice).records:
            told = expected.get((row["org"], row["year"], row["metric"], row["item"]))
            if told or levels[row["org"]] == "branch":
                assert given(row) == told, (choice, row)
                full += told is not None
    assert full > UNIT_CHOICES


def given(row: dict[str, Any]) -> tuple[Any, ...] | None:
    """A row as the oracle has it, nothing where it has no value."""
    if row["value"] is None:
        return None
    return 100 * Decimal(str(row["value"])), row["qualifier"], row["status"], row["basis"]
