"""Every visible word in both languages: `data/catalogue/text.csv` and the names in the catalogue."""

import difflib
from collections.abc import Callable, Mapping

from congdoan.catalogue import Item, Language, Metric, Province, current, items, metrics, provinces
from congdoan.errors import TextError

__all__ = ["FORMER", "Language", "name", "say", "words"]

FORMER = "@34"
"""Ends the code of a former province that is shown among today's: `63:70@34`."""
PRESENT = "@63"
"""Ends the code of a province of today that is shown among former ones: `34:75@63`."""
NAMED: Mapping[str, Callable[[], Mapping[str, Metric | Item | Province]]] = {
    "metric": metrics,
    "item": items,
    "place": provinces,
}
"""The kinds of code whose names stand in the catalogue's own files."""


def words() -> Mapping[str, Mapping[Language, str]]:
    """Every text by its key, with both languages."""
    return current().words


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
    if kind == "place" and code.endswith((FORMER, PRESENT)):
        key = "place.former" if code.endswith(FORMER) else "place.present"
        return say(key, lang, province=name("place", code.partition("@")[0], lang))
    named = NAMED[kind]() if kind in NAMED else {}
    found = named.get(code)
    if found is not None:
        return found.en if lang == "en" else found.vi
    if (
        kind == "metric"
        or (kind == "item" and code != "all")
        or (kind == "place" and code not in ("VN", "total", ""))
    ):
        raise TextError(f"the catalogue has no {kind} {code!r}{_nearest(code, named)}")
    return say(f"{kind}.{code or 'none'}", lang)


def _nearest(key: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"; the nearest is {close[0]!r}" if close else ""
