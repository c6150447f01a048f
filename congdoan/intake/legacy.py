"""Recognises text typed in the fonts of before Unicode (TCVN3 such as .VnTime, VNI) and converts it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

from congdoan.lines import read
from congdoan.paths import CATALOGUE

FONTS = ("tcvn3", "vni")
_COLUMNS = ("font", "written", "meant")
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
_NUCLEUS = (
    "(?:uyê|uya|oai|oao|oay|oeo|iêu|yêu|uôi|ươi|ươu|uây|uyu|uye|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|"
    "ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|ya|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_HARMLESS = frozenset("–—…“”‘’₫°²³•×÷±≥≤·→●■\u00a0\u202f\u200b\ufeff½¼")
_JUDGED = 2_000
"""Texts that are looked at to tell the font of a sheet."""
_OURS = re.compile("[đĐăĂơƠưƯẠ-ỹ]")
"""Letters that no text in an old font has."""
_CAPITALS = re.compile(r"\b[^\W\d_a-z]*[A-Z][^\W\d_a-z]*[A-Z][^\W\d_a-z]*\b")
"""A word in a font of capitals, whose letters with accents have the codes of small ones."""
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~0-9]+")


def verdict(texts: Iterable[str]) -> str | None:
    """The font in which most of the texts make Vietnamese words; None when they do as they are.

    ValueError when no reading makes half of the words with accents Vietnamese.
    """
    words = [word for text in islice(texts, _JUDGED) for word in _accented(text)]
    if not words:
        return None
    well = {
        font: sum(_is_syllable(one) for one in _accented(converted(" ".join(words), font))) for font in FONTS
    }
    plain = sum(map(_is_syllable, words))
    best = max(FONTS, key=well.__getitem__)
    if max(plain, well[best]) * 2 < len(words) and len(words) > 2:
        raise ValueError
    return best if well[best] > plain else None


@lru_cache(maxsize=65_536)
def mended(text: str, font: str | None) -> str:
    """A text as it was meant in a sheet of this font; what is Vietnamese only as it stands stays."""
    words = _accented(text)
    if not words or ((font is None or _OURS.search(text)) and all(map(_is_syllable, words))):
        return text
    if font is None:
        return next((new for new in (converted(text, one) for one in FONTS) if _is_fine(new)), text)
    new = converted(text, font)
    return new if _is_fine(new) or not all(map(_is_syllable, words)) else text


def converted(text: str, font: str) -> str:
    """The text with each sign as the font shows it."""
    signs, pattern = _font(font)
    meant = unicodedata.normalize("NFC", pattern.sub(lambda found: signs[found[0]], text))
    return _CAPITALS.sub(lambda found: found[0].upper(), meant) if font == "tcvn3" else meant


def share(text: str) -> float:
    """Which part of the words with accents are Vietnamese; 1 when there is none."""
    words = _accented(text)
    return sum(map(_is_syllable, words)) / len(words) if words else 1.0


def _is_fine(text: str) -> bool:
    words = _accented(text)
    return bool(words) and all(map(_is_syllable, words))


@cache
def _font(font: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    lines = read(CATALOGUE / "legacy_fonts.csv", _COLUMNS)
    signs = {line.cells["written"]: line.cells["meant"] for line in lines if line.cells["font"] == font}
    longest = sorted(signs, key=len, reverse=True)
    return signs, re.compile("|".join(map(re.escape, longest)))


def _accented(text: str) -> list[str]:
    """The words with a sign that is neither ASCII nor mere punctuation."""
    if text.isascii():
        return []
    return [
        word
        for word in _WORD.findall(text)
        if any(not sign.isascii() and sign not in _HARMLESS for sign in word)
    ]


@lru_cache(maxsize=65_536)
def _is_syllable(word: str) -> bool:
    lower = unicodedata.normalize("NFD", word.lower()).translate(_TONES)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", lower).replace("ð", "đ")))
