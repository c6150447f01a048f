"""What the benchmarks found, as Markdown: reaches first, then the tables they come from."""

import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.machine import description
from congdoan.paths import ROOT

REPORT = ROOT / "benchmarks" / "REPORT.md"


@dataclass(frozen=True)
class Reach:
    """One thing to reach: a number, the bound it is held against, and how both are written."""

    what: str
    bound: float
    found: float
    unit: str = "×"
    at_least: bool = False

    def line(self) -> str:
        """The row of the report's first table."""
        sign = "≥" if self.at_least else "≤"
        met = self.found >= self.bound if self.at_least else self.found <= self.bound
        verdict = "not measured" if math.isnan(self.found) else "yes" if met else "no"
        bound, found = f"{sign} {self.bound:g} {self.unit}", f"{self.found:.3g} {self.unit}"
        return row([self.what, bound, found, verdict])


@dataclass(frozen=True)
class Table:
    """Some rows under headings; numbers stand to the right."""

    headings: Sequence[str]
    rows: Sequence[Sequence[object]]

    def lines(self) -> list[str]:
        """The table in Markdown."""
        first = self.rows[0] if self.rows else self.headings
        sides = ["---" if isinstance(cell, str) and not cell[:1].isdigit() else "---:" for cell in first]
        return [row(self.headings), row(sides), *(row(one) for one in self.rows)]


@dataclass(frozen=True)
class Section:
    """One measured subject: how it was measured, what it had to reach, and its tables."""

    title: str
    how: str
    reaches: Sequence[Reach] = ()
    tables: Sequence[Table] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The section in Markdown, without its reaches."""
        told = [f"## {self.title}", "", self.how]
        for table in self.tables:
            told += ["", *table.lines()]
        return told


def row(cells: Sequence[object]) -> str:
    """One line of a table; times and ratios with three digits."""
    shown = (f"{cell:.3g}" if isinstance(cell, float) else str(cell) for cell in cells)
    return f"| {' | '.join(shown)} |"


def reaches(sections: Sequence[Section]) -> list[str]:
    """The first table: what there is to reach, and what was found."""
    found = [reach.line() for section in sections for reach in section.reaches]
    return [row(["what", "reach", "found", "met"]), row(["---", "---:", "---:", "---"]), *found]


def write(sections: Sequence[Section]) -> None:
    """Writes the report; what it says holds for this machine, the ratios for others too."""
    told = ["# How fast it is", "", *description(), "", *reaches(sections)]
    for section in sections:
        told += ["", *section.lines()]
    REPORT.write_text("\n".join(told) + "\n", encoding="utf-8")


def alone(measure: Callable[[], Section]) -> None:
    """Measures one subject and prints it, without touching the report."""
    section = measure()
    sys.stdout.write("\n".join([*reaches([section]), "", *section.lines()]) + "\n")
