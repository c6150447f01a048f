"""A map of the country's outline: provinces as filled polygons on a plane, so that nothing is fetched."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from congdoan.charts.cells import EMPTY, outlined, painted, squares
from congdoan.charts.model import Chart
from congdoan.charts.provinces import (
    WIDTH,
    Shade,
    Shaded,
    empty_words,
    island_frame,
    island_name,
    map_layout,
    shaded,
)
from congdoan.charts.theme import GROUND, INK, SOFT, on
from congdoan.charts.words import nothing
from congdoan.paths import GEO
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

Line = tuple[list[int | None], list[int | None]]
Box = tuple[float, float, float, float]
Marker = dict[str, Any]

ORIGIN = "@svg-maps/vietnam 2.0.0, CC BY 4.0"
"""What the boundaries are derived from, and its licence, which asks that it be named."""
SPAN: Box = (-15, 130, 1015, 1760)
"""Left, bottom, right and top of the drawing, in steps of the boundaries."""
FRAMES: Mapping[str, Box] = {"hoang_sa": (790, 820, 990, 980), "truong_sa": (725, 165, 1005, 325)}
"""Where the archipelagos stand, each in a frame of its own: true to place, they would halve the mainland."""
HOMES = {"hoang_sa": "48", "truong_sa": "56"}
"""The province of each archipelago, by its code in either scheme."""
HEIGHT = 880
PADDING = 9
"""Steps that a name may come over the box that is its own: so much of it stays free."""
EDGE, THICK = 0.8, 2.5
"""Widths of a border and of the outline of a hollow province, in px."""
SMALLER = 0.8
"""How much of its frame an archipelago takes at most."""


@dataclass(frozen=True)
class Outline:
    """Boundaries: the line of each province, the box that its name fits into, the archipelagos."""

    provinces: Mapping[str, Line]
    names: Mapping[str, Box]
    islands: Mapping[str, Line]


def outline(rows: "Rows", lang: Language, scheme: str, *, what: str = "") -> Chart:
    """All provinces of a scheme ('63' or '34') by their borders, in at most six classes; a click gives one.

    The columns are those of `shaded`. Provinces without a value are hatched, where none can be crossed,
    preliminary or not exact ones hollow. The legend prints the bounds, a province its name where it fits.
    """
    country = shaded(rows, lang, scheme, "outline", what)
    if country is None:
        return nothing(lang)
    drawn = _layout(country, lang)
    credit = say("chart.boundaries", lang, origin=ORIGIN, edition=say(f"scheme.{scheme}", lang))
    figure = {"data": _data(country, _boundaries(scheme), lang), "layout": drawn}
    return Chart(figure, country.alt, HEIGHT, credit)


def _data(country: Shaded, held: Outline, lang: Language) -> list[dict[str, Any]]:
    """The legend, the provinces, the hollow ones over the borders of the others, then the names."""
    paint = painted(country.classes, *empty_words(lang))
    used = {shade.step for shade in country.provinces}
    legend = [squares([], *looks) for step, looks in paint.items() if step not in EMPTY or step in used]
    markers = {step: marker for step, (_, marker) in paint.items()}
    ordered = sorted(country.provinces, key=lambda shade: shade.hollow)
    filled = [_filled(shade, held.provinces[shade.province.code], markers[shade.step]) for shade in ordered]
    by_code = {shade.province.code: shade for shade in ordered}
    islands = [
        _island(by_code[HOMES[key]], line, markers[by_code[HOMES[key]].step])
        for key, line in held.islands.items()
    ]
    return [*legend, *filled, *islands, _names(ordered, held.names, markers)]


def _filled(shade: Shade, line: Line, marker: Marker) -> dict[str, Any]:
    """One province: a click finds its code in `customdata`, since an area has no point of its own."""
    fill = {"fillcolor": GROUND if shade.hollow else marker["color"]}
    if "pattern" in marker:
        fill["fillpattern"] = marker["pattern"]
    edge = {"color": SOFT if shade.step in EMPTY else GROUND, "width": EDGE}
    if shade.hollow:
        edge = {"color": outlined(marker["color"]), "width": THICK}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": line[0],
        "y": line[1],
        "fill": "toself",
        **fill,
        "line": edge,
        "hoveron": "fills",
        "hoverinfo": "text",
        "hoverlabel": {"bgcolor": GROUND},
        "text": shade.hover,
        "customdata": [shade.province.place],
        "showlegend": False,
    }


def _island(shade: Shade, line: Line, marker: Marker) -> dict[str, Any]:
    """The specks of an archipelago, in the colour of its province and edged so that they are seen."""
    return {**_filled(shade, line, marker), "line": {"color": SOFT, "width": 1.5}}


def _names(
    shades: Sequence[Shade], boxes: Mapping[str, Box], markers: Mapping[int | None, Marker]
) -> dict[str, Any]:
    """The names as the texts of unseen bars, which leave out what does not fit, however wide the screen."""
    rooms = [_padded(boxes[shade.province.code]) for shade in shades]
    return {
        "type": "bar",
        "x": [(left + right) / 2 for left, _, right, _ in rooms],
        "base": [bottom for _, bottom, _, _ in rooms],
        "y": [top - bottom for _, bottom, _, top in rooms],
        "width": [right - left for left, _, right, _ in rooms],
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "text": [shade.name for shade in shades],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "inside",
        "insidetextfont": {"color": [_ink(shade, markers[shade.step]) for shade in shades]},
        "hoverinfo": "skip",
        "showlegend": False,
        "zorder": 1,
    }


def _padded(box: Box) -> Box:
    left, bottom, right, top = box
    return left - PADDING, bottom - PADDING, right + PADDING, top + PADDING


def _ink(shade: Shade, marker: Marker) -> str:
    return INK if shade.hollow else on(marker["color"])


def _layout(country: Shaded, lang: Language) -> dict[str, Any]:
    left, bottom, right, top = SPAN
    bare = {"visible": False, "fixedrange": True, "type": "linear"}
    named = [
        island_name(key, (frame[0] + frame[2]) / 2, frame[3], lang, WIDTH, yanchor="bottom")
        for key, frame in FRAMES.items()
    ]
    drawn = map_layout(
        country.unit,
        HEIGHT,
        lang,
        shapes=[island_frame(*frame) for frame in FRAMES.values()],
        annotations=named,
        xaxis={**bare, "range": [left, right], "constrain": "domain"},
        yaxis={**bare, "range": [bottom, top], "scaleanchor": "x", "constrain": "domain"},
    )
    drawn["meta"] = {**drawn["meta"], "ratio": (top - bottom) / (right - left)}
    return drawn


@cache
def _boundaries(scheme: str) -> Outline:
    held = json.loads((GEO / f"outline_{scheme}.json").read_text(encoding="utf-8"))
    return Outline(
        {code: _line(rings) for code, rings in held["provinces"].items()},
        {code: tuple(box) for code, box in held["names"].items()},
        {key: _line(_into(held[key], frame)) for key, frame in FRAMES.items()},
    )


def _line(rings: Sequence[Sequence[int]]) -> Line:
    """Closed rings as one line with gaps."""
    xs: list[int | None] = []
    ys: list[int | None] = []
    for ring in rings:
        xs += [*ring[::2], ring[0], None]
        ys += [*ring[1::2], ring[1], None]
    return xs[:-1], ys[:-1]


def _into(rings: Sequence[Sequence[int]], frame: Box) -> list[list[int]]:
    """Rings moved into a frame, and made smaller where they must be."""
    xs, ys = [x for ring in rings for x in ring[::2]], [y for ring in rings for y in ring[1::2]]
    left, bottom, right, top = frame
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(1.0, SMALLER * (right - left) / wide, SMALLER * (top - bottom) / tall)
    from_x, from_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    to_x, to_y = (left + right) / 2, (bottom + top) / 2
    return [
        [
            round((to_y if at % 2 else to_x) + (number - (from_y if at % 2 else from_x)) * scale)
            for at, number in enumerate(ring)
        ]
        for ring in rings
    ]
