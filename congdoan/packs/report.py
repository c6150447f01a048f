"""A pack as a printable report: a tagged PDF with the shipped font, set by typst from the pack's words.

Nothing is pasted into the template: it gets the pack as JSON, and every text in it stays a text.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from congdoan import export, formats
from congdoan.charts import Chart
from congdoan.children import start
from congdoan.errors import PackError
from congdoan.export import Context, Source
from congdoan.packs.codes import link, qr
from congdoan.packs.columns import Laid, Part, laid
from congdoan.packs.drawing import picture
from congdoan.packs.drawing.folding import folded
from congdoan.packs.drawing.text import advance
from congdoan.packs.model import Pack, Slide
from congdoan.packs.typesetting import ASKED, MADE
from congdoan.tables import Table
from congdoan.text import Language, name, say

POINT = 0.75
"""One px of a chart in pt, where the chart is not made smaller."""
LEAST, PRESSED = 0.5, 0.82
"""One px in pt at which words are still read well, and how far rows are pressed together to keep it."""
FOLDED, BETWEEN = 0.62, 12.0
"""One px in pt below which rows stand in two columns, and the room between these, in pt."""
SMALLER = LEAST / POINT
"""How much of its size a chart keeps at least, to stay on one page with its table."""
GUTTER = 20.0
"""Between a chart and the table beside it, in pt."""
READABLE = 8.0
"""Least size of type, in pt, for which a table is made narrow enough to stand beside its chart."""
MANY = 44
"""Rows from which a narrow table takes two columns, documents from which their list does."""
AROUND, BESIDE = 60.0, 120.0
"""Room above and below chart and table besides their words, and that of the code beside a title, in pt."""
LEADING, APART, TILE = 1.3, 6.0, 50.0
"""Height of a line in sizes of its type; room between two texts, and for a tile, in pt."""
MOST_ROWS = 3_000
"""Rows of one table in a report, some seventy pages; each takes a millisecond, while it is set 0.16 MB."""
TOLD = 500
"""Signs of what the typesetting process said last that an error tells."""
_FLAGS = ("qualifier", "status", "basis")


@dataclass(frozen=True)
class Paper:
    """A sheet: its name for typst, whether it lies, and the room for text in pt."""

    name: str
    lying: bool
    width: float
    height: float


A4 = Paper("a4", lying=False, width=510.0, height=700.0)
A3 = Paper("a3", lying=True, width=1105.0, height=690.0)


def pdf(file: BinaryIO, pack: Pack) -> None:
    """The report on upright A4 sheets."""
    _write(file, pack, A4)


def pdf_a3(file: BinaryIO, pack: Pack) -> None:
    """The report on lying A3 sheets."""
    _write(file, pack, A3)


def _write(file: BinaryIO, pack: Pack, paper: Paper) -> None:
    """The report, set by a process of its own; PackError with what that said where it fails."""
    with TemporaryDirectory() as own:
        folder = Path(own)
        words = json.dumps(_told(pack.unfolded(MOST_ROWS), paper), ensure_ascii=False)
        (folder / ASKED).write_text(words, encoding="utf-8")
        with start("congdoan.packs.typesetting", folder) as process:
            process.communicate()
        if process.returncode:
            said = (folder / "errors").read_text(encoding="utf-8", errors="replace")[-TOLD:]
            raise PackError(f"the report was not set, typst ended with {process.returncode}: {said}")
        with (folder / MADE).open("rb") as made:
            shutil.copyfileobj(made, file)


def _told(pack: Pack, paper: Paper) -> dict[str, Any]:
    """All that the template sets, in words."""
    about, lang = pack.context, pack.lang
    steps = [slide for slide in pack.slides if slide.kind in ("tiles", "card")]
    left_out = [slide for slide in pack.slides if slide.kind == "skipped"]
    steps += [replace(one, lines=tuple(_lines(left_out)), code="") for one in left_out[:1]]
    return {
        "lang": lang,
        "paper": paper.name,
        "lying": paper.lying,
        "title": pack.title,
        "subtitle": about.subtitle,
        "mark": about.mark,
        "source": export.source_line(about),
        "cover": _lines(slide for slide in pack.slides if slide.kind == "cover"),
        "made_on": f"{say('export.made_on', lang)}: {formats.date(about.made_on, lang)}",
        "day": about.made_on.isoformat(),
        "words": _words(lang),
        "sections": [{"heading": one.heading, "paragraphs": one.paragraphs} for one in pack.sections],
        "steps": [_step(slide, pack, paper) for slide in steps],
        "blocks": _blocks(pack),
        "sources": _sources(about),
    }


def _words(lang: Language) -> dict[str, str]:
    """What the template says by itself; it fills in the numbers of pages."""
    pages = say("export.page", lang, page="{page}", pages="{pages}")
    own = {key: say(f"pack.{key}", lang) for key in ("contents", "qr")}
    return {**own, "notes": say("export.notes", lang), "page": pages}


def _lines(slides: Iterable[Slide]) -> list[str]:
    return [line for slide in slides for line in slide.lines]


def _step(slide: Slide, pack: Pack, paper: Paper) -> dict[str, Any]:
    free = paper.height - _around(slide, paper)
    made = None if slide.table is None else _laid(slide.table, paper)
    drawn = None if slide.chart is None else _chart(slide.chart, paper, free, made.height if made else 0)
    place = "below"
    if paper.lying and drawn and slide.table is not None:
        narrow = laid(slide.table, paper.width - drawn["width"] - GUTTER)
        if len(narrow.parts) == 1 and narrow.parts[0].size >= READABLE:
            made, place = narrow, "beside"
    tall = [drawn["height"] if drawn else 0, made.height if made else 0]
    return {
        "kicker": slide.caption,
        "title": slide.title,
        "subtitle": slide.subtitle,
        "tiles": [vars(tile) for tile in slide.tiles],
        "lines": slide.lines,
        "chart": drawn,
        "place": place,
        "whole": (max(tall) if place == "beside" else sum(tall)) <= free,
        "table": _table(made, slide, paper) if made else None,
        "notes": list(slide.context.notes),
        "source": export.source_line(slide.context),
        **_way_back(slide, pack),
    }


def _laid(table: Table, paper: Paper) -> Laid:
    """A table across the sheet, or made narrow for two columns where it is long and both can be read well."""
    whole = laid(table, paper.width)
    if len(table) <= MANY:
        return whole
    half = laid(table, (paper.width - GUTTER) / 2)
    readable = len(half.parts) == 1 and half.parts[0].size >= READABLE
    return half if readable and half.height < 2 * whole.height else whole


def _around(slide: Slide, paper: Paper) -> float:
    """About how tall all is that stands above and below chart and table, in pt."""
    told = [(slide.title, 14.0), (slide.subtitle, 9.0), *((said, 9.0) for said in slide.context.notes)]
    told += [(line, 10.5) for line in slide.lines]
    room = paper.width - BESIDE
    lines = (size * LEADING * math.ceil(advance(said, bold=True) * size / room) for said, size in told)
    return AROUND + sum(lines) + APART * len(told) + TILE * len(slide.tiles)


def _way_back(slide: Slide, pack: Pack) -> dict[str, str]:
    """The code, the link and the QR mark that reopen the view; nothing where no dashboard is named."""
    if not pack.home or not slide.code:
        return {}
    mark = qr(pack.home, slide.code, "svg").decode()
    return {
        "code": say("pack.code", pack.lang, code=slide.code),
        "link": link(pack.home, slide.code),
        "qr": mark,
    }


def _chart(chart: Chart, paper: Paper, free: float, below: float) -> dict[str, Any]:
    """A chart as wide as its sheet, or half of a lying one; a tall one has two columns, or is made smaller.

    It is a little smaller too where what stands `below` it, in pt, then stays on its page; `free` is the room
    for both.
    """
    wide, natural = (paper.width / 2 if paper.lying else paper.width), POINT * chart.height
    room = max(free, LEAST * paper.height)
    if not paper.lying and SMALLER * natural <= free - below < natural:
        room = free - below
    parts = folded(chart) if room / chart.height < FOLDED else (chart,)
    each = (wide - BETWEEN * (len(parts) - 1)) / len(parts)
    pictures = [_picture(part, each, room) for part in parts]
    return {
        "parts": pictures,
        "width": sum(one["width"] for one in pictures) + BETWEEN * (len(parts) - 1),
        "height": max(one["height"] for one in pictures),
    }


def _picture(chart: Chart, wide: float, room: float) -> dict[str, Any]:
    tall = chart.height if room / chart.height >= LEAST else max(room / LEAST, chart.height * PRESSED)
    point = min(POINT, room / tall)
    drawn = picture(chart, wide / point, tall)
    size = {"width": drawn.width * point, "height": drawn.height * point}
    return {"svg": drawn.svg, "alt": chart.alt, **size}


def _table(made: Laid, slide: Slide, paper: Paper) -> dict[str, Any]:
    lang, rows = slide.context.lang, len(made.totals)
    narrow = len(made.parts) == 1 and made.parts[0].width <= (paper.width - GUTTER) / 2
    shared = "; ".join(f"{heading}: {words}" for heading, words in made.shared)
    return {
        "shared": say("pack.shared", lang, columns=shared) if shared else "",
        "rest": _rest(rows, slide.matching or 0, lang),
        "parts": [_part(made, part, lang) for part in made.parts],
        "columns": 2 if rows > MANY and narrow else 1,
    }


def _rest(shown: int, total: int, lang: Language) -> str:
    """That the table holds some of the rows there are; "" where it holds all."""
    if total <= shown:
        return ""
    some = say("export.some", lang, shown=formats.number(shown, lang), total=formats.number(total, lang))
    return f"{some} {say('export.rest', lang)}"


def _part(made: Laid, part: Part, lang: Language) -> dict[str, Any]:
    said = say("pack.columns", lang, columns=", ".join(column.heading for column in part.columns))
    return {
        "said": said if len(made.parts) > 1 else "",
        "size": part.size,
        "widths": part.widths,
        "numeric": [column.numeric for column in part.columns],
        "headings": [column.heading for column in part.columns],
        "rows": list(zip(*(column.cells for column in part.columns), strict=True)),
        "totals": made.totals,
    }


def _blocks(pack: Pack) -> list[dict[str, Any]]:
    """What stands at the end beside the sources: definitions, breaks, the key of marks; none empty."""
    about, lang = pack.context, pack.lang
    found = (
        ("definitions", [list(entry) for entry in about.definitions]),
        ("breaks", [[said] for said in about.breaks]),
        ("key", [list(entry) for entry in _key(pack)]),
    )
    return [{"heading": say(f"export.{key}", lang), "entries": entries} for key, entries in found if entries]


def _key(pack: Pack) -> Iterator[tuple[str, str]]:
    """The marks, and each code of certainty that a table has."""
    yield from formats.marks(pack.lang)
    tables = [slide.table for slide in pack.slides if slide.table is not None]
    for kind in _FLAGS:
        held = {code for table in tables for code in _codes(table, kind)}
        for code in sorted(held):
            yield name(kind, code, pack.lang), say(f"export.key.{kind}.{code}", pack.lang)


def _codes(table: Table, kind: str) -> Iterator[str]:
    for column in table.fields:
        if column.type == kind:
            yield from (code for code in table.codes.get(column.name, ()) if code)


def _sources(about: Context) -> dict[str, Any]:
    """Every document under who published it, with its day, its code and its address."""
    lang, by_publisher = about.lang, dict[str, list[dict[str, str]]]()
    for source in about.sources:
        by_publisher.setdefault(source.publisher, []).append(_source(source, lang))
    many = len(about.sources) > MANY
    held = [{"publisher": publisher, "documents": found} for publisher, found in by_publisher.items()]
    return {"heading": say("export.sources", lang), "many": many, "publishers": held}


def _source(source: Source, lang: Language) -> dict[str, str]:
    day = formats.date(source.published_on, lang) if source.published_on else ""
    said = ", ".join(part for part in (source.title, day) if part)
    return {"said": f"{said} [{source.id}]", "url": source.url}
