"""Asks a query for a view, once per release: the answer of a release never changes.

Answers are kept as they are, not as pickled copies, which cost as much at each reading as a small query.
Nobody changes them, and what is made of them is kept by their identity. What a screen asked last, it most
likely asks again of the next choice: these questions are answered beside it, while it draws.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import streamlit as st

from congdoan import database
from congdoan.database import Release, Rows
from congdoan.page.choice import Choice

MOST = 512
"""Answers kept."""
GENERAL = frozenset({"metrics", "items", "levels", "axes", "limit", "every"})
"""Inputs that a screen sets whatever is chosen; a question with others is of that choice alone."""

_beside = ThreadPoolExecutor(2, thread_name_prefix="answers")
"""Few, so that the screen itself is not kept waiting: what they have not begun it asks on its own."""
_this_run = threading.local()
_asked_by: dict[str, tuple[tuple[str, str], ...]] = {}


def rows(query: str, choice: Choice, **inputs: Any) -> Rows:
    """The rows of a query for a choice; `inputs` add to what the choice binds, or take its place."""
    if inputs.keys() <= GENERAL:
        vars(_this_run).setdefault("asked", {})[query, json.dumps(inputs, sort_keys=True)] = None
    return _answer_to(query, choice, inputs)()


def ahead(choice: Choice, screen: str) -> None:
    """Begins a run of a screen: what it asked last is asked of this choice too, before it comes to it."""
    vars(_this_run)["asked"] = {}
    for query, inputs in _asked_by.get(screen, ()):
        _beside.submit(_answer_to(query, choice, json.loads(inputs)))


def remember(screen: str) -> None:
    """Ends a run of a screen: what it asked will be asked ahead the next time."""
    _asked_by[screen] = tuple(vars(_this_run).get("asked", ()))


def forget() -> None:
    """Drops all answers."""
    _answer.cache_clear()


def held(choice: Choice) -> Release:
    """The release that a view reads, asked once per release."""
    return _held(choice.dataset, database.version(choice.dataset))


def _answer_to(query: str, choice: Choice, inputs: Mapping[str, Any]) -> Callable[[], Rows]:
    bound = json.dumps({**choice.inputs(), **inputs}, sort_keys=True)
    return _answer(query, choice.dataset, database.version(choice.dataset), bound)


@lru_cache(maxsize=MOST)
def _answer(query: str, dataset: str, release: str, bound: str) -> Callable[[], Rows]:
    """Gives the answer: whoever comes first asks, whoever comes meanwhile waits. An error is no answer."""
    asking = threading.Lock()
    found: list[Rows] = []

    def answer() -> Rows:
        with asking:
            if not found:
                found.append(database.rows(query, dataset, json.loads(bound), release))
            return found[0]

    return answer


@st.cache_resource(show_spinner=False, max_entries=8)
def _held(dataset: str, release: str) -> Release:
    return database.release(dataset, release)
