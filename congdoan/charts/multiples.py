"""One small chart per place, all on one scale, beside the medians of country, region and cluster."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.charts.axes import Scale, digits, scale_of, signed
from congdoan.charts.breaks import break_marks, cuts
from congdoan.charts.model import Chart, Record, distinct, hollow, known, labels, records
from congdoan.charts.theme import (
    BLUE,
    CATEGORIES,
    GOLD,
    GROUND,
    INK,
    LEGEND_ROOM,
    SMALL,
    SOFT,
    hatched,
    layout,
    lines,
)
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, years
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

ACROSS = 4
EACH = 96
"""Height of a small chart with its heading, in px."""
HEAD = 0.42
"""Share of a small chart that its name and last value take, on top."""
WIDE = 0.86
MEDIANS = {
    "median": (SOFT, "dot"),
    "region_median": (GOLD, "dot"),
    "cluster_median": (CATEGORIES[3], "dashdot"),
}
"""The columns of medians, and the colour and dash of their lines."""


@dataclass(frozen=True)
class Frame:
    """Where figures lie in the common grid: years, highest value (in steps of the scale), the scale."""

    first: int
    last: int
    high: float
    scale: Scale

    def x(self, place: int, year: float) -> float:
        """Column of a place from 0, with the year's share of its width."""
        return place % ACROSS + WIDE * (year - self.first) / max(1, self.last - self.first)

    def y(self, place: int, value: float | None) -> float | None:
        """Row of a place from 0 on top, the value drawn upwards from its foot; None where there is none."""
        if value is None:
            return None
        return place // ACROSS + 0.94 - (0.94 - HEAD) * (self.scale.of(value) or 0) / self.high


