"""What a screen says when it cannot show figures: no snapshot, or an error of ours."""

from __future__ import annotations

import hashlib
import logging
from functools import partial

import streamlit as st

from congdoan.errors import REPAIR, SnapshotError
from congdoan.page.choice import Choice, choice_of
from congdoan.page.url import STATE, choose
from congdoan.text import name, say

log = logging.getLogger("congdoan")


def on_script_error(error: Exception) -> bool:
    """Says in plain words what happened and what to do, with a code that finds the traceback in the log."""
    if isinstance(error, SnapshotError):
        no_snapshot(error, _choice())
        return True
    st.error(say("state.error", _choice().lang, code=logged(error)))
    return True


def logged(error: BaseException) -> str:
    """Puts an error with its traceback into the log; the code that finds it there."""
    code = hashlib.sha256(repr(error).encode()).hexdigest()[:6]
    log.error("error %s", code, exc_info=error)
    return code


def no_snapshot(error: SnapshotError, choice: Choice) -> None:
    """The figures cannot be read: why, and the command that brings them back. The next visit tries again.

    From simulated figures that nobody has made, a button leads back to the real ones.
    """
    lang = choice.lang
    log.warning("no snapshot: %s", error)
    st.title(say("state.no_snapshot.title", lang), anchor=False)
    st.text(say("state.no_snapshot.what", lang))
    st.code(REPAIR, language=None)
    if choice.dataset != "real":
        st.button(name("dataset", "real", lang), on_click=partial(choose, "du-lieu", None))


def _choice() -> Choice:
    return choice_of(st.session_state.get(STATE, {}))
