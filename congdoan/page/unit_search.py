"""The search for union bodies without accents, on every screen that lets one be chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from congdoan.catalogue import fold
from congdoan.database import Rows
from congdoan.page import url
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say

MOST = 50
TYPED = "tim"


def typed_words(choice: Choice, drop: str = "") -> str:
    """The field and what stands in it, as in the address; new words take back the choice under `drop`."""
    lang, typed = choice.lang, choice.own.get(TYPED, "")
    key = f"search_{lang}_{typed}"

    def search() -> None:
        if drop:
            url.choose(drop, None)
        url.choose(TYPED, st.session_state[key].strip() or None)

    st.text_input(
        say("organisation.search", lang),
        value=typed,
        key=key,
        placeholder=say("organisation.example", lang),
        on_change=search,
    )
    return typed


def matching(choice: Choice, typed: str, label: str, take: Callable[[str], None]) -> Rows:
    """The units that match, best first, above them a list from which `take` gets the id of one.

    `label` is the key of the words over the list.
    """
    found = ask("organisations/search", choice, search=fold(typed) or None, limit=MOST)
    if len(found):
        options = {str(row["org"]): row for row in found.records}
        key = f"open_{choice.lang}_{typed}"
        st.selectbox(
            say(label, choice.lang),
            list(options),
            index=None,
            format_func=lambda org: _option(options[org], choice.lang),
            key=key,
            placeholder=say("organisation.pick", choice.lang),
            on_change=lambda: take(st.session_state[key]),
        )
    return found


def _option(unit: Mapping[str, Any], lang: Language) -> str:
    """A unit with its kind and province: many branches share a name."""
    place = name("place", str(unit["place"]), lang) if unit["place"] else ""
    parts = [str(unit[f"organisation_{lang}"]), name("kind", str(unit["kind"]), lang), place]
    return " · ".join(part for part in parts if part)
