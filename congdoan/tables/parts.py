"""Tables of any length, their rows in parts: from these every file is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from congdoan.tables.reading import stem
from congdoan.tables.table import Field
from congdoan.text import Language

if TYPE_CHECKING:
    from congdoan.queries import Column


@dataclass(frozen=True)
class Part:
    """Some rows of a table, column by column; texts that repeat are held once each, as dictionaries.

    `codes`, `units`, `totals` and `impossible` say the same as in `Table`; `impossible` holds a yes or no per
    row for the columns, by position, that have such cells.
    """

    cells: tuple[Any, ...]
    codes: Mapping[str, Any]
    units: Any
    totals: Any
    impossible: Mapping[int, Any]

    def __len__(self) -> int:
        return len(self.totals)

    def cut(self, first: int, rows: int) -> Part:
        """So many of its rows, from one on."""
        return self._each(lambda array: array.slice(first, rows))

    def where(self, mask: Any) -> Part:
        """Only the rows that a mask allows."""
        return self._each(lambda array: array.filter(mask))

    def _each(self, change: Callable[[Any], Any]) -> Part:
        return Part(
            tuple(change(cells) for cells in self.cells),
            {name: change(codes) for name, codes in self.codes.items()},
            change(self.units),
            change(self.totals),
            {column: change(mask) for column, mask in self.impossible.items()},
        )


@dataclass(frozen=True)
class Stream:
    """A table of `length` rows: its described columns, those of them that are codes, and its rows in parts.

    `parts` begins anew with every call; total rows come last. `matching` counts the rows there are in all, of
    which these may be the first.
    """

    name: str
    lang: Language
    fields: tuple[Field, ...]
    coded: frozenset[str]
    length: int
    matching: int
    parts: Callable[[], Iterable[Part]]

    @property
    def cut(self) -> bool:
        """Whether there are more rows than these."""
        return self.matching > self.length

    def __len__(self) -> int:
        return self.length

    def first(self, rows: int) -> Stream:
        """The same table, ended after so many rows."""
        kept = min(rows, self.length)
        return replace(self, length=kept, parts=lambda: _first(self.parts(), kept))

    def held(self) -> Stream:
        """The same table with all its rows in memory, to be read several times."""
        parts = list(self.parts())
        return replace(self, parts=lambda: parts)


def needed(columns: Sequence[Column], lang: Language) -> list[str]:
    """The columns to ask of a query: in English also Vietnamese names, for those that have no other."""
    return [column.name for column in columns if lang == "en" or is_kept(column.name, columns, lang)]


def is_kept(column: str, columns: Sequence[Column], lang: Language) -> bool:
    """Whether a column stands in tables of a language: it is in no language, or in this one."""
    return stem(column, columns) == column or column.endswith(f"_{lang}")


def _first(parts: Iterable[Part], rows: int) -> Iterator[Part]:
    left = rows
    for part in parts:
        yield part.cut(0, left)
        left -= min(left, len(part))
        if not left:
            return
