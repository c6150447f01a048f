"""Texts that people write, as the store keeps them."""

from __future__ import annotations

import unicodedata


def plain(text: str, longest: int) -> str:
    """A text in one line, composed, without invisible signs; ValueError when it is empty or too long."""
    shown = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in text)
    found = unicodedata.normalize("NFC", " ".join(shown.split()))
    if not 0 < len(found) <= longest:
        raise ValueError(f"found {len(found)} characters; allowed: 1 to {longest}")
    return found
