"""How the serving process is set: a label is looked at once, and threads share heaps."""

import subprocess
import sys

import pytest
from streamlit import string_util

from congdoan.page.tuning import tune


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The labels that Streamlit looks at from now on."""
    found: list[str] = []
    look = string_util.extract_leading_emoji

    def heard(text: str) -> tuple[str, str]:
        found.append(text)
        return look(text)

    monkeypatch.setattr(string_util, "extract_leading_emoji", heard)
    tune()
    return found


def test_a_label_is_looked_at_once_and_an_emoji_before_it_is_still_found(looked_at: list[str]) -> None:
    for _ in range(2):
        assert string_util.extract_leading_icon("Đoàn viên") == ("", "Đoàn viên")
        assert string_util.extract_leading_icon("🏆 Khen thưởng") == ("🏆", "Khen thưởng")
    assert looked_at == ["Đoàn viên", "🏆 Khen thưởng"]


def test_threads_share_two_heaps() -> None:
    """The C library says how many it has: `malloc_info` writes one `<heap` for each."""
    script = (
        "import ctypes, sys, threading; from congdoan.page.tuning import tune; tune()\n"
        "take = ctypes.CDLL(None).malloc; here = threading.Barrier(9)\n"
        "def work(): take(64); here.wait()\n"
        "[threading.Thread(target=work, daemon=True).start() for _ in range(8)]; here.wait()\n"
        "library = ctypes.CDLL(None); library.fdopen.restype = ctypes.c_void_p\n"
        "library.malloc_info(0, file := ctypes.c_void_p(library.fdopen(1, b'w'))); library.fflush(file)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert 1 <= told.count("<heap") <= 2
