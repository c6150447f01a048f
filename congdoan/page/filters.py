"""The filter bar: the same four filters on every screen, and the chips of what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from congdoan.catalogue import fold, provinces
from congdoan.formats import number
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
    years = list(rows("filters/years", choice, metrics=metrics).values["year"])
    if not years:
        st.text(say("card.empty", choice.lang))
        return
    first, last = choice.year_from or years[0], choice.year_to or years[-1]
    years = sorted({*years, first, last})
    ends = {"year_from": first, "year_to": last}
    for end, value in ends.items():
        key = f"{end}_{choice.lang}"
        st.session_state[key] = value
        st.selectbox(
            say(f"filter.{end}", choice.lang),
            years,
            key=key,
            on_change=partial(_set_years, key, end, ends, (years[0], years[-1])),
        )


def _set_years(key: str, end: str, ends: dict[str, int], widest: tuple[int, int]) -> None:
    chosen = {**ends, end: int(st.session_state[key])}
    first, last = sorted(chosen.values())
    url.choose("nam", None if (first, last) == widest else f"{first}-{last}" if first < last else str(first))


def _provinces(choice: Choice, metrics: list[str] | None) -> None:
    lang = choice.lang
    found = rows("filters/places", choice, metrics=metrics).records
    wanted = fold(st.text_input(say("filter.search", lang), key=f"province_search_{lang}"))
    _regions(found, lang)
    shown = [
        row for row in found if row["place"] in choice.places or (row["figures"] and _matches(row, wanted))
    ]
    counts = {row["place"]: row["figures"] for row in found}
    options = [row["place"] for row in shown]
    key = f"places_{lang}_{choice.scheme}"
    st.session_state[key] = list(choice.places)
    st.pills(
        say("filter.provinces", lang),
        options,
        selection_mode="multi",
        format_func=lambda place: say(
            "filter.option", lang, option=name("place", place, lang), count=number(counts.get(place, 0), lang)
        ),
        key=key,
        on_change=partial(_set_from, key, options, choice.places),
    )
    hidden = sum(not row["figures"] for row in found)
    if hidden:
        st.caption(say("filter.hidden", lang, count=number(hidden, lang)))


def _regions(found: list[dict[Any, Any]], lang: Language) -> None:
    """The regions; one of them chooses its provinces."""
    key = f"regions_{lang}"

    def choose() -> None:
        region, st.session_state[key] = st.session_state[key], None
        _set_places([row["place"] for row in found if row["region"] == region])

    st.pills(
        say("filter.regions", lang),
        list(dict.fromkeys(row["region"] for row in found)),
        format_func=partial(name, "region", lang=lang),
        key=key,
        label_visibility="collapsed",
        on_change=choose,
    )


def _matches(row: dict[Any, Any], wanted: str) -> bool:
    key = str(row["search_key"])
    return wanted in key or wanted.replace(" ", "") in key.replace(" ", "")


def _set_from(key: str, options: Sequence[str], before: Sequence[str]) -> None:
    kept = [place for place in before if place not in options]
    _set_places([*kept, *st.session_state[key]])


def _set_places(places: Sequence[str]) -> None:
    codes = sorted(provinces()[place].code for place in places)
    if places:
        url.choose("dia-gioi", provinces()[places[0]].scheme)
    url.choose("tinh", ",".join(codes))


def _scheme(choice: Choice) -> None:
    key = f"scheme_{choice.lang}"
    st.session_state[key] = choice.scheme
    st.radio(
        say("filter.scheme", choice.lang),
        ["34", "63"],
        format_func=lambda scheme: say(f"scheme.{scheme}", choice.lang),
        key=key,
        on_change=lambda: url.set_scheme(st.session_state[key]),
    )


def _kind(choice: Choice, metrics: list[str] | None) -> None:
    found = rows("filters/kinds", choice, metrics=metrics).values
    counts = {"all": sum(found["figures"]), **dict(zip(found["kind"], found["figures"], strict=True))}
    counts.setdefault(choice.kind, 0)
    key, options = f"kind_{choice.lang}", list(counts)
    st.session_state[key] = choice.kind

    def named(kind: str) -> str:
        words = say("filter.all", choice.lang) if kind == "all" else name("kind", kind, choice.lang)
        return say("filter.option", choice.lang, option=words, count=number(counts[kind], choice.lang))

    st.radio(
        say("filter.kind", choice.lang),
        options,
        format_func=named,
        key=key,
        on_change=lambda: url.choose(
            "loai", None if st.session_state[key] == "all" else st.session_state[key]
        ),
    )


def _chips(choice: Choice) -> None:
    """One chip per choice, which a click removes, and one for all of them.

    Their place is there without any, too: else what stands below would move by one, and be drawn anew.
    """
    chips = _removable(choice)
    with st.container(horizontal=True, gap="small", key="chips"):
        for words, remove in chips.items():
            st.button(say("filter.chip", choice.lang, choice=words), key=f"chip_{words}", on_click=remove)
        if chips:
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
