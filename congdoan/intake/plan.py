"""Decides how a table is read: what each column is, in which style and unit, what has to be asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from congdoan.intake import model, numbers
from congdoan.intake.columns import meaning
from congdoan.intake.context import Context
from congdoan.intake.grid import Cell, Grid, letters
from congdoan.intake.layout import Table, column_of, columns_with, is_number, text
from congdoan.intake.meanings import Meaning, Role, answered
from congdoan.intake.measuring import LOOKED_AT, Planned, measured, share
from congdoan.intake.messages import Code
from congdoan.intake.notes import Notes
from congdoan.intake.periods import Period, periods
from congdoan.intake.words import folded

_PERSONAL = re.compile(r"0\d{9}|0\d{11}|\+84\d{9}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LIKE_NAMES = frozenset(("unit", "province", "metric", "item", "recipient", "rating", "status", "year"))


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read: its naming columns by role, its columns of figures, its printed shares."""

    names: Mapping[str, int]
    figures: tuple[Planned, ...]
    shares: tuple[Planned, ...]
    columns: tuple[model.Column, ...]
    refused: bool
    layout: str


def plan(grid: Grid, table: Table, around: Context, answers: Mapping[str, str], notes: Notes) -> Plan:
    """How a table is read; what is doubtful or left out is said in the notes."""
    style = numbers.style_of(_texts(grid, table))
    seen = _by_rating(list(_each(grid, table, answers)))
    seen = _within(_from_titles(seen, table, answers), table, answers)
    by_row = any(told.role in ("metric", "item") for _, told, _, _ in seen)
    seen = _without_rates(seen) if by_row else seen
    seen = _worded(seen, table, names := _named(grid, table, seen, notes))
    figures, shares = [], []
    for at, told, period, column in seen:
        if at not in names.values():
            _say(grid, told, table, column, at, notes, by_row)
        if told.role == "figure" or (told.role == "value" and by_row):
            planned = measured(grid, table, at, told, period, style, around, notes)
            if planned:
                figures.append(planned)
        elif told.role == "share":
            shares.append(share(grid, table, at, told, period, style))
    return Plan(
        names,
        tuple(_each_once(figures, table, notes)),
        tuple(shares),
        tuple(column for _, _, _, column in seen),
        any(told.role == "personal" for _, told, _, _ in seen),
        _layout(table),
    )


def _each(
    grid: Grid, table: Table, answers: Mapping[str, str]
) -> Iterator[tuple[int, Meaning, Period | None, model.Column]]:
    """What each column is by itself: its place, meaning, period, and what there is to say of it."""
    for at, label in enumerate(table.labels):
        filled = list(islice(columns_with(grid, table, at), LOOKED_AT))
        if filled or label:
            told = _told(label, filled, answers)
            yield at, told, _period(label), _column(grid.name, at, label, told)


def key(label: Sequence[str]) -> str:
    """What a column is answered by: the folded words of its headings."""
    return " / ".join(" ".join(folded(part)) for part in label)


def _layout(table: Table) -> str:
    spoken = "\n".join(key(label) for label in table.labels)
    return hashlib.sha256(spoken.encode()).hexdigest()[:16]


def _texts(grid: Grid, table: Table) -> Iterator[str]:
    """The texts of a table that hold digits, which may tell how its writer parts decimals."""
    for at in range(len(table.labels)):
        for cell in column_of(grid, table, at).different:
            if isinstance(cell, str) and ("," in cell or "." in cell) and len(cell) < 40:
                yield cell


def _told(label: tuple[str, ...], filled: Sequence[tuple[int, Cell]], answers: Mapping[str, str]) -> Meaning:
    if sum(isinstance(cell, str) and _is_personal(cell) for _, cell in filled) * 2 > len(filled):
        return Meaning("personal")
    told = meaning(label, _is_numeric(filled))
    answer = answers.get(key(label))
    if answer and told.role != "personal":
        return answered(answer)
    return told


