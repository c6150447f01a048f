"""The explorer: a pivot of chosen metrics over places, years and items, with the totals that SQL made."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import partial

import streamlit as st

from congdoan import tables
from congdoan.catalogue import metrics
from congdoan.database import Rows
from congdoan.formats import markdown
from congdoan.kept import settled
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

AXES = {"chi-tieu": "metric", "khoan": "item", "tinh": "place", "nam": "year"}
"""The axes by the words that an address has for them."""
METRICS = ("members", "branches")
ROWS = ("chi-tieu", "khoan", "tinh")


def explorer(choice: Choice) -> None:
    """The pickers, then the pivot with every total that may be made."""
    chosen = _listed(choice, "chi-tieu", metrics(), METRICS)
    across = _listed(choice, "cot", AXES, ("nam",))[0]
    down = [axis for axis in _listed(choice, "hang", AXES, ROWS) if axis != across]
    _pickers(choice, chosen, down, across)
    # Different metrics are never one number, so they always have an axis.
    apart = len(chosen) == 1 or "chi-tieu" in (*down, across)
    rows = [AXES[axis] for axis in (down if apart else ["chi-tieu", *down])]
    found = ask("explorer/cells", choice, metrics=list(chosen), axes=[*rows, AXES[across]])
    shape = settled(_pivot, down=tuple(rows), across=AXES[across])
    card(choice, "explorer.pivot", found, None, shape=shape, metrics=chosen)


def _listed(choice: Choice, key: str, known: Container[str], default: tuple[str, ...]) -> tuple[str, ...]:
    """The known codes that the address lists under a key, else the default; unknown ones get a notice."""
    codes = [code for code in choice.own.get(key, "").split(",") if code]
    for code in codes:
        if code not in known:
            allowed = say(f"explorer.allowed.{'metric' if key == 'chi-tieu' else 'axis'}", choice.lang)
            st.info(markdown(say("url.ignored", choice.lang, name=key, value=code, allowed=allowed)))
    return tuple(dict.fromkeys(code for code in codes if code in known)) or default


def _pickers(choice: Choice, chosen: Sequence[str], down: Sequence[str], across: str) -> None:
    lang = choice.lang
    key = f"metrics_{lang}_{','.join(chosen)}"
    st.multiselect(
        say("filter.metric", lang),
        list(metrics()),
        default=list(chosen),
        format_func=lambda code: name("metric", code, lang),
        key=key,
        placeholder=say("explorer.pick", lang),
        on_change=partial(_set, key, "chi-tieu"),
    )
    with st.container(horizontal=True, gap="large"):
        _axes(choice, "rows", "hang", down, [axis for axis in AXES if axis != across])
        _axes(choice, "columns", "cot", (across,), list(AXES))


def _axes(choice: Choice, side: str, key: str, chosen: Sequence[str], options: list[str]) -> None:
    """The axes down the side, several, or across the top, one."""
    widget = f"{side}_{choice.lang}_{','.join(chosen)}_{len(options)}"
    st.pills(
        say(f"explorer.{side}", choice.lang),
        options,
        selection_mode="multi" if side == "rows" else "single",
        default=list(chosen) if side == "rows" else chosen[0],
        format_func=lambda axis: say(f"explorer.axis.{AXES[axis]}", choice.lang),
        key=widget,
        on_change=partial(_set, widget, key),
    )


def _set(widget: str, key: str) -> None:
    picked = st.session_state[widget]
    codes = picked if isinstance(picked, list) else [picked] if picked else []
    url.choose(key, ",".join(codes) or None)


def _pivot(rows: Rows, choice: Choice, down: Sequence[str], across: str) -> tables.Table:
    """A row per value of the axes down the side, a column per value of the axis across."""
    return tables.pivot(tables.table(rows, choice.lang), list(down), [across], ["value"])
