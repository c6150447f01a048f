"""What decks are: ordered views with captions and speaker's notes, from `data/catalogue/deck*.csv`.

A view is a screen, its filters, and the first of some cards that has something to show. The filters are those
of an address; `{year}` stands for the last year that the deck is filled for, `{last}` for the one before it,
`{from}` for the first, or where only one year is chosen, for the year four before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, cast, get_args
from urllib.parse import parse_qsl

from congdoan.errors import DataError
from congdoan.lines import Line, read
from congdoan.paths import CATALOGUE, ROOT

Period = Literal["half", "year", "span"]
OWN = ("cover", "skipped", "sources")
"""What a step without a screen may show: the deck's cover, what was skipped, the sources."""
LOOK_BACK = 4
"""Years before the last one that trends begin, where only one year is chosen."""
FILES = {
    "decks": ("deck", "period", "vi", "en"),
    "deck_steps": tuple(
        "step decks subject screen cards filters caption_vi caption_en note_vi note_en".split()
    ),
}


@dataclass(frozen=True)
class Step:
    """One view of a deck; `cards` are tried in their order, `subject` names the section of the report."""

    screen: str
    cards: tuple[str, ...]
    filters: str = ""
    subject: str = ""
    caption_vi: str = ""
    caption_en: str = ""
    note_vi: str = ""
    note_en: str = ""

    def words(self, lang: str) -> tuple[str, str]:
        """Caption and speaker's note, "" where there is none."""
        return (self.caption_en, self.note_en) if lang == "en" else (self.caption_vi, self.note_vi)

    def parameters(self, first: int, last: int) -> dict[str, str]:
        """The filters as an address writes them, for the years that the deck is filled for."""
        begins = first if first < last else last - LOOK_BACK
        years = {"year": last, "last": last - 1, "from": begins}
        return {key: text.format(**years) for key, text in parse_qsl(self.filters)}


@dataclass(frozen=True)
class Deck:
    """An ordered list of views; `period` is the kind of time it is filled for.

    The views of a deck with a data set of its own bring all of their filters.
    """

    deck: str
    period: Period
    vi: str
    en: str
    steps: tuple[Step, ...]
    dataset: str = ""


def templates() -> Mapping[str, Deck]:
    """The decks of the catalogue by their code; DataError names file, line and what is allowed."""
    paths = [CATALOGUE / f"{name}.csv" for name in FILES]
    return _templates(tuple(path.stat().st_mtime_ns if path.is_file() else 0 for path in paths))


@lru_cache(maxsize=1)
def _templates(_changed: tuple[int, ...]) -> Mapping[str, Deck]:
    decks, steps = (read(CATALOGUE / f"{name}.csv", columns) for name, columns in FILES.items())
    known = {line.cells["deck"] for line in decks}
    for line in steps:
        _check(line, known)
    ordered = sorted(steps, key=lambda line: int(line.cells["step"]))
    return MappingProxyType({line.cells["deck"]: _deck(line, ordered) for line in decks})


def _deck(line: Line, steps: list[Line]) -> Deck:
    cells = line.cells
    if cells["period"] not in get_args(Period):
        raise DataError(str(line.problem("period", ", ".join(get_args(Period)))))
    own = tuple(_step(step) for step in steps if cells["deck"] in step.cells["decks"].split())
    return Deck(cells["deck"], cast("Period", cells["period"]), cells["vi"], cells["en"], own)


def _step(line: Line) -> Step:
    cells = {name: text for name, text in line.cells.items() if name not in ("step", "decks", "cards")}
    return Step(cards=tuple(line.cells["cards"].split()), **cells)


def _check(line: Line, decks: set[str]) -> None:
    """DataError for a line whose order, decks, screen, cards, filters or words cannot be."""
    cells = line.cells
    screens = {path.stem for path in (ROOT / "pages").glob("*.py")}
    own = bool(cells["screen"]) or cells["cards"] in OWN
    rules = {
        "step": (cells["step"].isdecimal(), "a whole number"),
        "decks": (set(cells["decks"].split()) <= decks, ", ".join(sorted(decks))),
        "screen": (cells["screen"] in screens | {""}, ", ".join(sorted(screens))),
        "cards": (
            bool(cells["cards"]) and own,
            f"keys of cards, best first, or tiles; else {', '.join(OWN)}",
        ),
        "filters": (_filled(cells["filters"]), "key=value&…, with {year}, {last} and {from}"),
        "caption_en": (bool(cells["caption_vi"]) == bool(cells["caption_en"]), "words in both languages"),
        "note_en": (bool(cells["note_vi"]) == bool(cells["note_en"]), "words in both languages"),
    }
    for column, (good, allowed) in rules.items():
        if not good:
            raise DataError(str(line.problem(column, allowed)))


def _filled(filters: str) -> bool:
    named = set(re.findall(r"\{(.*?)\}", filters))
    return named <= {"year", "last", "from"} and len(parse_qsl(filters)) == len(filters.split("&")) - (
        not filters
    )
