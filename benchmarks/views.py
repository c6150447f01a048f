"""The filter values that a visitor goes through: one filter changes at a time, and no view comes twice."""

import random
from collections.abc import Iterator

from congdoan.catalogue import provinces
from tests.browser.screens import SCREENS

COUNTRY = {"du-lieu": "minh-hoa"}
SLUGS = {screen: slug for slug, screen in SCREENS.items()}
"""The address of each screen by its name."""
CODES = sorted(place.code for place in provinces().values() if place.scheme == "34")
SPANS = [f"{first}-{last}" for first in range(2016, 2026) for last in range(first + 1, 2026)]
Choices = dict[str, str]


def province(code: str) -> Choices:
    """The choice of one province of today, all years."""
    return {**COUNTRY, "dia-gioi": "34", "tinh": code}


def walk(seed: int) -> Iterator[Choices]:
    """Views of the simulated country, by turns another province and other years.

    Equal seeds give equal views. 34 provinces and 45 spans have no common divisor, so that views come again
    after hundreds of steps only.
    """
    chance = random.Random(seed)
    codes, spans = chance.sample(CODES, len(CODES)), chance.sample(SPANS, len(SPANS))
    for step in range(600):
        code, span = codes[(step + 1) // 2 % len(codes)], spans[step // 2 % len(spans)]
        yield {**province(code), "nam": span}
