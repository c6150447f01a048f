"""The beginning and the end of every screen."""

from __future__ import annotations

import atexit
import gc
from dataclasses import replace
from itertools import count

import streamlit as st

from congdoan.database import kept, version
from congdoan.errors import SnapshotError
from congdoan.page import emptied, offstage, url, workbook
from congdoan.page.choice import Choice, choice_of
from congdoan.page.filters import filter_bar
from congdoan.page.header import header
from congdoan.page.own_decks import SCREEN
from congdoan.page.paragraph import paragraph_button
from congdoan.page.rows import ahead, held, remember
from congdoan.page.screens import UNFILTERED, measures
from congdoan.page.states import no_snapshot
from congdoan.text import say

NOTICES = "congdoan.notices"
SEARCHED_EVERY = 200
"""Runs of screens between two searches for garbage among all objects."""

_runs = count(1)
atexit.register(gc.unfreeze)  # when a process ends, libraries clear up as ever


def start(screen: str) -> Choice:
    """Reads the address, draws title, switches and filter bar, and gives the choice that the screen answers.

    Without a readable snapshot the screen says so and ends here. Off the stage nothing is read nor drawn.
    """
    if (asked := offstage.asked()) is not None:
        ahead(asked, screen)
        return asked
    _spare_what_stays()
    st.session_state[SCREEN] = screen
    choices, notices = url.read()
    workbook.forget()
    emptied.forget()
    choice = choice_of(choices)
    try:
        choice = _of_kept_release(choice, notices)
        held(choice)
        ahead(choice, screen)
    except SnapshotError as error:
        no_snapshot(error, choice)
        url.write()
        st.stop()
    header(choice, screen, notices)
    if screen not in UNFILTERED:
        filter_bar(choice, measures(screen))
    url.write()
    return choice


def _of_kept_release(choice: Choice, notices: list[str]) -> Choice:
    """The choice, of the release that serves where the one it names is kept no more; a notice says so."""
    serving = version(choice.dataset)
    if choice.release and (choice.release == serving or not kept(choice.dataset, choice.release)):
        if choice.release != serving:
            notices.append(say("header.release_gone", choice.lang, release=choice.release, serving=serving))
        url.choose("ban", None)
        return replace(choice, release="")
    return choice


def finish(choice: Choice, screen: str) -> None:
    """Ends a screen with what it could not show, and with the workbook and the paragraphs of what it did."""
    if offstage.asked() is not None or screen in UNFILTERED:
        remember(screen)
        return
    emptied.emptied(choice, measures(screen))
    with st.container(horizontal=True, gap="small", key="foot"):
        workbook.screen_workbook(choice, screen)
        paragraph_button(choice, screen)
    remember(screen)


def _spare_what_stays() -> None:
    """Takes what is in memory out of the search for garbage, and now and then searches all of it.

    Streamlit has everything searched after each run, which takes longer than most screens do, the more so the
    more answers are kept. What the search after the last run has left will mostly stay.
    """
    if next(_runs) % SEARCHED_EVERY == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
