"""What one cell of an input file may hold, and what to say when it does not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one line of a file: what, what is allowed, and the nearest match if there is one."""

    file: str
    line: int
    column: str
    found: str
    allowed: str
    nearest: str = ""

    def __str__(self) -> str:
        hint = f" Nearest: {self.nearest!r}." if self.nearest else ""
        where = f"{self.file}, line {self.line}, column {self.column}"
        return f"{where}: found {self.found!r}; allowed: {self.allowed}.{hint}"


Check = Callable[[str], tuple[str, str] | None]
"""Takes a cell; None when it is well, else (what is allowed, nearest match)."""


def anything(_cell: str) -> tuple[str, str] | None:
    """Any text, also none."""
    return None


def filled(cell: str) -> tuple[str, str] | None:
    """Any text but none."""
    return None if cell else ("some text", "")


def one_of(codes: Collection[str], what: str = "", optional: bool = False) -> Check:
    """One of a closed list; a long list is described by `what` instead of being spelled out."""

    def check(cell: str) -> tuple[str, str] | None:
        if cell in codes or (optional and not cell):
            return None
        nearest = get_close_matches(cell, list(codes), n=1, cutoff=0.4)
        return what or ", ".join(sorted(codes)), nearest[0] if nearest else ""

    return check


def day(optional: bool = False) -> Check:
    """An ISO date, 2021-06-28."""

    def check(cell: str) -> tuple[str, str] | None:
        if optional and not cell:
            return None
        try:
            return None if date.fromisoformat(cell).isoformat() == cell else ("a day written 2021-06-28", "")
        except ValueError:
            return "a day written 2021-06-28", ""

    return check


def number(low: int, high: int, places: int = 0, optional: bool = False) -> Check:
    """A plain number with a decimal point, at most `places` decimals, within low and high."""
    allowed = f"a plain number from {low} to {high} with at most {places} decimals, without separators"

    def check(cell: str) -> tuple[str, str] | None:
        if optional and not cell:
            return None
        try:
            value = Decimal(cell)
        except InvalidOperation:
            return allowed, ""
        exponent = value.as_tuple().exponent
        fine = (
            isinstance(exponent, int)
            and -exponent <= places
            and low <= value <= high
            and "e" not in cell.lower()
        )
        return None if fine else (allowed, "")

    return check
