"""Axes: one unit each, named in the axis title, with grouped numbers and never an SI suffix."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from congdoan.charts.model import Record, distinct
from congdoan.charts.theme import GRID, GROUND, SMALL, SOFT
from congdoan.formats import MISSING, chart_text, money_scale, number, percent, qualified
from congdoan.text import Language, name, say

YEARS_HEIGHT = 360
"""Height of a chart over years, in px."""
SIGNS = {"at_least": "≥", "over": ">", "almost": "<", "about": "≈", "at_most": "≤"}


@dataclass(frozen=True)
class Scale:
    """What one step of an axis is worth (đồng in a million, say) and how it is called."""

    unit: str
    divisor: int
    title: str

    def of(self, value: float | None) -> float | None:
        """A value in steps of the axis."""
        return None if value is None else value / self.divisor


def scale_of(found: Sequence[Record], lang: Language) -> Scale:
    """The scale of all values together; ValueError when they have different units."""
    units = distinct((record for record in found if record["value"] is not None), "unit")
    if len(units) > 1:
        raise ValueError(f"one axis has one unit, these rows have {', '.join(map(str, units))}")
    unit = str(units[0]) if units else "unit"
    if unit != "dong":
        return Scale(unit, 1, name("unit", unit, lang))
    divisor, key = money_scale(max(abs(record["value"]) for record in found if record["value"] is not None))
    return Scale(unit, divisor, say(key, lang))


def printed(record: Record, scale: Scale, lang: Language) -> str:
    """A value as it stands beside its mark, in steps of the axis, with its qualifier."""
    return qualified(digits(record, scale, lang), record.get("qualifier"), lang)


def digits(record: Record, scale: Scale, lang: Language) -> str:
    """A value in steps of the axis, bare of its qualifier."""
    value = scale.of(record["value"])
    if value is None:
        return MISSING
    return percent(value, lang) if scale.unit == "percent" else number(value, lang, _decimals(value, scale))


def signed(digits: str, qualifier: str | None) -> str:
    """A number with the sign of its qualifier, where there is no room for the word: `≥ 5`."""
    return chart_text(f"{SIGNS[qualifier]} {digits}") if qualifier in SIGNS else digits


def value_axis(scale: Scale, low: float, high: float, title: str = "") -> dict[str, Any]:
    """The axis of values from `low` to `high`, in steps of the scale."""
    return {
        "title": {"text": title or scale.title, "font": {"size": SMALL, "color": SOFT}, "standoff": 8},
        "range": [low, high],
        "tickformat": ",~f",
        "exponentformat": "none",
        "nticks": 6,
        "gridcolor": GRID,
        "zeroline": low <= 0,
        "zerolinecolor": SOFT,
        "tickfont": {"color": SOFT},
        "fixedrange": True,
        "automargin": True,
    }


def year_axis(years: Sequence[int], edge: float, least: int = 0) -> dict[str, Any]:
    """Whole years with `edge` years of room at both ends, each ticked up to a dozen; `least` years wide."""
    half = max((years[-1] - years[0]) / 2 + edge, least / 2)
    middle = (years[0] + years[-1]) / 2
    return {
        "range": [middle - half, middle + half],
        "tickmode": "array",
        "tickvals": [year for year in years if (years[-1] - year) % (1 + len(years) // 13) == 0],
        "tickformat": "d",
        "autotickangles": [0, 90],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }


def label_axis(
    positions: Sequence[float], texts: Sequence[str], end: float, start: float = 0
) -> dict[str, Any]:
    """The axis of horizontal rows from `start` on top to `end`, with a text at each position."""
    return {
        "range": [end, start],
        "tickvals": list(positions),
        "ticktext": list(texts),
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": GROUND,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }


def all_years(found: Iterable[Record]) -> list[int]:
    """Every year from the first to the last, those without figures too."""
    years = [int(record["year"]) for record in found]
    return list(range(min(years), max(years) + 1))


def _decimals(value: float, scale: Scale) -> int | None:
    """One decimal for scaled money, below one so many that two digits count: 0,062 and not 0,1."""
    if scale.divisor == 1 or value == 0:
        return None
    return max(1, 1 - math.floor(math.log10(abs(value))))
