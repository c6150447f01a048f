"""What a run need not wait for: a label is looked at once, and threads take short turns."""

import sys
from collections.abc import Iterator

import pytest
from streamlit import string_util

from congdoan.page.pace import TURN, keep_pace


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The labels that Streamlit looks at from now on."""
    found: list[str] = []
    look, turn = string_util.extract_leading_emoji, sys.getswitchinterval()

    def heard(text: str) -> tuple[str, str]:
        found.append(text)
        return look(text)

    monkeypatch.setattr(string_util, "extract_leading_emoji", heard)
    keep_pace()
    yield found
    sys.setswitchinterval(turn)


def test_a_label_is_looked_at_once_and_an_emoji_before_it_is_still_found(looked_at: list[str]) -> None:
    for _ in range(2):
        assert string_util.extract_leading_icon("Đoàn viên") == ("", "Đoàn viên")
        assert string_util.extract_leading_icon("🏆 Khen thưởng") == ("🏆", "Khen thưởng")
    assert looked_at == ["Đoàn viên", "🏆 Khen thưởng"]


def test_threads_take_short_turns(looked_at: list[str]) -> None:
    assert sys.getswitchinterval() == pytest.approx(TURN)
    assert not looked_at
