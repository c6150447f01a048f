"""What is said when something is to be kept and cannot be."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from congdoan.errors import StoreError
from congdoan.text import Language, say

log = logging.getLogger("congdoan")


def was_kept(act: Callable[[], object], lang: Language, rule: str) -> bool:
    """Carries out a change of the control store; False, and it is said why, when nothing was kept.

    `rule` is the text that says how long what somebody writes may be.
    """
    try:
        act()
    except StoreError as error:
        log.warning("not kept: %s", error)
        st.error(say(f"store.{error.reason}", lang))
        return False
    except ValueError:
        st.error(say(rule, lang))
        return False
    return True
