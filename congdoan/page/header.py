"""The head of a screen: title, age of the figures, language and data set, the mark of simulated ones."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qsl

import streamlit as st

from congdoan.database import version
from congdoan.formats import date, markdown
from congdoan.page import url
from congdoan.page.choice import Choice
from congdoan.page.component import component
from congdoan.page.rows import held
from congdoan.page.screens import script
from congdoan.page.view_dialog import views_button
from congdoan.page.views import head_of_views
from congdoan.text import name, say

_escape = component("escape")
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
"""Each language by its own name, so that everybody finds theirs."""


def header(choice: Choice, screen: str, notices: list[str]) -> None:
    """Title and data time, the two switches, the mark, and what was wrong in the address."""
    release = held(choice)
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.title(say(f"page.{screen}", choice.lang), anchor=False, width="stretch")
        views_button(choice, screen)
        _switch(choice, "dataset", "du-lieu", {"that": "real", "minh-hoa": "simulated"})
        _switch(choice, "language", "lang", {"vi": "vi", "en": "en"})
    st.caption(
        say(
            "header.time",
            choice.lang,
            cut_off=date(release.cut_off, choice.lang),
            release=release.release,
            dataset=name("dataset", choice.dataset, choice.lang),
        )
    )
    if choice.dataset == "simulated":
        st.warning(say("header.simulated", choice.lang))
    if url.BACK in choice.own:
        _back(choice)
    if choice.release:
        _older(choice)
    head_of_views(choice, screen)
    for notice in notices:
        st.info(markdown(notice))


def _back(choice: Choice) -> None:
    """The way back to the slide that led here, by mouse or by Esc."""
    with st.container(key="back"):
        asked = dict(parse_qsl(choice.own[url.BACK]))
        st.page_link(script("presentation"), label=say("header.back", choice.lang), query_params=asked)
    _escape(key="escape")


def _older(choice: Choice) -> None:
    """That the figures are those of an older release, and the way to the newest."""
    serving = version(choice.dataset)
    said = "header.draft" if choice.is_draft else "header.older"
    st.warning(say(said, choice.lang, release=choice.release, serving=serving))
    st.button(
        say("header.newest", choice.lang, serving=serving),
        on_click=partial(url.choose, "ban", None),
        key="newest",
    )


def _switch(choice: Choice, what: str, key: str, values: dict[str, str]) -> None:
    options = list(values)
    current = {"du-lieu": choice.dataset, "lang": choice.lang}[key]
    position = [values[option] for option in options].index(current)
    widget = f"{what}_{choice.lang}_{current}"
    st.segmented_control(
        say(f"filter.{what}", choice.lang),
        options,
        default=options[position],
        format_func=partial(_option, what, choice),
        key=widget,
        label_visibility="collapsed",
        on_change=lambda: _set(key, st.session_state[widget], options[0]),
    )


def _option(what: str, choice: Choice, option: str) -> str:
    if what == "language":
        return LANGUAGES[option]
    return name("dataset", url.DATASETS[option], choice.lang)


def _set(key: str, value: str | None, default: str) -> None:
    if value is not None:
        url.choose(key, None if value == default else value)
