"""How much of its target each unit reached: bars beside a line at the whole target."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, signed
from congdoan.charts.lying import BAR, FOOT, Lanes, Mark, bars, lanes, shape
from congdoan.charts.model import Chart, Record, hollow, labels, records, selected
from congdoan.charts.theme import BLUE, CATEGORIES, GOLD, GROUND, hatched
from congdoan.charts.words import alt, hover, nothing
from congdoan.formats import chart_text, figure, percent, reached
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

WHOLE, LONGEST = 100, 200
"""The target itself, and the longest bar drawn, in percent of it; a longer one is cut, and marked as cut."""
BANDS = {
    "met": (BLUE, ""),
    "near": (CATEGORIES[2], "/"),
    "missed": (GOLD, "x"),
    "partial": (CATEGORIES[4], "."),
    "no_figure": (GROUND, ""),
}
"""Colour and pattern of each band, so that print and any colour vision tell them apart."""
TICKS = 18
"""Room for the percentages below the bars, in px."""


def bullets(rows: "Rows", lang: Language, *, what: str = "") -> Chart:
    """A bar per target in the order of the rows, with the share beside it; a click gives the place.

    Columns: organisation_vi, organisation_en, home, metric, item, place, target, value, unit, reached,
    exceeded_by, to_go, band; if present year, qualifier, status, basis, reported, expected, half_value.
    A lane is named by its unit, a federation by its province; by what is counted where all are of one unit;
    by both where neither is the same. A target without a figure of the whole year keeps its lane, says so,
    and has no bar.
    """
    found = records(
        rows, "metric", "item", "target", "value", "unit", "reached", "exceeded_by", "to_go", "band"
    )
    if not found:
        return nothing(lang)
    titles = _titles(rows, found, lang)
    table, scale = lanes(titles), Scale("percent", 1, say("chart.reached_axis", lang))
    marks = [_mark(*lane, lang) for lane in zip(found, table.middles, titles, strict=True)]
    data = [
        _trace([mark for mark in marks if mark.record["band"] == band], band, scale, lang)
        for band in BANDS
        if any(mark.record["band"] == band for mark in marks)
    ]
    drawn = _layout(table, marks, scale, lang)
    return Chart({"data": data, "layout": drawn}, _alt(found, titles, what, lang), drawn["height"])


def _titles(rows: "Rows", found: Sequence[Record], lang: Language) -> list[str]:
    called = labels(rows, "organisation", lang)
    units = len({called(record) for record in found})
    measures = len({(record["metric"], record["item"]) for record in found})

    def unit(record: Record) -> str:
        return name("place", record["home"], lang) if record["home"] else called(record)

    if measures == 1:
        return [unit(record) for record in found]
    return [_thing(one, lang) if units == 1 else f"{unit(one)}: {_thing(one, lang)}" for one in found]


def _thing(record: Record, lang: Language) -> str:
    metric = name("metric", str(record["metric"]), lang)
    if record["item"] == "all":
        return metric
    return say("kpi.of_item", lang, metric=metric, item=name("item", str(record["item"]), lang))


def _mark(record: Record, at: float, title: str, lang: Language) -> Mark:
    share, told = record["reached"], say("chart.no_data", lang)
    length = {**record, "value": None if share is None else min(share, LONGEST)}
    text = chart_text(told)
    if share is not None:
        told = reached(share, record["exceeded_by"], record.get("qualifier"), lang)
        text = signed(percent(share, lang), record.get("qualifier"))
        text = chart_text(say("chart.longer", lang, text=text)) if share > LONGEST else text
    said = hover(record, title, lang, _against(record, told, lang))
    return Mark(length, at, text, said, selected(record, "place"))


def _against(record: Record, text: str, lang: Language) -> str:
    """What was asked for, what that came to, what is left to go, and what was known by mid-year."""
    unit = str(record["unit"])
    values = {"target": figure(record["target"], unit, None, None, lang), "reached": text}
    if record["to_go"] is None:
        words_of = say("chart.of_target", lang, **values)
    else:
        to_go = figure(record["to_go"], unit, None, None, lang)
        words_of = say("chart.of_target.to_go", lang, **values, to_go=to_go)
    if record.get("half_value") is None:
        return words_of
    half = say("chart.by_half", lang, value=_by_half(record, unit, lang))
    return f"{words_of} · {half}"


def _by_half(record: Record, unit: str, lang: Language) -> str:
    return figure(record["half_value"], unit, record.get("half_qualifier"), None, lang)


def _trace(marks: Sequence[Mark], band: str, scale: Scale, lang: Language) -> dict[str, Any]:
    ordered = sorted(marks, key=lambda mark: hollow(mark.record))  # the legend shows the first
    drawn = {**bars(ordered, scale, BANDS[band][0]), "name": chart_text(name("band", band, lang))}
    return {
        **drawn,
        "marker": hatched() if band == "no_figure" else _marker(ordered, band),
        "showlegend": True,
    }


def _marker(marks: Sequence[Mark], band: str) -> dict[str, Any]:
    """Solid with a white pattern; hollow ones white with a pattern in the colour of the band."""
    colour, pattern = BANDS[band]
    hollows = [hollow(mark.record) for mark in marks]
    fills = [GROUND if is_hollow else colour for is_hollow in hollows]
    lines = [colour if is_hollow else GROUND for is_hollow in hollows]
    return {
        "color": fills,
        "line": {"color": colour, "width": [2 if is_hollow else 0 for is_hollow in hollows]},
        "pattern": {
            "shape": pattern,
            "bgcolor": fills,
            "fgcolor": lines,
            "size": 6,
            "solidity": 0.25,
            "fillmode": "overlay",
        },
    }


def _layout(table: Lanes, marks: Sequence[Mark], scale: Scale, lang: Language) -> dict[str, Any]:
    with_bars = [mark for mark in marks if mark.record["value"] is not None]
    drawn = shape(table, with_bars or marks, scale, lang, legend=True)
    longest = max(WHOLE * 1.1, *(mark.record["value"] or 0 for mark in marks), 0)
    ticks = [tick for tick in (0, WHOLE, LONGEST) if tick <= longest]
    axis = {
        **drawn["xaxis"],
        "range": [0, longest],
        "showticklabels": True,
        "tickangle": 0,
        "tickvals": ticks,
        "ticktext": [percent(tick, lang, 0) for tick in ticks],
    }
    margin = {**drawn["margin"], "b": FOOT + TICKS}
    return {
        **drawn,
        "height": drawn["height"] + TICKS,
        "margin": margin,
        "xaxis": axis,
        "shapes": _whole(table),
    }


def _whole(table: Lanes) -> list[dict[str, Any]]:
    """The line at the whole target, left out beside each bar, so that it crosses no share written there."""
    tops = [0.0, *(middle + BAR / 2 for middle in table.middles)]
    ends = [*(middle - BAR / 2 for middle in table.middles), float(table.total)]
    drawn = {"type": "line", "layer": "below", "line": {"color": CATEGORIES[4], "width": 2}}
    return [
        {**drawn, "x0": WHOLE, "x1": WHOLE, "y0": top, "y1": end} for top, end in zip(tops, ends, strict=True)
    ]


def _alt(found: Sequence[Record], titles: Sequence[str], what: str, lang: Language) -> str:
    told = [
        {"value": one["reached"], "unit": "percent", "year": one.get("year"), "title": title}
        for one, title in zip(found, titles, strict=True)
        if one["reached"] is not None
    ]
    return alt("bullets", what, told, lambda one: str(one["title"]), lang)
