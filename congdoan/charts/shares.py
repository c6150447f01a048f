"""Branches per rating as shares of those rated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import items
from congdoan.charts.axes import label_axis
from congdoan.charts.model import Chart, Record, distinct, known, labels, records
from congdoan.charts.theme import GROUND, LEGEND_ROOM, SMALL, SOFT, colours, hatched, layout, lines, on
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, number, percent
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

EACH = 44
"""Height of a row, in px."""


@dataclass(frozen=True)
class Bar:
    """One row: its label, whether it is on the scale from 2019, its place, its parts by rating."""

    label: str
    new_scale: bool
    at: float
    parts: dict[str, Record]

    @property
    def rated(self) -> tuple[int, int | None]:
        """How many branches were rated, and of how many in all (None where not known)."""
        first = next(iter(self.parts.values()))
        return int(first["rated"] or 0), None if first["all"] is None else int(first["all"])


def shares(rows: "Rows", lang: Language, *, label: str = "label", what: str = "") -> Chart:
    """Bars of 100 %, one per label and rating scale, best rating first; a click gives the label.

    Columns: the label (year, place, `<label>_vi` and `<label>_en` ...), item, value, share (0 to 100), rated,
    all; if present scheme, qualifier, status, basis. Beside each label stands rated of all. Between the scale
    to 2018 and the one from 2019 is a gap with a note. What the shares lack to 100 % is hatched.
    """
    found = [
        record
        for record in known(records(rows, "item", "value", "share", "rated", "all"), "share")
        if _scheme(record)
    ]
    if not found:
        return nothing(lang)
    named, rating = labels(rows, label, lang), labels(rows, "item", lang)
    bars = _bars([(named(record), record) for record in found])
    codes = sorted(distinct(found, "item"), key=lambda code: items()[code].rank)
    paint, clicks = colours(codes), {named(record): str(record.get(label, named(record))) for record in found}
    data = [
        _part(code, rating(next(r for r in found if r["item"] == code)), bars, clicks, paint[code], lang)
        for code in codes
    ]
    height = round(EACH * (bars[-1].at + 1)) + LEGEND_ROOM + 8
    sentence = alt("shares", what, found, lambda record: f"{named(record)} {rating(record)}", lang)
    return Chart(
        {"data": [*data, *_rest(bars, lang)], "layout": _layout(bars, height, lang)}, sentence, height
    )


def _scheme(record: Record) -> str:
    return str(record.get("scheme") or items()[record["item"]].scheme)


def _bars(found: Sequence[tuple[str, Record]]) -> list[Bar]:
    """The rows in order, those of the older scale first, and one row of room between the scales."""
    parts: dict[tuple[bool, str], dict[str, Record]] = {}
    for label, record in found:
        parts.setdefault((_scheme(record) == "htnv", label), {})[record["item"]] = record
    ordered = sorted(parts, key=lambda key: key[0])
    gap = 1.0 if len({new_scale for new_scale, _ in ordered}) > 1 else 0.0
    return [Bar(label, new, at + gap * new, parts[new, label]) for at, (new, label) in enumerate(ordered)]


def _part(
    code: str, rating: str, bars: Sequence[Bar], clicks: dict[str, str], colour: str, lang: Language
) -> dict[str, Any]:
    """The trace of one rating over all rows that have it."""
    having = [(bar, bar.parts[code]) for bar in bars if code in bar.parts]
    return {
        "type": "bar",
        "orientation": "h",
        "name": chart_text(rating),
        "x": [part["share"] for _, part in having],
        "y": [bar.at for bar, _ in having],
        "marker": {"color": colour, "line": {"color": GROUND, "width": 1}},
        "text": [percent(part["share"], lang) for _, part in having],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"color": on(colour)},
        "customdata": [clicks[bar.label] for bar, _ in having],
        "hovertext": [_hover(bar, part, rating, lang) for bar, part in having],
        "hovertemplate": HOVER,
    }


def _hover(bar: Bar, part: Record, rating: str, lang: Language) -> str:
    of = say("chart.share_of", lang, share=percent(part["share"], lang), rated=number(bar.rated[0], lang))
    return hover({"unit": "branch", **part}, f"{bar.label} · {rating}", lang, of)


def _rest(bars: Sequence[Bar], lang: Language) -> list[dict[str, Any]]:
    """A hatched piece where the shares told do not make up the whole."""
    lacking = [(bar.at, 100 - sum(part["share"] for part in bar.parts.values())) for bar in bars]
    lacking = [(at, rest) for at, rest in lacking if rest > 0.5]
    words = chart_text(say("chart.no_data", lang))
    trace = {
        "type": "bar",
        "orientation": "h",
        "name": words,
        "marker": hatched(),
        "hovertemplate": words + "<extra></extra>",
    }
    return [{**trace, "x": [rest for _, rest in lacking], "y": [at for at, _ in lacking]}] if lacking else []


def _layout(bars: Sequence[Bar], height: int, lang: Language) -> dict[str, Any]:
    texts = ["<br>".join([*lines(bar.label), _denominator(bar, lang)]) for bar in bars]
    axis = {"range": [0, 100], "visible": False, "fixedrange": True}
    return layout(
        height,
        lang,
        barmode="stack",
        bargap=0.28,
        showlegend=True,
        uniformtext={"minsize": 10, "mode": "hide"},
        xaxis=axis,
        yaxis=label_axis([bar.at for bar in bars], texts, bars[-1].at + 0.5, -0.5),
        margin={"l": 8, "r": 8, "t": LEGEND_ROOM, "b": 4},
        annotations=_break_note(bars, lang),
    )


def _denominator(bar: Bar, lang: Language) -> str:
    rated, known_all = (number(count, lang) for count in bar.rated)
    key = "chart.rated_only" if bar.rated[1] is None else "chart.rated"
    words = say(key, lang, rated=rated, all=known_all)
    return f'<span style="font-size:{SMALL}px;color:{SOFT}">{chart_text(words)}</span>'


def _break_note(bars: Sequence[Bar], lang: Language) -> list[dict[str, Any]]:
    """The note in the gap between the two scales."""
    first = next((bar.at for bar in bars if bar.new_scale), 0.0)
    if first == 0:
        return []
    text = "<br>".join(lines(say("chart.rating_break", lang), 44))
    place = {"xref": "paper", "x": 0, "y": first - 1, "xanchor": "left", "yanchor": "middle", "align": "left"}
    return [{**place, "text": text, "showarrow": False, "font": {"size": SMALL, "color": SOFT}}]
