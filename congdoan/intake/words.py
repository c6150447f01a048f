"""Mends the letters of a text: one form for each, and none that only looks like another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from congdoan.catalogue import fold

_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_CYRILLIC = str.maketrans("АВЕКМНОРСТХУаеорсухі", "ABEKMHOPCTXYaeopcyxi")
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@lru_cache(maxsize=65_536)
def tidy(text: str) -> str:
    """The text in NFC: single blanks, no unseen signs, Ð and Cyrillic look-alikes as Vietnamese letters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    seen = _UNSEEN.sub("", text)
    if not seen.isascii():
        seen = unicodedata.normalize("NFC", seen.translate(_ETH))
        if re.search("[A-Za-z]", seen):
            seen = seen.translate(_CYRILLIC)
    return _BLANKS.sub(" ", seen).strip()


def plain(text: str) -> str:
    """The text for reading a number: full-width signs as narrow ones, every dash as a hyphen, đ for ₫."""
    tidied = tidy(text)
    if tidied.isascii():
        return tidied
    return unicodedata.normalize("NFKC", tidied.replace("₫", "đ")).translate(_DASHES).replace("…", "...")


@lru_cache(maxsize=65_536)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text without case and accents; % is a word of its own, ₫ is đ."""
    return tuple(fold(tidy(text).replace("%", " percent ").replace("₫", "đ")).split())
