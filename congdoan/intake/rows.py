"""Tells what each row of a table is, and for which unit and period its figures stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congdoan.intake import naming, numbers
from congdoan.intake.context import Context
from congdoan.intake.grid import Cell, Grid
from congdoan.intake.layout import Table, is_number, text
from congdoan.intake.model import Known
from congdoan.intake.naming import Above, Job, at_column
from congdoan.intake.notes import Notes
from congdoan.intake.periods import Period
from congdoan.intake.plan import Plan
from congdoan.intake.register import Found, name_of, province
from congdoan.intake.words import folded

_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong|toan quoc|ca nuoc|toan tinh|toan thanh pho|toan nganh|cong chung|total)"
    r"(?: [ivxab]+)*"
    r"|(?:cong|tong) (?:muc|phan|khoi|cum|nhom|i{1,3}|iv|v|[a-d])\b.*"
)
_NOTE = re.compile(
    r"(?:ghi chu|nguoi lap|nguoi bao cao|nguoi tong hop|noi nhan|t ?m (?:ban|bch|btv)|thu truong|truong ban"
    r"|(?:k ?t )?(?:pho )?chu tich|ke toan|luu vt|luu y|ky ten|ky ghi ro|thu ky|lap bieu|nguon"
    r"|ngay \d* ?thang|.* ngay \d* ?thang \d* ?nam)\b.*"
)
_SIGNED = 12
"""Rows below the first line of signatures in which names stand."""
DASHES = ("-", "+", "*", "•", "·")
"""What a part of the row above begins with."""
_ORDINAL = re.compile(r"[IVXLC]+|[A-ZĐ]|[IVX]+\.|[A-HĐ]\.")


@dataclass(frozen=True, slots=True)
class Head:
    """A row with figures: what it is (`data`, `total`, `section`), and whose, for when."""

    kind: str
    row: int
    label: str = ""
    unit: str = ""
    place: str = ""
    period: Period | None = None
    metric: str = ""
    item: str = ""
    status: str = ""
    under: str = ""
    """The row without figures of which this row of a form is a part."""


def heads(
    grid: Grid, table: Table, plan: Plan, around: Context, known: Known, notes: Notes
) -> Iterator[Head]:
    """The rows of a table that hold figures; what the others are is said in the notes."""
    job, above = Job(grid, table, plan, around, known, notes), Above()
    lowest = _lowest(job)
    for row in range(table.first, table.end if plan.figures or "rating" in plan.names else table.first):
        cells = grid.rows[row]
        if row in table.repeated:
            notes.add("row.repeated", row, _first(cells))
            continue
        if not any(cells) and all(cell in ("", None) for cell in cells):
            continue
        if row > lowest:
            notes.add("row.note", row, _first(cells), text=_line(cells)[:80])
            continue
        head = _head(job, above, row, cells)
        if head:
            yield head


def _lowest(job: Job) -> int:
    """The last row with a figure: what stands below are notes and signatures."""
    texts = "rating" in job.plan.names
    for row in range(job.table.end - 1, job.table.first - 1, -1):
        cells = job.grid.rows[row]
        if _has(job, row, cells) and not _NOTE.fullmatch(_spoken(_line(cells))) and not _is_signed(job, row):
            return row
        if texts and at_column(cells, job.plan.names["rating"]):
            return row
    return job.table.first - 1


def _has(job: Job, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row has a figure, or a formula or an error where one should be."""
    marks, at = job.grid.marks, [one.cell.at for one in job.plan.figures]
    return any(_is_filled(cells, column) for column in at) or any(
        (row, column) in marks.formulas or (row, column) in marks.errors for column in at
    )


def _is_signed(job: Job, row: int) -> bool:
    """Whether a row is the names below signatures: no digit where figures stand, a line of them above it."""
    rows, at = job.grid.rows, [one.cell.at for one in job.plan.figures]
    if any(re.search(r"\d", text(cell)) for column in at for cell in rows[row][column : column + 1]):
        return False
    above = range(max(job.table.first, row - _SIGNED), row)
    return any(_NOTE.fullmatch(_spoken(_line(rows[one]))) for one in above)


def _is_filled(cells: Sequence[Cell], column: int) -> bool:
    return column < len(cells) and cells[column] not in ("", None)


def _head(job: Job, above: Above, row: int, cells: Sequence[Cell]) -> Head | None:
    if at_column(cells, job.plan.names.get("unit_code", -1)) in job.known.units.units:
        return _data(job, above, row, cells, at_column(cells, job.plan.names["unit_code"]))
    label = _label(job, cells)
    spoken = _spoken(label)
    has = _has(job, row, cells) or _rating(job, cells)
    if spoken and _TOTAL.fullmatch(spoken) and "metric" not in job.plan.names:
        if has:
            job.notes.add("row.total", row, _first(cells), label=label)
            return Head("total", row, label)
        return None
    if spoken and _NOTE.fullmatch(spoken) and "metric" not in job.plan.names:
        job.notes.add("row.note", row, _first(cells), text=_line(cells)[:80])
        return None
    if (
        _ORDINAL.fullmatch(at_column(cells, job.plan.names.get("index", -1)))
        and "metric" not in job.plan.names
    ):
        return _section(job, above, row, cells, label, has)
    if not has:
        _without(job, above, row, cells, label)
        return None
    return _data(job, above, row, cells, label)


