"""Reads a number as people type it in Vietnamese and in English, or says why it cannot be read.

`1.234.567,5` and `1,234,567.5`, `12,5 triệu`, `3 tỷ 2`, `500k`, `trên 79`, `59,5%`. A text with two readings
is read only where its column shows how its writer parts decimals; else both readings are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from congdoan.intake.lexicon import lexicon, spoken
from congdoan.intake.words import plain

Style = Literal["vi", "en", "both"]
"""Which sign parts the decimals: a comma in `vi`, a point in `en`; `both` in a column of both kinds."""

MISSING = frozenset(("", "-", "--", "x", "...", "..", ".", "n/a", "na", "null", "nil"))
"""What stands in a cell for which there is no figure; 0 is one."""
_SIGNS = {">": "over", ">=": "at_least", "≥": "at_least", "<": "almost", "<=": "at_most", "≤": "at_most"}
_ABOUT = frozenset("~≈±")
_GROUPED = re.compile(r"[0-9]{1,3}([ '’][0-9]{3})+")
_DIGITS = re.compile(
    r"(?:[0-9]|(?<![^\W\d_])O(?=[0-9O.,]*[0-9]))(?:[0-9O.,]|['’ ](?=[0-9]{3}(?![0-9])))*", re.IGNORECASE
)
_NEXT = re.compile(r"\s*([0-9]+)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read, with scale words applied, and what stood around it.

    `unit` is a code of the units of measure or empty; `scaled` tells that the cell named a scale such as
    triệu, `mended` that a letter O was taken for a zero.
    """

    value: Decimal
    qualifier: str = "exact"
    unit: str = ""
    scaled: bool = False
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A text with two readings; in that of separators, the grouped one comes first."""

    first: Amount
    second: Amount


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is no number."""

    text: str


