"""Understands a file: its sheets, tables and columns, and hands on the rows that would load."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from congdoan.intake import checks, clear, figures, model, quick, repeats, statuses, totals
from congdoan.intake.context import Context, context, first
from congdoan.intake.figures import Read
from congdoan.intake.grid import Grid, fixed, letters
from congdoan.intake.layout import Table, is_number, tables
from congdoan.intake.messages import Code, Message, RefusalError, message
from congdoan.intake.naming import OLDEST
from congdoan.intake.notes import Notes
from congdoan.intake.opening import Tell, sheets
from congdoan.intake.periods import Period
from congdoan.intake.plan import Plan, plan
from congdoan.intake.rows import Head, heads
from congdoan.text import say

STATUS = "=status"
"""The key of the answer that says what the figures of a file are: preliminary, final or corrected."""
_TOLD = 2_000
"""Rows after which progress is told."""


@dataclass(frozen=True, eq=False)
class _Part:
    """A table that is ready to be read."""

    grid: Grid
    table: Table
    around: Context
    plan: Plan
    heads: list[Head]
    notes: Notes

    @cached_property
    def sums(self) -> bool:
        """Whether the table prints sums, for which its rows are added up."""
        return any(head.kind in ("total", "section") for head in self.heads)


@dataclass
class _Reading:
    """A file while it is read."""

    known: model.Known
    answers: Mapping[str, str]
    sink: Callable[[model.Row], None]
    tell: Tell
    notes: dict[str, Notes] = field(default_factory=dict)
    times: Counter[tuple[str, object]] = field(default_factory=Counter)
    repeated: repeats.Repeats = field(default_factory=repeats.Repeats)
    by_unit: bool = False
    """Whether columns have periods of their own, so that rows of any period may repeat each other."""
    loaded: int = 0
    figures: int = 0

    def key(self, head: Head) -> tuple[str, object]:
        """What rows share that may repeat each other."""
        return head.unit, None if self.by_unit else head.period

    def of(self, sheet: str) -> Notes:
        return self.notes.setdefault(sheet, Notes(sheet))

    def load(self, row: model.Row) -> None:
        self.sink(row)
        self.loaded += 1
        self.figures += len(row.values)


def understand(
    data: bytes,
    name: str,
    known: model.Known,
    sink: Callable[[model.Row], None],
    answers: Mapping[str, str] | None = None,
    tell: Tell = lambda _step, _done, _of: None,
    fixes: Mapping[str, str] | None = None,
) -> model.Understood:
    """What a file says; each row that would load goes to the sink.

    `answers` say what columns are, by their keys; the sheet's own questions have the keys `year` and `unit`,
    and what is said of all figures has STATUS.
    `fixes` are texts typed in place of cells, by `sheet!cell`.
    """
    reading = _Reading(known, answers or {}, sink, tell)
    tell("open", 0, 1)
    try:
        grids, said = sheets(data, name, tell)
    except RefusalError as refusal:
        return model.Understood((), (), (refusal.message(),), 0, 0)
    grids = fixed(grids, fixes or {})
    return _understood(reading, [part for grid in grids for part in _parts(reading, grid)], said)


def _understood(reading: _Reading, parts: list[_Part], said: list[Message]) -> model.Understood:
    """Reads the tables one after the other, what stands twice at last."""
    reading.by_unit = any(one.period for part in parts for one in part.plan.figures)
    reading.times.update(reading.key(head) for part in parts for head in part.heads if head.kind == "data")
    for part in parts:
        _read(reading, part)
    for row in repeats.settled(reading.repeated, reading.of):
        reading.load(row)
    if not parts and not any(
        one.severity == "error" for notes in reading.notes.values() for one in notes.messages
    ):
        said.append(message("file.no_table"))
    if parts and not reading.loaded and not any(notes.failed for notes in reading.notes.values()):
        said.append(message("file.no_figures"))
    messages = [*said, *(one for notes in reading.notes.values() for one in notes.all())]
    return model.Understood(
        tuple(_sheet(part) for part in parts),
        tuple(column for part in parts for column in part.plan.columns),
        tuple(messages),
        reading.loaded,
        reading.figures,
    )


def _parts(reading: _Reading, grid: Grid) -> Iterator[_Part]:
    """The tables of a sheet; none of one that holds no figures, people's own data, or our own messages."""
    if grid.name in (say("checked.sheet", "vi"), say("checked.sheet", "en")):
        return
    notes, found = reading.of(grid.name), tables(grid)
    if grid.hidden and grid.rows:
        notes.add("sheet.hidden")
    if not found:
        numbers = any(is_number(cell) for row in grid.rows for cell in row)
        notes.add("sheet.headless" if numbers else "sheet.empty")
    around: Context | None = None
    for table in found:
        around = _around(reading, grid, table, around)
        part = _part(reading, grid, table, around, notes)
        if part:
            yield part


def _part(reading: _Reading, grid: Grid, table: Table, around: Context, notes: Notes) -> _Part | None:
    """A table ready to be read; None when it holds people's own data."""
    for row, line in table.titles:
        notes.add("row.title", row, 0, text=line[:120])
    for row in table.numbered:
        notes.add("row.index", row, 0)
    planned = plan(grid, table, around, reading.answers, notes)
    if planned.refused:
        return None
    if around.status and not reading.answers.get(STATUS):
        said = next((line for _, line in table.titles if statuses.of([line])), grid.name)
        status = Code("status", around.status)
        notes.add_once("status", "status.read", table.top, 0, status=status, found=said[:120])
    if around.periods:
        notes.add_once("period", "period.read", table.top, 0, found=around.told_by[:80])
    rows = list(heads(grid, table, planned, around, reading.known, notes))
    _say_hidden(grid, planned, rows, notes)
    return _Part(grid, table, around, planned, rows, notes)


