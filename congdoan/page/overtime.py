"""A card over the years, with the switch that compares like for like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from congdoan import findings
from congdoan.database import Rows
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.parts import chart
from congdoan.text import say

SWITCH, ON = "cung-don-vi", "co"


def over_time(
    choice: Choice,
    key: str,
    years: Rows,
    kind: str,
    look: Mapping[str, Any],
    *,
    same: Mapping[str, Any] | None = None,
    finding: findings.Finding | None = None,
    metrics: Sequence[str] = (),
    what: str = "",
) -> None:
    """The years as a `kind` of chart with its `look`; switched, the change on the same branches.

    `same` is the look of that other chart, where it is another one, `metrics` and `what` the figures, in
    codes and in words. Without a register of all branches there is nothing to switch.
    """
    on, known = choice.own.get(SWITCH) == ON, any(years.values["alike_branches"])
    draw = chart("alike", **(same or look)) if on and known else chart(kind, **look)
    of = "_".join(years.inputs.get("metrics") or ())
    controls = partial(_switch, choice, f"{key}_{of}", on) if known else None
    card(choice, key, years, draw, finding=finding, controls=controls, metrics=metrics, what=what)


def _switch(choice: Choice, key: str, on: bool) -> None:
    """Sets the switch of all cards over the years: they are read together."""
    chosen = st.toggle(
        say("card.alike", choice.lang),
        value=on,
        key=f"alike_{key}_{choice.lang}_{on}",
        help=say("card.alike.help", choice.lang),
        on_change=partial(url.choose, SWITCH, None if on else ON),
    )
    if chosen != on:
        st.rerun()