Read = Amount | Unclear | Unreadable | None
"""None stands for a cell without a figure."""


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the digits: a power of ten, more digits after it, a unit, a qualifier."""

    power: int = 0
    more: tuple[Decimal, ...] = (Decimal(0),)
    unit: str = ""
    qualifier: str = "exact"


def style_of(texts: Iterable[str]) -> Style | None:
    """How the writer of these cells parts decimals: told by what has one reading, else by contradiction."""
    certain: set[Style] = set()
    grouping: set[Style] = set()
    for text in texts:
        found = _DIGITS.search(plain(text))
        for style in _styles(found[0]) if found else ():
            certain.add(style)
        if found and len(_readings(found[0])) == 2:
            grouping.add("vi" if "." in found[0] else "en")
    if len(certain or grouping) == 2:
        return "both"
    return next(iter(certain), None)


@lru_cache(maxsize=65_536)
def read(text: str, style: Style | None = None) -> Read:
    """What the text of a cell says as a number, in the style of its column where that is known."""
    bare = plain(text).lstrip("'’` ")
    if bare.casefold() in MISSING:
        return None
    if bare.isascii() and bare.isdecimal():
        return Amount(Decimal(bare))
    found = _DIGITS.search(bare)
    if not found or not re.search("[0-9]", found[0]):
        return Unreadable(text)
    head, digits, rest = bare[: found.start()].strip(), found[0], bare[found.end() :].strip()
    if head.endswith("(") and rest == ")":
        head, rest = head[:-1] + "-", ""
    sign, qualifier, unit, tail = *_head(head), _tail(rest)
    values = _readings(digits.rstrip(".,"))
    if qualifier is None or tail is None or not values:
        return Unreadable(text)
    if len(values) == 2 and style in ("vi", "en"):
        values = values[:1] if ("." in digits) == (style == "vi") else values[1:]
    said = tail.qualifier if qualifier == "exact" else qualifier
    sums = [sign * (value * 10**tail.power + more) for value in values for more in tail.more]
    amounts = [Amount(one, said, tail.unit or unit, tail.power > 0, "o" in digits.casefold()) for one in sums]
    return amounts[0] if len(amounts) == 1 else Unclear(amounts[0], amounts[1])


def number(value: float) -> Decimal:
    """The number of a numeric cell, without the tail of a formula: 12299999.999999998 is 12300000."""
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value() or abs(exact) >= 10**15:
        return exact.to_integral_value()
    rounded = exact.quantize(Decimal("0.000001"))
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize()


def _readings(digits: str) -> tuple[Decimal, ...]:
    """The numbers that digits with separators can be; two for a lone separator before three digits."""
    bare = re.sub("[Oo]", "0", digits)
    if _GROUPED.fullmatch(re.split("[.,]", bare)[0]):
        bare = re.sub("[ '’]", "", bare)
    signs = [sign for sign in bare if not sign.isdecimal()]
    if not signs:
        return (Decimal(bare),)
    if len(signs) == 1 and signs[0] in ".,":
        return _lone(*bare.split(signs[0]))
    if len(set(signs)) == 1:
        return _grouped(bare, signs[0])
    if len(set(signs[:-1])) == 1 and signs[-1] in ".," and signs[0] in ".,":
        whole, _, decimals = bare.rpartition(signs[-1])
        return tuple(value + Decimal(f"0.{decimals}") for value in _grouped(whole, signs[0]) if decimals)
    return ()


def _lone(whole: str, decimals: str) -> tuple[Decimal, ...]:
    decimal = Decimal(f"{whole}.{decimals}")
    if len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return Decimal(whole + decimals), decimal
    return (decimal,)


def _grouped(digits: str, sign: str) -> tuple[Decimal, ...]:
    first, *groups = digits.split(sign)
    if 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups):
        return (Decimal(first + "".join(groups)),)
    return ()


def _styles(digits: str) -> Sequence[Style]:
    """How digits part decimals when they leave no choice: `12,5` and `1.234.567` as in Vietnamese."""
    bare = re.sub("[Oo]", "0", digits).strip(".,")
    signs = [sign for sign in bare if sign in ".,"]
    if not signs or len(_readings(bare)) != 1:
        return ()
    decimal = len(signs) == 1 or signs[-1] != signs[0]
    return ("vi",) if (signs[-1] == ",") == decimal else ("en",)


def _head(text: str) -> tuple[int, str | None, str]:
    """Sign, qualifier and unit before the digits, only ₫ as unit; None as qualifier for other words."""
    sign = -1 if text.endswith("-") else 1
    bare = text.rstrip("+-").strip()
    if not bare:
        return sign, "exact", ""
    if bare in _SIGNS or bare in _ABOUT:
        return sign, _SIGNS.get(bare, "about"), ""
    named = lexicon("qualifier", "unit").all(spoken(bare))
    told = {one.kind: one.code for one in named or ()}
    if told.get("unit", "dong") != "dong":
        return sign, None, ""
    return sign, told.get("qualifier", "exact") if told else None, told.get("unit", "")


def _tail(text: str) -> _Tail | None:
    """What stands behind the digits; None when some of it is unknown."""
    found = re.search("[0-9]", text)
    named = lexicon("scale", "unit", "qualifier").all(spoken(text[: found.start()] if found else text))
    if named is None or (not named and text.strip(" .%")):
        return None
    codes = {one.kind: one.code for one in named}
    power = int(codes.get("scale", 0))
    if not found:
        return _Tail(power, unit=codes.get("unit", ""), qualifier=codes.get("qualifier", "exact"))
    return _after(power, text[found.start() :]) if power else None


def _after(power: int, text: str) -> _Tail | None:
    """Digits after a scale: `3 tỷ 2` and `3 tỷ 200` go on by their length, `3 tỷ 25` may be either."""
    found = _NEXT.fullmatch(text)
    tail = _tail(found[2]) if found else None
    if found is None or tail is None or tail.power >= power:
        return None
    if tail.power:
        more = tuple(Decimal(found[1]) * 10**tail.power + one for one in tail.more)
    else:
        places = {1: (1,), 2: (2, 3), 3: (3,)}.get(len(found[1]), ())
        more = tuple(Decimal(found[1]) * 10**power / 10**place for place in places)
    return _Tail(power, more, tail.unit, tail.qualifier) if more else None
