"""What must hold between the cells of one target, and between the targets of one unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from congdoan.lines import Line, Problem

Lines = Mapping[str, Line]


def targets(
    lines: list[Line], metrics: Lines, items: Mapping[str, set[str]], units: list[Line]
) -> list[Problem]:
    """Every target that no figure can be held against, that its unit cannot have, or that stands twice."""
    by_id = {line.cells["org_id"]: line for line in units}
    found = [
        *(problem for line in lines for problem in _fits_metric(line, metrics[line.cells["metric"]], items)),
        *(problem for line in lines for problem in _fits_unit(line, by_id[line.cells["org_id"]])),
    ]
    return [*found, *_one_each(lines)]


def _fits_metric(line: Line, metric: Line, items: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Shares, and awards with their recipients, have no single reading of a year to be held against."""
    cells, dimension = line.cells, metric.cells["dimension"]
    if metric.cells["over_units"] != "sum" or cells["metric"] == "awards":
        yield line.problem("metric", "a metric that adds up over units, awards apart")
    allowed = items.get(dimension, set()) | {"", "all"}
    if cells["item"] not in allowed:
        nearest = get_close_matches(cells["item"], list(allowed), n=1, cutoff=0.4)
        what = f"an item of dimension {dimension!r} in items.csv" if dimension else "empty, it has no items"
        yield line.problem("item", what, nearest[0] if nearest else "")
    main = metric.cells["unit"].split("|")[0]
    if cells["unit"] != main:
        yield line.problem("unit", f"{main}, the main unit of {cells['metric']}")


def _fits_unit(line: Line, unit: Line) -> Iterator[Problem]:
    opened, ended = unit.cells["valid_from"][:4] or "1900", unit.cells["valid_to"][:4] or "2100"
    if not int(opened) <= int(line.cells["year"]) <= int(ended):
        yield line.problem("year", f"a year from {opened} to {ended}, in which {unit.cells['org_id']} exists")


def _one_each(lines: list[Line]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        org_id, year, metric = (line.cells[column] for column in ("org_id", "year", "metric"))
        key = (org_id, year, metric, line.cells["item"] or "all")
        if key in seen:
            yield line.problem(
                "metric", f"a metric and item for which line {seen[key]} sets no target of {year}"
            )
        seen.setdefault(key, line.number)
