"""Tells for which unit, province and period the figures of a row stand, by its own cells or the titles."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from congdoan.intake import statuses
from congdoan.intake.context import Context
from congdoan.intake.grid import Cell, Grid
from congdoan.intake.layout import Table, text
from congdoan.intake.model import Known
from congdoan.intake.notes import Notes
from congdoan.intake.periods import Period, periods, whole_year
from congdoan.intake.plan import Plan
from congdoan.intake.register import Found, name_of, province

OLDEST = 1975
"""The first year of which there are figures."""


@dataclass(frozen=True, slots=True)
class Above:
    """What rows further up say for those below, by role: filled-down groups, the last names."""

    names: dict[str, str] = field(default_factory=dict)

    def of(self, role: str) -> str:
        """The last name of a role, empty when there was none."""
        return self.names.get(role, "")


@dataclass(frozen=True, eq=False)
class Job:
    """A table whose rows are named, and what its names are looked up in."""

    grid: Grid
    table: Table
    plan: Plan
    around: Context
    known: Known
    notes: Notes


def computed(job: Job, row: int) -> bool:
    """Whether no name of a row is a formula without a value or an error value; else a message says so.

    Such a cell looks blank, and would be taken for that of the row above.
    """
    marks, fine = job.grid.marks, True
    for role, at in job.plan.names.items():
        if role in ("index", "note"):
            continue
        if (row, at) in marks.errors:
            fine = not job.notes.add("formula.error", row, at, found=marks.errors[row, at] or "#")
        elif marks.formulas.get((row, at)) is False:
            fine = not job.notes.add("formula.empty", row, at)
    return fine


def fill(job: Job, above: Above, cells: Sequence[Cell], silently: bool = False) -> None:
    """Takes the names of a row; a blank one is that of the row above, as in merged cells."""
    for role in ("province", "year", "metric", "item"):
        at = job.plan.names.get(role)
        own = at_column(cells, at) if at is not None else ""
        if own:
            above.names[role] = own
        elif at is not None and above.of(role) and role in ("province", "year") and not silently:
            job.notes.add_once(at, "group.filled", job.table.first, at, label=above.of(role))
        elif role == "item":
            above.names.pop("item", None)


def period(job: Job, above: Above, row: int) -> tuple[Period | None, bool]:
    """The period of a row by its own column, else by the titles; not fine when neither tells it."""
    at = job.plan.names.get("year")
    if at is not None and above.of("year"):
        return _year(job, above.of("year"), row, at)
    if job.plan.figures and all(one.period for one in job.plan.figures):
        return None, True
    if len(job.around.periods) == 1:
        return _of_titles(job, job.around.periods[0])
    if len(job.around.periods) > 1:
        job.notes.add_once(
            "years",
            "year.conflict",
            job.table.top,
            0,
            found=tuple(str(one.year) for one in job.around.periods),
        )
    else:
        job.notes.add_once("years", "year.missing", job.table.top, 0)
    return None, False


def _of_titles(job: Job, found: Period) -> tuple[Period | None, bool]:
    """The period that the titles name, where there can be one; else it is said once, where it stands."""
    if OLDEST <= found.year <= job.known.year:
        return found, True
    row = next((row for row, line in job.table.titles if line == job.around.told_by), job.table.top)
    said = {"found": str(found.year), "now": str(job.known.year), "near": "–"}
    job.notes.add_once("years", "year.wrong", row, 0, **said)
    return None, False


def _year(job: Job, typed: str, row: int, at: int) -> tuple[Period | None, bool]:
    found = periods(typed)
    digits = re.sub(r"\D", "", typed)
    now = job.known.year
    if not found and len(digits) == 2 and typed.strip("'’") == digits:
        found = (whole_year(2000 + int(digits)),)
        job.notes.add("year.short", row, at, found=typed, read=str(found[0].year))
    if len(found) != 1:
        near = next((digits[:4] for _ in [0] if len(digits) == 5 and digits[:4] <= str(now)), "")
        return None, not job.notes.add("year.wrong", row, at, found=typed, now=str(now), near=near or "–")
    if not OLDEST <= found[0].year <= now:
        return None, not job.notes.add("year.wrong", row, at, found=typed, now=str(now), near="–")
    return found[0], True


def status(job: Job, cells: Sequence[Cell], row: int) -> tuple[str, bool]:
    """What a row calls its figures in its column; not fine when that is no status."""
    at = job.plan.names.get("status", -1)
    typed = at_column(cells, at)
    found = statuses.named(typed)
    return found, not typed or bool(found) or not job.notes.add("status.unknown", row, at, found=typed)


def place(job: Job, typed: str, day: dt.date, row: int) -> str:
    """The province that a row names in its column; empty with a message when it names none."""
    at = job.plan.names["province"]
    if not typed:
        job.notes.add("province.unknown", row, at, found="", near="")
        return ""
    return one(job, province(typed, day), "province", typed, row, at)


def unit(job: Job, above: Above, cells: Sequence[Cell], day: dt.date, place: str, row: int) -> str:
    """The union body that a row names by code or name, or by its province alone; empty with a message."""
    code, name = (job.plan.names.get(role, -1) for role in ("unit_code", "unit"))
    typed, at = at_column(cells, code), code
    found = job.known.units.unit(typed, day, place) if typed else Found("none")
    if found.state != "one" and (named := at_column(cells, name)) and named != typed:
        found, at, typed = job.known.units.unit(named, day, place), name, named
    if not typed and place and "province" in job.plan.names:
        found, at, typed = (
            job.known.units.federation(place, day),
            job.plan.names["province"],
            above.of("province"),
        )
    return one(job, found, "unit", typed, row, max(at, 0))


def sender(job: Job, day: dt.date) -> str:
    """The unit that the titles name, where no column does, as it was on a day."""
    units, found = job.known.units, Found("none")
    if job.around.unit and units.units[job.around.unit].exists(day):
        found = Found("one", job.around.unit)
    elif job.around.place:
        then = province(name_of(job.around.place), day)
        found = units.federation(then.code, day) if then.state == "one" else then
    if found.state == "one":
        job.notes.add_once("sender", "unit.sender", job.table.top, 0, unit=units.units[found.code].name)
        return found.code
    job.notes.add_once("sender", "unit.missing", job.table.top, 0)
    return ""


def one(job: Job, found: Found, kind: str, typed: str, row: int, at: int) -> str:
    """The code that was found; empty with a message when there is not just one."""
    if found.state == "one":
        return found.code
    if kind == "unit" and found.state in ("former", "historic", "late"):
        kind = "province"
    code = f"{kind}.{'unknown' if found.state == 'none' else found.state}"
    job.notes.add(code, row, at, found=typed, near=found.near or ("–",))
    return ""


def day(job: Job, period: Period | None) -> dt.date:
    """The day on which units and provinces are looked up: the last of the period."""
    if period:
        return period.end
    every = [*job.around.periods, *(one.period for one in job.plan.figures)]
    return next((one.end for one in every if one), dt.date(job.known.year, 12, 31))


def at_column(cells: Sequence[Cell], at: int) -> str:
    """What a row says in a column; nothing where there is no such column."""
    return text(cells[at]) if 0 <= at < len(cells) else ""
