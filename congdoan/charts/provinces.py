"""What every map of the country shares: class, mark and words of each province, and the printed legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import Province, provinces
from congdoan.charts.axes import Scale, digits, scale_of, signed
from congdoan.charts.cells import NEVER, bounds, step_of
from congdoan.charts.model import Record, hollow, known, labels, records
from congdoan.charts.theme import LEGEND_ROOM, SMALL, SOFT, layout, lines
from congdoan.charts.words import alt, hover, hover_empty
from congdoan.formats import NOT_APPLICABLE, chart_text, number
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

WIDTH = 9
"""Letters of a line of a name on a map."""


@dataclass(frozen=True)
class Shade:
    """A province on a map: its name in lines, its value as printed, hover text, class or mark for none."""

    province: Province
    name: str
    value: str
    hover: str
    step: int | None
    hollow: bool = False


@dataclass(frozen=True)
class Shaded:
    """The country on a map: its provinces, the bounds of the classes in words, their unit, the sentence."""

    provinces: list[Shade]
    classes: list[str]
    unit: str
    alt: str


def shaded(rows: "Rows", lang: Language, scheme: str, kind: str, what: str) -> Shaded | None:
    """All provinces of a scheme ('63' or '34') in at most six classes; None where no place has a value.

    Columns: place, value, unit; if present year, qualifier, status, basis, reported, expected, and `absence`,
    why there can be no value. `kind` of map and `what` it shows are for the sentence that stands for it.
    """
    told = records(rows, "place", "value", "unit")
    found = known(told)
    if not found:
        return None
    scale, by_place = scale_of(found, lang), {record["place"]: record for record in told}
    lower = bounds([scale.of(record["value"]) or 0 for record in found])
    country = [province for province in provinces().values() if province.scheme == scheme]
    shades = [_shade(province, by_place.get(province.place), scale, lower, lang) for province in country]
    sentence = alt(kind, what, found, labels(rows, "place", lang), lang)
    return Shaded(shades, _classes(lower, lang), scale.title, sentence)


def empty_words(lang: Language) -> tuple[str, str]:
    """What the legend says of provinces without data, and of those that can have none."""
    return chart_text(say("chart.no_data", lang)), chart_text(say("chart.never", lang))


def map_layout(unit: str, height: int, lang: Language, **parts: Any) -> dict[str, Any]:
    """What all maps share: the unit above the legend, names that hide where they do not fit."""
    drawn = layout(
        height,
        lang,
        barmode="overlay",
        bargap=0,
        showlegend=True,
        uniformtext={"minsize": 9, "mode": "hide"},
        margin={"l": 4, "r": 4, "t": 2 * LEGEND_ROOM, "b": 4},
        **parts,
    )
    title = {"text": chart_text(unit), "side": "top", "font": {"size": SMALL, "color": SOFT}}
    drawn["legend"] = {**drawn["legend"], "title": title}
    return drawn


def island_frame(left: float, bottom: float, right: float, top: float) -> dict[str, Any]:
    """The frame around an archipelago."""
    edge = {"color": SOFT, "width": 1, "dash": "dot"}
    return {"type": "rect", "x0": left, "x1": right, "y0": bottom, "y1": top, "line": edge}


def island_name(key: str, x: float, y: float, lang: Language, width: int, **where: Any) -> dict[str, Any]:
    """The name of an archipelago, which every map of the country shows, in lines of about `width` letters."""
    text = "<br>".join(lines(say(f"chart.{key}", lang), width))
    font = {"size": SMALL, "color": SOFT}
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": font, **where}


def _shade(
    province: Province, record: Record | None, scale: Scale, lower: Sequence[float], lang: Language
) -> Shade:
    called = province.vi if lang == "vi" else province.en
    name = "<br>".join(lines(called.removeprefix("TP. "), WIDTH))
    if record is None or record["value"] is None:
        never = bool(record and record.get("absence"))
        words = hover_empty(record or {}, called, lang)
        return Shade(province, name, NOT_APPLICABLE if never else "", words, NEVER if never else None)
    value = signed(digits(record, scale, lang), record.get("qualifier"))
    step = step_of(scale.of(record["value"]) or 0, lower)
    return Shade(province, name, value, hover(record, called, lang), step, hollow(record))


def _classes(lower: Sequence[float], lang: Language) -> list[str]:
    """The bounds of each class in words: `10–<25`, the last open."""
    texts = [number(bound, lang) for bound in lower]
    closed = [chart_text(f"{first} – <{after}") for first, after in pairwise(texts)]
    return [*closed, chart_text(f"≥ {texts[-1]}")]