def _section(job: Job, above: Above, row: int, cells: Sequence[Cell], label: str, has: bool) -> Head | None:
    """A row such as `I. Khối huyện`: a heading of those below, perhaps with their sum, unless a unit."""
    found = job.known.units.unit(label, naming.day(job, None), job.around.place) if label else Found("none")
    if has and found.state == "one" and "province" not in job.plan.names:
        return _data(job, above, row, cells, label)
    _open(job, above, label)
    job.notes.add("row.section", row, _first(cells), label=label or _line(cells)[:80])
    return Head("section", row, label) if has else None


def _without(job: Job, above: Above, row: int, cells: Sequence[Cell], label: str) -> None:
    """A row without figures: the heading of a section, or a unit for which nothing was reported."""
    if "metric" in job.plan.names:
        above.names["metric"] = at_column(cells, job.plan.names["metric"]) or above.of("metric")
        above.names["under"] = above.of("metric")
        return
    naming.fill(job, above, cells, silently=True)
    if at_column(cells, job.plan.names.get("province", -1)) and "unit" not in job.plan.names:
        job.notes.add("value.missing", row, _first(cells), label=label)
        return
    named = (
        label
        and job.known.units.unit(label, naming.day(job, None), above.of("place") or job.around.place).state
        == "one"
    )
    if named and not province(label, naming.day(job, None)).code:
        job.notes.add("value.missing", row, _first(cells), label=label)
        return
    _open(job, above, label or _line(cells))
    job.notes.add("row.section", row, _first(cells), label=label or _line(cells)[:80])


def _open(job: Job, above: Above, label: str) -> None:
    """A section that names a province holds for the rows below it."""
    if "province" not in job.plan.names:
        found = province(re.sub(r"^[IVXLC\d]+[.)]\s*", "", label), naming.day(job, None))
        if found.state == "one":
            above.names["place"] = found.code


def _data(job: Job, above: Above, row: int, cells: Sequence[Cell], label: str) -> Head:
    if not naming.computed(job, row):
        return Head("refused", row, label)
    naming.fill(job, above, cells)
    period, fine = naming.period(job, above, row)
    if not fine:
        return Head("refused", row, label)
    day = naming.day(job, period)
    place = naming.place(job, above.of("province"), day, row) if "province" in job.plan.names else ""
    if "province" in job.plan.names and not place:
        return Head("refused", row, label)
    unit = _whose(job, above, row, cells, day, place)
    own = job.known.units.units[unit].place(day) if unit else ""
    if place and own and own != place:
        said = {"unit": label, "place": above.of("province"), "own": name_of(own)}
        job.notes.add("unit.elsewhere", row, job.plan.names.get("unit", 0), **said)
        unit = ""
    status, fine = naming.status(job, cells, row)
    if not unit or not fine:
        return Head("refused", row, label)
    names = above.of("metric"), above.of("item"), status, _under(job, above, cells)
    return Head("data", row, label, unit, own or place, period, *names)


def _under(job: Job, above: Above, cells: Sequence[Cell]) -> str:
    """The row without figures that a row belongs to: as long as none has a number and no dash of its own."""
    numbered = at_column(cells, job.plan.names.get("index", -1))
    if numbered and not at_column(cells, job.plan.names.get("metric", -1)).startswith(DASHES):
        above.names.pop("under", None)
    return above.of("under")


def _whose(job: Job, above: Above, row: int, cells: Sequence[Cell], day: dt.date, place: str) -> str:
    """The unit of a row: its own column's, the federation of its province, or that of the titles."""
    names = job.plan.names
    if "unit" in names or "unit_code" in names:
        return naming.unit(job, above, cells, day, place or above.of("place") or job.around.place, row)
    if place:
        federation = job.known.units.federation(place, day)
        return naming.one(job, federation, "unit", above.of("province"), row, names["province"])
    return naming.sender(job, day)


def _rating(job: Job, cells: Sequence[Cell]) -> bool:
    return "rating" in job.plan.names and bool(at_column(cells, job.plan.names["rating"]))


def _label(job: Job, cells: Sequence[Cell]) -> str:
    """The name of a row: of its unit, else its province, else its first text."""
    for role in ("unit", "province", "metric", "item"):
        at = job.plan.names.get(role)
        if at is not None and at_column(cells, at):
            return at_column(cells, at)
    taken = {one.cell.at for one in job.plan.figures}
    texts = (text(cell) for at, cell in enumerate(cells) if at not in taken and isinstance(cell, str))
    return next(
        (one for one in texts if one and numbers.read(one) is not None and not _ORDINAL.fullmatch(one)), ""
    )


def _line(cells: Sequence[Cell]) -> str:
    return " ".join(filter(None, map(text, cells)))


def _first(cells: Sequence[Cell]) -> int:
    return next((at for at, cell in enumerate(cells) if cell not in ("", None) and not is_number(cell)), 0)


def _spoken(label: str) -> str:
    return " ".join(folded(label))
