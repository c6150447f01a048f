"""Tells whether a text calls figures preliminary, final or corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from congdoan import catalogue
from congdoan.catalogue import Catalogue
from congdoan.intake.lexicon import called, lexicon, spoken
from congdoan.intake.words import tidy

_YEAR = re.compile(r"(?:năm\s*)?\b(?:19|20)\d\d\b", re.IGNORECASE)


def of(texts: Iterable[str]) -> str:
    """The status that the first of some titles or headings gives that gives one; empty when none does."""
    return next((found for text in texts if (found := _of(catalogue.current(), text))), "")


def named(cell: str) -> str:
    """The status that a cell names, with or without accents; empty when it names none."""
    found = lexicon("status").meanings.get(spoken(cell), ())
    return found[0].code if found else ""


@lru_cache(maxsize=4096)
def _of(known: Catalogue, text: str) -> str:
    """By a phrase within it, or by one word that is all of it or all of its brackets, years left out."""
    if found := _phrases(known).search(tidy(text).casefold()):
        return named(found[0])
    bare = _YEAR.sub("", text)
    return next((told for one in (bare, *re.findall(r"\(([^()]*)\)", bare)) if (told := named(one))), "")


@lru_cache(maxsize=1)
def _phrases(known: Catalogue) -> re.Pattern[str]:
    """The phrases of two words and more. Accents count: `cơ sở bộ` is no `sơ bộ`, nor is `thỏa ước`."""
    phrases = sorted((one.casefold() for one in called(known, "status") if " " in one), key=len, reverse=True)
    return re.compile(rf"(?<!thỏa )(?<!thoả )(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
