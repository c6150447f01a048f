"""Short codes by which a slide's view is found again, and the QR marks that lead to it."""

import hashlib
import io
from typing import Literal

import segno

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and letters that nobody mistakes for each other, on paper or by telephone."""
LENGTH = 7
PATH = "/k"
"""Below it a code leads to its view."""


def code_of(address: str, card: str) -> str:
    """The code of a card in a view of one release: the same view and release give the same one."""
    number = int.from_bytes(hashlib.sha256(f"{address}#{card}".encode()).digest()[:8])
    signs = ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(SIGNS))
        signs += SIGNS[at]
    return signs


def link(home: str, code: str) -> str:
    """The address that reopens the view of a code: `http://localhost:8501/k/7DZX9MB`."""
    return f"{home}{PATH}/{code}"


def qr(home: str, code: str, kind: Literal["png", "svg"]) -> bytes:
    """The link of a code as a QR mark, readable by telephones even where a tenth of it is smudged."""
    file = io.BytesIO()
    sized = {"omitsize": True} if kind == "svg" else {}
    segno.make(link(home, code), error="m", micro=False).save(file, kind=kind, scale=8, border=2, **sized)
    return file.getvalue()
