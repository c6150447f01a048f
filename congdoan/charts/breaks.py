"""Series breaks drawn: a dashed line between two years and a short label, the whole note on hover."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from congdoan.catalogue import Break, breaks
from congdoan.charts.theme import GROUND, LINE, SMALL, SOFT, lines
from congdoan.text import Language, say


@dataclass(frozen=True)
class Marks:
    """The dashed lines, their labels and the head room in px that the labels need."""

    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]
    room: int


def break_marks(subject: str, years: Sequence[int], lang: Language) -> Marks:
    """The breaks of a subject that fall between two of the years; breaks between the same two share one line.

    Labels stand below each other, so that they never touch on a narrow screen.
    """
    places: dict[float, list[Break]] = {}
    for found in _relevant(subject, years):
        places.setdefault(position(found), []).append(found)
    texts = {x: _label(together, lang) for x, together in places.items()}
    middle, annotations, room = (years[0] + years[-1]) / 2, [], 0
    for x, text in texts.items():
        told = _note(places[x], lang)
        annotations.append(_annotation(x, text, _said(places[x], lang), told, room, left=x > middle))
        room += LINE * (text.count("<br>") + 1)
    return Marks([_line(x) for x in places], annotations, room)


def position(found: Break) -> float:
    """A yearly figure of the break's own year already stands behind it: it is drawn half a year before."""
    return int(found.on[:4]) - 0.5


def cuts(subject: str, years: Sequence[int]) -> list[float]:
    """Where a line must end and begin anew: nothing can be compared across the two rating scales."""
    return [position(found) for found in _relevant(subject, years) if found.subject == subject == "ratings"]


def _relevant(subject: str, years: Sequence[int]) -> list[Break]:
    return [
        found
        for found in breaks()
        if found.subject in (subject, "all") and years[0] < position(found) < years[-1]
    ]


def _label(together: list[Break], lang: Language) -> str:
    return "<br>".join(
        line for found in together for line in lines(say(f"chart.break.{found.code}", lang), 30)
    )


def _said(together: list[Break], lang: Language) -> str:
    """The labels in one line, for where they cannot stand in the plot."""
    return "; ".join(say(f"chart.break.{found.code}", lang) for found in together)


def _note(together: list[Break], lang: Language) -> str:
    return "<br>".join(
        line for found in together for line in lines(found.vi if lang == "vi" else found.en, 50)
    )


def _line(x: float) -> dict[str, Any]:
    pen = {"color": SOFT, "width": 1, "dash": "dash"}
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": pen,
    }


def _annotation(x: float, text: str, said: str, note: str, down: int, *, left: bool) -> dict[str, Any]:
    return {
        "name": said,
        "x": x,
        "y": 1,
        "yref": "paper",
        "text": text,
        "hovertext": note,
        "showarrow": False,
        "xanchor": "right" if left else "left",
        "yanchor": "top",
        "align": "right" if left else "left",
        "xshift": -4 if left else 4,
        "yshift": -down,
        "bgcolor": GROUND,
        "font": {"size": SMALL, "color": SOFT},
    }
