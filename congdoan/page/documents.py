"""The sources: which documents there are, one of them line by line, and what the checks found."""

from __future__ import annotations

from typing import Any

import streamlit as st

from congdoan.catalogue import fold
from congdoan.database import Rows
from congdoan.formats import date, markdown
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

MOST = 500


EVERYTHING = {"places": None, "year_from": None, "year_to": None, "kind": "all"}
"""The filters of a screen do not cut what a document says."""


def documents(choice: Choice) -> None:
    """The document of the address, or that of its figure; without one the list of all."""
    asked = choice.own.get("so")
    if asked:
        _figure(choice, asked)
    if shown := document_shown(choice):
        _document(choice, shown)
        return
    if code := _document_of(choice):
        st.info(markdown(say("document.unknown", choice.lang, source=code)))
    _list(choice)


def document_shown(choice: Choice) -> dict[str, Any] | None:
    """The document that the address names, else the one its figure comes from; None where there is none."""
    code = _document_of(choice)
    found = ask("sources/one", choice, source=code).records if code else []
    return found[0] if found else None


def _document_of(choice: Choice) -> str | None:
    asked = choice.own.get("so")
    there = figure(choice, asked).values["source"] if asked else []
    return str(there[0]) if there else choice.own.get("nguon")


def figure(choice: Choice, code: str) -> Rows:
    """One figure by its code; no rows where there is none."""
    return ask("figures/list", choice, figure=code, **EVERYTHING)


def figures_of(choice: Choice, document: str) -> Rows:
    """The figures that a document tells."""
    return ask("figures/list", choice, source=document, **EVERYTHING)


def findings_of(choice: Choice, document: str) -> Rows:
    """What the checks found in the figures of a document."""
    return ask("sources/findings", choice, source=document, **EVERYTHING)


def listed(choice: Choice) -> Rows:
    """The documents with figures that match the filters and what was typed."""
    return ask("sources/list", choice, search=fold(choice.own.get("tim", "")) or None, limit=MOST)


def found_by_checks(choice: Choice) -> Rows:
    """What the checks found in all documents that match the filters."""
    return ask("sources/findings", choice, limit=MOST)


def _figure(choice: Choice, code: str) -> None:
    there = figure(choice, code)
    if there.empty:
        st.info(markdown(say("document.unknown_figure", choice.lang, figure=code)))
        return
    card(choice, "document.figure", there, None, metrics=[str(there.values["metric"][0])], figure=code)


def _list(choice: Choice) -> None:
    lang, typed = choice.lang, choice.own.get("tim", "")
    key = f"document_search_{lang}_{typed}"
    st.text_input(
        say("document.search", lang),
        value=typed,
        key=key,
        on_change=lambda: url.choose("tim", st.session_state[key].strip() or None),
    )
    card(choice, "document.list", listed(choice), None)
    card(choice, "document.checks", found_by_checks(choice), None)


def _document(choice: Choice, source: dict[str, Any]) -> None:
    lang, code = choice.lang, str(source["source"])
    st.button(say("document.back", lang), key="document_back", type="tertiary", on_click=_back)
    st.header(markdown(f"{code} · {source[f'title_{lang}']}"), anchor=False)
    st.caption(markdown(" · ".join(_facts(choice, source))))
    if source["address"]:
        st.link_button(say("document.open", lang), str(source["address"]))
    card(choice, "document.figures", figures_of(choice, code), None)
    named = ask("sources/targets", choice, source=code)
    if not named.empty:
        card(choice, "document.targets", named, None)
    findings = findings_of(choice, code)
    if not findings.empty:
        card(choice, "document.findings", findings, None)


def _facts(choice: Choice, source: dict[str, Any]) -> list[str]:
    lang, day = choice.lang, source["published_on"]
    published = date(day, lang) if day else say("document.undated", lang)
    kind = name("source_kind", str(source["source_kind"]), lang)
    note = source[f"note_{lang}"]
    return [str(source[f"publisher_{lang}"]), published, kind, *([note] if note else [])]


def _back() -> None:
    url.choose("so", None)
    url.choose("nguon", None)
