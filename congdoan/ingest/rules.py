"""What must hold between the cells of one figure, and between a figure and the whole it is part of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from congdoan.lines import Line, Problem

Lines = Mapping[str, Line]


def figures(facts: list[Line], metrics: Lines, items: Mapping[str, set[str]]) -> list[Problem]:
    """Every figure that contradicts its metric, its period or the figure it is part of."""
    by_id = {line.cells["figure_id"]: line for line in facts}
    rules: tuple[Callable[[Line], Iterator[Problem]], ...] = (
        lambda line: _fits_metric(line, metrics[line.cells["metric"]], items),
        _fits_period,
        _has_a_reading,
        lambda line: _fits_whole(line, by_id),
    )
    return [problem for line in facts for rule in rules for problem in rule(line)]


def organisations(units: list[Line], provinces: list[Line]) -> list[Problem]:
    """Every unit that stands above itself, whose provinces do not fit, or whose end contradicts its days."""
    by_id = {line.cells["org_id"]: line for line in units}
    successors = {
        line.cells["code"]: line.cells["successor"] for line in provinces if line.cells["scheme"] == "63"
    }
    found = []
    for line in units:
        if leads_back(line, by_id, "org_id", "parent_id"):
            found.append(
                line.problem("parent_id", "a unit that does not, through others, stand below this one")
            )
        successor = successors.get(line.cells["place_63"], line.cells["place_34"])
        if line.cells["place_34"] != successor:
            found.append(line.problem("place_34", f"{successor}, into which {line.cells['place_63']} went"))
        found.extend(_ends(line, by_id))
    return found


def _ends(line: Line, by_id: Lines) -> Iterator[Problem]:
    """Only what has a last day has an ending, only what was merged a successor, which outlives it."""
    cells = line.cells
    if cells["ending"] and not cells["valid_to"]:
        yield line.problem("ending", "empty, the unit has no last day in valid_to")
    if cells["successor_id"] and cells["ending"] != "merged":
        yield line.problem("successor_id", "empty, only a merged unit has a successor")
    after = by_id.get(cells["successor_id"])
    if after is not None and "" < after.cells["valid_to"] <= cells["valid_to"]:
        yield line.problem("successor_id", f"a unit that exists after {cells['valid_to']}")


def clusters(found: list[Line], units: list[Line]) -> list[Problem]:
    """Every emulation cluster of the real figures with a member unit that is none of these."""
    known = {line.cells["org_id"] for line in units}
    problems = []
    for line in found:
        members = [
            code.removeprefix("unit:")
            for code in line.cells["members"].split(";")
            if code.startswith("unit:")
        ]
        unknown = [code for code in members if code not in known]
        if line.cells["dataset"] == "real" and unknown:
            nearest = get_close_matches(unknown[0], list(known), n=1, cutoff=0.4)
            what = f"units of organisations.csv, which has no {unknown[0]}"
            problems.append(line.problem("members", what, nearest[0] if nearest else ""))
    return problems


def _fits_metric(line: Line, metric: Line, items: Mapping[str, set[str]]) -> Iterator[Problem]:
    cells, dimension = line.cells, metric.cells["dimension"]
    allowed = items.get(dimension, set()) | {"", "all"}
    if cells["item"] not in allowed:
        nearest = get_close_matches(cells["item"], list(allowed), n=1, cutoff=0.4)
        what = (
            f"an item of dimension {dimension!r} in items.csv"
            if dimension
            else "empty, the metric has no items"
        )
        yield line.problem("item", what, nearest[0] if nearest else "")
    units = metric.cells["unit"].split("|")
    if cells["unit"] not in units:
        yield line.problem("unit", " or ".join(units) + f" for {cells['metric']}")
    if (cells["metric"] == "awards") != bool(cells["recipient"]):
        yield line.problem("recipient", "a recipient for awards, empty for everything else")
    if (cells["metric"] == "awards") != bool(cells["occasion"]):
        yield line.problem("occasion", "an occasion for awards, empty for everything else")
    if cells["unit"] != "percent" and "." in cells["value"]:
        yield line.problem("value", f"a whole number, since the unit is {cells['unit']}")
    if cells["unit"] == "percent" and cells["value"] and Decimal(cells["value"]) > 100:
        yield line.problem("value", "at most 100 percent")


def _fits_period(line: Line) -> Iterator[Problem]:
    start, end = date.fromisoformat(line.cells["period_start"]), date.fromisoformat(line.cells["period_end"])
    kind = line.cells["period_type"]
    if end < start:
        yield line.problem("period_end", f"a day on or after {start}")
    if kind == "as_of" and start != end:
        yield line.problem("period_start", "the same day as period_end, since the figure is a stock")
    if kind == "year" and (start, end) != (date(end.year, 1, 1), date(end.year, 12, 31)):
        yield line.problem(
            "period_type", "year only for 1 January to 31 December; else span, half or school_year"
        )
    if int(line.cells["year"]) != end.year:
        yield line.problem("year", f"{end.year}, the year in which the period ends")


def _has_a_reading(line: Line) -> Iterator[Problem]:
    if not line.cells["value"] and not line.cells["value_text_vi"]:
        yield line.problem("value", "a number, or the printed word in value_text_vi")


def _fits_whole(line: Line, by_id: Lines) -> Iterator[Problem]:
    whole = by_id.get(line.cells["part_of"])
    if whole is None:
        return
    if whole.cells["org_id"] != line.cells["org_id"]:
        yield line.problem("part_of", f"a figure of the same unit, {line.cells['org_id']}")
    if leads_back(line, by_id, "figure_id", "part_of"):
        yield line.problem("part_of", "a whole that is not, through others, part of this figure")
    part, total = line.cells["value"], whole.cells["value"]
    open_ended = whole.cells["qualifier"] in ("over", "at_least", "about")
    if part and total and not open_ended and Decimal(part) > Decimal(total):
        yield line.problem("value", f"at most {total}, the value of its whole {whole.cells['figure_id']}")


def leads_back(line: Line, by_id: Lines, key: str, upward: str) -> bool:
    """Whether the road upward from a line comes by any line twice."""
    seen, at = {line.cells[key]}, line.cells[upward]
    while at and at in by_id:
        if at in seen:
            return True
        seen.add(at)
        at = by_id[at].cells[upward]
    return False
