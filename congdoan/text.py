"""Every visible word in both languages: `data/catalogue/text.csv` and the names in the catalogue."""

import difflib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from congdoan.catalogue import Item, Metric, Province, items, metrics, provinces, read
from congdoan.errors import TextError
from congdoan.paths import CATALOGUE

Language = Literal["vi", "en"]
FORMER = "@34"
"""Ends the code of a former province that is shown among today's: `63:70@34`."""


@cache
def words() -> Mapping[str, Mapping[Language, str]]:
    """Every text by its key, with both languages; TextError when a key stands twice."""
    found: dict[str, Mapping[Language, str]] = {}
    for row in read(CATALOGUE / "text.csv"):
        if row["key"] in found:
            raise TextError(f"text.csv: the key {row['key']!r} stands twice; keep one row")
        found[row["key"]] = MappingProxyType({"vi": row["vi"], "en": row["en"]})
    return MappingProxyType(found)


def say(key: str, lang: Language, **values: object) -> str:
    """The text of `key` with its `{named}` values set in; TextError names the nearest key or the value."""
    pattern = words().get(key)
    if pattern is None:
        raise TextError(f"text.csv has no key {key!r}{_nearest(key, words())}; add a row or correct the key")
    try:
        return pattern[lang].format(**values)
    except KeyError as error:
        raise TextError(f"text.csv, {key}, {lang}: the value {error} was not given") from error


def name(kind: str, code: str, lang: Language) -> str:
    """The name of a code: `metric`, `item` and `place` from the catalogue, other kinds from the texts."""
    if kind == "place" and code.endswith(FORMER):
        return say("place.former", lang, province=name("place", code.removesuffix(FORMER), lang))
    found = _named(kind).get(code)
    if found is not None:
        return found[lang]
    if (
        kind == "metric"
        or (kind == "item" and code != "all")
        or (kind == "place" and code not in ("VN", "total", ""))
    ):
        raise TextError(f"the catalogue has no {kind} {code!r}{_nearest(code, _named(kind))}")
    return say(f"{kind}.{code or 'none'}", lang)


@cache
def _named(kind: str) -> Mapping[str, Mapping[Language, str]]:
    tables: dict[str, Mapping[str, Metric | Item | Province]] = {
        "metric": metrics(),
        "item": items(),
        "place": provinces(),
    }
    return {code: {"vi": row.vi, "en": row.en} for code, row in tables.get(kind, {}).items()}


def _nearest(key: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"; the nearest is {close[0]!r}" if close else ""
