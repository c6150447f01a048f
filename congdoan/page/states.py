"""What a screen says when it cannot show figures: no snapshot, or an error of ours."""

from __future__ import annotations

import hashlib
import logging

import streamlit as st

from congdoan.errors import SnapshotError
from congdoan.page.choice import choice_of
from congdoan.page.url import STATE
from congdoan.text import Language, say

log = logging.getLogger("congdoan")


def on_script_error(error: Exception) -> bool:
    """Says in plain words what happened and what to do, with a code that finds the traceback in the log."""
    if isinstance(error, SnapshotError):
        no_snapshot(error, _language())
        return True
    code = hashlib.sha256(repr(error).encode()).hexdigest()[:6]
    log.error("error %s", code, exc_info=error)
    st.error(say("state.error", _language(), code=code))
    return True


def no_snapshot(error: SnapshotError, lang: Language) -> None:
    """The figures cannot be read: why, and the command that brings them back. The next visit tries again."""
    log.warning("no snapshot: %s", error)
    st.title(say("state.no_snapshot.title", lang), anchor=False)
    st.text(say("state.no_snapshot.what", lang))
    st.code(say("state.no_snapshot.command", lang), language=None)


def _language() -> Language:
    return choice_of(st.session_state.get(STATE, {})).lang
