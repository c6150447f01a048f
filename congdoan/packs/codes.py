"""Short codes by which a slide's view is found again, and their QR marks."""

import hashlib

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and letters that nobody mistakes for each other, on paper or by telephone."""
LENGTH = 7


def code_of(address: str, card: str) -> str:
    """The code of a card in a view of one release: the same view and release give the same one."""
    number = int.from_bytes(hashlib.sha256(f"{address}#{card}".encode()).digest()[:8])
    signs = ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(SIGNS))
        signs += SIGNS[at]
    return signs
