"""Where things lie in a picture: the room for the plot, and from values to px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Figure = Mapping[str, Any]
EDGE = 4
"""From the edge of the picture to what stands beside the plot, in px."""


@dataclass(frozen=True)
class Plot:
    """The rectangle in which values are drawn, in px, and the values at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    across: tuple[float, float]
    down: tuple[float, float]
    """Values at the left and right edge, and at the bottom and top edge."""

    @property
    def width(self) -> float:
        """Its width in px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height in px."""
        return self.bottom - self.top

    def x(self, value: float) -> float:
        """A value of the horizontal axis in px."""
        first, last = self.across
        return self.left + (value - first) / (last - first) * self.width

    def y(self, value: float) -> float:
        """A value of the vertical axis in px."""
        first, last = self.down
        return self.bottom - (value - first) / (last - first) * self.height

    def at(self, place: Mapping[str, Any], axis: str, key: str) -> float:
        """A coordinate of a note or shape, in values or (`paper`) in shares of the plot."""
        value: float = place[key]
        if place.get(f"{axis}ref") == "paper":
            return self.left + value * self.width if axis == "x" else self.bottom - value * self.height
        return self.x(value) if axis == "x" else self.y(value)


def true_to_scale(plot: Plot, figure: Figure) -> Plot:
    """The same plot, made narrower or lower where both axes must have one scale, as on a map."""
    if figure["layout"]["yaxis"].get("scaleanchor") != "x":
        return plot
    wide, tall = abs(plot.across[1] - plot.across[0]), abs(plot.down[1] - plot.down[0])
    step = min(plot.width / wide, plot.height / tall)
    spare_x, spare_y = (plot.width - step * wide) / 2, (plot.height - step * tall) / 2
    edges = (plot.left + spare_x, plot.top + spare_y, plot.right - spare_x, plot.bottom - spare_y)
    return Plot(*edges, plot.across, plot.down)
