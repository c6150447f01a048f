"""A pack: the slides of a deck filled for one place and period; files and the presentation are made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from congdoan.charts import Chart
from congdoan.export import Context
from congdoan.formats import MISSING
from congdoan.tables import Table
from congdoan.text import Language

MOST_HELD = 20_000
"""Rows of one table that workbooks hold; of more they say how many there are and where."""
Kind = Literal["cover", "tiles", "card", "skipped", "sources"]


@dataclass(frozen=True)
class Tile:
    """What a tile says, in words: label, value or lines in its place, change on the year before, remark.

    The first line of the remark belongs to the value, further ones go where there is no room, the last first.
    `key` is the code of what it measures, "" where it cannot stand alone; `notes` are those of staff on it.
    """

    label: str
    value: str = ""
    change: str = ""
    remark: str = ""
    lines: tuple[str, ...] = ()
    key: str = ""
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it has nothing to say."""
        return not self.lines and self.value in ("", MISSING)


@dataclass(frozen=True)
class Slide:
    """One message. `step` is its number in the pack from 1, `title` the finding, `subtitle` what it is of.

    `caption` is the deck's own sentence, `note` the speaker's. A card has a table, most a chart; `matching`
    counts the rows there are where the table holds the first of them, and `whole` reads so many of
    them as it is told, each time anew. Where the table is one of words, `figures` has its numbers. `lines`
    are sentences in place of a card. `address` is the view it comes from, a path below the dashboard's own
    address; `code` the short name of that view.
    """

    step: int
    kind: Kind
    title: str
    context: Context
    subtitle: str = ""
    caption: str = ""
    note: str = ""
    tiles: tuple[Tile, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    figures: Table | None = None
    matching: int | None = None
    whole: Callable[[int], Table] | None = None
    lines: tuple[str, ...] = ()
    address: str = ""
    code: str = ""

    @property
    def held(self) -> int:
        """How many rows the workbook holds."""
        rows = 0 if self.table is None else len(self.table)
        return min(self.matching or rows, MOST_HELD) if self.whole else rows


@dataclass(frozen=True)
class Section:
    """The paragraphs of a report about one subject, under a heading."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """A deck filled for a place and a period.

    `deck` begins the names of its files. `home` is the dashboard's own address (`http://localhost:8501`),
    below which the slides' addresses lie. `left_out` counts the steps that had nothing to show.
    `context` tells what holds for all of it: filters, sources, definitions, release, day, mark.
    """

    deck: str
    title: str
    place: str
    period: str
    context: Context
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...] = ()
    home: str = ""
    left_out: int = 0

    @property
    def lang(self) -> Language:
        """The language of all its words."""
        return self.context.lang

    def unfolded(self, most: int = MOST_HELD) -> Pack:
        """The pack with so many rows of each table, for files that hold many; SnapshotError as reading is."""
        slides = (
            replace(one, table=one.whole(most), whole=None) if one.whole else one for one in self.slides
        )
        return replace(self, slides=tuple(slides))