def multiples(rows: "Rows", lang: Language, *, subject: str = "", what: str = "") -> Chart:
    """A line per place over the years, with its name and last value; hatched where nothing is known.

    Columns: place, year, value, unit, median, region_median, cluster_median; if present qualifier, status,
    basis, reported, expected. Each kind of median that is known has a line. All lines begin at zero and share
    one scale; a click gives the place. `subject` chooses the series breaks, which every small chart shows.
    """
    found = records(rows, "place", "year", "value", "unit", *MEDIANS)
    if not known(found):
        return nothing(lang)
    scale, label, places = scale_of(known(found), lang), labels(rows, "place", lang), distinct(found, "place")
    high = max(scale.of(record["value"]) or 0 for record in known(found)) or 1
    all_of = [int(record["year"]) for record in found]
    frame = Frame(min(all_of), max(all_of), high, scale)
    groups = [[record for record in found if record["place"] == place] for place in places]
    data = [
        *(_middles(groups, column, frame, lang) for column in MEDIANS if known(found, column)),
        _lines(groups, frame, label, cuts(subject, [frame.first, frame.last]), lang),
    ]
    data += [*_hatches(groups, lang), *_breaks(len(places), subject, frame, lang)]
    height = EACH * (1 + (len(places) - 1) // ACROSS) + LEGEND_ROOM * 2
    bare = {"visible": False, "fixedrange": True}
    drawn = layout(
        height,
        lang,
        showlegend=True,
        margin={"l": 8, "r": 8, "t": LEGEND_ROOM * 2, "b": 8},
        xaxis={**bare, "range": [-0.02, ACROSS - 0.06]},
        yaxis={**bare, "range": [1 + (len(places) - 1) // ACROSS, 0]},
        annotations=[_heading(at, group, label, scale, lang) for at, group in enumerate(groups)],
    )
    sentence = f"{alt('multiples', what, known(found), label, lang)} {_span(found, frame, lang)}"
    return Chart({"data": data, "layout": drawn}, sentence, height)


def _span(found: Sequence[Record], frame: Frame, lang: Language) -> str:
    """The years and the highest value that all small charts share, in words."""
    top = max(known(found), key=lambda record: record["value"])
    high = f"{digits(top, frame.scale, lang)} {frame.scale.title}"
    return say("chart.multiples.scale", lang, years=years(frame.first, frame.last), high=high)


def _middles(groups: Sequence[Sequence[Record]], column: str, frame: Frame, lang: Language) -> dict[str, Any]:
    """The same kind of median in every small chart, as one trace with gaps between them."""
    colour, dash = MEDIANS[column]
    x: list[float | None] = []
    y: list[float | None] = []
    for at, group in enumerate(groups):
        x += [*(frame.x(at, int(record["year"])) for record in group), None]
        y += [*(frame.y(at, record[column]) for record in group), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": chart_text(say(f"chart.multiples.{column}", lang)),
        "x": x,
        "y": y,
        "connectgaps": False,
        "line": {"color": colour, "width": 1.5, "dash": dash},
        "hoverinfo": "skip",
    }


def _lines(
    groups: Sequence[Sequence[Record]], frame: Frame, label: Any, cut: Sequence[float], lang: Language
) -> dict[str, Any]:
    """All places as one trace: a mark per figure, hollow where not final or exact, ended at each cut."""
    here: list[tuple[int, Record] | None] = []
    for at, group in enumerate(groups):
        for before, record in zip([None, *group], group, strict=False):
            if before and any(before["year"] < end < record["year"] for end in cut):
                here.append(None)
            here.append((at, record) if record["value"] is not None else None)
        here.append(None)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": chart_text(say("chart.multiples.place", lang)),
        "x": [frame.x(one[0], int(one[1]["year"])) if one else None for one in here],
        "y": [frame.y(one[0], one[1]["value"]) if one else None for one in here],
        "connectgaps": False,
        "line": {"color": BLUE, "width": 2},
        "marker": {
            "size": 5,
            "color": [GROUND if one and hollow(one[1]) else BLUE for one in here],
            "line": {"color": BLUE, "width": 1.5},
        },
        "customdata": [str(one[1]["place"]) if one else "" for one in here],
        "hovertext": [hover(one[1], label(one[1]), lang) if one else "" for one in here],
        "hovertemplate": HOVER,
    }


def _hatches(groups: Sequence[Sequence[Record]], lang: Language) -> list[dict[str, Any]]:
    """A hatched ground for every place without any figure, as one trace; none where all have some."""
    empty = [at for at, group in enumerate(groups) if not known(group)]
    if not empty:
        return []
    words = chart_text(say("chart.no_data", lang))
    return [
        {
            "type": "bar",
            "name": words,
            "x": [at % ACROSS + WIDE / 2 for at in empty],
            "y": [0.94 - HEAD] * len(empty),
            "base": [at // ACROSS + HEAD for at in empty],
            "width": WIDE,
            "marker": hatched(),
            "hovertext": [words] * len(empty),
            "hovertemplate": HOVER,
            "showlegend": True,
        }
    ]


def _breaks(places: int, subject: str, frame: Frame, lang: Language) -> list[dict[str, Any]]:
    """The series breaks in every small chart, as one trace named by their labels; none without one."""
    marks = break_marks(subject, [frame.first, frame.last], lang)
    if not marks.shapes:
        return []
    x: list[float | None] = []
    y: list[float | None] = []
    for at in range(places):
        for mark in marks.shapes:
            x += [frame.x(at, mark["x0"])] * 2 + [None]
            y += [at // ACROSS + HEAD, at // ACROSS + 0.94, None]
    labels = "<br>".join(note["text"] for note in marks.annotations)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": labels,
            "x": x,
            "y": y,
            "connectgaps": False,
            "line": {"color": SOFT, "width": 1, "dash": "dash"},
            "hoverinfo": "skip",
        }
    ]


def _heading(at: int, group: Sequence[Record], label: Any, scale: Scale, lang: Language) -> dict[str, Any]:
    """Name and last value of a place, with the year where it is not the last of all."""
    figures = known(group)
    last = f"<b>{_last(figures[-1], group[-1], scale, lang)}</b>" if figures else chart_text("–")
    called = "<br>".join(lines(label(group[0]).removeprefix("TP. ").removesuffix(" City"), 14))
    return {
        "x": at % ACROSS,
        "y": at // ACROSS + 0.03,
        "text": f"{called}<br>{last}",
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"size": SMALL - 1, "color": INK},
    }


def _last(figure: Record, newest: Record, scale: Scale, lang: Language) -> str:
    value = signed(digits(figure, scale, lang), figure.get("qualifier"))
    if figure["year"] == newest["year"]:
        return value
    return chart_text(say("chart.in_year", lang, value=value, year=str(figure["year"])))
