"""Finds the union body and the province that a text names, in any of their spellings, on a given day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from congdoan import catalogue
from congdoan.intake.lexicon import Lexicon, lexicon
from congdoan.intake.words import folded

MERGER = dt.date(2025, 7, 1)
"""From this day on there are 34 provinces; before it there were 63."""
_EXPANDED = {
    "cdcs": "cong doan co so",
    "ldld": "lien doan lao dong",
    "ld": "lao dong",
    "cd": "cong doan",
    "cdvc": "cong doan vien chuc",
    "cdn": "cong doan nganh",
    "cdkcn": "cong doan cac khu cong nghiep",
    "kcn": "khu cong nghiep",
    "kkt": "khu kinh te",
    "tp": "thanh pho",
    "tx": "thi xa",
    "cty": "cong ty",
    "ct": "cong ty",
    "tcty": "tong cong ty",
    "ubnd": "uy ban nhan dan",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "gd": "giao duc",
    "vn": "viet nam",
}
_FEDERATION = ("lien", "doan", "lao", "dong")
_KINDS = (("tinh",), ("thanh", "pho"), ("tp",), ("t",))
_NUMBER = re.compile(r"^\s*\d{1,3}\s*[.)]\s*(?=[^\W\d])")
"""A number that stands before a name in the same cell."""
_TODAYS, _FORMER = re.compile(r"(?i)\s*\((?:tỉnh )?mới\)\s*$"), re.compile(r"(?i)\s*\((?:tỉnh )?cũ\)\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A union body: its place in either scheme (`63:06`, `34:19`; empty where unknown), its days."""

    org_id: str
    name: str
    kind: str
    place_63: str
    place_34: str
    valid_from: dt.date | None
    valid_to: dt.date | None

    def exists(self, day: dt.date) -> bool:
        """Whether it exists on a day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)

    def place(self, day: dt.date) -> str:
        """Its province within the boundaries of a day."""
        return self.place_63 if day < MERGER else self.place_34


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names: one thing, several between which it does not tell, or none, then with what is near.

    `state` is `one`, `several`, `none`, or why the only one is none: `former`, `historic`, `late`, `ended`.
    """

    state: str
    code: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Register:
    """The union bodies by the words of their names, and the federations by their provinces."""

    units: Mapping[str, Unit]

    @cached_property
    def by_name(self) -> Mapping[tuple[str, ...], tuple[Unit, ...]]:
        """The union bodies by the words of their names; a file that gives codes never asks."""
        found: dict[tuple[str, ...], list[Unit]] = {}
        for unit in self.units.values():
            found.setdefault(_key(unit.name), []).append(unit)
        return {key: tuple(units) for key, units in found.items()}

    @cached_property
    def federations(self) -> Mapping[str, tuple[Unit, ...]]:
        """The federations by their provinces of either scheme."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            if unit.kind == "ldld_tinh":
                for place in {unit.place_63, unit.place_34} - {""}:
                    found.setdefault(place, []).append(unit)
        return {place: tuple(units) for place, units in found.items()}

    def unit(self, text: str, day: dt.date, place: str = "") -> Found:
        """The union body that a text names on a day; a province or a code stands for one too."""
        if text in self.units:
            return self._one([self.units[text]], day)
        known = self.by_name.get(_key(text), ())
        if known:
            near = [unit for unit in known if unit.place(day) == place] if place else []
            return self._one(near or known, day)
        federation = _federation(text)
        found = province(federation or text, day)
        if found.state == "one":
            return self.federation(found.code, day)
        return found if found.state != "none" else Found("none", near=self._near(text))

    def federation(self, place: str, day: dt.date) -> Found:
        """The federation of a province on a day."""
        return self._one(self.federations.get(place, ()), day)

    def _one(self, units: Sequence[Unit], day: dt.date) -> Found:
        alive = [unit for unit in units if unit.exists(day)]
        if len(alive) == 1:
            return Found("one", alive[0].org_id)
        if len(alive) > 1:
            return Found("several", near=tuple(f"{unit.name} ({unit.org_id})" for unit in alive))
        return Found("ended" if units else "none", near=tuple(unit.name for unit in units))

    def _near(self, text: str) -> tuple[str, ...]:
        names = {" ".join(key): units[0].name for key, units in self.by_name.items()} if self.by_name else {}
        close = get_close_matches(" ".join(_key(text)), names, n=2, cutoff=0.75) if len(names) < 5000 else []
        return tuple(names[one] for one in close)


def register(units: Iterable[Unit]) -> Register:
    """The register of these union bodies."""
    return Register({unit.org_id: unit for unit in units})


@lru_cache(maxsize=65_536)
def province(text: str, day: dt.date) -> Found:
    """The province that a text names within the boundaries of a day, or that its federation names."""
    words = _place_words((_FORMER if day < MERGER else _TODAYS).sub("", _federation(text) or text))
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) <= 2:
        code = f"{'63' if day < MERGER else '34'}:{words[0]:0>2}"
        return Found("one", code) if code in catalogue.provinces() else Found("none")
    places = [one.code for one in lexicon("place").meanings.get(words, ())]
    scheme = "63:" if day < MERGER else "34:"
    now = [place for place in places if place.startswith(scheme)]
    if len(now) == 1:
        return Found("one", now[0])
    if len(now) > 1:
        return Found("several", near=_names(now))
    if places:
        every = catalogue.provinces()
        after = [f"34:{every[place].successor}" for place in places if place.startswith("63:")]
        return Found("former" if after else "late", places[0], _names(after))
    former = [
        one.place
        for one in catalogue.provinces().values()
        if one.place.startswith(scheme) and words in {_place_words(alias) for alias in one.aliases}
    ]
    if former:
        return Found("historic" if len(former) == 1 else "several", former[0], _names(former))
    names = {" ".join(phrase): every[0].code for phrase, every in lexicon("place").meanings.items()}
    close = get_close_matches(" ".join(words), names, n=2, cutoff=0.7)
    return Found("none", near=_names(names[one] for one in close))


def name_of(place: str) -> str:
    """The Vietnamese name of a province."""
    return catalogue.provinces()[place].vi


def _names(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(name_of, places)))


def _place_words(text: str) -> tuple[str, ...]:
    """The words of a province's name as the lexicon has them: without its kind and a number before it."""
    places = lexicon("place")
    words = written = folded(_NUMBER.sub("", text))
    for kind in _KINDS:
        if words in places.meanings or _run(words) in _runs(places):
            break
        words = words[len(kind) :] if words[: len(kind)] == kind and words != kind else words
    return words if words in places.meanings else _runs(places).get(_run(words), written)


