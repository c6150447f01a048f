"""A pack as one HTML file that opens from a stick: slides by keys, on paper all tables and sources."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable, Sequence
from string import Template
from typing import Any, BinaryIO

from congdoan import formats
from congdoan.export import source_line
from congdoan.packs.library import library
from congdoan.packs.model import Pack, Slide
from congdoan.packs.shown import FOLDER, SCRIPTS, shown
from congdoan.text import say

SCRIPTS_HERE = tuple(FOLDER / f"{name}.js" for name in (*SCRIPTS, "deck_file"))
STYLES = tuple(FOLDER / f"{name}.css" for name in ("deck", "deck_file"))


def offline(file: BinaryIO, pack: Pack) -> None:
    """One file without any address that a browser would fetch; no script but its own two may run in it."""
    drawing, showing = _read(library()), "\n".join(_read(path) for path in SCRIPTS_HERE)
    page = Template(_read(FOLDER / "deck.html")).substitute(
        lang=pack.lang,
        title=html.escape(f"{pack.title} · {pack.place}"),
        hashes=" ".join(_hash(one) for one in (drawing, showing)),
        styles="\n".join(_read(path) for path in STYLES),
        deck=_embedded(_data(pack)),
        library=drawing,
        script=showing,
    )
    file.write(page.encode())


def _read(path: Any) -> str:
    return str(path.read_text(encoding="utf-8"))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _embedded(data: object) -> str:
    """JSON in which nothing can end the element that holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _data(pack: Pack) -> dict[str, Any]:
    told = shown(pack)
    slides = [
        {**said, "full": _full(slide), "line": source_line(slide.context)}
        for said, slide in zip(told["slides"], pack.slides, strict=True)
    ]
    return {**told, "slides": slides, "appendix": list(_appendix(pack))}


def _full(slide: Slide) -> dict[str, Any] | None:
    """The table as its card has it, every row and cell; columns of one same cell are said once, above it."""
    table = slide.table
    if table is None:
        return None
    rows = len(table)
    same = [at for at, cells in enumerate(table.cells) if rows > 1 and len(set(cells)) == 1]
    columns = [at for at in range(len(table.fields)) if at not in same]
    all_of_them = max(slide.matching or 0, rows)
    numbers = {
        "shown": formats.number(rows, table.lang),
        "total": formats.number(all_of_them, table.lang),
    }
    return {
        "common": "; ".join(f"{table.headings()[at]}: {table.shown(0, at)}" for at in same),
        "headings": [table.headings()[at] for at in columns],
        "numeric": [table.fields[at].numeric for at in columns],
        "totals": list(table.totals),
        "rows": [[table.shown(row, column) for column in columns] for row in range(rows)],
        "more": say("table.some", table.lang, **numbers) if all_of_them > rows else "",
    }


def _appendix(pack: Pack) -> Iterable[dict[str, Any]]:
    """Definitions, breaks of series and sources; no empty blocks."""
    about = pack.context
    blocks: dict[str, Sequence[Sequence[str]]] = {
        "export.definitions": about.definitions,
        "export.breaks": [(said,) for said in about.breaks],
        "export.sources": [
            (
                one.publisher,
                one.title,
                formats.date(one.published_on, pack.lang) if one.published_on else formats.MISSING,
                one.url,
            )
            for one in about.sources
        ],
    }
    return ({"heading": say(key, pack.lang), "rows": rows} for key, rows in blocks.items() if rows)
