"""The explorer: a pivot of chosen metrics over places and years, whose totals are those that SQL made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from congdoan import tables
from congdoan.catalogue import metrics
from congdoan.database import Rows
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

AXES = ("place", "year", "metric", "item")
DEFAULT = ("members", "branches")


def explorer(choice: Choice) -> None:
    """The pickers, then the pivot with every total that may be made."""
    chosen = tuple(code for code in choice.own.get("chi-tieu", "").split(",") if code in metrics()) or DEFAULT
    column = choice.own.get("cot", "year")
    columns = column if column in AXES else "year"
    _pickers(choice, chosen, columns)
    found = ask("explorer/cells", choice, metrics=list(chosen))
    card(choice, "explorer.pivot", found, None, shape=partial(_pivot, columns=columns), metrics=chosen)


def _pickers(choice: Choice, chosen: Sequence[str], columns: str) -> None:
    lang = choice.lang
    metric_key, column_key = f"metrics_{lang}_{','.join(chosen)}", f"columns_{lang}_{columns}"
    st.multiselect(
        say("filter.metric", lang),
        list(metrics()),
        default=list(chosen),
        format_func=lambda code: name("metric", code, lang),
        key=metric_key,
        placeholder=say("explorer.pick", lang),
        on_change=lambda: url.choose("chi-tieu", ",".join(st.session_state[metric_key]) or None),
    )
    st.segmented_control(
        say("explorer.columns", lang),
        AXES,
        default=columns,
        format_func=lambda axis: say(f"explorer.axis.{axis}", lang),
        key=column_key,
        on_change=lambda: url.choose("cot", st.session_state[column_key]),
    )


def _pivot(rows: Rows, choice: Choice, columns: str) -> tables.Table:
    """Every axis but the chosen one goes down the side; axes with one value only stay there as words."""
    across = [columns]
    down = [axis for axis in ("metric", "item", "place", "year") if axis != columns]
    return tables.pivot(tables.table(rows, choice.lang), down, across, ["value"])
