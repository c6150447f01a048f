"""A funnel: shares by the number they are of, between the limits that chance keeps around the whole's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, value_axis
from congdoan.charts.model import Chart, Record, labels, records, selected
from congdoan.charts.theme import BLUE, GOLD, GROUND, INK, LEGEND_ROOM, NO_DATA, SMALL, SOFT, layout
from congdoan.charts.words import HOVER, nothing
from congdoan.formats import chart_text, number, percent
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

HEIGHT = 460
LIMITS = (("low_95", "high_95", "95", "dash", SOFT), ("low_998", "high_998", "99.8", "solid", NO_DATA))


def funnel(rows: "Rows", lang: Language, *, what: str = "") -> Chart:
    """A dot per place judged: blue within the limits, gold and named outside; a click gives the place.

    Columns: place, value, rated, share, national, low_95, high_95, low_998, high_998, limits.
    """
    needed = ("place", "value", "rated", "share", "national", "limits", "low_95", "high_998")
    found = [record for record in records(rows, *needed) if record["limits"]]
    if not found:
        return nothing(lang)
    found.sort(key=lambda record: record["rated"])
    label, most = labels(rows, "place", lang), found[-1]["rated"]
    inside = [record for record in found if record["limits"] == "within"]
    out = [record for record in found if record["limits"] != "within"]
    data = [_line(found, lang), *(line for limits in LIMITS for line in _limits(found, limits, lang))]
    data += [
        _dots(group, BLUE if group is inside else GOLD, label, lang, named=group is out)
        for group in (inside, out)
        if group
    ]
    shares = Scale("percent", 1, name("unit", "percent", lang))
    high = max(max(record["share"], record["high_998"]) for record in found)
    drawn = layout(
        HEIGHT,
        lang,
        showlegend=True,
        margin={"l": 8, "r": 16, "t": 2 * LEGEND_ROOM, "b": 44},
        xaxis={**value_axis(shares, 0, most * 1.08, say("chart.funnel.rated", lang)), "zeroline": False},
        yaxis=value_axis(shares, 0, min(105.0, high * 1.08), what),
    )
    sentence = say("chart.alt.funnel", lang, what=what, count=len(found), out=len(out))
    return Chart({"data": data, "layout": drawn}, sentence, HEIGHT)


def _line(found: Sequence[Record], lang: Language) -> dict[str, Any]:
    share = percent(found[0]["national"], lang)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": chart_text(say("chart.funnel.national", lang, share=share)),
        "x": [found[0]["rated"], found[-1]["rated"]],
        "y": [found[0]["national"]] * 2,
        "line": {"color": INK, "width": 1.5},
        "hoverinfo": "skip",
    }


def _limits(
    found: Sequence[Record], limits: tuple[str, str, str, str, str], lang: Language
) -> list[dict[str, Any]]:
    """The lower and the upper line of one pair of limits, which share a name in the legend."""
    low, high, share, dash, colour = limits
    called = say("chart.funnel.limits", lang, share=percent(float(share), lang, None))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": chart_text(called),
            "x": [record["rated"] for record in found],
            "y": [record[column] for record in found],
            "line": {"color": colour, "width": 1.5, "dash": dash, "shape": "spline", "smoothing": 0.6},
            "hoverinfo": "skip",
            "showlegend": column == high,
        }
        for column in (low, high)
    ]


def _dots(found: Sequence[Record], colour: str, label: Any, lang: Language, *, named: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text" if named else "markers",
        "name": chart_text(say(f"chart.funnel.{'outside' if named else 'inside'}", lang)),
        "x": [record["rated"] for record in found],
        "y": [record["share"] for record in found],
        "text": [chart_text(label(record)) for record in found],
        "textposition": [
            f"middle {'left' if 2 * record['rated'] > found[-1]['rated'] else 'right'}" for record in found
        ],
        "textfont": {"size": SMALL},
        "marker": {"size": 11 if named else 9, "color": colour, "line": {"color": GROUND, "width": 1}},
        "customdata": [selected(record, "place") for record in found],
        "hovertext": [_hover(record, label(record), lang) for record in found],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _hover(record: Record, place: str, lang: Language) -> str:
    of = say(
        "chart.funnel.of",
        lang,
        share=percent(record["share"], lang),
        count=number(record["value"], lang),
        rated=number(record["rated"], lang),
    )
    limits = chart_text(name("limits", record["limits"], lang))
    return f"<b>{chart_text(place)}</b><br>{chart_text(of)}<br>{limits}"