def _say_hidden(grid: Grid, planned: Plan, rows: list[Head], notes: Notes) -> None:
    """Says once which rows and columns were read that nobody sees in the file."""
    hidden = [head.row for head in rows if head.row in grid.marks.hidden_rows and head.kind == "data"]
    unseen = [one.cell.at for one in planned.figures if one.cell.at in grid.marks.hidden_columns]
    if hidden:
        notes.add("rows.hidden", hidden[0], 0, count=len(hidden))
    if unseen:
        notes.add("columns.hidden", 0, unseen[0], columns=tuple(map(letters, unseen)))


def _around(reading: _Reading, grid: Grid, table: Table, above: Context | None) -> Context:
    """What holds for a table: by the answers, else its own titles, else those of the table above it."""
    today = dt.date(reading.known.year, 12, 31)
    answers = [reading.answers[one] for one in ("year", "unit") if one in reading.answers]
    titles = [line for _, line in table.titles]
    told = [context("", answers, reading.known.units, today)] if answers else []
    told.append(context("" if above else grid.name, titles, reading.known.units, today))
    return first([*told, *([above] if above else [])])


def _read(reading: _Reading, part: _Part) -> None:
    plain = quick.plain(part.grid, part.table, [one.cell for one in part.plan.figures if one.series])
    reader = figures.Reader(part.grid, part.table, part.plan, reading.answers, part.notes, plain)
    sums, told = totals.Totals(), clear.clear(part.plan, plain)
    for done, head in enumerate(part.heads):
        if not done % _TOLD:
            reading.tell(part.grid.name, done, len(part.heads))
        if head.kind == "data" or head.kind == "refused":
            figures_ = told.figures(head.row - part.table.first) if _is_alone(reading, head) else None
            if figures_:
                _take(reading, part, head, figures_, sums)
            else:
                _row(reading, part, reader, head, sums)
        else:
            quiet = figures.Reader(part.grid, part.table, part.plan, reading.answers, Notes(part.grid.name))
            found = figures.read(quiet, head)
            sums.sum(head.row, head.label, [(figure, at) for figure, _, at in found.figures])
    totals.judged(sums, {one.cell.at: one.cell.power for one in part.plan.figures}, part.notes)


def _is_alone(reading: _Reading, head: Head) -> bool:
    """Whether a row is held against nothing outside of it: no other row, nothing published, no later year."""
    return (
        head.kind == "data"
        and head.period is not None
        and head.period.year <= reading.known.year
        and head.unit not in reading.known.reported
        and reading.times[reading.key(head)] == 1
    )


def _take(reading: _Reading, part: _Part, head: Head, told: clear.Figures, sums: totals.Totals) -> None:
    """Hands on a row of which nothing has to be said."""
    series, values = told
    if part.sums:
        sums.add(series, values)
    if values and head.period:
        place = (part.grid.name, head.row + 1, head.unit, head.place, head.period)
        exact, status = ("exact",) * len(values), reading.answers.get(STATUS) or head.status
        reading.load(model.Row(*place, series, values, exact, status))


def _row(reading: _Reading, part: _Part, reader: figures.Reader, head: Head, sums: totals.Totals) -> None:
    """Reads a row of a unit, checks it and hands it on, unless something in it is wrong."""
    found = figures.read(reader, head)
    if part.sums:
        every = [figure for figure, _, _ in found.figures]
        sums.add([one.series for one in every], [one.value for one in every])
    if found.refusals:
        sums.broken.update(one.series for one in part.plan.figures if one.series)
    refused = bool(found.refusals) or head.kind == "refused"
    rows = []
    for period, of_period in figures.by_period(found, head.period).items():
        if not OLDEST <= period.year <= reading.known.year:
            said = {"found": str(period.year), "now": str(reading.known.year), "near": "–"}
            refused = reader.notes.add("year.wrong", head.row, of_period[0][1], **said)
        elif head.unit:
            refused = _is_doubted(reading, part, head, period, of_period, found) or refused
            status = reading.answers.get(STATUS) or head.status
            place = (part.grid.name, head.row + 1, head.unit, head.place, period)
            empty = model.Row(*place, (), (), (), status)
            rows.append(empty.holding([figure for figure, _ in of_period]))
    take = reading.repeated.rows.append if reading.times[reading.key(head)] > 1 else reading.load
    for row in () if refused else rows:
        take(row)


def _is_doubted(
    reading: _Reading, part: _Part, head: Head, period: Period, figures: list[checks.Placed], found: Read
) -> bool:
    doubts = checks.doubts(head.unit, period, figures, found.shares, reading.known)
    errors = [part.notes.add(doubt.code, head.row, doubt.column, **doubt.values) for doubt in doubts]
    return any(errors)


def _sheet(part: _Part) -> model.Sheet:
    period = part.around.periods[0] if len(part.around.periods) == 1 else None
    last = part.heads[-1].row + 1 if part.heads else part.table.first + 1
    return model.Sheet(
        part.grid.name,
        (part.table.top + 1, part.table.first),
        (part.table.first + 1, last),
        period,
        part.around.place,
        part.around.unit,
        part.plan.layout,
    )
