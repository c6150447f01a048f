"""Reads the figures of a row: by its columns, or by what the row itself says it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

from congdoan import catalogue
from congdoan.intake import cells, quick, statuses
from congdoan.intake.checks import Share
from congdoan.intake.columns import meaning
from congdoan.intake.grid import Cell, Grid, letters
from congdoan.intake.layout import Table, text
from congdoan.intake.lexicon import lexicon, spoken
from congdoan.intake.meanings import Meaning, answered, units
from congdoan.intake.measuring import Planned
from congdoan.intake.messages import Code
from congdoan.intake.model import Figure, Series
from congdoan.intake.notes import Notes
from congdoan.intake.periods import Period
from congdoan.intake.plan import Plan, key
from congdoan.intake.quick import CAREFUL
from congdoan.intake.rows import DASHES, Head


@dataclass(frozen=True, slots=True)
class Read:
    """The figures of one row with their columns, its printed shares, and the columns of refused cells."""

    figures: list[tuple[Figure, Period | None, int]] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Reader:
    """What reading the rows of one table needs."""

    grid: Grid
    table: Table
    plan: Plan
    answers: Mapping[str, str]
    notes: Notes
    plain: Mapping[int, quick.Plain] = field(default_factory=dict)
    outer: dict[str, str] = field(default_factory=dict)
    """The last thing that a row of a form counted, of which the rows below may be parts."""


def read(reader: Reader, head: Head) -> Read:
    """The figures of a row; what was refused is said in the notes."""
    found, row, at = Read(), reader.grid.rows[head.row], head.row - reader.table.first
    for planned in reader.plan.figures:
        column, series = planned.cell.at, planned.series
        value = reader.plain[column][at] if column in reader.plain and series else CAREFUL
        if value is None:
            continue
        if value != CAREFUL and series:
            found.figures.append((Figure(series, value, "exact"), planned.period, column))
        else:
            _carefully(reader, head, planned, row, found)
    _rating(reader, head, row, found)
    _shares(reader, head, row, found)
    return found


def _carefully(reader: Reader, head: Head, planned: Planned, row: Sequence[Cell], found: Read) -> None:
    """Reads one cell that is no plain number."""
    cell = row[planned.cell.at] if planned.cell.at < len(row) else None
    if (cell is None or cell == "") and (head.row, planned.cell.at) not in reader.grid.marks.formulas:
        return
    told = planned if planned.series else _of_row(reader, head, planned, row)
    value = cells.value(told.cell, head.row, cell, reader.grid.marks, reader.notes) if told else False
    if value is False:
        found.refusals.append(planned.cell.at)
    elif isinstance(value, tuple) and told and told.series:
        found.figures.append((Figure(told.series, *value), planned.period, planned.cell.at))


def _shares(reader: Reader, head: Head, row: Sequence[Cell], found: Read) -> None:
    for planned in reader.plan.shares:
        cell = row[planned.cell.at] if planned.cell.at < len(row) else None
        value = cells.value(planned.cell, head.row, cell, reader.grid.marks, reader.notes)
        if isinstance(value, tuple) and planned.series:
            found.shares.append((planned.series.metric, value[0], planned.cell.at))


def _rating(reader: Reader, head: Head, row: Sequence[Cell], found: Read) -> None:
    """A branch that names its rating counts as one branch of that rating."""
    at = reader.plan.names.get("rating", -1)
    typed = text(row[at]) if 0 <= at < len(row) else ""
    if not typed or typed.casefold() in ("-", "x"):
        return
    item = rating(typed)
    if item:
        found.figures.append((Figure(_rated(at, item), 1, "exact"), None, at))
    else:
        reader.notes.add("rating.unknown", head.row, at, found=typed, near=near_ratings(typed))
        found.refusals.append(at)


@lru_cache(maxsize=256)
def _rated(at: int, item: str) -> Series:
    return Series(letters(at), "rated_branches", item.partition(".")[2], "", "", "branch")


def rating(typed: str) -> str:
    """The rating that a text names: an item's code, empty when it names none."""
    named = lexicon("item", "rest").all(spoken(typed)) or []
    codes = [one.code for one in named if one.code.startswith("rating.")]
    meanings = lexicon("item").meanings.get(spoken(typed), ())
    codes = [one.code for one in meanings if one.code.startswith("rating.")] or codes
    return codes[0] if len(set(codes)) == 1 else ""


