"""A few places side by side on one scale, with the medians of country, region and cluster as lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, digits, printed, scale_of
from congdoan.charts.lying import Mark, bars, lanes, shape
from congdoan.charts.model import Chart, Record, known, labels, records, selected
from congdoan.charts.theme import BLUE, CATEGORIES, GOLD, INK
from congdoan.charts.theme import lines as wrapped
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

WIDEST = 32
"""Letters in a line of the legend at most: it must fit a phone."""
LEGEND_LINE = 22
"""Height of each further line of the legend, in px."""
LINES = {"country": (INK, "dash"), "region": (GOLD, "dot"), "cluster": (CATEGORIES[3], "dashdot")}
"""Colour and dash of each kind of median."""


def beside(rows: "Rows", lang: Language, *, medians: "Rows", label: str = "place", what: str = "") -> Chart:
    """Horizontal bars in the order of the rows; a row without a value keeps its place, marked as missing.

    Columns: the label, value, unit; if present year, qualifier, status, basis, reported, expected. `medians`
    have reference, region, name_vi, name_en, value, unit and places; each is a line, named in the legend.
    """
    found, middles = records(rows, "value", "unit"), records(medians, "reference", "value", "unit")
    if not known(found):
        return nothing(lang)
    named, scale = labels(rows, label, lang), scale_of([*found, *middles], lang)
    table = lanes([named(record) for record in found])
    marks = [
        Mark(one, at, printed(one, scale, lang), hover(one, named(one), lang), selected(one, label))
        for one, at in zip(found, table.middles, strict=True)
    ]
    drawn = shape(table, marks, scale, lang, legend=True)
    high = max(scale.of(record["value"]) or 0 for record in [*known(found), *middles]) or 1
    lines = [_line(middle, table.total, scale, lang) for middle in middles]
    room = LEGEND_LINE * max(0, sum(1 + line["name"].count("<br>") for line in lines) - 1)
    drawn["xaxis"] = {**drawn["xaxis"], "range": [drawn["xaxis"]["range"][0], high]}
    drawn["margin"] = {**drawn["margin"], "t": drawn["margin"]["t"] + room}
    drawn["height"] += room
    data = [{**bars(marks, scale, BLUE), "showlegend": False}, *lines]
    sentence = alt("beside", what, known(found), named, lang)
    return Chart(
        {"data": data, "layout": drawn}, " ".join([sentence, *_told(middles, scale, lang)]), drawn["height"]
    )


def _line(middle: Record, end: float, scale: Scale, lang: Language) -> dict[str, Any]:
    colour, dash = LINES[middle["reference"]]
    words = "<br>".join(wrapped(median_words(middle, scale, lang), WIDEST))
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words,
        "x": [scale.of(middle["value"])] * 2,
        "y": [0, end],
        "line": {"color": colour, "width": 2, "dash": dash},
        "hovertext": [words, words],
        "hovertemplate": HOVER,
        "showlegend": True,
    }


def median_words(middle: Record, scale: Scale, lang: Language) -> str:
    """`Trung vị Đồng bằng sông Hồng: 320.000 (6 nơi)`."""
    if middle["reference"] == "region":
        of = name("region", middle["region"], lang)
    else:
        of = middle[f"name_{lang}"] or say("chart.whole", lang)
    return say("chart.median", lang, of=of, value=digits(middle, scale, lang), count=int(middle["places"]))


def _told(middles: Sequence[Record], scale: Scale, lang: Language) -> list[str]:
    return [median_words(middle, scale, lang) + "." for middle in middles]
