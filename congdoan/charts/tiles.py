"""A map of squares, one per province, in the country's shape."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import Province, provinces
from congdoan.charts.axes import Scale, digits, scale_of, signed
from congdoan.charts.cells import Cell, axes, bounds, grid, step_of
from congdoan.charts.model import Chart, Record, hollow, known, labels, records
from congdoan.charts.theme import LEGEND_ROOM, SMALL, SOFT, layout, lines
from congdoan.charts.words import alt, hover, nothing
from congdoan.formats import chart_text, number
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

ISLANDS = {"34": {"hoang_sa": (6, 7), "truong_sa": (10, 7)}, "63": {"hoang_sa": (8, 7), "truong_sa": (14, 7)}}
"""Row and column of the two archipelagos, which every map of the country shows and names."""
EACH = 50
"""Height of a square, in px."""


def tiles(rows: "Rows", lang: Language, scheme: str, *, what: str = "") -> Chart:
    """All provinces of a scheme ('63' or '34') as squares in at most six classes; a click gives the place.

    Columns: place, value, unit; if present year, qualifier, status, basis, reported, expected. Provinces
    without a value are hatched, preliminary or not exact ones hollow. The legend prints the bounds.
    """
    found = known(records(rows, "place", "value", "unit"))
    if not found:
        return nothing(lang)
    scale, by_place = scale_of(found, lang), {record["place"]: record for record in found}
    lower = bounds([scale.of(record["value"]) or 0 for record in found])
    country = [province for province in provinces().values() if province.scheme == scheme]
    cells = [_cell(province, by_place.get(province.place), scale, lower, lang) for province in country]
    height = EACH * (1 + max(province.tile_row for province in country)) + 2 * LEGEND_ROOM
    drawn = _layout(country, scale, scheme, height, lang)
    data = grid(cells, _classes(lower, lang), chart_text(say("chart.no_data", lang)))
    sentence = alt("tiles", what, found, labels(rows, "place", lang), lang)
    return Chart({"data": data, "layout": drawn}, sentence, height)


def _cell(
    province: Province, record: Record | None, scale: Scale, lower: Sequence[float], lang: Language
) -> Cell:
    called = province.vi if lang == "vi" else province.en
    name = "<br>".join(lines(called.removeprefix("TP. "), 9))
    at = (province.tile_column, province.tile_row)
    if record is None:
        words = f"<b>{chart_text(called)}</b><br>{chart_text(say('chart.no_data', lang))}"
        return Cell(*at, name, words, province.place, None)
    value = signed(digits(record, scale, lang), record.get("qualifier"))
    text = f"{name}<br><b>{value}</b>"
    step = step_of(scale.of(record["value"]) or 0, lower)
    return Cell(*at, text, hover(record, called, lang), province.place, step, hollow(record))


def _classes(lower: Sequence[float], lang: Language) -> list[str]:
    """The bounds of each class in words: `10–<25`, the last open."""
    texts = [number(bound, lang) for bound in lower]
    closed = [chart_text(f"{first} – <{after}") for first, after in pairwise(texts)]
    return [*closed, chart_text(f"≥ {texts[-1]}")]


def _layout(
    country: Sequence[Province], scale: Scale, scheme: str, height: int, lang: Language
) -> dict[str, Any]:
    islands = ISLANDS[scheme]
    columns = 1 + max(
        *(province.tile_column for province in country), *(column for _, column in islands.values())
    )
    drawn = layout(
        height,
        lang,
        barmode="overlay",
        bargap=0,
        showlegend=True,
        uniformtext={"minsize": 9, "mode": "hide"},
        margin={"l": 4, "r": 4, "t": 2 * LEGEND_ROOM, "b": 4},
        shapes=[_island_frame(row, column) for row, column in islands.values()],
        annotations=[_island_name(key, row, column, lang) for key, (row, column) in islands.items()],
        **axes(columns, 1 + max(province.tile_row for province in country)),
    )
    title = {"text": chart_text(scale.title), "side": "top left", "font": {"size": SMALL, "color": SOFT}}
    drawn["legend"] = {**drawn["legend"], "title": title}
    drawn["meta"] = {**drawn["meta"], "max_width": 110 * columns}
    return drawn


def _island_frame(row: int, column: int) -> dict[str, Any]:
    edge = {"color": SOFT, "width": 1, "dash": "dot"}
    return {
        "type": "rect",
        "x0": column - 0.47,
        "x1": column + 0.47,
        "y0": row - 0.47,
        "y1": row + 0.47,
        "line": edge,
    }


def _island_name(key: str, row: int, column: int, lang: Language) -> dict[str, Any]:
    text = "<br>".join(lines(say(f"chart.{key}", lang), 7))
    return {"x": column, "y": row, "text": text, "showarrow": False, "font": {"size": SMALL, "color": SOFT}}
