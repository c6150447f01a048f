"""A pack as plain data for a browser: what the presentation and the file without a network show."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from congdoan.charts import Chart, Large, large
from congdoan.export import Context, source_line
from congdoan.packs.codes import link, qr
from congdoan.packs.lean import lean, ranked
from congdoan.packs.model import Pack, Slide
from congdoan.packs.named import named_rows
from congdoan.tables import Table
from congdoan.text import Language, say, words

FOLDER = Path(__file__).parent
"""Where the scripts and styles lie that show it."""
SCRIPTS = ("deck", "deck_parts", "deck_lanes", "deck_chart")
"""Their names; they are one script, read one after the other."""
WORDS = "deck."
"""The beginning of the keys of all words that the script in the browser says."""


def shown(pack: Pack) -> dict[str, Any]:
    """Titles, slides in words, figures of charts, cells of tables as the screens write them."""
    return {
        "lang": pack.lang,
        "title": pack.title,
        "place": pack.place,
        "period": pack.period,
        "mark": pack.context.mark,
        "words": {
            key.removeprefix(WORDS): text[pack.lang] for key, text in words().items() if key.startswith(WORDS)
        },
        "slides": [_slide(slide, pack) for slide in pack.slides],
    }


def _slide(slide: Slide, pack: Pack) -> dict[str, Any]:
    return {
        "step": slide.step,
        "kind": slide.kind,
        "kicker": slide.caption,
        "title": slide.title,
        "where": " · ".join(slide.context.filters[:2]),
        "subtitle": slide.subtitle,
        "lines": list(slide.lines),
        "tiles": [vars(tile) for tile in slide.tiles],
        "chart": _chart(slide.chart, slide.table, slide.title, pack.lang) if slide.chart else None,
        "table": _table(slide.table, slide.matching, slide.title) if slide.table else None,
        "note": slide.note,
        "remarks": list(slide.context.notes),
        "source": _source(slide.context),
        "code": slide.code,
        "address": slide.address,
        "link": link(pack.home, slide.code),
        "qr": qr(pack.home, slide.code, "svg").decode(),
    }


def _chart(chart: Chart, table: Table | None, title: str, lang: Language) -> dict[str, Any]:
    """The figure with the inks of a wall; in place of a map, whose names are too small there, its list."""
    made = large(chart)
    listed, unit = ranked(table) if made.country and table is not None else ((), "")
    return {
        "figure": None if listed else made.figure,
        "alt": chart.alt,
        "remarks": _remarks(made, lang),
        "named": named_rows(title, made.figure),
        "ranked": listed,
        "unit": unit,
    }


def _remarks(made: Large, lang: Language) -> list[str]:
    """What a reader must know of the marks: the breaks among them, and why some are hollow."""
    breaks = [f"┆ {'; '.join(made.breaks)}."] if made.breaks else []
    return [*breaks, *([say("pack.hollow", lang)] if made.hollow else [])]


def _table(table: Table, matching: int | None, title: str) -> dict[str, Any]:
    """What a slide shows of a table, and how many rows there are."""
    made = lean(table, title)
    upright = len(table) == 1 and len(made.rows) != 1
    return {**asdict(made), "all": len(made.rows) if upright else matching or len(table)}


def _source(context: Context) -> str:
    """The source line in short: the first publisher by name, of the others how many; no mark, it is above."""
    return source_line(replace(context, mark=""), named=1)
