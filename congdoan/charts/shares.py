"""Branches per rating as shares of those rated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import items
from congdoan.charts.lying import Lanes, lanes, whole
from congdoan.charts.model import Chart, Record, distinct, known, labels, records, selected
from congdoan.charts.theme import GROUND, SMALL, SOFT, colours, hatched, lines, on
from congdoan.charts.words import HOVER, alt, hover, nothing
from congdoan.formats import chart_text, number, percent, quantity
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

NEW_SCALE = "htnv"
"""The scheme of ratings from 2019 on."""
EACH, BAR = 42, 28
"""Least height of a row, and thickness of its bar, in px."""


@dataclass(frozen=True)
class Bar:
    """One row: its label, whether it is on the scale from 2019, its parts by rating, its middle in px."""

    label: str
    new_scale: bool
    parts: dict[str, Record]
    at: float

    @property
    def rated(self) -> tuple[int, int | None]:
        """How many branches were rated, and of how many in all (None where not known)."""
        first = next(iter(self.parts.values()))
        return int(first["rated"] or 0), None if first["all"] is None else int(first["all"])


def shares(
    rows: "Rows", lang: Language, *, label: str = "label", by_year: bool = False, what: str = ""
) -> Chart:
    """Bars of 100 %, one per label and rating scale, best rating first; a click gives the label.

    With `by_year` there is a bar per label and year; one year alone stands beside no label.
    Columns: the label (year, place, `<label>_vi` and `<label>_en` ...), item, value, share (0 to 100), rated,
    all; if present scheme, qualifier, status, basis. Beside each label stands rated of all. Between the scale
    to 2018 and the one from 2019 is a gap with a note. What the shares lack to 100 % is hatched.
    """
    told = known(records(rows, "item", "value", "share", "rated", "all"), "share")
    found = [record for record in told if items()[record["item"]].scheme]
    if not found:
        return nothing(lang)
    years = by_year and len(distinct(found, "year")) > 1
    named, rating = _named(rows, label, lang, by_year=years), labels(rows, "item", lang)
    table, bars = _bars([(named(record), record) for record in found])
    codes = sorted(distinct(found, "item"), key=lambda code: items()[code].rank)
    paint, clicks = colours(codes), {named(record): selected(record, label) for record in found}
    names = {record["item"]: rating(record) for record in found}
    data = [_part(code, names[code], bars, clicks, paint[code], lang) for code in codes]
    drawn = _layout(table, bars, lang)
    sentence = alt("shares", what, found, lambda record: f"{named(record)} {rating(record)}", lang)
    return Chart({"data": [*data, *_rest(bars, lang)], "layout": drawn}, sentence, drawn["height"])


def _named(rows: "Rows", label: str, lang: Language, *, by_year: bool) -> Callable[[Record], str]:
    """Reads a bar's label, with its year where each has several."""
    own = labels(rows, label, lang)
    return (lambda record: f"{own(record)}, {record['year']}") if by_year else own


def _bars(found: Sequence[tuple[str, Record]]) -> tuple[Lanes, list[Bar]]:
    """The rows in order, those of the older scale first, and an empty lane between the scales."""
    parts: dict[tuple[bool, str], dict[str, Record]] = {}
    for label, record in found:
        parts.setdefault((items()[record["item"]].scheme == NEW_SCALE, label), {})[record["item"]] = record
    old, new = ([key for key in parts if key[0] is newer] for newer in (False, True))
    keys = [*old, *([None] if old and new else []), *new]
    table = lanes([key[1] if key else "" for key in keys], EACH, below=1)
    bars = [Bar(key[1], key[0], parts[key], at) for key, at in zip(keys, table.middles, strict=True) if key]
    return table, bars


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
        "width": BAR,
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
    rated = quantity(bar.rated[0], "branch", lang)
    of = say("chart.share_of", lang, share=percent(part["share"], lang), rated=rated)
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
        "width": BAR,
        "marker": hatched(),
        "hovertemplate": words + "<extra></extra>",
    }
    return [{**trace, "x": [rest for _, rest in lacking], "y": [at for at, _ in lacking]}] if lacking else []


def _layout(table: Lanes, bars: Sequence[Bar], lang: Language) -> dict[str, Any]:
    told = {bar.at: "<br>".join([*lines(bar.label), _denominator(bar, lang)]) for bar in bars}
    notes = [_break_note(at, lang) for at in table.middles if at not in told]
    return whole(table, told, lang, annotations=notes)


def _denominator(bar: Bar, lang: Language) -> str:
    rated, every = bar.rated
    words = quantity(rated, "branch", lang)
    if every is not None:
        words = say("chart.rated", lang, rated=number(rated, lang), all=quantity(every, "branch", lang))
    return f'<span style="font-size:{SMALL}px;color:{SOFT}">{chart_text(words)}</span>'


def _break_note(at: float, lang: Language) -> dict[str, Any]:
    """The note in the empty lane between the two scales."""
    text = "<br>".join(lines(say("chart.rating_break", lang), 29))
    place = {"xref": "paper", "x": 0, "y": at, "xanchor": "left", "yanchor": "middle", "align": "left"}
    return {**place, "text": text, "showarrow": False, "font": {"size": SMALL, "color": SOFT}}
