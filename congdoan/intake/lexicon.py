"""What people call things: the names of the catalogue and the aliases of `data/catalogue/aliases.csv`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from congdoan import catalogue
from congdoan.catalogue import COLUMNS, Catalogue
from congdoan.intake.words import folded, tidy
from congdoan.lines import read
from congdoan.paths import CATALOGUE

_SIGNS = ",.;:()/-–"
Phrase = tuple[str, ...]
"""The folded words of a name."""
_SMALL = frozenset("của cua các cac được duoc và va cho là la những nhung".split())
"""Words that come and go in a name without changing it; with other accents they are others: `chợ Tết`."""


def spoken(text: str) -> Phrase:
    """The folded words of a text, small ones left out."""
    parts = (part for part in tidy(text).split() if part.strip(_SIGNS).casefold() not in _SMALL)
    return tuple(word for part in parts for word in folded(part))


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase stands for: a kind of code and the code."""

    kind: str
    code: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every phrase of some kinds with what it stands for, and the length of the longest one."""

    meanings: Mapping[Phrase, tuple[Named, ...]]
    longest: int

    def spelled(self, words: Sequence[str]) -> Iterator[tuple[Phrase, tuple[Named, ...]]]:
        """The words from left to right in the longest known phrases; an unknown word stands for nothing."""
        at = 0
        while at < len(words):
            for size in range(min(self.longest, len(words) - at), 0, -1):
                phrase = tuple(words[at : at + size])
                if size == 1 or phrase in self.meanings:
                    yield phrase, self.meanings.get(phrase, ())
                    break
            at += size

    def all(self, words: Sequence[str]) -> list[Named] | None:
        """What the words stand for when each is known; a phrase of two meanings gives the first."""
        found = list(self.spelled(words))
        return [named[0] for _, named in found] if all(named for _, named in found) else None


def lexicon(*kinds: str) -> Lexicon:
    """The lexicon of some kinds, of the catalogue now in use."""
    return _lexicon(catalogue.current(), kinds)


def called(known: Catalogue, kind: str) -> list[str]:
    """Every alias of a kind, as it is written."""
    return [alias for named, aliases in _aliases(known) if named.kind == kind for alias in aliases]


@lru_cache(maxsize=32)
def _lexicon(known: Catalogue, kinds: tuple[str, ...]) -> Lexicon:
    meanings: dict[Phrase, list[Named]] = {}
    for named, text in _every(known):
        phrase = folded(text) if named.kind == "place" else spoken(text)
        if named.kind in kinds and phrase and named not in meanings.setdefault(phrase, []):
            meanings[phrase].append(named)
    return Lexicon(
        {phrase: tuple(found) for phrase, found in meanings.items()},
        max((len(phrase) for phrase in meanings), default=0),
    )


def _every(known: Catalogue) -> Iterator[tuple[Named, str]]:
    for named, aliases in _aliases(known):
        yield from ((named, alias) for alias in aliases)
    for metric in known.metrics.values():
        yield from ((Named("metric", metric.metric), text) for text in (metric.vi, metric.en, metric.metric))
    for code, item in known.items.items():
        yield from ((Named("item", code), text) for text in (item.vi, item.en))
    for code, place in known.provinces.items():
        yield from ((Named("place", code), text) for text in (place.vi, place.en))


@lru_cache(maxsize=1)
def _aliases(_known: Catalogue) -> tuple[tuple[Named, tuple[str, ...]], ...]:
    lines = read(CATALOGUE / "aliases.csv", COLUMNS["aliases"])
    return tuple(
        (Named(line.cells["kind"], line.cells["code"]), tuple(line.cells["aliases"].split(";")))
        for line in lines
    )