def _is_personal(cell: str) -> bool:
    """Whether a text is an address of mail, or a number of a telephone or a paper, however it is grouped."""
    return bool(_PERSONAL.fullmatch(re.sub(r"(?<=\d)[ .-]+(?=\d)", "", text(cell))))


def _is_numeric(filled: Sequence[tuple[int, Cell]]) -> bool:
    """Whether the cells of a column are mostly numbers, or texts that read as such, or all blank."""
    said = [cell for _, cell in filled if not isinstance(cell, str) or numbers.read(text(cell)) is not None]
    like = [cell for cell in said if not isinstance(cell, str) or _reads(cell)]
    return len(like) * 2 >= len(said)


def _reads(cell: str) -> bool:
    return isinstance(numbers.read(text(cell)), numbers.Amount | numbers.Unclear)


def _period(label: tuple[str, ...]) -> Period | None:
    found = [one for part in label for one in periods(part)]
    return found[-1] if found else None


def _column(sheet: str, at: int, label: tuple[str, ...], told: Meaning) -> model.Column:
    return model.Column(sheet, letters(at), key(label), " / ".join(label), told.answer, told.candidates)


Seen = list[tuple[int, Meaning, Period | None, model.Column]]


def _by_rating(seen: Seen) -> Seen:
    """Where rows have no other name than a rating, it says what they count: so many branches of each."""
    roles = {told.role for _, told, _, _ in seen}
    if "rating" not in roles or roles & {"unit", "unit_code", "province", "metric", "item"}:
        return seen
    parts: dict[str, Role] = {"rating": "item", "branches": "value"}
    return [
        (at, replace(told, role=parts.get(told.metric or told.role, told.role)), period, column)
        for at, told, period, column in seen
    ]


def _from_titles(seen: Seen, table: Table, answers: Mapping[str, str]) -> Seen:
    """Columns that only say a year or what is measured take the thing from the titles, when they name one."""
    if any(told.role in ("metric", "item") for _, told, _, _ in seen):
        return seen
    new = []
    for one in seen:
        at, told, period, column = one
        bare = told.role == "value" or (told.role == "unknown" and period is not None)
        found = _with_titles(table, at) if bare and column.key not in answers else None
        new.append((at, found, period, replace(column, meaning=found.answer)) if found else one)
    return new


def _within(seen: Seen, table: Table, answers: Mapping[str, str]) -> Seen:
    """Columns headed `Trong đó: …` that say no more are parts of the last column before them that is none."""
    new, whole = [], table.labels[0]
    for at, told, period, column in seen:
        label, found = table.labels[at], told
        if folded(label[-1] if label else "")[:2] != ("trong", "do"):
            whole = label
        elif told.role == "unsure" and column.key not in answers:
            found = meaning((*whole, *label), True)
        if found is told or found.role != "figure":
            new.append((at, told, period, column))
        else:
            new.append((at, found, period, replace(column, meaning=found.answer, candidates=())))
    return new


def _without_rates(seen: Seen) -> Seen:
    """In a form, a column of percentages beside one of values only says how far the plan was met."""
    values = [told for _, told, _, _ in seen if told.role == "value"]
    if all(told.unit == "percent" for told in values):
        return seen
    rates = Meaning("skip")
    return [
        (at, rates, period, replace(column, meaning=rates.answer))
        if told.role == "value" and told.unit == "percent"
        else (at, told, period, column)
        for at, told, period, column in seen
    ]


def _worded(seen: Seen, table: Table, names: Mapping[str, int]) -> Seen:
    """Columns of words below a heading that surely counts something: figures, each refused at its cell."""
    new = []
    for at, told, period, column in seen:
        sure = meaning(table.labels[at], True)
        if told.role in ("unsure", "unknown") and sure.role == "figure" and at not in names.values():
            new.append((at, sure, period, replace(column, meaning=sure.answer, candidates=())))
        else:
            new.append((at, told, period, column))
    return new


