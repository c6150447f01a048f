"""A pack as a report: its paragraphs, the figures behind them as tables, what is missing, the sources."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, BinaryIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from congdoan import formats
from congdoan.export import source_line
from congdoan.packs import codes
from congdoan.packs.model import Pack, Slide
from congdoan.packs.narrow import Narrow, laid, narrow, remarks
from congdoan.packs.sourced import sourced
from congdoan.packs.steady import steady
from congdoan.packs.word.grids import grid
from congdoan.packs.word.look import ALIGNED, ROOM, SMALL, field, link, paragraph, remark, styled
from congdoan.text import say

SIZES = (11, 10, 9)
ENDLESS = 1e9
MOST = 100
"""Documents listed at the end."""
QR = 1.6
"""Side of a QR mark, in centimetres."""


def docx(file: BinaryIO, pack: Pack) -> None:
    """The report of a pack; equal packs give equal bytes."""
    report = Document()
    styled(report, pack.lang)
    _running(report, pack)
    _head(report, pack)
    for section in pack.sections:
        report.add_heading(section.heading, 1)
        for words in section.paragraphs:
            paragraph(report, words)
    _figures(report, pack)
    _lists(report, pack)
    _properties(report, pack)
    written = io.BytesIO()
    report.save(written)
    steady(file, written.getvalue(), pack.context.made_on.isoformat())


def _running(report: Any, pack: Pack) -> None:
    """The warning in the header, source line and page in the footer of every page."""
    page = report.sections[0]
    if pack.context.mark:
        head = page.header.paragraphs[0]
        head.alignment = ALIGNED["center"]
        head.add_run(pack.context.mark).bold = True
    foot = page.footer.paragraphs[0]
    before, _, after = say("export.page", pack.lang, page="\0", pages="\1").partition("\0")
    between, _, end = after.partition("\1")
    for words, code in ((f"{source_line(pack.context)} {before}", "PAGE"), (between, "NUMPAGES"), (end, "")):
        foot.add_run(words).font.size = Pt(SMALL - 1)
        if code:
            field(foot, code)


def _head(report: Any, pack: Pack) -> None:
    title = report.add_heading(pack.title.upper(), 0)
    title.alignment = ALIGNED["center"]
    paragraph(report, pack.place, align="center", indent=False).runs[0].bold = True
    for slide in pack.slides:
        if slide.kind == "cover":
            for words in (slide.subtitle, *slide.lines):
                paragraph(report, words, size=12, align="center", indent=False).runs[0].italic = True


def _figures(report: Any, pack: Pack) -> None:
    shown = [slide for slide in pack.slides if slide.tiles or slide.table is not None]
    if shown:
        heading = report.add_heading(say("pack.figures", pack.lang), 1)
        heading.paragraph_format.page_break_before = bool(pack.sections)
    for slide in shown:
        report.add_heading(slide.title, 2)
        for words in filter(None, (slide.caption, slide.subtitle)):
            remark(report, words, keep=True)
        _grid(report, slide)
        _foot(report, slide, pack)


def _grid(report: Any, slide: Slide) -> None:
    if slide.table is None:
        grid(report, laid(_tiles(slide), ROOM, ENDLESS, SIZES))
        return
    held = laid(narrow(slide.table), ROOM, ENDLESS, SIZES)
    grid(report, held)
    for words in remarks(held.table, slide):
        remark(report, words, keep=True)


def _tiles(slide: Slide) -> Narrow:
    """The tiles as a table: what, how much, how it changed, remarks."""
    lang = slide.context.lang
    heads = tuple(say(f"pack.tile.{part}", lang) for part in ("label", "value", "change", "remark"))
    rows = tuple(
        (tile.label, tile.value or "\n".join(tile.lines), tile.change, tile.remark) for tile in slide.tiles
    )
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    return Narrow(
        tuple(heads[at] for at in kept),
        (False,) * len(kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        (False,) * len(rows),
        (),
        len(rows),
        len(kept),
    )


def _foot(report: Any, slide: Slide, pack: Pack) -> None:
    """Breaks and notes, the source, the code with its QR mark."""
    about = slide.context
    told = [f"{say('export.breaks', pack.lang)}: {' '.join(about.breaks)}"] if about.breaks else []
    for words in (*told, *about.notes, source_line(about)):
        remark(report, words, keep=True)
    if not slide.code:
        return
    line = remark(report, say("pack.code", pack.lang, code=slide.code) + " ")
    if pack.home:
        address = codes.link(pack.home, slide.code)
        link(line, address, address)
        line.add_run("  ")
        line.add_run().add_picture(io.BytesIO(codes.qr(pack.home, slide.code, "png")), Cm(QR), Cm(QR))
        next(line.paragraph_format.element.iter(qn("wp:docPr"))).set("descr", address)


def _lists(report: Any, pack: Pack) -> None:
    """What was skipped and why, the definitions, the documents."""
    about, lang = pack.context, pack.lang
    skipped = [slide for slide in pack.slides if slide.kind == "skipped"]
    if skipped:
        _list(report, skipped[0].title, [line for slide in skipped for line in slide.lines])
    _list(report, say("export.definitions", lang), [f"{name}: {words}" for name, words in about.definitions])
    documents = [sourced(one, lang) for one in about.sources[:MOST]]
    if len(about.sources) > MOST:
        more = formats.number(len(about.sources) - MOST, lang)
        documents.append(say("pack.sources_more", lang, count=more))
    _list(report, say("export.sources", lang), documents)


def _list(report: Any, heading: str, lines: list[str]) -> None:
    if lines:
        report.add_heading(heading, 1)
    for words in lines:
        report.add_paragraph(words, style="List Bullet").runs[0].font.size = Pt(12)


def _properties(report: Any, pack: Pack) -> None:
    about, own = pack.context, report.core_properties
    own.title, own.subject, own.keywords = about.title, about.subtitle[:255], about.release
    own.comments, own.language = source_line(about)[:255], pack.lang
    own.author = own.last_modified_by = say("app.title", pack.lang)
    own.created = own.modified = dt.datetime.combine(about.made_on, dt.time())
    own.revision = 1
