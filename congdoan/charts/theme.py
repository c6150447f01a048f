"""How every chart looks: colours with a fixed meaning, type, margins. Nothing else names a colour."""

import math
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from congdoan.formats import chart_text
from congdoan.text import Language

INK = "#17212B"
SOFT = "#5B6673"
GRID = "#E4E8ED"
GROUND = "#FFFFFF"
BLUE = "#0B4F8A"
GOLD = "#C8922A"
NO_DATA = "#A9B2BC"

CATEGORIES = (BLUE, GOLD, "#62A8D8", "#6E3B1E", "#8A94A0")
"""For things without a colour of their own, in this order; told apart by people with any colour vision."""

STEPS = ("#E3EEF7", "#BCD6EA", "#8AB8DA", "#5593C2", "#2A6CA6", BLUE)
"""Low to high, six classes at most."""

RATINGS = {
    "rating.htxs": BLUE,
    "rating.htt": "#6FA8D6",
    "rating.ht": "#E2BE72",
    "rating.kht": "#8A5A12",
    "rating.vmxs": "#3B2A6B",
    "rating.vm": "#6E5BA8",
    "rating.kha": "#B3A6D9",
    "rating.tb": "#E2BE72",
    "rating.yeu": "#8A5A12",
    "rating.unrated": "#C3C9D0",
}
"""The scales before and from 2019 have hues of their own: their top ratings are not the same."""

RECIPIENTS = {"collective": BLUE, "individual": GOLD, "unsplit": "#8A94A0", "none": "#8A94A0"}
LEVELS = {
    "state": GOLD,
    "tld": BLUE,
    "province": "#62A8D8",
    "upper": "#6E3B1E",
    "branch": "#8A94A0",
    "employer": INK,
    "movement": "#F2C6A0",
}
FIXED = {**RATINGS, **RECIPIENTS, **LEVELS}

PICTURE_FONT = '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
"""What a picture file is set in: fonts of the reader's machine, as a picture cannot load one."""
FONT = f'"Source Sans", {PICTURE_FONT}'
SIZE = 14
SMALL = 12
LINE = 17
"""Height of a line of text, in px."""
LEGEND_ROOM = 34
"""Height of one line of legend above a plot, in px."""


def colours(codes: list[str]) -> dict[str, str]:
    """A colour per code: its fixed one, else the next free of the palette."""
    free = iter(
        [colour for colour in CATEGORIES if colour not in {FIXED.get(code) for code in codes}] * len(codes)
    )
    return {code: FIXED[code] if code in FIXED else next(free) for code in codes}


def on(colour: str) -> str:
    """The text colour that reads best on a ground."""
    light, dark = luminance(colour) + 0.05, luminance(INK) + 0.05
    return GROUND if 1.05 / light > light / dark else INK


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def blend(colour: str, ground: str, share: float) -> str:
    """A colour with `share` (0 to 1) of the ground mixed in."""
    parts = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in parts)


def lines(text: str, width: int = 20) -> list[str]:
    """Text from data in lines of about `width` letters, each safe for a chart."""
    return [chart_text(line) for line in textwrap.wrap(text, width) or [""]]


def text_width(text: str, size: int = SIZE) -> int:
    """About how many px the widest line of a text takes."""
    bare = re.sub("<(?!br>)[^>]*>", "", text)
    return math.ceil(max(len(line) for line in bare.split("<br>")) * size * 0.56)


def layout(height: int, lang: Language, **parts: Any) -> dict[str, Any]:
    """What all figures share; `parts` adds to it. Zooming and hiding series are off: no hidden state."""
    base: dict[str, Any] = {
        "height": height,
        "autosize": True,
        "minreducedwidth": 8,  # on a phone the names keep their room and the plot gives way
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "separators": ",." if lang == "vi" else ".,",
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "margin": {"l": 8, "r": 16, "t": 12, "b": 8},
        "hoverlabel": {
            "bgcolor": GROUND,
            "bordercolor": SOFT,
            "align": "left",
            "font": {"color": INK, "size": SIZE},
        },
        "hovermode": "closest",
        "dragmode": False,
        "showlegend": False,
        "legend": LEGEND,
        "meta": {"lang": lang},
    }
    return base | parts


def slim(
    drawn: dict[str, Any], data: Sequence[dict[str, Any]], tall: float = 1, **parts: Any
) -> dict[str, Any]:
    """A layout with other looks on a phone: what each trace takes on, other parts, height times `tall`."""
    return {**drawn, "meta": {**drawn["meta"], "slim": {"data": list(data), "layout": parts, "tall": tall}}}


LEGEND: dict[str, Any] = {
    "orientation": "h",
    "x": 0,
    "xanchor": "left",
    "y": 1,
    "yanchor": "bottom",
    "itemclick": False,
    "itemdoubleclick": False,
    "traceorder": "normal",
    "font": {"size": SIZE},
}


def filled(colour: str, *, hollow: bool) -> tuple[str, str]:
    """Fill and outline of a mark; preliminary and qualified figures are hollow."""
    return (GROUND if hollow else colour, colour)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def bar_marker(colour: str, hollows: list[bool]) -> dict[str, Any]:
    """Bars of one colour, the preliminary and qualified ones hollow."""
    fills = [filled(colour, hollow=is_hollow)[0] for is_hollow in hollows]
    return {
        "color": fills,
        "line": {"color": colour, "width": [2 if is_hollow else 0 for is_hollow in hollows]},
    }


def crossed() -> dict[str, Any]:
    """The mark for what cannot exist: fine crosses on white, which no one takes for the hatch of no data."""
    pattern = {**hatched()["pattern"], "shape": "x", "size": 8, "solidity": 0.1}
    return {**hatched(), "pattern": pattern}


def hatched(colour: str = NO_DATA) -> dict[str, Any]:
    """The mark for no data: a hatch on white, never a pale colour, which would read as a small value."""
    pattern = {
        "shape": "/",
        "fgcolor": colour,
        "bgcolor": GROUND,
        "size": 7,
        "solidity": 0.25,
        "fillmode": "overlay",
    }
    return {"color": GROUND, "pattern": pattern, "line": {"color": colour, "width": 1}}
