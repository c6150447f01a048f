"""Makes a simulated country, so that every screen can be seen full; it is never the default data set."""

from __future__ import annotations

from pathlib import Path

from congdoan import ingest, paths
from congdoan.errors import DataError
from congdoan.ingest import read
from congdoan.ingest.build import SCRIPTS

SMALLEST = 126
"""Two branches for each of the 63 provinces."""
SMALL = 1000
"""Enough to see every screen full; a whole country has 120 000."""


def simulate(
    warehouse: Path | None = None,
    branches: int | None = None,
    first_year: int = 2016,
    last_year: int = 2025,
    seed: int = 1,
    tell: ingest.Tell = ingest.silent,
) -> str:
    """Makes and publishes a country of so many branches; the name of the release that serves now.

    Without a number it has as many as the one that serves, at first a thousand.
    Equal arguments give equal figures. `tell` hears of each step. DataError when there are too few branches
    or the years cannot be.
    """
    if branches is None:
        branches = _size(ingest.made_from("simulated", warehouse)) or SMALL
    _refuse(branches, first_year, last_year, seed)
    inputs = {
        "simulation": ingest.one_row(
            branches=branches, first_year=first_year, last_year=last_year, seed=seed
        ),
        # Every union of a made-up country is listed, so a sum of branches can say how whole it is.
        "register": ingest.one_row(register_complete=True),
    }
    asked = f"{branches}-{first_year}-{last_year}-{seed}"
    made_from = f"{read.fingerprint(paths.CATALOGUE, SCRIPTS)}-{asked}"
    return ingest.publish("simulated", inputs, made_from, warehouse, tell)


def _size(made_from: str) -> int:
    """How many branches the country made from this has, by what `simulate` writes there; 0 without one."""
    return int(made_from.split("-")[1]) if made_from else 0


def _refuse(branches: int, first_year: int, last_year: int, seed: int) -> None:
    if branches < SMALLEST:
        raise DataError(f"Found {branches} branches; allowed: {SMALLEST} or more, two for each province.")
    if not 2001 <= first_year <= last_year <= 2100:
        raise DataError(
            f"Found the years {first_year}-{last_year}; allowed: two years from 2001 to 2100, in order."
        )
    if seed < 0:
        raise DataError(f"Found the seed {seed}; allowed: 0 or more.")
