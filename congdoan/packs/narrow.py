"""Tables made to fit a page: what says the same in every row is said once, what does not fit is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from congdoan.formats import number
from congdoan.packs import letters
from congdoan.packs.model import Slide
from congdoan.packs.telling import Said, parted, worded
from congdoan.tables import Table
from congdoan.text import Language, say

IDS = frozenset({"figure", "source"})
"""Types of column that only lead to a figure or a document: workbooks hold them."""
PLAIN = frozenset({"exact", "final"})
"""Codes that say only that there is nothing to say."""
COMPARED = {"same": 6, "alike": 7}
"""Ranks of columns that compare years on the same places or branches, by what their names begin with."""
TOGETHER = 6
"""Columns from this rank on say nothing without each other, and go together."""
PADDING = 10
"""Room left and right of a text in its cell, in points."""
SENTENCE = 8
"""A column of texts is at least so many sizes wide, or as its longest text."""
WIDE = 3
"""Columns up to which a single row lies."""
TALL = 5
"""Room above and below the text of a row, in points."""


Cell = TypeVar("Cell")


@dataclass(frozen=True)
class Narrow:
    """A table in words: headings, rows, which are totals, which columns are numbers; `same` holds for all.

    `rows` are some of `count` rows, the columns some of `across`: those of the highest rank go first.
    What the title names (`named`, by row) stays.
    """

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[bool, ...]
    same: tuple[str, ...]
    count: int
    across: int
    ranks: tuple[int, ...] = ()
    named: tuple[bool, ...] = ()

    @property
    def bold(self) -> tuple[bool, ...]:
        """Which rows stand out: totals, and what the title names."""
        return tuple(map(any, zip_longest(self.totals, self.named, fillvalue=False)))

    def fewer(self) -> Narrow:
        """Without the column that goes first: the last one of the highest rank, or all that go together."""
        ranks = self.ranks or (0,) * len(self.headings)
        first = max(range(len(ranks)), key=lambda at: (ranks[at], at))
        alike = ranks[first] if ranks[first] >= TOGETHER else None
        kept = [at for at in range(len(ranks)) if at != first and ranks[at] != alike]
        heads, numeric = _those(self.headings, kept), _those(self.numeric, kept)
        cells = tuple(_those(row, kept) for row in self.rows)
        return replace(self, headings=heads, numeric=numeric, rows=cells, ranks=_those(ranks, kept))

    def first(self, rows: int) -> Narrow:
        """Only the first so many rows, and those beyond them that stand out."""
        kept = [at for at, stays in enumerate(self.bold) if stays or at < rows]
        totals, named = _those(self.totals, kept), _those(self.named or (False,) * len(self.totals), kept)
        return replace(self, rows=_those(self.rows, kept), totals=totals, named=named)


@dataclass(frozen=True)
class Laid:
    """A table as it lies on a page: size of its letters, widths of columns and heights of rows, in points.

    The first height is that of the headings.
    """

    table: Narrow
    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def _those(cells: Sequence[Cell], kept: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(cells[at] for at in kept)


def narrow(table: Table) -> Narrow:
    """A table without the columns that lead to figures, say nothing, or say the same in every row.

    A single row stands upright.
    """
    among = [one for one in worded(table) if one.type not in IDS and _speaks(table, one)]
    told, shared = parted(among)
    same = (one for one in shared if table.key(one.name)[0] not in PLAIN)
    made = Narrow(
        tuple(one.heading for one in told),
        tuple(one.numeric for one in told),
        tuple(tuple(one.cells[row] for one in told) for row in range(len(table))),
        table.totals,
        tuple(f"{one.heading}: {one.cells[0]}" for one in same),
        len(table),
        len(told),
        tuple(COMPARED.get(one.name.partition("_")[0], 0) for one in told),
    )
    return _upright(made, table.lang) if len(table) == 1 and len(told) > WIDE else made


def _speaks(table: Table, column: Said) -> bool:
    return any(cell is not None for cell in table.cells[table.index(column.name)])


def _upright(row: Narrow, lang: Language) -> Narrow:
    """One row as a line for each of its cells."""
    heads = (say("pack.tile.label", lang), say("pack.tile.value", lang))
    cells = tuple(zip(row.headings, row.rows[0], strict=True))
    return Narrow(heads, (False, False), cells, (False,) * len(cells), row.same, 1, len(heads))


def laid(
    table: Narrow, room: float, tall: float, sizes: Sequence[float], small: Sequence[float] = ()
) -> Laid:
    """The whole table in the largest of the sizes; else, in one of the `small`, so many rows as fit.

    Where the words are too long for all columns even then, the columns of the highest rank go.
    """
    for size in sizes:
        found = _lay(table, room, size)
        if found and sum(found.heights) <= tall:
            return found
    small = small or sizes[-1:]
    size = next((size for size in small if _lay(table, room, size)), small[-1])
    while (whole := _lay(table, room, size)) is None:
        table = table.fewer()
    if sum(whole.heights) <= tall:
        return whole
    cut = _lay(table.first(1), room, size) or whole
    for rows in range(2, len(table.rows)):
        more = _lay(table.first(rows), room, size)
        if more is None or sum(more.heights) > tall:
            break
        cut = more
    return cut


def _lay(table: Narrow, room: float, size: float) -> Laid | None:
    """Columns as wide as their longest text where there is room; None where their words do not fit."""
    columns = [[(head, True)] for head in table.headings]
    for row, bold in zip(table.rows, table.bold, strict=True):
        for column, text in zip(columns, row, strict=True):
            column.append((text, bold))
    wanted = [max(letters.width(text, size, bold=bold) for text, bold in it) + PADDING for it in columns]
    words = [max(_longest_word(*cell, size) for cell in column) + PADDING for column in columns]
    told = [max((letters.width(text, size, bold=bold) for text, bold in it[1:]), default=0) for it in columns]
    least = [
        max(longest, below + PADDING if number else min(whole, SENTENCE * size))
        for longest, below, whole, number in zip(words, told, wanted, table.numeric, strict=True)
    ]
    if sum(least) > room:
        return None
    share = min(1.0, (room - sum(least)) / (sum(wanted) - sum(least) or 1))
    widths = [low + (high - low) * share for low, high in zip(least, wanted, strict=True)]
    spare = (room - sum(widths)) / len(widths) if sum(widths) > room * 0.6 else 0
    widths = [one + spare for one in widths]
    heights = [
        max(letters.height(*_in(cell, at, size), bold=cell[1]) for cell, at in zip(row, widths, strict=True))
        + TALL
        for row in zip(*columns, strict=True)
    ]
    return Laid(table, size, tuple(widths), tuple(heights))


def _in(cell: tuple[str, bool], wide: float, size: float) -> tuple[str, float, float]:
    return cell[0], wide - PADDING + 0.1, size


def _longest_word(text: str, bold: bool, size: float) -> float:
    return max(letters.width(word, size, bold=bold) for word in text.split(" "))


def remarks(shown: Narrow, slide: Slide) -> list[str]:
    """What a page says below a table: how many of its rows stand there, and what holds for all of them."""
    lang, total = slide.context.lang, max(slide.held, slide.matching or 0)
    said = []
    if len(shown.rows) < shown.count or shown.count < total:
        key = "pack.rows_some" if total == slide.held else "pack.rows_first"
        counts = {"shown": min(len(shown.rows), shown.count), "total": total, "held": slide.held}
        said.append(say(key, lang, **{name: number(count, lang) for name, count in counts.items()}))
    if len(shown.headings) < shown.across:
        said.append(say("pack.columns_some", lang, shown=len(shown.headings), total=shown.across))
    if shown.same:
        said.append(f"{'; '.join(shown.same)}.")
    return [" ".join(said)] if said else []
