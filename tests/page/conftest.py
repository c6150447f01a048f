"""What the screens have begun beside them ends with the test that opened them."""

from collections.abc import Iterator

import pytest

from congdoan.page import filling


@pytest.fixture(autouse=True)
def _decks_at_rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001 - ends before it does
    """No deck is filled from the snapshots of the next test."""
    yield
    filling._beside.submit(int).result()
