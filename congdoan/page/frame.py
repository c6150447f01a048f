"""The beginning and the end of every screen."""

from __future__ import annotations

import atexit
import gc
from functools import cache

import streamlit as st

from congdoan import database
from congdoan.catalogue import metrics
from congdoan.errors import SnapshotError
from congdoan.page import emptied, url, workbook
from congdoan.page.choice import Choice, choice_of
from congdoan.page.filters import filter_bar
from congdoan.page.header import header
from congdoan.page.rows import ahead, remember
from congdoan.page.states import no_snapshot

NOTICES = "congdoan.notices"


def start(screen: str) -> Choice:
    """Reads the address, draws title, switches and filter bar, and gives the choice that the screen answers.

    Without a readable snapshot the screen says so and ends here.
    """
    choices, notices = url.read()
    choice = choice_of(choices)
    workbook.forget()
    emptied.forget()
    try:
        database.release(choice.dataset)
    except SnapshotError as error:
        no_snapshot(error, choice)
        url.write()
        st.stop()
    ahead(choice, screen)
    header(choice, screen, notices)
    filter_bar(choice, _measures(screen))
    url.write()
    return choice


def finish(choice: Choice, screen: str) -> None:
    """Ends a screen with what it could not show, and with the workbook of what it did."""
    emptied.emptied(choice, _measures(screen))
    workbook.screen_workbook(choice, screen)
    remember(screen)
    _spare_what_stays()


@cache
def _spare_what_stays() -> None:
    """Once, after the first screen of a server: what is loaded by now is searched for garbage no more.

    Streamlit has everything searched after each run, which takes longer than most screens do. When a process
    ends, libraries clear up as ever.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


def _measures(screen: str) -> list[str] | None:
    """The metrics that a screen is about; None for those about all."""
    return [metric.metric for metric in metrics().values() if metric.subject == screen] or None
