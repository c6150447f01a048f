"""The sources: which documents there are, one of them line by line, and what the checks found."""

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

MOST = 500


def documents(choice: Choice) -> None:
    """The document of the address, or that of its figure; without one the list of all."""
    figure, source = choice.own.get("so"), choice.own.get("nguon")
    if figure:
        there = ask(
            "figures/list", choice, figure=figure, places=None, year_from=None, year_to=None, kind="all"
        )
        if there.empty:
            st.info(markdown(say("document.unknown_figure", choice.lang, figure=figure)))
        else:
            card(
                choice,
                "document.figure",
                there,
                None,
                metrics=[str(there.values["metric"][0])],
                figure=figure,
            )
            source = str(there.values["source"][0])
    found = ask("sources/one", choice, source=source) if source else None
    if found is not None and not found.empty:
        _document(choice, found.records[0])
        return
    if source:
        st.info(markdown(say("document.unknown", choice.lang, source=source)))
    _list(choice)


def _list(choice: Choice) -> None:
    lang, typed = choice.lang, choice.own.get("tim", "")
    key = f"document_search_{lang}_{typed}"
    st.text_input(
        say("document.search", lang),
        value=typed,
        key=key,
        on_change=lambda: url.choose("tim", st.session_state[key].strip() or None),
    )
    found = ask("sources/list", choice, search=fold(typed) or None, limit=MOST)
    card(choice, "document.list", found, None)
    card(choice, "document.checks", ask("sources/findings", choice, limit=MOST), None)


def _document(choice: Choice, source: dict[str, Any]) -> None:
    lang, code = choice.lang, str(source["source"])
    st.button(say("document.back", lang), key="document_back", type="tertiary", on_click=_back)
    st.header(markdown(f"{code} · {source[f'title_{lang}']}"), anchor=False)
    st.caption(markdown(" · ".join(_facts(choice, source))))
    if source["address"]:
        st.link_button(say("document.open", lang), str(source["address"]))
    everything = {"places": None, "year_from": None, "year_to": None, "kind": "all"}
    card(choice, "document.figures", ask("figures/list", choice, source=code, **everything), None)
    named = ask("sources/targets", choice, source=code)
    if not named.empty:
        card(choice, "document.targets", named, None)
    findings = ask(
        "sources/findings", choice, source=code, **{k: v for k, v in everything.items() if k != "kind"}
    )
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
