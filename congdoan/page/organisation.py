"""Finds any unit without accents and shows it: its place in the tree, every figure of it with its source."""

from __future__ import annotations

from typing import Any

import streamlit as st

from congdoan.catalogue import fold
from congdoan.formats import date, markdown
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

MOST = 50


def organisation(choice: Choice) -> None:
    """The search, then the unit of the address; without one the units that match."""
    lang, typed = choice.lang, choice.own.get("tim", "")
    key = f"search_{lang}_{typed}"
    st.text_input(
        say("organisation.search", lang),
        value=typed,
        key=key,
        placeholder=say("organisation.example", lang),
        on_change=lambda: _search(st.session_state[key]),
    )
    chosen = choice.own.get("don-vi")
    if chosen is None:
        _results(choice, typed)
        return
    found = ask("organisations/one", choice, org=chosen)
    if found.empty:
        st.info(markdown(say("organisation.unknown", lang, org=chosen)))
        _results(choice, typed)
        return
    _unit(choice, found.records[0])


def _search(typed: str) -> None:
    url.choose("don-vi", None)
    url.choose("tim", typed.strip() or None)


def _open(org: str) -> None:
    url.choose("don-vi", org)


def _results(choice: Choice, typed: str) -> None:
    found = ask("organisations/search", choice, search=fold(typed) or None, limit=MOST)
    if len(found):
        options = {str(row["org"]): row for row in found.records}
        key = f"open_{choice.lang}_{typed}"
        st.selectbox(
            say("organisation.open", choice.lang),
            list(options),
            index=None,
            format_func=lambda org: _name(options[org], choice),
            key=key,
            placeholder=say("organisation.pick", choice.lang),
            on_change=lambda: _open(st.session_state[key]),
        )
    card(choice, "organisation.results", found, None, metrics=(), typed=typed)


def _unit(choice: Choice, unit: dict[str, Any]) -> None:
    org = str(unit["org"])
    _road(choice, org)
    st.header(markdown(_name(unit, choice)), anchor=False)
    st.caption(markdown(" · ".join(_facts(choice, unit))))
    card(
        choice,
        "organisation.figures",
        ask("figures/list", choice, org=org, places=None, kind="all", limit=1000),
        None,
    )
    readings = ask("organisations/readings", choice, org=org)
    if not readings.empty:
        card(choice, "organisation.readings", readings, None)
    findings = ask("sources/findings", choice, org=org, places=None)
    if not findings.empty:
        card(choice, "organisation.checks", findings, None)
    below = ask("organisations/below", choice, org=org, limit=1000)
    if not below.empty:
        card(choice, "organisation.below", below, None)


def _road(choice: Choice, org: str) -> None:
    """The units above, each a step back up."""
    above = ask("organisations/above", choice, org=org).records[:-1]
    with st.container(horizontal=True, gap="small", key="road"):
        for step in above:
            code = str(step["org"])
            st.button(_name(step, choice), key=f"road_{code}", type="tertiary", on_click=_open, args=(code,))


def _facts(choice: Choice, unit: dict[str, Any]) -> list[str]:
    lang = choice.lang
    places = dict.fromkeys(str(unit[scheme]) for scheme in ("place_63", "place_34") if unit[scheme])
    found = [name("kind", str(unit["kind"]), lang), *(_place(choice, place) for place in places)]
    if unit["province_basis"] != "stated":
        found.append(name("province_basis", str(unit["province_basis"]), lang))
    if unit["valid_to"]:
        found.append(say("organisation.until", lang, day=date(unit["valid_to"], lang)))
    note = unit[f"note_{lang}"]
    return [*found, *([note] if note else [])]


def _place(choice: Choice, place: str) -> str:
    return say("organisation.place", choice.lang, place=name("place", place, choice.lang), scheme=place[:2])


def _name(unit: dict[str, Any], choice: Choice) -> str:
    return str(unit[f"organisation_{choice.lang}"])
