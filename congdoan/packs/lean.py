"""A table as one sees it from the last row of a hall: what says nothing there is left out or said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from congdoan.formats import MISSING, qualified
from congdoan.packs.named import named_row, said
from congdoan.tables import Field, Table
from congdoan.text import name, say

MOST = 500
"""Rows of a table that go to the browser; where there are more, it says how many."""
CODES = frozenset({"figure", "source", "organisation"})
"""Types of columns that lead elsewhere and say nothing by themselves."""
FOLDED = frozenset({"unit", "qualifier"})
"""Columns that stand beside the value."""
PLAIN = {"scope": "total", "status": "final", "basis": "reported"}
"""What needs no word where it is so in all rows."""
PRELIMINARY = "preliminary"
EXACT = "exact"
"""The certainty that needs no word."""
RANKS = {
    **dict.fromkeys(("period_type", "period_start", "period_end", "place", "sector"), 5),
    **dict.fromkeys(("home", "note", "assigned_by"), 6),
}
"""Columns that go earlier than others where there is no room, the highest first; a place beside its unit."""
TOGETHER = frozenset({"item_before", "rating"})
"""Columns that say nothing without each other."""
TELLING, SHARES, WORDS, NUMBERS = 1, 2, 3, 4
"""The ranks of what tells rows apart or stands in the title, of shares, words, and numbers but the value."""


@dataclass(frozen=True)
class Lean:
    """Headings and rows in words; `numeric` and `ranks` by column, `totals` by row.

    What is the same in all rows is `common`. Columns of the highest rank go first where there is no room,
    those of rank 1 and 0 only where the slide is too narrow; what the title names (`named`, by row) stays.
    """

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    ranks: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[bool, ...]
    common: str
    named: tuple[bool, ...]


def lean(table: Table, title: str = "") -> Lean:
    """The columns worth a slide, values with their qualifier and unit; a single row stands upright."""
    part = table.first(MOST)
    at = [place for place, field in enumerate(part.fields) if field.type not in CODES]
    varied = any(one.numeric and not _is_same(part, place) for place, one in enumerate(part.fields))
    same = {place for place in at if _goes(part, place, varied=varied)} if len(part) > 1 else set()
    kept = [place for place in at if place not in same and part.fields[place].name not in _beside(part)]
    common = [_said_once(part, place) for place in at if place in same and _worth_saying(part, place)]
    common += [_common_unit_said(part)] if _common_unit(part) else []
    headings = tuple(part.headings()[place] for place in kept)
    rows = tuple(tuple(_cell(part, row, place) for place in kept) for row in range(len(part)))
    numeric = tuple(part.fields[place].numeric for place in kept)
    at_title = named_row(title, rows)
    named = tuple(row == at_title for row in range(len(rows)))
    fields = [part.fields[place] for place in kept]
    numbers = ["" if at_title is None or not here else rows[at_title][at] for at, here in enumerate(numeric)]
    ranks = _telling(_named(_ranks(fields), title, headings, numbers), rows, fields)
    made = Lean(headings, numeric, ranks, rows, part.totals, " · ".join(common), named)
    return _upright(made) if len(rows) == 1 else made


def ranked(table: Table) -> tuple[tuple[tuple[str, str], ...], str]:
    """Each place with its value, the largest first, total rows left out; and the unit of all in words.

    What is preliminary says so.
    """
    named, value = table.index("place"), table.index("value")
    numbers = table.cells[value]
    order = [row for row, number in enumerate(numbers) if number is not None and not table.totals[row]]
    order.sort(key=lambda row: -float(str(numbers[row])))
    told = tuple(
        (table.shown(row, named), f"{_cell(table, row, value)}{_unsettled(table, row)}") for row in order
    )
    return told, _common_unit_said(table)


def _unsettled(table: Table, row: int) -> str:
    """That a figure is preliminary, "" for others."""
    if _of(table, "status", row) != PRELIMINARY:
        return ""
    return f" ({name('status', PRELIMINARY, table.lang).lower()})"


def _beside(table: Table) -> frozenset[str]:
    """The columns told beside the value, where there is one; beside other amounts their unit is."""
    if "value" in {field.name for field in table.fields}:
        return FOLDED
    return frozenset({"unit"} if any(_has_unit(field) for field in table.fields) else ())


def _goes(table: Table, place: int, *, varied: bool) -> bool:
    """Whether a column is the same in all rows and no number, or a year, or a number beside `varied` ones."""
    field = table.fields[place]
    words = field.type == "year" or not field.numeric or varied
    return field.name != "value" and words and _is_same(table, place)


def _is_same(table: Table, place: int) -> bool:
    return len(set(table.cells[place])) == 1


def _said_once(table: Table, place: int) -> str:
    """A cell that all rows share, a number with what it is of."""
    field, shown = table.fields[place], table.shown(0, place)
    return f"{field.heading}: {shown}" if field.numeric else shown


def _worth_saying(table: Table, place: int) -> bool:
    name = table.fields[place].name
    codes = table.codes.get(name, ("",))
    told_above = name == "place" or name in _beside(table)
    plain = codes[0] in (PLAIN.get(name, ""), EXACT)
    return not told_above and not plain and bool(table.cells[place][0])


def _common_unit_said(table: Table) -> str:
    unit = _common_unit(table)
    return f"{say('column.unit', table.lang)}: {unit}" if unit else ""


def _common_unit(table: Table) -> str:
    """The unit that all of several rows share, "" where they do not: a single row says its own."""
    if len(table) == 1:
        return ""
    units = {_unit(table, row) for row in range(len(table))}
    return units.pop() if len(units) == 1 else ""


def _has_unit(field: Field) -> bool:
    return field.type == "amount" or (field.name == "value" and field.type in ("count", "dong"))


def _cell(table: Table, row: int, place: int) -> str:
    """A cell in words: the value as its source says it, an amount with its unit where rows differ in it."""
    shown, field = table.shown(row, place), table.fields[place]
    if shown == MISSING or not _has_unit(field):
        return shown
    said = shown if _common_unit(table) else _with_unit(table, row, shown)
    return qualified(said, _of(table, "qualifier", row), table.lang) if field.name == "value" else said


def _with_unit(table: Table, row: int, shown: str) -> str:
    """A number with its unit where its language has it: `125.000.000 đồng`, `VND 125,000,000`."""
    if _of(table, "unit", row) == "dong":
        return say("money.dong", table.lang, number=shown)
    return f"{shown} {_unit(table, row)}".strip()


def _of(table: Table, name: str, row: int) -> str | None:
    codes = table.codes.get(name)
    return codes[row] if codes else None


def _unit(table: Table, row: int) -> str:
    """The unit of a row in words; shares say theirs themselves."""
    if "unit" not in table.codes or table.codes["unit"][row] == "percent":
        return ""
    return table.shown(row, table.index("unit"))


def _ranks(fields: Sequence[Field]) -> list[int]:
    """When each column goes: never what the rows are of nor the value, early a place that a unit names."""
    names = [field.name for field in fields]
    of = [name for name in names if name != "place" or "organisation" not in names][:1]
    return [0 if field.name in ("value", *of) else _rank(field, names) for field in fields]


def _rank(field: Field, names: Sequence[str]) -> int:
    if field.name in RANKS and (field.name != "place" or "organisation" in names):
        return RANKS[field.name]
    if field.name in TOGETHER <= set(names):
        return TELLING
    if field.type == "percent":
        return SHARES
    return NUMBERS if field.numeric else WORDS


def _named(
    ranks: Sequence[int], title: str, headings: Sequence[str], numbers: Sequence[str]
) -> Iterator[int]:
    """The ranks, that of a column lower whose heading or whose number in the named row the title tells."""
    for rank, heading, number in zip(ranks, headings, numbers, strict=True):
        told = said(heading.partition(" (")[0], title) or said(number, title)
        yield min(rank, TELLING) if told else rank


def _telling(known: Iterable[int], rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> tuple[int, ...]:
    """The ranks, that of a column lower without which rows would say the same but for their numbers."""
    ranks = list(known)
    made, left = list(ranks), [at for at, one in enumerate(fields) if one.type == "year" or not one.numeric]

    def kinds(columns: Sequence[int]) -> int:
        return len({tuple(row[at] for at in columns) for row in rows})

    for at in sorted(left, key=lambda at: (-ranks[at], -at)):
        others = [one for one in left if one != at]
        if ranks[at] > TELLING and kinds(others) == kinds(left):
            left = others
        else:
            made[at] = min(ranks[at], TELLING)
    return tuple(made)


def _upright(made: Lean) -> Lean:
    """One row as a line for each of its cells."""
    lines: Sequence[tuple[str, str]] = list(zip(made.headings, made.rows[0], strict=True))
    heads, rest = lines[0], tuple(lines[1:])
    if not rest:
        return made
    none = (False,) * len(rest)
    return Lean(heads, (False, made.numeric[1]), (0, 0), rest, none, made.common, none)
