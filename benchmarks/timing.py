"""Times of one thing done many times, and how they are told."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """So many times, with their middle and the one that 95 of 100 stay below, in seconds."""

    n: int
    p50: float
    p95: float

    def words(self) -> str:
        """`52 (71)`: p50 and p95 in milliseconds."""
        return f"{1000 * self.p50:.0f} ({1000 * self.p95:.0f})"


def timing(seconds: Sequence[float]) -> Timing:
    """The timing of a sample; of an empty one, not a number."""
    return Timing(len(seconds), percentile(seconds, 50), percentile(seconds, 95))


def percentile(sample: Sequence[float], percent: float) -> float:
    """The value that so many percent of a sample do not pass, between two values in proportion."""
    if not sample:
        return math.nan
    ordered = sorted(sample)
    place = (len(ordered) - 1) * percent / 100
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
