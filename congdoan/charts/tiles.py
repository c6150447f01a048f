"""A map of squares, one per province, in the country's shape."""

from typing import TYPE_CHECKING, Any

from congdoan.charts.cells import Cell, axes, grid
from congdoan.charts.model import Chart
from congdoan.charts.provinces import (
    Shade,
    Shaded,
    empty_words,
    island_frame,
    island_name,
    map_layout,
    shaded,
)
from congdoan.charts.theme import LEGEND_ROOM
from congdoan.charts.words import nothing
from congdoan.text import Language

if TYPE_CHECKING:
    from congdoan.database import Rows

ISLANDS = {"34": {"hoang_sa": (6, 7), "truong_sa": (10, 7)}, "63": {"hoang_sa": (8, 7), "truong_sa": (14, 7)}}
"""Row and column of the two archipelagos, which every map of the country shows and names."""
EACH = 50
"""Height of a square, in px."""
HALF = 0.47
"""Half a side of the archipelagos' frames, in squares."""
WORD = 6
"""Letters of the longest word in their names: the frames are small on a phone."""


def tiles(rows: "Rows", lang: Language, scheme: str, *, what: str = "") -> Chart:
    """All provinces of a scheme ('63' or '34') as squares in at most six classes; a click gives the place.

    The columns are those of `shaded`. Provinces without a value are hatched, where none can be crossed,
    preliminary or not exact ones hollow. The legend prints the bounds.
    """
    country = shaded(rows, lang, scheme, "tiles", what)
    if country is None:
        return nothing(lang)
    cells = [_cell(shade) for shade in country.provinces]
    data = grid(cells, country.classes, *empty_words(lang))
    drawn = _layout(country, scheme, lang)
    return Chart({"data": data, "layout": drawn}, country.alt, drawn["height"])


def _cell(shade: Shade) -> Cell:
    at, code = (shade.province.tile_column, shade.province.tile_row), shade.province.place
    text = f"{shade.name}<br><b>{shade.value}</b>" if shade.value else shade.name
    return Cell(*at, text, shade.hover, code, shade.step, shade.hollow)


def _layout(country: Shaded, scheme: str, lang: Language) -> dict[str, Any]:
    squares, islands = [shade.province for shade in country.provinces], ISLANDS[scheme]
    rows = 1 + max(square.tile_row for square in squares)
    columns = 1 + max(
        *(square.tile_column for square in squares), *(column for _, column in islands.values())
    )
    frames = [
        island_frame(column - HALF, row - HALF, column + HALF, row + HALF) for row, column in islands.values()
    ]
    named = [island_name(key, column, row, lang, WORD) for key, (row, column) in islands.items()]
    height = EACH * rows + 2 * LEGEND_ROOM
    drawn = map_layout(country.unit, height, lang, shapes=frames, annotations=named, **axes(columns, rows))
    drawn["meta"] = {**drawn["meta"], "max_width": 110 * columns}
    return drawn
