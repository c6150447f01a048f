"""A pack as plain data for a browser: what the presentation and the file without a network show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congdoan.export import source_line
from congdoan.packs.codes import link, qr
from congdoan.packs.model import Pack, Slide
from congdoan.tables import Table
from congdoan.text import words

SCRIPTS = Path(__file__).parent
"""Where the script and the styles lie that show it: `deck.js`, `deck.css`."""
MOST = 500
"""Rows of a table that go to the browser; where there are more, it says how many."""
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
    chart = slide.chart
    return {
        "step": slide.step,
        "kind": slide.kind,
        "kicker": slide.caption,
        "title": slide.title,
        "where": " · ".join(slide.context.filters[:2]),
        "subtitle": slide.subtitle,
        "lines": list(slide.lines),
        "tiles": [vars(tile) for tile in slide.tiles],
        "chart": {"figure": chart.figure, "alt": chart.alt, "height": chart.height} if chart else None,
        "table": _table(slide.table, slide.matching) if slide.table else None,
        "note": slide.note,
        "source": source_line(slide.context),
        "code": slide.code,
        "address": slide.address,
        "link": link(pack.home, slide.code),
        "qr": qr(pack.home, slide.code, "svg").decode(),
    }


def _table(table: Table, matching: int | None) -> dict[str, Any]:
    """Headings, cells in words, which columns are numbers, which rows totals, and how many rows there are."""
    part = table.first(MOST)
    return {
        "headings": part.headings(),
        "numeric": [field.numeric for field in part.fields],
        "totals": list(part.totals),
        "rows": [[part.shown(row, column) for column in range(len(part.fields))] for row in range(len(part))],
        "all": matching or len(table),
    }
