import math
from itertools import combinations

import pytest

from congdoan.charts.theme import (
    CATEGORIES,
    FIXED,
    LEVELS,
    RATINGS,
    RECIPIENTS,
    blend,
    colours,
    lines,
    luminance,
    on,
    text_width,
)

Colour = tuple[float, ...]
# Machado, Oliveira, Fernandes (2009), severity 1: how linear RGB looks without red or green cones.
VISION = {
    "any": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deuteranopia": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
}
XYZ = ((0.4339, 0.3762, 0.1899), (0.2127, 0.7152, 0.0722), (0.0178, 0.1095, 0.8730))
OLD_SCALE = ("vmxs", "vm", "kha", "tb", "yeu", "unrated")
NEW_SCALE = ("htxs", "htt", "ht", "kht", "unrated")
SETS = {
    "palette": CATEGORIES,
    "to 2018": [RATINGS[f"rating.{code}"] for code in OLD_SCALE],
    "from 2019": [RATINGS[f"rating.{code}"] for code in NEW_SCALE],
    "recipients": sorted(set(RECIPIENTS.values())),
    "levels": list(LEVELS.values()),
}
APART = 18
"""Least distance in CIE Lab; about 2 is the least one can see side by side."""


def linear(colour: str) -> Colour:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def through(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(min(1, max(0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)


def lab(colour: Colour) -> Colour:
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in through(XYZ, colour))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("used_together", SETS)
def test_colours_used_together_differ_for_every_kind_of_colour_vision(
    vision: str, used_together: str
) -> None:
    seen = {colour: lab(through(VISION[vision], linear(colour))) for colour in SETS[used_together]}
    close = {(a, b) for a, b in combinations(seen, 2) if math.dist(seen[a], seen[b]) < APART}
    assert not close


def test_no_figure_is_red_as_red_is_for_what_is_wrong() -> None:
    for colour in {*CATEGORIES, *FIXED.values()}:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert not (red > 150 and green < 90 and blue < 90), colour


def test_the_top_ratings_of_the_two_scales_are_not_the_same_colour() -> None:
    assert RATINGS["rating.vmxs"] != RATINGS["rating.htxs"]


def test_text_on_a_colour_has_enough_contrast() -> None:
    for colour in {*CATEGORIES, *FIXED.values()}:
        light, dark = sorted([luminance(colour), luminance(on(colour))], reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


def test_a_code_with_a_colour_of_its_own_keeps_it_and_no_other_takes_it() -> None:
    painted = colours(["collective", "fund.covid", "fund.disaster"])
    assert painted["collective"] == FIXED["collective"]
    assert len(set(painted.values())) == 3


def test_a_colour_blends_into_its_ground() -> None:
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"


def test_the_width_of_a_text_is_that_of_its_widest_line_without_markup() -> None:
    assert text_width('<span style="color:#fff">●</span> A<br>ABC') == text_width("ABC")


def test_a_long_label_is_broken_between_words() -> None:
    assert lines("Công đoàn Viên chức tỉnh") == ["Công đoàn Viên chức", "tỉnh"]
