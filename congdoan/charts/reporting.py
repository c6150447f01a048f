"""Which share of the units reported on time, late, on an unknown day, or not at all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.lying import Lanes, lanes, whole
from congdoan.charts.model import Chart, Record, distinct, known, labels, records, selected
from congdoan.charts.theme import BLUE, GOLD, GROUND, SMALL, SOFT, hatched, on
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, number, percent, quantity
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

EACH, BAR = 30, 22
"""Least height of a row, and thickness of its bar, in px."""
STATES: dict[str, dict[str, Any]] = {
    "on_time": {"color": BLUE, "line": {"color": GROUND, "width": 1}},
    "late": {"color": GOLD, "line": {"color": GROUND, "width": 1}},
    "undated": {"color": "#8A94A0", "line": {"color": GROUND, "width": 1}},
    "missing": hatched(),
}
"""What may become of a report, best first, and how it is drawn: what is not there is hatched."""


def reporting(rows: "Rows", lang: Language, *, label: str = "place", what: str = "") -> Chart:
    """Bars of 100 %, one per label, in the order of the rows; a click gives the label.

    Columns: the label, report_state (`on_time`, `late`, `undated`, `missing`), value (units), owing, share
    (0 to 100; without one a row is not drawn). Beside each label stands how many units reported, out of how
    many that owe a report.
    """
    found = known(records(rows, label, "report_state", "value", "owing", "share"), "share")
    if not found:
        return nothing(lang)
    named = labels(rows, label, lang)
    heads = {record[label]: named(record) for record in found}
    table = lanes(list(heads.values()), EACH)
    at = dict(zip(heads, table.middles, strict=True))
    data = [
        _part(
            state,
            [(at[r[label]], heads[r[label]], r) for r in found if r["report_state"] == state],
            label,
            lang,
        )
        for state in STATES
        if state in distinct(found, "report_state")
    ]
    drawn = _layout(table, [_sent(found, label, head) for head in heads], lang)
    unsent = [_unsent(found, label, head) for head in heads]
    sentence = alt("reporting", what, unsent, lambda record: heads[record[label]], lang)
    return Chart({"data": data, "layout": drawn}, sentence, drawn["height"])


def _part(
    state: str, bars: Sequence[tuple[float, str, Record]], label: str, lang: Language
) -> dict[str, Any]:
    """The trace of one state over all labels that have it."""
    words, marker = name("report_state", state, lang), STATES[state]
    return {
        "type": "bar",
        "orientation": "h",
        "name": chart_text(words),
        "x": [record["share"] for _, _, record in bars],
        "y": [at for at, _, _ in bars],
        "width": BAR,
        "marker": marker,
        "text": [percent(record["share"], lang) for _, _, record in bars],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"color": on(marker["color"])},
        "customdata": [selected(record, label) for _, _, record in bars],
        "hovertext": [_hover(head, words, record, lang) for _, head, record in bars],
        "hovertemplate": HOVER,
    }


def _hover(head: str, words: str, record: Record, lang: Language) -> str:
    share, owing = percent(record["share"], lang), quantity(record["owing"], "unit", lang)
    of = say("chart.share_of_owing", lang, share=share, owing=owing)
    return hover({"value": record["value"], "unit": "unit"}, f"{head} · {words}", lang, of)


def _sent(found: Sequence[Record], label: str, head: str) -> tuple[int, int]:
    """How many units of a label reported, and how many owe a report."""
    own = [record for record in found if record[label] == head]
    return sum(r["value"] for r in own if r["report_state"] != "missing"), own[0]["owing"]


def _unsent(found: Sequence[Record], label: str, head: str) -> Record:
    """The share of the units of a label that did not report, 0 where all did."""
    own = [r["share"] for r in found if r[label] == head and r["report_state"] == "missing"]
    return {label: head, "value": sum(own), "unit": "percent"}


def _layout(table: Lanes, sent: Sequence[tuple[int, int]], lang: Language) -> dict[str, Any]:
    small = f'<span style="font-size:{SMALL}px;color:{SOFT}">'
    told = {
        at: f"{head} {small}{number(done, lang)}/{number(owing, lang)}</span>"
        for at, head, (done, owing) in zip(table.middles, table.labels, sent, strict=True)
    }
    return whole(table, told, lang)