def _with_titles(table: Table, at: int) -> Meaning | None:
    for _, title in reversed(table.titles):
        subject = re.split(r"(?i)\s+(?:năm|6 tháng|quý|giai đoạn|theo|của|tỉnh|giữa|toàn|qua)\b", title)[0]
        subject = re.sub(r"(?i)^.*?(?:tổng hợp|thống kê|kết quả|báo cáo|tình hình|bảng)\s+", "", subject)
        found = meaning((subject, *table.labels[at]), True)
        if found.role == "figure":
            return found
    return None


def _names(seen: Seen) -> Mapping[str, int]:
    """The first column of each naming role."""
    found: dict[str, int] = {}
    for at, told, _, _ in seen:
        if told.role in _LIKE_NAMES or told.role in ("unit_code", "index", "measure", "note"):
            found.setdefault(told.role, at)
    return found


def _named(grid: Grid, table: Table, seen: Seen, notes: Notes) -> Mapping[str, int]:
    """The naming columns; where none names units, the first one of unknown texts does, whatever it is called.

    Else the figures of its rows would be taken for those of the unit in the title.
    """
    names = _names(seen)
    if set(names) & {"unit", "unit_code", "province", "metric", "item"}:
        return names
    for at, told, _, column in seen:
        filled = list(islice(columns_with(grid, table, at), LOOKED_AT))
        if told.role in ("unsure", "unknown") and filled and not _is_numeric(filled):
            notes.add("column.names", table.top, at, label=column.label or column.column)
            return {**names, "unit": at}
    return names


def _count(grid: Grid, table: Table, at: int) -> int:
    figures = {cell for cell in column_of(grid, table, at).different if is_number(cell) or _is_figure(cell)}
    return sum(cell in figures for cell in column_of(grid, table, at).cells if not isinstance(cell, bool))


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, str) and _reads(cell)


def _say(
    grid: Grid, told: Meaning, table: Table, column: model.Column, at: int, notes: Notes, by_row: bool
) -> None:
    """What a reader has to know of a column that is not simply read."""
    where = (table.top, at)
    count = _count(grid, table, at) if told.role in ("unsure", "unknown", "value") else 0
    if told.role == "personal":
        notes.add("personal.column", *where, label=column.label or column.column)
    elif told.role == "skip":
        notes.add("column.skipped", *where, label=column.label)
    elif told.role == "unsure" and count:
        notes.add("column.unsure", *where, label=column.label, near=_readable(told.candidates))
    elif told.role in ("unsure", "unknown") and not count:
        notes.add("column.skipped", *where, label=column.label or column.column)
    elif told.role == "unknown" or (told.role == "value" and not by_row):
        notes.add("column.unknown", *where, label=column.label or column.column, count=count)


def _readable(candidates: Sequence[str]) -> tuple[object, ...]:
    """Candidates as names and not as codes."""
    named: list[object] = []
    for candidate in candidates[:4]:
        told = answered(candidate)
        named.append(Code("item", told.item) if told.item else Code("metric", told.metric))
    return tuple(dict.fromkeys(named))


def _each_once(figures: Sequence[Planned], table: Table, notes: Notes) -> Iterator[Planned]:
    """The columns of figures, but none of two that say the same of the same period."""
    seen: dict[tuple[object, ...], Planned] = {}
    twice = set()
    for one in figures:
        if one.series:
            told = (one.series.metric, one.series.item, one.series.recipient, one.series.occasion, one.period)
            if told in seen:
                twice |= {one.cell.at, seen[told].cell.at}
            seen.setdefault(told, one)
    for one in figures:
        if one.cell.at in twice and one.series:
            notes.add(
                "column.twice", table.top, one.cell.at, label=" / ".join(one.label), metric=_code(one.series)
            )
        else:
            yield one


def _code(series: model.Series) -> Code:
    return Code("metric", series.metric)
