"""Which metrics are known for how many places in which years."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import all_years
from congdoan.charts.cells import Cell, axes, grid
from congdoan.charts.model import Chart, Record, labels, records
from congdoan.charts.theme import GROUND, LEGEND_ROOM, layout, lines, slim
from congdoan.charts.words import coverage_words, nothing
from congdoan.formats import MISSING, chart_text, years
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

CLASSES = ("under_quarter", "under_half", "under_three_quarters", "under_all", "all")
"""Shares of the places expected, from few to all; text keys `chart.part.*`."""
EACH, FOOT = 42, 32
PHONE, MOST_PHONE, DIGITS = 140, 12, 1.25
"""Px of all columns on a phone, the size of numbers there at most, and the width of two digits in sizes."""


def coverage(rows: "Rows", lang: Language) -> Chart:
    """A table of metrics × years: how many reported in print, share in colour; a click gives the metric.

    Columns: metric, year, reported, partly, expected. Cells of which nothing is known are
    hatched.
    """
    found = records(rows, "metric", "year", "reported", "partly", "expected")
    if not found:
        return nothing(lang)
    span, label = all_years(found), labels(rows, "metric", lang)
    heads = {record["metric"]: label(record) for record in found}
    by_cell = {(record["metric"], int(record["year"])): record for record in found}
    cells = [
        _cell((column, row), metric, year, by_cell.get((metric, year)), heads, lang)
        for row, metric in enumerate(heads)
        for column, year in enumerate(span)
    ]
    data = grid(
        cells, [say(f"chart.part.{part}", lang) for part in CLASSES], chart_text(say("chart.no_data", lang))
    )
    count = sum(cell.step is not None for cell in cells)
    sentence = say(
        "chart.alt.coverage", lang, metrics=len(heads), years=years(span[0], span[-1]), count=count
    )
    looks = [_close(trace, len(span)) for trace in data]
    drawn = slim(_layout(list(heads.values()), span, lang), looks)
    return Chart({"data": data, "layout": drawn}, sentence, drawn["height"])


def _close(trace: Mapping[str, Any], columns: int) -> dict[str, Any]:
    """On a phone the numbers stand edge to edge, as large as two digits have room for."""
    size = min(MOST_PHONE, int(PHONE / columns / DIGITS))
    return {"constraintext": "none", "insidetextfont": {**trace["insidetextfont"], "size": size}}


def _cell(
    at: tuple[int, int],
    metric: str,
    year: int,
    record: Record | None,
    heads: Mapping[str, str],
    lang: Language,
) -> Cell:
    title = f"<b>{chart_text(heads[metric])}</b><br>{year}: "
    if record is None or not record["reported"] + record["partly"]:
        return Cell(*at, MISSING, title + chart_text(say("chart.no_data", lang)), metric, None)
    text = f"<b>{record['reported']:.0f}</b>"
    return Cell(*at, text, title + chart_text(coverage_words(record, lang)), metric, _step(record))


def _step(record: Record) -> int:
    """The class of a cell; where the number expected is not known, the lowest."""
    share = record["reported"] / record["expected"] if record["expected"] else 0.0
    return min(int(share * 4), len(CLASSES) - 1)


def _layout(heads: Sequence[str], span: Sequence[int], lang: Language) -> dict[str, Any]:
    bare = axes(len(span), len(heads))
    return layout(
        EACH * len(heads) + LEGEND_ROOM + FOOT,
        lang,
        barmode="overlay",
        showlegend=True,
        uniformtext={"minsize": 8, "mode": "hide"},  # of more years than a phone has room for, colour tells
        margin={"l": 8, "r": 4, "t": LEGEND_ROOM, "b": FOOT},
        xaxis={**bare["xaxis"], **_ticks([str(year) for year in span]), "autotickangles": [0, 90]},
        yaxis={**bare["yaxis"], **_ticks(["<br>".join(lines(head)) for head in heads])},
    )


def _ticks(texts: Sequence[str]) -> dict[str, Any]:
    bare = {
        "visible": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": GROUND,
        "automargin": True,
    }
    return {**bare, "tickvals": list(range(len(texts))), "ticktext": list(texts)}
