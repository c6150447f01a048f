"""How a text breaks into lines on paper, as typst sets it: how many it takes, and how narrow it may stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from congdoan.packs.drawing.text import advance

KEPT = 50_000
"""Texts whose pieces are kept at hand."""
WIDEST = 40
"""So many of the longest texts are looked at for the narrowest width that they take."""
CLOSE = 0.02
"""How close to the narrowest width it comes, in sizes of the type."""
_PIECES = re.compile(r"(?<=[-/])(?![0-9])|(?<=–)")
"""Where typst may break a word: after a hyphen, but not before a digit."""


@lru_cache(KEPT)
def pieces(text: str) -> tuple[tuple[float, bool], ...]:
    """What of a text is never broken: widths at size 1, and whether a space stands before."""
    return tuple(
        (advance(piece), at == 0) for word in text.split() for at, piece in enumerate(_PIECES.split(word))
    )


def lines(text: str, room: float) -> int:
    """How many lines a text takes in a width at size 1; one where it is empty."""
    count, used, space = 1, 0.0, advance(" ")
    for wide, apart in pieces(text):
        more = wide + (space if apart and used else 0.0)
        if used and used + more > room:
            count, used = count + 1, wide
        else:
            used += more
    return count


def narrowest(texts: Collection[str], most: int) -> float:
    """The width at size 1 at which no text takes more than so many lines."""
    longest = sorted(texts, key=advance)[-WIDEST:]
    low = max((wide for text in texts for wide, _ in pieces(text)), default=0.0)
    high = max((advance(text) for text in longest), default=0.0)
    if all(lines(text, low) <= most for text in longest):
        return low
    while high - low > CLOSE:
        middle = (low + high) / 2
        fits = all(lines(text, middle) <= most for text in longest)
        low, high = (low, middle) if fits else (middle, high)
    return high
