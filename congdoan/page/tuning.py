"""Sets the process that serves for many visitors: a run does less, and the process stays small."""

import ctypes
import sys
from functools import lru_cache

from streamlit import string_util

LABELS = 4096
"""Labels that are remembered. Streamlit looks for an emoji in front of each, forty a screen, and hashes the
pattern of all emoji each time: 0.17 ms for a label in Vietnamese."""

ARENAS = 2
"""Heaps that the C library spreads over. It would make one for nearly every thread, and each keeps what it
once took: 30 MB more after a thousand answers."""
_ARENA_MAX = -8  # mallopt(3)


def tune() -> None:
    """Has labels looked at once, and threads share their memory."""
    string_util.extract_leading_emoji = lru_cache(LABELS)(string_util.extract_leading_emoji)
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_ARENA_MAX, ARENAS)
