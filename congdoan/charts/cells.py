"""Squares in a grid, shared by the tile map and the coverage table, and the colours of classes."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from congdoan.charts.theme import GROUND, INK, SOFT, STEPS, blend, crossed, hatched, on
from congdoan.charts.words import HOVER

SIDE = 0.94
NEVER = -1
"""The class of places where no figure can exist."""
EMPTY = (None, NEVER)
"""The classes without a value; None is that of places without data."""


@dataclass(frozen=True)
class Cell:
    """One square: column and row from 0, the text in it, hover text, code, class (or one of EMPTY)."""

    column: float
    row: float
    text: str
    hover: str
    code: str
    step: int | None
    hollow: bool = False


def grid(cells: Sequence[Cell], names: Sequence[str], no_data: str, never: str = "") -> list[dict[str, Any]]:
    """One trace per class, so that the legend prints each by its name; the last are for empty places."""
    return [
        squares([cell for cell in cells if cell.step == step], called, marker)
        for step, (called, marker) in painted(names, no_data, never).items()
        if any(cell.step == step for cell in cells) or step not in EMPTY
    ]


def painted(
    names: Sequence[str], no_data: str, never: str = ""
) -> dict[int | None, tuple[str, dict[str, Any]]]:
    """Name and marker of each class, pale to dark; then those of EMPTY: no data, and none possible."""
    colours = zip(names, steps(len(names)), strict=True)
    classes: dict[int | None, tuple[str, dict[str, Any]]] = {
        step: (called, {"color": colour}) for step, (called, colour) in enumerate(colours)
    }
    return {**classes, None: (no_data, hatched()), NEVER: (never, crossed())}


def steps(count: int) -> list[str]:
    """So many colours from pale to dark, evenly chosen."""
    return (
        [STEPS[-1]]
        if count == 1
        else [STEPS[round(at * (len(STEPS) - 1) / (count - 1))] for at in range(count)]
    )


def bounds(values: Sequence[float], most: int = len(STEPS)) -> list[float]:
    """Lower bounds of at most six classes with about equally many values, rounded, ascending."""
    ordered = sorted(values)
    count = min(most, len(set(ordered)))
    picked = [ordered[at * len(ordered) // count] for at in range(count)]
    return sorted({_rounded_down(value) for value in picked})


def step_of(value: float, lower: Sequence[float]) -> int:
    """The class of a value."""
    return max(0, bisect_right(lower, value) - 1)


def axes(columns: int, rows: int) -> dict[str, dict[str, Any]]:
    """Bare axes over the whole grid, first row on top."""
    bare = {"visible": False, "fixedrange": True}
    return {"xaxis": {**bare, "range": [-0.5, columns - 0.5]}, "yaxis": {**bare, "range": [rows - 0.5, -0.5]}}


def squares(cells: Sequence[Cell], called: str, marker: dict[str, Any]) -> dict[str, Any]:
    """The squares of one class; without any, its line of the legend alone."""
    cells = sorted(cells, key=lambda cell: cell.hollow)  # the legend shows the first
    ground = GROUND if "pattern" in marker else marker["color"]
    return {
        "type": "bar",
        "name": called,
        "x": [cell.column for cell in cells] or [None],
        "y": [SIDE] * len(cells) or [None],
        "base": [cell.row - SIDE / 2 for cell in cells],
        "width": SIDE,
        "marker": {**marker, **_outline(cells, marker)},
        "text": [cell.text for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "inside",
        "insidetextfont": {"color": [INK if cell.hollow else on(ground) for cell in cells]},
        "customdata": [cell.code for cell in cells],
        "hovertext": [cell.hover for cell in cells],
        "hovertemplate": HOVER,
        "showlegend": True,
    }


def _outline(cells: Sequence[Cell], marker: dict[str, Any]) -> dict[str, Any]:
    """Hollow squares have the colour of their class as outline."""
    if not any(cell.hollow for cell in cells):
        return {}
    fills = [GROUND if cell.hollow else marker["color"] for cell in cells]
    widths = [3 if cell.hollow else 0 for cell in cells]
    return {"color": fills, "line": {"color": outlined(marker["color"]), "width": widths}}


def outlined(colour: str) -> str:
    """A colour of a class as outline, dark enough to be seen on white."""
    return blend(colour, SOFT, 0.35)


def _rounded_down(value: float) -> float:
    """Two leading digits kept, as a reader would write a bound."""
    if value == 0:
        return 0.0
    digits = 1 - len(str(int(abs(value)))) + 1 if abs(value) >= 1 else 3
    factor: float = 10.0 ** (-digits)
    return (
        float(value // factor * factor)
        if digits <= 0
        else round(int(value * 10**digits) / 10**digits, digits)
    )
