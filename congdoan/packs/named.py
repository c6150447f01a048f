"""What the title of a slide names: it is shown there, whichever other rows have no room."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from congdoan.formats import MISSING

FEWEST = 3
"""Letters from which words can be told in a title: shorter ones are found in anything."""
ALIKE = 3
"""Rows that a title may fit as well as each other: of more it names what they have in common."""
_BESIDE = re.compile(r"^\d+\. |( [\d.,]+((/| of )[\d.,]+)?( [^\W\d]+)?)? *$|, \d{4}(?= |$)")
"""What stands beside the name of a row of a chart: its rank, how many of how many, its year."""


def named_row(title: str, rows: Sequence[Sequence[str]]) -> int | None:
    """The first of the rows, in words, that share most with a title; None where too many share as much."""
    found = [sum(said(cell, title) for cell in row) for row in rows]
    most = max(found, default=0)
    return found.index(most) if most and found.count(most) <= min(ALIKE, len(rows) - 1) else None


def named_rows(title: str, figure: Mapping[str, Any]) -> list[int]:
    """Which of the rows of a chart, from the top, a title names."""
    heads = figure["layout"].get("yaxis", {}).get("ticktext", ())
    return named_heads(title, [html.unescape(re.sub("<[^>]*>", " ", head)) for head in heads])


def named_heads(title: str, heads: Sequence[str]) -> list[int]:
    """Which rows a title names, by what stands beside them; one without has that of the row above."""
    named, last = [], ""
    for at, head in enumerate(heads):
        last = " ".join(head.split()) or last
        if said(_BESIDE.sub("", last), title):
            named.append(at)
    return named


def chosen(count: int, most: int, named: Sequence[int], headings: Sequence[int]) -> list[int]:
    """Which of so many rows stay where not all have room: the named ones with their heading, then the first.

    No heading stays without a row.
    """
    above = (max((one for one in headings if one < row), default=row) for row in named)
    called = {*named, *above}
    stay = sorted(sorted(range(count), key=lambda row: (row not in called, row))[:most])
    below = [*stay[1:], None]
    return [
        row
        for row, after in zip(stay, below, strict=True)
        if row not in headings or (after is not None and after not in headings)
    ]


def said(words: str, title: str) -> bool:
    """Whether words stand in a title, not as a part of longer ones."""
    if len(words) < FEWEST or words == MISSING:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?![\w.,]*\w)", title) is not None
