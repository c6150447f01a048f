"""What stands beside a map: the choice of its drawing, and what is in no province on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from congdoan import catalogue
from congdoan.database import Rows
from congdoan.formats import number
from congdoan.kept import kept
from congdoan.page import url
from congdoan.page.card import card, opened
from congdoan.page.choice import Choice
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say


def map_view(choice: Choice, of: str) -> None:
    """Tile grid or outline, as the reader likes, for all maps; the choice stands in the address.

    `of` tells the switches of one screen apart.
    """
    options = list(url.MAPS)
    current = next(option for option in options if url.MAPS[option] == choice.map_view)
    key = f"map_view_{of}_{choice.lang}_{current}"
    chosen = st.segmented_control(
        say("filter.map_view", choice.lang),
        options,
        default=current,
        format_func=lambda option: name("map_view", url.MAPS[option], choice.lang),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: _draw_as(st.session_state[key]),
    )
    if chosen not in (current, None):
        st.rerun()


def _draw_as(option: str | None) -> None:
    if option is not None:
        url.choose("ban-do", option)


@kept
def unplaced(rows: Rows, lang: Language) -> str:
    """How many units stand in no province on the map, and why; empty where there are none.

    A unit counts once, however many of its figures are listed.
    """
    if rows.empty:
        return ""
    units = dict(zip(rows.values["org"], rows.values["reason"], strict=True))
    reasons = [
        say("lead.unplaced.reason", lang, count=number(count, lang), reason=name("unplaced", reason, lang))
        for reason, count in Counter(units.values()).items()
    ]
    return say("lead.unplaced", lang, reasons=", ".join(reasons))


@st.fragment
def unplaced_line(choice: Choice, rows: Rows, what: str) -> None:
    """The same words as a button, which opens the list of exactly these units."""
    words, inputs = unplaced(rows, choice.lang), rows.inputs
    if not words:
        return
    key = "_".join(["unplaced", *inputs["metrics"], *inputs["items"][:1], choice.lang]).replace(".", "_")
    label = say("lead.unplaced.open", choice.lang, words=words, what=what)
    if st.button(label, key=key, type="tertiary"):
        opened(choice, "lead.unplaced", rows, what=what)


def off_map(choice: Choice, metrics: Sequence[str], **span: int | None) -> Rows:
    """Which units with figures of `metrics`, whole or by item, are in no province; `span` narrows years."""
    dimensions = {found.dimension for code, found in catalogue.metrics().items() if code in metrics} - {""}
    items = [code for code, item in catalogue.items().items() if item.dimension in dimensions] or ["all"]
    return ask("places/unplaced", choice, metrics=list(metrics), items=items, **span)


def unplaced_notes(choice: Choice, elsewhere: Rows) -> list[str]:
    """The same words as a note of a card, where there are any."""
    return [words] if (words := unplaced(elsewhere, choice.lang)) else []


def undivided(choice: Choice, metric: str, item: str, what: str) -> None:
    """In former boundaries: today's provinces whose values cannot be divided, each as it is."""
    if choice.scheme != "63":
        return
    found = ask("places/undivided", choice, metrics=[metric], items=[item])
    if not found.empty:
        card(
            choice, "lead.undivided", found, chart("latest", what=what), on_select=url.toggle_place, what=what
        )
