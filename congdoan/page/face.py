"""What the browser draws of a card, in one message: words, a chart or a table, the line below it, actions.

Streamlit's elements cost the server and the browser each, most of all buttons; a card of them would be ten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from congdoan.page.component import component, packed

_component = component("face", "plot", "room", "picture", "grid", "tiles")


@dataclass(frozen=True)
class Asked:
    """What a reader has just asked of a card, for this one run: the code of a mark or unit, or an action."""

    selected: str | None
    act: str | None


def face(data: bytes, key: str, on_select: Callable[[str], None] | None = None) -> Asked:
    """Draws what `parts` packed; `on_select` gets a chosen code before the run, as callbacks do."""

    def clicked() -> None:
        value = st.session_state[key].selected
        if on_select is not None and value is not None:
            on_select(value)

    found = _component(data=data, key=key, on_selected_change=clicked, on_act_change=_nothing)
    return Asked(found.selected, found.act)


def parts(
    *,
    title: str = "",
    subtitle: str = "",
    chart: Mapping[str, object] | None = None,
    table: Mapping[str, object] | None = None,
    more: str = "",
    source: str = "",
    actions: Mapping[str, str] | None = None,
    picture: Mapping[str, object] | None = None,
    tiles: Mapping[str, object] | None = None,
    sought: bool = False,
) -> bytes:
    """The parts of a card that are to be drawn, packed; texts are shown as they are, never as Markdown.

    `more` stands below a table, `actions` are labels by the code that `face` gives back, `picture` offers the
    chart as a file in its place, `tiles` stand alone. What is `sought` comes into sight where it is new.
    """
    given = locals()
    return packed({name: part for name, part in given.items() if part})


def _nothing() -> None:
    """An action changes nothing before the run."""
