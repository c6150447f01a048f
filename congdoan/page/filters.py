"""The filter bar: the same four filters on every screen, and the chips of what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from congdoan.catalogue import fold, provinces
from congdoan.formats import markdown
from congdoan.page import url
from congdoan.page.choice import Choice
from congdoan.page.rows import rows
from congdoan.text import Language, name, say


def filter_bar(choice: Choice, metrics: Sequence[str] | None) -> None:
    """Years, provinces, boundaries and kind of union; options that give nothing are left out and counted.

    `metrics` are those of the screen, None for all.
    """
    asked = list(metrics) if metrics else None
    with st.container(horizontal=True, gap="small", key="filters"):
        with st.popover(_label(choice, "years", choice.years_words())):
            _years(choice, asked)
        with st.popover(_label(choice, "provinces", choice.places_words() or say("filter.all", choice.lang))):
            _provinces(choice, asked)
        with st.popover(_label(choice, "scheme", say(f"scheme.{choice.scheme}", choice.lang))):
            _scheme(choice)
        kind = (
            say("filter.all", choice.lang) if choice.kind == "all" else name("kind", choice.kind, choice.lang)
        )
        with st.popover(_label(choice, "kind", kind)):
            _kind(choice, asked)
    _chips(choice)


def _label(choice: Choice, filter_name: str, value: str) -> str:
    return say("filter.label", choice.lang, filter=say(f"filter.{filter_name}", choice.lang), value=value)


def _years(choice: Choice, metrics: list[str] | None) -> None:
    found = rows("filters/years", choice, metrics=metrics).frame
    years = [int(year) for year in found["year"]]
    if not years:
        st.text(say("card.empty", choice.lang))
        return
    first, last = choice.year_from or years[0], choice.year_to or years[-1]
    years = sorted({*years, first, last})
    ends = {"year_from": first, "year_to": last}
    for end, value in ends.items():
        key = _held(f"{end}_{choice.lang}", value)
        st.selectbox(
            say(f"filter.{end}", choice.lang),
            years,
            key=key,
            on_change=partial(_set_years, key, end, ends, (years[0], years[-1])),
        )


def _held(key: str, value: object) -> str:
    """Gives a widget the value of the address and returns its key, which stays: so focus stays where it is."""
    st.session_state[key] = value
    return key


def _set_years(key: str, end: str, ends: dict[str, int], widest: tuple[int, int]) -> None:
    chosen = {**ends, end: int(st.session_state[key])}
    first, last = sorted(chosen.values())
    url.choose("nam", None if (first, last) == widest else f"{first}-{last}" if first < last else str(first))


def _provinces(choice: Choice, metrics: list[str] | None) -> None:
    lang = choice.lang
    found = rows("filters/places", choice, metrics=metrics).frame.to_dict("records")
    typed = st.text_input(
        say("filter.search", lang), key=f"province_search_{lang}", type="search", live=True
    )
    _regions(choice, found)
    matching = [row for row in found if row["figures"] and _matches(row, fold(typed))]
    options = [row["place"] for row in found if row in matching or row["place"] in choice.places]
    counts = {row["place"]: row["figures"] for row in found}
    key = _held(f"places_{lang}_{choice.scheme}", list(choice.places))
    st.pills(
        say("filter.provinces", lang),
        options,
        selection_mode="multi",
        format_func=lambda place: say(
            "filter.option", lang, option=name("place", place, lang), count=counts[place]
        ),
        key=key,
        on_change=lambda: _set_places(st.session_state[key]),
    )
    _left_out(matching, found, typed, lang)


def _left_out(
    matching: Sequence[object], found: Sequence[Mapping[Any, Any]], typed: str, lang: Language
) -> None:
    """Why a province may not be among the options: nothing matches the search, or it has no figures."""
    if typed and not matching:
        st.caption(markdown(say("filter.no_match", lang, typed=typed)))
    if hidden := sum(not row["figures"] for row in found):
        st.caption(say("filter.hidden", lang, count=hidden))


def _regions(choice: Choice, found: Sequence[Mapping[Any, Any]]) -> None:
    """One button per region, which adds its provinces, or takes them out when all are chosen."""
    with st.container(horizontal=True, gap="small"):
        for region in dict.fromkeys(row["region"] for row in found):
            places = {row["place"] for row in found if row["region"] == region}
            chosen = set(choice.places)
            st.button(
                name("region", region, choice.lang),
                key=f"region_{region}_{choice.lang}",
                type="primary" if places <= chosen else "secondary",
                on_click=partial(_set_places, chosen - places if places <= chosen else chosen | places),
            )


def _matches(row: dict[Any, Any], wanted: str) -> bool:
    key = str(row["search_key"])
    return wanted in key or wanted.replace(" ", "") in key.replace(" ", "")


def _set_places(places: Collection[str]) -> None:
    known = [provinces()[place] for place in places]
    if known:
        url.choose("dia-gioi", known[0].scheme)
    url.choose("tinh", ",".join(sorted(province.code for province in known)))


def _scheme(choice: Choice) -> None:
    key = _held(f"scheme_{choice.lang}", choice.scheme)
    st.radio(
        say("filter.scheme", choice.lang),
        ["34", "63"],
        format_func=lambda scheme: say(f"scheme.{scheme}", choice.lang),
        key=key,
        on_change=lambda: url.set_scheme(st.session_state[key]),
    )


def _kind(choice: Choice, metrics: list[str] | None) -> None:
    found = rows("filters/kinds", choice, metrics=metrics).frame
    counts = {"all": int(found["figures"].sum()), **dict(zip(found["kind"], found["figures"], strict=True))}
    counts.setdefault(choice.kind, 0)
    key = _held(f"kind_{choice.lang}", choice.kind)

    def named(kind: str) -> str:
        words = say("filter.all", choice.lang) if kind == "all" else name("kind", kind, choice.lang)
        return say("filter.option", choice.lang, option=words, count=counts[kind])

    st.radio(
        say("filter.kind", choice.lang),
        list(counts),
        format_func=named,
        key=key,
        on_change=lambda: url.choose(
            "loai", None if st.session_state[key] == "all" else st.session_state[key]
        ),
    )


def _chips(choice: Choice) -> None:
    """One chip per choice, which a click removes, and one for all of them."""
    chips = _removable(choice)
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for words, remove in chips.items():
            st.button(say("filter.chip", choice.lang, choice=words), key=f"chip_{words}", on_click=remove)
        st.button(say("filter.clear", choice.lang), key="chip_all", type="tertiary", on_click=url.clear)


def _removable(choice: Choice) -> dict[str, Callable[[], None]]:
    chips: dict[str, Callable[[], None]] = {}
    if choice.year_from is not None:
        chips[choice.years_words()] = partial(url.choose, "nam", None)
    for place in choice.places:
        chips[name("place", place, choice.lang)] = partial(url.toggle_place, place)
    if choice.scheme != "34" and not choice.places:
        chips[say(f"scheme.{choice.scheme}", choice.lang)] = partial(url.set_scheme, "34")
    if choice.kind != "all":
        chips[name("kind", choice.kind, choice.lang)] = partial(url.choose, "loai", None)
    return chips