@lru_cache(maxsize=2)
def _runs(places: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The names of provinces as one run of letters, and those that one letter of their first word tells."""
    short: dict[str, list[tuple[str, ...]]] = {}
    for words in {folded(one.vi) for one in catalogue.provinces().values()}:
        if len(words) > 1:
            short.setdefault(_run((words[0][0], *words[1:])), []).append(words)
    told = {run: every[0] for run, every in short.items() if len(every) == 1}
    return told | {_run(words): words for words in places.meanings}


def _run(words: Sequence[str]) -> str:
    """Words as one run of letters, after a blank where a letter stands for the first one."""
    first, *rest = words or ("",)
    return f"{first} {''.join(rest)}" if len(first) == 1 else "".join(words)


@lru_cache(maxsize=65_536)
def _key(text: str) -> tuple[str, ...]:
    """The words of a name, abbreviations written out, without brackets that only tell two bodies apart."""
    bare = re.sub(r"\((?:sau|trước|từ|đến|cấp)[^()]*\)", " ", _NUMBER.sub("", text))
    words = " ".join(_EXPANDED.get(word, word) for word in folded(bare))
    return tuple(word for word in words.split() if word != "tinh")


def _federation(text: str) -> str:
    """The province in the name of its federation: `LĐLĐ tỉnh Cao Bằng`; empty for other names."""
    words = _key(text)
    return " ".join(words[4:]) if words[:4] == _FEDERATION and len(words) > 4 else ""
