"""Finds any unit without accents and shows it: its place in the tree, every figure of it with its source."""

from __future__ import annotations

from typing import Any

import streamlit as st

from congdoan.formats import date, markdown
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.links import comparison_link
from congdoan.page.rows import rows as ask
from congdoan.page.unit_search import matching, typed_words
from congdoan.text import name, say

AS_OF = "nam-xem"


def organisation(choice: Choice) -> None:
    """The search, then the unit of the address; without one the units that match."""
    lang, typed = choice.lang, typed_words(choice, drop="don-vi")
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


def _open(org: str) -> None:
    url.choose("don-vi", org)


def _results(choice: Choice, typed: str) -> None:
    found = matching(choice, typed, "organisation.open", _open)
    card(choice, "organisation.results", found, None, on_select=_open, typed=typed)


def _unit(choice: Choice, unit: dict[str, Any]) -> None:
    org, year = str(unit["org"]), _as_of(choice)
    _road(choice, org, year)
    st.header(markdown(_name(unit, choice)), anchor=False)
    st.caption(markdown(" · ".join(_facts(choice, unit))))
    comparison_link(choice, org)
    _succession(choice, org)
    card(
        choice,
        "organisation.figures",
        ask("figures/of_unit", choice, org=org, limit=1000),
        None,
    )
    readings = ask("organisations/readings", choice, org=org)
    if not readings.empty:
        card(choice, "organisation.readings", readings, None)
    findings = ask("sources/findings", choice, org=org, places=None)
    if not findings.empty:
        card(choice, "organisation.checks", findings, None)
    below = ask("organisations/below", choice, org=org, year_to=year, limit=1000)
    if not below.empty:
        when = str(year or say("organisation.now", choice.lang))
        card(choice, "organisation.below", below, None, on_select=_open, when=when)
    elsewhere = ask("organisations/territory", choice, org=org)
    if not elsewhere.empty:
        card(choice, "organisation.territory", elsewhere, None, on_select=_open)


def _as_of(choice: Choice) -> int | None:
    """The year at whose end the tree is shown, None for now: a unit may have stood under others before."""
    chosen = choice.own.get(AS_OF, "")
    years = [None, *reversed(ask("filters/years", choice, places=None, kind="all").values["year"])]
    year = int(chosen) if chosen.isdecimal() and int(chosen) in years else None
    key = f"as_of_{choice.lang}_{year}"
    st.selectbox(
        say("organisation.as_of", choice.lang),
        years,
        index=years.index(year),
        format_func=lambda one: str(one or say("organisation.now", choice.lang)),
        key=key,
        on_change=lambda: url.choose(AS_OF, str(st.session_state[key] or "")),
        width=260,
    )
    return year


def _succession(choice: Choice, org: str) -> None:
    """Who went on with the work of a merged unit, and which ones a unit was merged from, each a way there."""
    found = ask("organisations/succession", choice, org=org).records
    for direction in ("after", "before"):
        units = [unit for unit in found if unit["direction"] == direction]
        if units:
            with st.container(horizontal=True, gap="small", key=f"succession_{direction}"):
                st.caption(say(f"organisation.{direction}", choice.lang), width="content")
                for unit in units:
                    _button(choice, unit, direction)


def _button(choice: Choice, unit: dict[str, Any], part: str) -> None:
    code = str(unit["org"])
    st.button(_name(unit, choice), key=f"{part}_{code}", type="tertiary", on_click=_open, args=(code,))


def _road(choice: Choice, org: str, year: int | None) -> None:
    """The units above, each a step back up."""
    above = ask("organisations/above", choice, org=org, year_to=year).records[:-1]
    with st.container(horizontal=True, gap="small", key="road"):
        for step in above:
            _button(choice, step, "road")


def _facts(choice: Choice, unit: dict[str, Any]) -> list[str]:
    lang = choice.lang
    places = dict.fromkeys(str(unit[scheme]) for scheme in ("place_63", "place_34") if unit[scheme])
    sector = [name("sector", str(unit["sector"]), lang)] if unit["sector"] else []
    found = [name("kind", str(unit["kind"]), lang), *sector, *(_place(choice, place) for place in places)]
    if unit["province_basis"] != "stated":
        found.append(name("province_basis", str(unit["province_basis"]), lang))
    if unit["valid_to"]:
        day, ending = date(unit["valid_to"], lang), unit["ending"]
        words = name("ending", ending, lang) if ending else ""
        found.append(
            say("organisation.ended" if ending else "organisation.until", lang, ending=words, day=day)
        )
    note = unit[f"note_{lang}"]
    return [*found, *([note] if note else [])]


def _place(choice: Choice, place: str) -> str:
    return say("organisation.place", choice.lang, place=name("place", place, choice.lang), scheme=place[:2])


def _name(unit: dict[str, Any], choice: Choice) -> str:
    return str(unit[f"organisation_{choice.lang}"])
