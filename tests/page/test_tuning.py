"""How the serving process is set: labels are looked at once, threads share heaps, nothing unused stays."""

import subprocess
import sys

import pytest
from streamlit import string_util

from congdoan.page.tuning import tune
from congdoan.paths import ROOT


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


def test_the_part_of_plotly_that_draws_in_no_browser_is_not_kept_in_memory() -> None:
    script = (
        "import gc, sys, app; from congdoan.page.tuning import tune; tune()\n"
        "here = [one for one in gc.get_objects() if type(one) is type(sys)]\n"
        "print(*{one.__name__ for one in here if one.__name__.startswith('plotly')})"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []


def test_a_large_piece_of_memory_goes_back_to_the_system_also_after_larger_ones() -> None:
    """The C library says how many mappings it has: `malloc_info` writes their number as `mmap`."""
    script = (
        "import ctypes; from congdoan.page.tuning import tune; tune()\n"
        "library = ctypes.CDLL(None); library.malloc.restype = library.fdopen.restype = ctypes.c_void_p\n"
        "library.free(ctypes.c_void_p(library.malloc(16 << 20)))\n"
        "library.mallinfo.restype = Info = type('Info', (ctypes.Structure,), {'_fields_': "
        "[(name, ctypes.c_int) for name in 'abcdefghij']})\n"
        "before = library.mallinfo().d; library.malloc(5 << 20); print(library.mallinfo().d - before)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["1"]
