"""What is said when something is to be kept and cannot be."""

from __future__ import annotations

import logging
from collections.abc import Callable

from congdoan.errors import StoreError
from congdoan.text import Language, say

log = logging.getLogger("congdoan")


def refusal(act: Callable[[], object], lang: Language, rule: str) -> str:
    """Carries out a change of the control store; why nothing was kept, "" when all was.

    `rule` is the text that says how long what somebody writes may be.
    """
    try:
        act()
    except StoreError as error:
        log.warning("not kept: %s", error)
        return say(f"store.{error.reason}", lang)
    except ValueError:
        return say(rule, lang)
    return ""
