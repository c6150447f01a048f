"""What one cell of an input file may hold, and what to say when it does not."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

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


def written(pattern: str, allowed: str) -> Check:
    """A text of one form, which `allowed` tells in words."""
    return lambda cell: None if re.fullmatch(pattern, cell) else (allowed, "")


def each(check: Check, separator: str) -> Check:
    """One or more values between separators, every one of which is well."""
    return lambda cell: next((wrong for part in cell.split(separator) if (wrong := check(part))), None)


def template(cell: str) -> tuple[str, str] | None:
    """Some text, in which values stand as `{name}`."""
    try:
        fine = bool(cell) and all(value.isidentifier() for value in values_of(cell))
    except ValueError:
        fine = False
    return None if fine else ("some text, in which values stand as {name}", "")


def values_of(text: str) -> frozenset[str]:
    """The names of the values that are set into a text; ValueError when a brace stands alone."""
    return frozenset(value for _, value, _, _ in string.Formatter().parse(text) if value is not None)


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


def day_of_year(cell: str) -> tuple[str, str] | None:
    """A day of any year, 11-30."""
    allowed = "a day of every year written 11-30", ""
    try:
        return None if date.fromisoformat(f"2001-{cell}").isoformat() == f"2001-{cell}" else allowed
    except ValueError:
        return allowed


def number(low: int, high: int, places: int = 0, optional: bool = False) -> Check:
    """A plain number with a decimal point, at most `places` decimals, within low and high."""
    allowed = f"a plain number from {low} to {high} with at most {places} decimals, without separators"

    def check(cell: str) -> tuple[str, str] | None:
        if optional and not cell:
            return None
        parts = re.fullmatch(r"-?[0-9]+(?:\.([0-9]+))?", cell)
        fine = parts and len(parts[1] or "") <= places and low <= Decimal(cell) <= high
        return None if fine else (allowed, "")

    return check
