"""Texts that people write, as the store keeps them."""

from __future__ import annotations

import unicodedata


def lines(text: str, longest: int) -> str:
    """A text of several lines, each as `plain` has it, none empty; ValueError where too long."""
    return _short("\n".join(filter(None, map(_line, text.splitlines()))), longest)


def plain(text: str, longest: int) -> str:
    """A text in one line, composed, without invisible signs; ValueError when it is empty or too long."""
    return _short(_line(text), longest)


def _line(text: str) -> str:
    shown = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in text)
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def _short(found: str, longest: int) -> str:
    if not 0 < len(found) <= longest:
        raise ValueError(f"found {len(found)} characters; allowed: 1 to {longest}")
    return found
