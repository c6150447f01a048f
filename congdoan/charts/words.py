"""What a chart says: hover texts, and the sentence that stands for it where it cannot be seen."""

from collections.abc import Callable, Sequence

from congdoan.charts.model import Chart, Record
from congdoan.charts.theme import SOFT, layout
from congdoan.formats import NOT_APPLICABLE, chart_text, figure, number, quantity, years
from congdoan.text import Language, name, say

HOVER = "%{hovertext}<extra></extra>"


def hover(record: Record, title: str, lang: Language, extra: str = "") -> str:
    """Who, when, the exact value with unit and qualifier, then status, basis and coverage in words."""
    exact = figure(
        record["value"], str(record.get("unit") or "unit"), record.get("qualifier"), None, lang, exact=True
    )
    when = f"{record['year']}: " if record.get("year") is not None else ""
    parts = [
        f"<b>{chart_text(title)}</b>",
        chart_text(when + exact),
        chart_text(extra),
        chart_text(_about(record, lang)),
    ]
    return "<br>".join(part for part in parts if part)


def hover_empty(record: Record, title: str, lang: Language) -> str:
    """Who has no value: that nothing is known, or why there can be none."""
    absence = record.get("absence")
    words = say("chart.no_data", lang)
    if absence:
        words = f"{NOT_APPLICABLE} {say('chart.never', lang)}: {name('absence', absence, lang)}"
    return f"<b>{chart_text(title)}</b><br>{chart_text(words)}"


def alt(kind: str, what: str, found: Sequence[Record], label: Callable[[Record], str], lang: Language) -> str:
    """The sentence for `kind` of chart: what it shows, how many figures, highest and lowest."""
    first = say(
        f"chart.alt.{kind}", lang, what=what or say("chart.what", lang), count=len(found), years=_span(found)
    )
    if len(found) < 2:
        return " ".join([first, *(_one(record, label, lang) + "." for record in found)])
    ordered = sorted(found, key=lambda record: record["value"])
    high, low = _one(ordered[-1], label, lang), _one(ordered[0], label, lang)
    return f"{first} {say('chart.alt.extremes', lang, high=high, low=low)}"


def nothing(lang: Language) -> Chart:
    """What stands where rows were drawn but none has a value."""
    text = say("chart.nothing", lang)
    note = {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "font": {"color": SOFT},
    }
    hidden = {"visible": False, "fixedrange": True}
    return Chart(
        {"data": [], "layout": layout(96, lang, annotations=[note], xaxis=hidden, yaxis=hidden)}, text, 96
    )


def coverage_words(record: Record, lang: Language) -> str:
    """`12/14 đơn vị có số liệu`, or how many where none are expected; empty when nothing is said."""
    reported, expected, partly = record.get("reported"), record.get("expected"), record.get("partly")
    if reported is None:
        return ""
    if expected is None:
        return say("chart.reported", lang, reported=quantity(reported, "unit", lang))
    told = {"reported": number(reported, lang), "expected": quantity(expected, "unit", lang)}
    whole = say("chart.coverage", lang, **told)
    return f"{whole}; {say('chart.partly', lang, partly=int(partly))}" if partly else whole


def _about(record: Record, lang: Language) -> str:
    status, basis = record.get("status"), record.get("basis")
    parts = [
        name("status", status, lang) if status else "",
        name("basis", basis, lang) if basis else "",
        coverage_words(record, lang),
    ]
    return " · ".join(part for part in parts if part)


def _one(record: Record, label: Callable[[Record], str], lang: Language) -> str:
    value = figure(record["value"], str(record.get("unit") or "unit"), record.get("qualifier"), None, lang)
    year = f" {record['year']}" if record.get("year") is not None else ""
    return f"{label(record)}{year}: {value}"


def _span(found: Sequence[Record]) -> str:
    stated = [int(record["year"]) for record in found if record.get("year") is not None]
    return years(min(stated), max(stated)) if stated else ""
