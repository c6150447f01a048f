"""What files are held against: the union bodies and figures that are there already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from congdoan.ingest.read import FACT_COLUMNS, ORGANISATION_COLUMNS
from congdoan.intake import storing
from congdoan.intake.model import FigureKey, Known
from congdoan.intake.periods import Period
from congdoan.intake.register import Unit, register
from congdoan.lines import Line, read
from congdoan.paths import FACTS


def from_facts(folder: Path = FACTS, year: int | None = None) -> Known:
    """The union bodies and whole figures of a folder of facts; DataError when it cannot be read."""
    units = read(folder / "organisations.csv", ORGANISATION_COLUMNS)
    figures = read(folder / "facts.csv", FACT_COLUMNS)
    published = {
        _key(line.cells): Decimal(line.cells["value"])
        for line in figures
        if line.cells["scope"] == "total" and line.cells["value"]
    }
    return Known(register(map(_unit, units)), published, year or dt.datetime.now(dt.UTC).year)


def below(unit: str, folder: Path = FACTS) -> list[str]:
    """The union bodies directly below one, in the order of the file."""
    units = read(folder / "organisations.csv", ORGANISATION_COLUMNS)
    return [line.cells["org_id"] for line in units if line.cells["parent_id"] == unit]


def _unit(line: Line) -> Unit:
    cells = line.cells
    old, new = (f"{scheme}:{code}" if (code := cells[f"place_{scheme}"]) else "" for scheme in ("63", "34"))
    days = cells["valid_from"], cells["valid_to"]
    return storing.unit(cells["org_id"], cells["name_vi"], cells["kind"], old, new, *days)


def _key(cells: Mapping[str, str]) -> FigureKey:
    start, end = (dt.date.fromisoformat(cells[name]) for name in ("period_start", "period_end"))
    period = Period(cells["period_type"], start, end)
    item = "" if cells["item"] == "all" else cells["item"]
    return cells["org_id"], period, cells["metric"], item, cells["recipient"]