def near_ratings(typed: str) -> tuple[Code, ...]:
    """The ratings that are written most like a text, else those in use today."""
    every = [code for code in catalogue.items() if code.startswith("rating.")]
    names = {" ".join(spoken(catalogue.items()[code].vi)): code for code in every}
    close = get_close_matches(" ".join(spoken(typed)), names, n=2, cutoff=0.6)
    today = [code for code in every if catalogue.items()[code].scheme == "htnv"]
    return tuple(Code("item", names[one]) for one in close) or tuple(Code("item", code) for code in today)


def _of_row(reader: Reader, head: Head, planned: Planned, row: Sequence[Cell]) -> Planned | None:
    """A column whose rows say what they count: the words of the row and of the column together."""
    measured = _cell(row, reader.plan.names.get("measure", -1))
    who = _cell(row, reader.plan.names.get("recipient", -1))
    label = tuple(filter(None, (head.metric, head.item, who)))
    told = _counted(reader, head.under, label, planned, measured)
    if told.role != "figure":
        at = reader.plan.names.get("metric", reader.plan.names.get("item", planned.cell.at))
        near = tuple(dict.fromkeys(_named(one) for one in told.candidates[:4])) or _near(" ".join(label))
        reader.notes.add_once(
            (head.row, "of"), "metric.unknown", head.row, at, found=" / ".join(label), near=near
        )
        return None
    power = told.power if told.power is not None else planned.cell.power or None
    if told.unit == "dong" and power is None and not planned.cell.meaning.unit:
        large = _large(row[planned.cell.at])
        if not large:
            reader.notes.add("money.unit", head.row, planned.cell.at, label=" / ".join(label))
            return None
    series = _series(planned.cell.at, told, statuses.of(label) or planned.status)
    column = replace(planned.cell, meaning=told, power=power or 0)
    return replace(planned, series=series, cell=column)


@lru_cache(maxsize=4096)
def _series(at: int, told: Meaning, status: str) -> Series:
    return Series(letters(at), told.metric, told.code, told.recipient, told.occasion, told.unit, status)


def _large(cell: Cell) -> bool:
    """Whether an amount without a scale can only be plain đồng, or names its scale itself."""
    if isinstance(cell, str):
        return any(word.isalpha() for word in spoken(cell)) or sum(map(str.isdecimal, cell)) > 4
    return isinstance(cell, int | float) and (cell == 0 or abs(cell) >= 10_000)


def _counted(reader: Reader, under: str, label: tuple[str, ...], planned: Planned, measured: str) -> Meaning:
    answer = reader.answers.get(key(label))
    if answer:
        return answered(answer)
    if under and (told := _meaning((under, *label), planned.label, measured)).role == "figure":
        return told
    told = _meaning(label, planned.label, measured)
    first = label[0] if label else ""
    outer = reader.outer.get("label", "")
    if told.role != "figure" and outer:
        inner = _meaning((outer, *label), planned.label, measured)
        told = inner if inner.role == "figure" else told
    elif told.role == "figure" and not first.startswith(DASHES):
        reader.outer["label"] = first
    return told


@lru_cache(maxsize=4096)
def _meaning(label: tuple[str, ...], column: tuple[str, ...], measured: str) -> Meaning:
    """What a row and its column say together; what it is measured in goes into brackets as in a heading."""
    bare = tuple(one.lstrip("".join(DASHES) + " ") for one in label)
    known = units(measured)
    marked = (f"{bare[-1]} ({measured})",) if bare and (known.unit or known.power is not None) else bare[-1:]
    for words in ((*bare[:-1], *marked), (*bare[:-1], *marked, *column)):
        told = meaning(words, True)
        if told.role == "figure":
            return told
    return told


def _named(candidate: str) -> Code:
    told = answered(candidate)
    return Code("item", told.item) if told.item else Code("metric", told.metric)


def _near(label: str) -> tuple[object, ...]:
    names = {" ".join(spoken(one.vi)): one.metric for one in catalogue.metrics().values()}
    close = get_close_matches(" ".join(spoken(label)), names, n=2, cutoff=0.5)
    return tuple(Code("metric", names[one]) for one in close) or ("–",)


def _cell(row: Sequence[Cell], at: int) -> str:
    return text(row[at]) if 0 <= at < len(row) else ""


def by_period(found: Read, of_row: Period | None) -> Mapping[Period, list[tuple[Figure, int]]]:
    """The figures of a row by the period they stand for."""
    if of_row and all(own is None for _, own, _ in found.figures):
        return {of_row: [(figure, at) for figure, _, at in found.figures]} if found.figures else {}
    periods: dict[Period, list[tuple[Figure, int]]] = {}
    for figure, own, at in found.figures:
        period = own or of_row
        if period:
            periods.setdefault(period, []).append((figure, at))
    return periods
