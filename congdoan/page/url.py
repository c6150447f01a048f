"""The address of a view: what the user chose, and only that, in readable keys.

One dictionary in the session holds the choices as the address writes them. At the start of a run an address
that differs from the one last written wins. On another screen an empty one comes from a click in the menu,
the one last written from Back or Forward: the filters stay. On the same screen an empty one comes from Back
or Forward and takes them back. Whoever left a slide comes back to it, however they reach the presentations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from congdoan.catalogue import provinces
from congdoan.page.screens import ADDRESSES
from congdoan.text import Language, say

STATE = "congdoan.choices"
WRITTEN = "congdoan.address"
SCREEN = "congdoan.screen"
DATASETS = {"that": "real", "minh-hoa": "simulated"}
MAPS = {"o": "tiles", "vien": "outline"}
KINDS = (
    *("tong", "ldld_tinh", "cd_nganh_tw", "ldld_huyen", "cd_nganh", "cd_vien_chuc", "cd_kcn", "cd_xa"),
    *("cdcs", "nghiep_doan"),
)
BACK = "tro-lai"
"""The presentation to come back to, as the parameters of its address."""
CARD = "the"
"""The card that a link leads to: it comes into sight when its screen opens."""
SHARED = ("du-lieu", "lang", "nam", "dia-gioi", "tinh", "loai", "cung-don-vi", "ban-do", "ban", BACK)
OWN = {
    "tim": "words to look for unions by",
    "don-vi": "the union shown",
    "nguon": "the document shown",
    "so": "the figure shown",
    "chi-tieu": "metrics, or measures of them",
    "muc": "items of the table",
    "hang": "what stands in its rows",
    "cot": "what stands in its columns",
    "nam-xem": "the year that is looked at",
    "loai-ky": "the kind of period",
    "noi": "places and unions side by side",
    "cac-ky": "periods side by side",
    "theo": "whether places and unions are compared, or periods",
    "xep": "the measure that ranks",
    "tren": "what a ranking divides by",
    "quy-mo": "the band of size that is ranked",
    "bo": "the deck that is presented",
    "buoc": "the slide",
    CARD: "the card that a link leads to",
    "tu-dong": "seconds between slides of a deck that runs by itself",
}
"""Keys that belong to single screens, each with its one meaning; a click in the menu drops them."""
KEYS = (*SHARED, *OWN)

Choices = dict[str, str]
_DEFAULTS = {"du-lieu": "that", "lang": "vi", "dia-gioi": "34", "ban-do": "o"}
_LONGEST, _MOST_SHOWN = 200, 40


def read() -> tuple[Choices, list[str]]:
    """The choices that hold now, and one notice per bad value of a new address."""
    choices, notices = _read()
    if BACK in choices and "bo" not in choices and _screen().endswith(f"/{ADDRESSES['presentation']}"):
        choices = st.session_state[STATE] = parse(dict(parse_qsl(choices[BACK])))[0]
    return choices, notices


def _read() -> tuple[Choices, list[str]]:
    address = {key: value for key, value in st.query_params.to_dict().items() if key in KEYS}
    choices: Choices = st.session_state.setdefault(STATE, {})
    written = st.session_state.get(WRITTEN)
    if choices and address in ({}, written) and _screen() != st.session_state.get(SCREEN):
        kept = {key: value for key, value in choices.items() if key in SHARED}
        st.session_state.update({STATE: kept, WRITTEN: address, SCREEN: _screen()})
        return kept, []
    if address == written:
        return choices, []
    good, notices = parse(address)
    st.session_state[STATE] = good
    return good, notices


def write() -> None:
    """Puts the choices into the address, in one step so that Back takes back one choice."""
    choices: Choices = st.session_state.get(STATE, {})
    ordered = {key: choices[key] for key in KEYS if key in choices}
    if st.query_params.to_dict() != ordered:
        st.query_params.from_dict(ordered)
    st.session_state[WRITTEN] = ordered
    st.session_state[SCREEN] = _screen()


def _screen() -> str:
    """The path of the address, which names the screen."""
    return urlsplit(st.context.url or "").path


def parse(address: Mapping[str, str]) -> tuple[Choices, list[str]]:
    """The good values of an address, and for each bad one a notice that says what is allowed."""
    lang: Language = "en" if address.get("lang") == "en" else "vi"
    scheme = address.get("dia-gioi", "34")
    good: Choices = {}
    notices = []
    for key, value in address.items():
        rule = _RULES.get(key, _anything)
        if rule(value, scheme):
            good[key] = value
        else:
            notices.append(_ignored(key, value, lang))
    return _settled(good), notices


def choose(key: str, value: str | None) -> None:
    """Sets one choice, or takes it back with None."""
    st.session_state[STATE] = _settled({**st.session_state.get(STATE, {}), key: value or ""})


def clear() -> None:
    """Takes back every filter; language, data set, drawing of the map and what a screen shows stay."""
    for key in ("nam", "tinh", "dia-gioi", "loai"):
        choose(key, None)


def toggle_place(place: str) -> None:
    """Adds a province to the filter, or takes it out again: what a click on a mark does.

    One of the other boundaries stands for those of the chosen ones that cover its ground.
    """
    if place in ("VN", "total", ""):
        return
    choices: Choices = st.session_state.setdefault(STATE, {})
    meant = _covering(place.partition("@")[0], choices.get("dia-gioi", "34"))
    chosen = {part for part in choices.get("tinh", "").split(",") if part}
    choose("tinh", ",".join(sorted(chosen - meant if meant <= chosen else chosen | meant)))


def _covering(place: str, scheme: str) -> set[str]:
    """The codes of the provinces of a scheme that cover the ground of a place of either."""
    wanted = provinces()[place]
    if wanted.scheme == scheme:
        return {wanted.code}
    if scheme == "34":
        return {wanted.successor}
    return {one.code for one in provinces().values() if one.scheme == "63" and one.successor == wanted.code}


def set_scheme(scheme: str) -> None:
    """Changes the boundaries; chosen provinces become those that cover the same ground."""
    choices: Choices = st.session_state.setdefault(STATE, {})
    old = choices.get("dia-gioi", "34")
    codes = choices.get("tinh", "").split(",")
    choose("dia-gioi", scheme)
    if old != scheme:
        known = [p for p in provinces().values() if p.scheme == "63"]
        if scheme == "34":
            moved = {p.successor for p in known if p.code in codes}
        else:
            moved = {p.code for p in known if p.successor in codes}
        choose("tinh", ",".join(sorted(moved)))


def _settled(choices: Mapping[str, str]) -> Choices:
    """Only what was chosen: without defaults, but provinces always with their boundaries."""
    chosen = {key: value for key, value in choices.items() if value and value != _DEFAULTS.get(key)}
    return {"dia-gioi": _DEFAULTS["dia-gioi"], **chosen} if "tinh" in chosen else chosen


def _ignored(key: str, value: str, lang: Language) -> str:
    rule = key.replace("-", "_") if key in _RULES else "own"
    shown = value if len(value) <= _MOST_SHOWN else f"{value[:_MOST_SHOWN]}…"
    return say("url.ignored", lang, name=key, value=shown, allowed=say(f"url.allowed.{rule}", lang))


def _anything(value: str, _scheme: str) -> bool:
    return 0 < len(value) <= _LONGEST


def _presents(value: str) -> bool:
    """Whether a value is the parameters of a presentation's address, of a deck at least."""
    found = dict(parse_qsl(value))
    return "bo" in found and found.keys() <= {"bo", "buoc", "tu-dong", *SHARED} - {BACK}


def _years(value: str, _scheme: str) -> bool:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", value)
    return found is not None and "1900" <= found[1] <= (found[2] or found[1]) <= "2100"


def _provinces(value: str, scheme: str) -> bool:
    return all(f"{scheme}:{code}" in provinces() for code in value.split(","))


_RULES: Mapping[str, Callable[[str, str], bool]] = {
    "du-lieu": lambda value, _: value in DATASETS,
    "lang": lambda value, _: value in ("vi", "en"),
    "nam": _years,
    "dia-gioi": lambda value, _: value in ("34", "63"),
    "tinh": _provinces,
    "loai": lambda value, _: value in KINDS,
    "cung-don-vi": lambda value, _: value == "co",
    "ban-do": lambda value, _: value in MAPS,
    "buoc": lambda value, _: re.fullmatch(r"\d{1,3}", value) is not None,
    "tu-dong": lambda value, _: re.fullmatch(r"\d{1,4}", value) is not None,
    BACK: lambda value, _: _presents(value),
    "ban": lambda value, _: re.fullmatch(r"[a-z]\d{1,9}", value) is not None,
}
