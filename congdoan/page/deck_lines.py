"""The sentences of slides that no screen has: the cover, what was skipped and why, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.export import Context
from congdoan.formats import date, number
from congdoan.page.choice import Choice
from congdoan.page.rows import held
from congdoan.text import say

MOST_LINES = 9
"""Sentences on one slide."""
MOST_ROWS, ROW = 14, 96
"""Rows that they take there at most, and the characters of a row."""


@dataclass(frozen=True)
class Skipped:
    """A step without anything to show: its caption and the reason."""

    caption: str
    reason: str


def cover(choice: Choice) -> list[str]:
    """What the cover says of the figures: their last day and their release."""
    release = held(choice)
    cut_off = date(release.cut_off, choice.lang)
    return [say("pack.cover", choice.lang, release=release.release, cut_off=cut_off)]


def by_reason(skipped: Sequence[Skipped]) -> list[str]:
    """What was left out, a line per reason."""
    reasons: dict[str, list[str]] = {}
    for one in skipped:
        reasons.setdefault(one.reason, []).append(one.caption)
    return [f"{reason}: {'; '.join(captions)}" for reason, captions in reasons.items()]


def sources(about: Context) -> list[str]:
    """The documents behind the cards, a line each as far as one slide goes, then how many more there are."""
    lines = [
        say(
            "pack.source" if one.published_on else "pack.source.undated",
            about.lang,
            publisher=one.publisher,
            title=one.title,
            day=date(one.published_on, about.lang) if one.published_on else "",
        )
        for one in about.sources[: MOST_LINES + 1]
    ]
    if len(in_parts(lines)) <= 1:
        return lines
    first = in_parts([say("pack.sources_more", about.lang, count=""), *lines[: MOST_LINES - 1]])[0][1:]
    more = number(len(about.sources) - len(first), about.lang)
    return [*first, say("pack.sources_more", about.lang, count=more)]


def in_parts(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Lines as one slide after another has room for them."""
    parts: list[tuple[str, ...]] = []
    for line in lines:
        if parts and len(parts[-1]) < MOST_LINES and _rows([*parts[-1], line]) <= MOST_ROWS:
            parts[-1] += (line,)
        else:
            parts.append((line,))
    return parts


def _rows(lines: Sequence[str]) -> int:
    return sum(-(-len(line) // ROW) for line in lines)
