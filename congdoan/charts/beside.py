"""Places or unions side by side on one scale, with the medians of country, region and cluster as lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, digits, printed, scale_of
from congdoan.charts.lying import Lanes, Mark, bars, lanes, shape
from congdoan.charts.model import Chart, Record, known, records, sides
from congdoan.charts.theme import BLUE, CATEGORIES, GOLD, GROUND, INK, SOFT
from congdoan.charts.theme import lines as wrapped
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, quantity
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

WIDEST = 32
"""Letters in a line of the legend at most: it must fit a phone."""
LEGEND_LINE = 22
"""Height of each further line of the legend, in px."""
LINES = {"country": (INK, "dash"), "region": (GOLD, "dot"), "cluster": (CATEGORIES[3], "dashdot")}
"""Colour and dash of each kind of median."""


UNLIKE = ("territory", "level")
"""Why a row is not compared whatever its figure: it has no bar on the scale of the others."""


def beside(rows: "Rows", lang: Language, *, medians: "Rows", what: str = "") -> Chart:
    """Horizontal bars in the order of the rows; a row without a value keeps its place, marked as missing.

    Columns: place, value, unit; if present organisation_vi, organisation_en, refusal, year, qualifier,
    status, basis, reported, expected. `medians` have reference, region, name_vi, name_en, value, unit and
    places; each is a line, named in the legend. What is unlike the first row has its value, but no bar.
    """
    found, middles = records(rows, "value", "unit"), records(medians, "reference", "value", "unit")
    alike = [record for record in found if record.get("refusal") not in UNLIKE]
    if not known(alike):
        return nothing(lang)
    named, scale = sides(rows, lang), scale_of([*alike, *middles], lang)
    table = lanes([named(record) for record in found])
    marks = [
        Mark(one, at, _printed(one, scale, lang), hover(one, named(one), lang, _refused(one, lang)), "")
        for one, at in zip(found, table.middles, strict=True)
    ]
    barred = [mark for mark in marks if mark.record in alike]
    lines = [_line(middle, table.total, scale, lang) for middle in middles]
    drawn = _layout(table, barred, lines, scale, lang)
    drawn["annotations"] = [_value(mark, scale if mark in barred else None) for mark in marks]
    data = [{**bars(barred, scale, BLUE), "textposition": "none", "showlegend": False}, *lines]
    sentence = alt("beside", what, known(alike), named, lang)
    return Chart(
        {"data": data, "layout": drawn}, " ".join([sentence, *_told(middles, scale, lang)]), drawn["height"]
    )


def _layout(
    table: Lanes, barred: Sequence[Mark], lines: Sequence[dict[str, Any]], scale: Scale, lang: Language
) -> dict[str, Any]:
    """Room for the legend, a line for each of its lines, and an axis that reaches bars and medians."""
    drawn = shape(table, barred, scale, lang, legend=True)
    high = (
        max([scale.of(mark.record["value"]) or 0 for mark in barred] + [line["x"][0] for line in lines]) or 1
    )
    room = LEGEND_LINE * max(0, sum(1 + line["name"].count("<br>") for line in lines) - 1)
    drawn["xaxis"] = {**drawn["xaxis"], "range": [drawn["xaxis"]["range"][0], high]}
    drawn["margin"] = {**drawn["margin"], "t": drawn["margin"]["t"] + room}
    drawn["height"] += room
    return drawn


def _refused(record: Record, lang: Language) -> str:
    why = record.get("refusal")
    return say("comparison.refused", lang, why=name("refusal", why, lang)) if why else ""


def _printed(record: Record, scale: Scale, lang: Language) -> str:
    """A value, and where it has no bar that it is not compared."""
    value = printed(record, scale, lang)
    if record.get("refusal") not in UNLIKE or record["value"] is None:
        return value
    return chart_text(say("comparison.beside_others", lang, value=value))


def _value(mark: Mark, scale: Scale | None) -> dict[str, Any]:
    """The printed value at the end of its bar, over the lines, on a ground of its own."""
    return {
        "x": scale.of(mark.record["value"]) or 0 if scale else 0,
        "y": mark.at,
        "text": mark.text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 3,
        "bgcolor": GROUND,
        "borderpad": 1,
        "font": {"color": INK if scale else SOFT},
    }


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
    places = quantity(middle["places"], "place", lang)
    return say("chart.median", lang, of=of, value=digits(middle, scale, lang), count=places)


def _told(middles: Sequence[Record], scale: Scale, lang: Language) -> list[str]:
    return [median_words(middle, scale, lang) + "." for middle in middles]
