"""Asks a query for a view, once per release: the answer of a release never changes.

Answers are kept as they are, not as pickled copies, which cost as much at each reading as a small query.
Nobody changes them, and what is made of them is kept by their identity. What a screen asked last, it most
likely asks again of the next choice: these questions are answered beside it, while it draws. Where each year
stands alone, all years are asked for at once, and another choice of years is a part of that answer.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, TypeVar, cast

import streamlit as st

from congdoan import database
from congdoan.database import Release, Rows
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.queries import load

MOST = 512
"""Answers kept."""
Made = TypeVar("Made")
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
    found = _question(query, choice, inputs).answer()
    if not load(query).by_year:
        return found
    years = {**choice.inputs(), **inputs}
    return _within(found, years["year_from"], years["year_to"])


def ahead(choice: Choice, screen: str) -> None:
    """Begins a run of a screen: what it asked last is asked of this choice too, before it comes to it.

    What differs only in what it lists, such as its metrics and items, is asked once, for all of them. All of
    the run reads the release that serves now; SnapshotError where none can be read.
    """
    vars(_this_run).update(asked={}, made={}, release={choice.dataset: database.opened(choice.dataset)})
    alike: dict[tuple[str, str], list[_Question]] = {}
    for query, text in _asked_by.get(screen, ()):
        inputs = json.loads(text)
        joined = {name for name in load(query).joined if inputs.get(name)}
        apart = json.dumps({name: name in joined or value for name, value in inputs.items()}, sort_keys=True)
        alike.setdefault((query, apart), []).append(_question(query, choice, inputs))
    for questions in alike.values():
        _Question.together(questions)
        _beside.submit(questions[0].answer)


def soon(query: str, choice: Choice, **inputs: Any) -> None:
    """Has a question answered beside the screen, which will come to it further down."""
    _beside.submit(_question(query, choice, inputs).answer)


def once(make: Callable[[], Made]) -> Made:
    """What a function gave when this run of a screen first called it; outside of a run it is called anew.

    All of a run shows one state of what people write, and the disk is not asked for it at each card.
    """
    made: dict[Callable[[], object], object] | None = vars(_this_run).get("made")
    if made is None:
        return make()
    if make not in made:
        made[make] = make()
    return cast("Made", made[make])


def remember(screen: str) -> None:
    """Ends a run of a screen: what it asked will be asked ahead the next time."""
    _asked_by[screen] = tuple(vars(_this_run).pop("asked", ()))
    vars(_this_run).clear()


def forget() -> None:
    """Drops all answers, and what is known of releases."""
    _questions.cache_clear()
    _held.clear()


def held(choice: Choice) -> Release:
    """The release that a view reads, asked once per release."""
    return _held(choice.dataset, _release(choice))


class _Question:
    """A query with its inputs, answered once: whoever comes first asks, whoever comes meanwhile waits.

    An error is no answer.
    """

    def __init__(self, query: str, dataset: str, release: str, inputs: Mapping[str, Any]) -> None:
        self.query, self.dataset, self.release, self.inputs = query, dataset, release, inputs
        self.found: Rows | None = None
        self.beside = [self]
        self.asking = threading.Lock()

    @staticmethod
    def together(questions: list[_Question]) -> None:
        """Has the unanswered ones of these, alike but for what they list, answered by asking once."""
        open_ones = [question for question in questions if question.found is None]
        asking = threading.Lock()
        for question in open_ones:
            question.beside, question.asking = open_ones, asking

    def answer(self) -> Rows:
        """The rows; where it is asked together with others, these have theirs by it too."""
        with self.asking:
            if self.found is None:
                self._ask()
            assert self.found is not None
            return self.found

    def _ask(self) -> None:
        if len(self.beside) == 1:
            self.found = database.rows(self.query, self.dataset, self.inputs, self.release)
            return
        joined = {
            name: _all_of(name, self.beside) for name in load(self.query).joined if self.inputs.get(name)
        }
        found = database.rows(self.query, self.dataset, {**self.inputs, **joined}, self.release)
        for question in self.beside:
            question.found = found.among(**{name: question.inputs[name] for name in joined})


def _all_of(name: str, questions: list[_Question]) -> list[str]:
    return sorted({code for question in questions for code in question.inputs[name]})


def _question(query: str, choice: Choice, inputs: Mapping[str, Any]) -> _Question:
    asked = load(query)
    given = {**choice.inputs(), **inputs}
    bound = {key: given.get(key) for key in asked.inputs}
    if asked.by_year:
        bound |= {"year_from": None, "year_to": None}
    return _questions(query, choice.dataset, _release(choice), json.dumps(bound, sort_keys=True))


@lru_cache(maxsize=MOST)
def _questions(query: str, dataset: str, release: str, bound: str) -> _Question:
    return _Question(query, dataset, release, json.loads(bound))


@kept
def _within(found: Rows, first: int | None, last: int | None) -> Rows:
    return found if first is None and last is None else found.within(first, last)


def _release(choice: Choice) -> str:
    """The release of this run: what a screen shows comes from one, whatever is published meanwhile."""
    if choice.release:
        return choice.release
    of_this_run: Mapping[str, str] = vars(_this_run).get("release", {})
    return of_this_run.get(choice.dataset) or database.version(choice.dataset)


@st.cache_resource(show_spinner=False, max_entries=8)
def _held(dataset: str, release: str) -> Release:
    return database.release(dataset, release)
