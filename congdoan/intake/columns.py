"""What a column of a table is, told from the words of its heading: a figure, a name, or nothing to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from congdoan.intake.composing import Words, doubt, figure
from congdoan.intake.lexicon import lexicon, spoken
from congdoan.intake.meanings import Meaning, Role, Units, coded, units

KINDS = ("column", "metric", "item", "measure", "recipient", "occasion", "unit", "scale", "rest")
_SKIPPED = frozenset(("target", "previous", "change"))


@lru_cache(maxsize=8192)
def meaning(label: tuple[str, ...], numeric: bool) -> Meaning:
    """What a column with these headings, outermost first, is; `numeric` tells that it holds numbers."""
    if label and (told := coded(label[-1])):
        return told
    inner, said = _apart(label)
    words = _words(inner)
    roles = words.codes("column")
    if "personal" in roles:
        return Meaning("personal")
    if _SKIPPED & set(words.alone("column")):
        return Meaning("skip")
    if not words.named and not words.unknown:
        return _unit_only(said)
    role = _role(words, numeric)
    if role and not words.unknown:
        return Meaning(role, unit=said.unit, power=said.power)
    found = figure(words, said)
    if found and not words.unknown and numeric:
        return found
    measures = words.alone("measure")
    things = words.codes("metric") or words.codes("item") or "female" in measures
    if measures and not words.unknown and not things:
        return Meaning("value", unit=said.unit, power=said.power)
    return doubt(words, found, inner)


def is_known(text: str) -> bool:
    """Whether every word of a heading is known and at least one of them says something."""
    words = _words((text,))
    said = {one.kind for every in words.named for one in every} - {"rest", "scale", "unit"}
    return bool(said) and not words.unknown


def is_role(text: str) -> bool:
    """Whether a heading names a column that stands before figures: a unit, a year, a number of lines."""
    return bool(_words((text,)).codes("column")) and is_known(text)


def _apart(label: tuple[str, ...]) -> tuple[tuple[str, ...], Units]:
    """The headings without what they say about the unit of measure, and that."""
    found, left = Units(), []
    for text in label:
        rest = text
        for inside in re.findall(r"\(([^()]*)\)", text):
            told = units(re.sub(r"(?i)^\s*(?:(?:đvt|đơn vị tính)\s*:?|(?:đơn vị|đv)\s*:)", "", inside))
            if told.unit or told.power is not None:
                found, rest = told, rest.replace(f"({inside})", " ")
            elif re.fullmatch(r"[\d\s=+\-*/:.,%()]*", inside):
                rest = rest.replace(f"({inside})", " ")
        tail = re.search(r"(?i)[,\-–:]\s*(?:đvt|đơn vị tính)?\s*:?\s*([^,\-–:]+)$", rest)
        told = units(tail[1]) if tail else Units()
        if tail and told.unit and spoken(rest) not in lexicon("metric", "item").meanings:
            found, rest = told, rest[: tail.start()]
        left.append(re.sub(r"\b(19|20)\d\d\b", " ", rest))
    return tuple(left), found


def _words(label: Iterable[str]) -> Words:
    words = [
        word for text in label for word in spoken(text) if not word.isdecimal() or word in ("1", "2", "3")
    ]
    named, unknown = [], []
    for phrase, meanings in lexicon(*KINDS).spelled(words):
        if meanings:
            named.append(meanings)
        elif not phrase[0].isdecimal():
            unknown.append(phrase)
    return Words(tuple(named), tuple(unknown))


def _role(words: Words, numeric: bool) -> Role | None:
    """The part that a column plays by its name; one that holds numbers is rather what it counts."""
    roles = words.codes("column")
    if not roles:
        return None
    counts = words.codes("metric") or words.codes("item")
    if numeric and counts:
        return None
    if numeric and roles[0] in ("unit", "rating", "item", "recipient", "metric"):
        return "unit_code" if roles[0] == "unit" else None
    return cast("Role", roles[0])


def _unit_only(said: Units) -> Meaning:
    return Meaning("value", unit=said.unit, power=said.power) if said.unit else Meaning("unknown")
