"""Sets the process that serves for many visitors: a run does less, and the process stays small."""

import ctypes
import gc
import sys
from functools import lru_cache

from streamlit import string_util

LABELS = 4096
"""Labels that are remembered. Streamlit looks for an emoji in front of each, forty a screen, and hashes the
pattern of all emoji each time: 0.17 ms for a label in Vietnamese."""

UNCALLED = frozenset({"plotly", "_plotly_utils"})
"""Packages that Streamlit loads when it begins and nobody calls, 20 MB: of plotly only the part for browsers
is used, which is a file."""

ARENAS = 2
"""Heaps that the C library spreads over. It would make one for nearly every thread, and each keeps what it
once took: 30 MB more after a thousand answers."""
LARGE = 4 * 1024 * 1024
"""Bytes from which a piece of memory is a mapping of its own, which goes back to the system: 7 MB less after
a thousand answers. The C library would move this up to 32 MB; at 128 kB files are written 5 % slower."""
_ARENA_MAX, _MMAP_THRESHOLD = -8, -3  # mallopt(3)


def tune() -> None:
    """Has labels looked at once, unloads what nobody calls, and has threads share few heaps without gaps."""
    string_util.extract_leading_emoji = lru_cache(LABELS)(string_util.extract_leading_emoji)
    for name in [name for name in sys.modules if name.partition(".")[0] in UNCALLED]:
        del sys.modules[name]
    gc.collect()
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_ARENA_MAX, ARENAS)
        library.mallopt(_MMAP_THRESHOLD, LARGE)
