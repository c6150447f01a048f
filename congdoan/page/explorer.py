"""The explorer: a pivot of chosen metrics over places, years and items, with the totals that SQL made."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Pivot:
    """What is laid out: metrics, the axes down the side and the one across, as an address writes them."""

    metrics: tuple[str, ...]
    down: tuple[str, ...]
    across: str

    @property
    def rows(self) -> tuple[str, ...]:
        """The axes down the side. Different metrics are never one number, so they always have an axis."""
        apart = len(self.metrics) == 1 or "chi-tieu" in (*self.down, self.across)
        axes = tuple(AXES[axis] for axis in self.down)
        return axes if apart else ("metric", *axes)


def explorer(choice: Choice) -> None:
    """The pickers, then the pivot with every total that may be made."""
    pivot = pivoted_by(choice)
    for key, known in (("chi-tieu", metrics()), ("cot", AXES), ("hang", AXES)):
        _notices(choice, key, known)
    _pickers(choice, pivot)
    shape = settled(_pivot, down=pivot.rows, across=AXES[pivot.across])
    card(choice, "explorer.pivot", cells(choice, pivot), None, shape=shape, metrics=pivot.metrics)


def pivoted_by(choice: Choice) -> Pivot:
    """What the address chooses to lay out; what it does not know is left out."""
    across = _listed(choice, "cot", AXES, ("nam",))[0]
    down = tuple(axis for axis in _listed(choice, "hang", AXES, ROWS) if axis != across)
    return Pivot(_listed(choice, "chi-tieu", metrics(), METRICS), down, across)


def cells(choice: Choice, pivot: Pivot) -> Rows:
    """The cells of a pivot, with the totals that SQL made."""
    axes = [*pivot.rows, AXES[pivot.across]]
    return ask("explorer/cells", choice, metrics=list(pivot.metrics), axes=axes)


def _listed(choice: Choice, key: str, known: Container[str], default: tuple[str, ...]) -> tuple[str, ...]:
    """The known codes that the address lists under a key, else the default."""
    codes = choice.own.get(key, "").split(",")
    return tuple(dict.fromkeys(code for code in codes if code in known)) or default


def _notices(choice: Choice, key: str, known: Container[str]) -> None:
    """A notice for each unknown code under a key of the address."""
    for code in choice.own.get(key, "").split(","):
        if code and code not in known:
            allowed = say(f"explorer.allowed.{'metric' if key == 'chi-tieu' else 'axis'}", choice.lang)
            st.info(markdown(say("url.ignored", choice.lang, name=key, value=code, allowed=allowed)))


def _pickers(choice: Choice, pivot: Pivot) -> None:
    lang, chosen = choice.lang, pivot.metrics
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
        _axes(choice, "rows", "hang", pivot.down, [axis for axis in AXES if axis != pivot.across])
        _axes(choice, "columns", "cot", (pivot.across,), list(AXES))


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
