"""The latest value known of each place: a dot with its year, older ones paler."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, printed, scale_of
from congdoan.charts.lying import Mark, lanes, shape, told
from congdoan.charts.model import Chart, hollow, known, labels, records, selected
from congdoan.charts.theme import BLUE, GROUND, blend, lines, slim, text_width
from congdoan.charts.words import alt, hover, nothing
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

OLDEST = 5
"""From how many years on a value is as pale as it gets."""
NAME, VALUE = 16, 14
"""Letters in a line of a name and of a value on a phone; "(from July 2025)" stays whole."""


def latest(rows: "Rows", lang: Language, *, label: str = "place", code: str = "", what: str = "") -> Chart:
    """One dot per row, highest first, with value and year; a click gives `code`, else the label's code.

    Columns: the label, year, value, unit; if present qualifier, status, basis, as_of, reported, expected.
    A dot is paler the older its year is against the newest, hollow where preliminary or not exact.
    """
    found = sorted(known(records(rows, "year", "value", "unit")), key=lambda record: -record["value"])
    if not found:
        return nothing(lang)
    named, scale = labels(rows, label, lang), scale_of(found, lang)
    heads = [named(record) for record in found]
    table = lanes(heads)
    marks = []
    for record, at in zip(found, table.middles, strict=True):
        text = say("chart.in_year", lang, value=printed(record, scale, lang), year=str(record["year"]))
        click = selected(record, code or label)
        marks.append(Mark(record, at, f"  {text}", hover(record, named(record), lang), click))
    newest = max(int(record["year"]) for record in found)
    shades = [shade(newest - int(record["year"])) for record in found]
    drawn = _slim(shape(table, marks, scale, lang), heads, marks)
    data = [_stems(marks, scale, shades), _dots(marks, scale, shades)]
    return Chart({"data": data, "layout": drawn}, alt("latest", what, found, named, lang), drawn["height"])


def _slim(drawn: dict[str, Any], heads: Sequence[str], marks: Sequence[Mark]) -> dict[str, Any]:
    """On a phone names and values take two lines, so that the dots keep some room between them."""
    names = ["<br>".join(lines(head, NAME)) for head in heads]
    texts = ["<br>".join(f"  {line}" for line in lines(mark.text, VALUE)) for mark in marks]
    margin = {**drawn["margin"], "r": max(map(text_width, texts)) + 12}
    axis = {**drawn["yaxis"], "ticktext": names}
    return slim(drawn, [{}, {"text": texts}], tall=1.5, margin=margin, yaxis=axis)


def shade(age: int) -> str:
    """The blue of a value that is `age` years older than the newest."""
    return blend(BLUE, GROUND, 0.13 * min(age, OLDEST))


def _dots(marks: Sequence[Mark], scale: Scale, shades: Sequence[str]) -> dict[str, Any]:
    fills = [GROUND if hollow(mark.record) else colour for mark, colour in zip(marks, shades, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [scale.of(mark.record["value"]) for mark in marks],
        "marker": {"size": 12, "color": fills, "line": {"color": list(shades), "width": 2.5}, "opacity": 1},
        "textposition": "middle right",
        **told(marks),
    }


def _stems(marks: Sequence[Mark], scale: Scale, shades: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [scale.of(mark.record["value"]) for mark in marks],
        "y": [mark.at for mark in marks],
        "width": 2,
        "marker": {"color": list(shades)},
        "hoverinfo": "skip",
    }
