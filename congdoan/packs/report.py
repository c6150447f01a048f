"""A pack as a printable report: a tagged PDF with the shipped font, set by typst from the pack's words.

Nothing is pasted into the template: it gets the pack as JSON, and every text in it stays a text.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from congdoan import export, formats
from congdoan.children import start
from congdoan.errors import PackError
from congdoan.export import Context, Source
from congdoan.packs.codes import link, qr
from congdoan.packs.model import Pack, Slide
from congdoan.packs.paper import A3, A4, Paper, body
from congdoan.packs.typesetting import ASKED, MADE
from congdoan.tables import Table
from congdoan.text import Language, name, say

MANY = 44
"""Documents from which their list takes several columns, in small type."""
MOST_ROWS = 3_000
"""Rows of one table in a report, some 70 to 140 pages; each takes a millisecond, while it is set 0.16 MB."""
TOLD = 500
"""Signs of what the typesetting process said last that an error tells."""
_FLAGS = ("qualifier", "status", "basis")


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
    return {
        "kicker": slide.caption,
        "title": slide.title,
        "subtitle": slide.subtitle,
        "tiles": [vars(tile) for tile in slide.tiles],
        "lines": slide.lines,
        "notes": list(slide.context.notes),
        "source": export.source_line(slide.context),
        **body(slide, paper),
        **_way_back(slide, pack),
    }


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
