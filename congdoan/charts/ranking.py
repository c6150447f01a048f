"""Rankings, and pairs of measures side by side."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from congdoan.charts.axes import Scale, printed, scale_of
from congdoan.charts.lying import BAR, Mark, bars, lanes, shape
from congdoan.charts.model import (
    Chart,
    Record,
    at_most,
    distinct,
    known,
    labels,
    records,
    selected,
    solid_first,
)
from congdoan.charts.theme import BLUE, colours
from congdoan.charts.words import alt, hover, hover_empty, nothing
from congdoan.formats import NOT_APPLICABLE, chart_text
from congdoan.text import Language

if TYPE_CHECKING:
    from congdoan.database import Rows


def ranking(rows: "Rows", lang: Language, *, label: str = "place", code: str = "", what: str = "") -> Chart:
    """Horizontal bars in the order of the rows, each with its value; a click gives `code`, else the label's.

    Columns: the label (a code, or `<label>_vi` and `<label>_en`), value, unit; if present year, qualifier,
    status, basis, reported, expected, absence. A row without a value keeps its place and shows the mark for
    missing, or for what there cannot be.
    """
    found = records(rows, "value", "unit")
    if not known(found):
        return nothing(lang)
    named, scale = labels(rows, label, lang), scale_of(found, lang)
    table = lanes([named(record) for record in found])
    marks = [
        _mark(record, at, named(record), code or label, scale, lang)
        for record, at in zip(found, table.middles, strict=True)
    ]
    drawn = shape(table, marks, scale, lang)
    return Chart(
        {"data": [bars(marks, scale, BLUE)], "layout": drawn},
        alt("ranking", what, known(found), named, lang),
        drawn["height"],
    )


def pairs(rows: "Rows", lang: Language, *, label: str = "label", what: str = "") -> Chart:
    """Measures of one matter side by side, as recommended and admitted: no funnel, as the cohorts differ.

    Columns: the label, metric (three at most), value, unit; if present year, qualifier, status, basis,
    reported, expected. Measures of different years stand apart, each label with its year. A click gives the
    label.
    """
    found = records(rows, "metric", "value", "unit")
    if not known(found):
        return nothing(lang)
    named, measure, scale = (
        _dated(labels(rows, label, lang)),
        labels(rows, "metric", lang),
        scale_of(found, lang),
    )
    metrics, heads = distinct(found, "metric"), list(dict.fromkeys(named(record) for record in found))
    at_most(3, metrics, "metric")
    table, paint = lanes(heads, (BAR + 2) * len(metrics) + 10), colours([str(metric) for metric in metrics])
    at = dict(zip(heads, table.middles, strict=True))
    data, marks = [], []
    for order, metric in enumerate(metrics):
        off = (order - (len(metrics) - 1) / 2) * (BAR + 1)
        group = solid_first(record for record in found if record["metric"] == metric)
        drawn = [
            _mark(r, at[named(r)] + off, f"{named(r)} · {measure(r)}", label, scale, lang) for r in group
        ]
        marks += drawn
        data.append({**bars(drawn, scale, paint[str(metric)]), "name": chart_text(measure(group[0]))})
    shaped, sentence = (
        shape(table, marks, scale, lang, legend=True),
        alt("pairs", what, known(found), named, lang),
    )
    return Chart({"data": data, "layout": shaped}, sentence, shaped["height"])


def _dated(label: Callable[[Record], str]) -> Callable[[Record], str]:
    """A label with the year of its record, where it has one."""
    return lambda one: f"{label(one)} ({int(one['year'])})" if one.get("year") is not None else label(one)


def _mark(record: Record, at: float, title: str, click: str, scale: Scale, lang: Language) -> Mark:
    if record["value"] is None and record.get("absence"):
        told = hover_empty(record, title, lang)
        return Mark(record, at, NOT_APPLICABLE, told, selected(record, click))
    return Mark(record, at, printed(record, scale, lang), hover(record, title, lang), selected(record, click))
