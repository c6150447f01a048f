"""What the second sheet of a workbook says: blocks of words about the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan import formats
from congdoan.export.context import Context, source_line
from congdoan.export.delimited import HASHED, content_hash
from congdoan.tables import Stream
from congdoan.text import Language, name, say, words

Entry = str | int | date
_FLAGS = ("qualifier", "status", "basis")
"""The kinds of code whose meaning is explained in the key."""


@dataclass(frozen=True)
class Sheets:
    """A table of a workbook: the sheets on which it stands, the rows of each, what is said of it."""

    titles: tuple[str, ...]
    rows: tuple[int, ...]
    stream: Stream
    context: Context


@dataclass(frozen=True)
class Block:
    """A heading and the rows below it."""

    heading: str
    rows: tuple[tuple[Entry, ...], ...]


def blocks(sheets: Sequence[Sheets], context: Context) -> list[Block]:
    """What, filters, sheets with rows and hash, definitions, breaks, notes, sources, key; no empty blocks."""
    lang, contexts = context.lang, [one.context for one in sheets]
    filters = dict.fromkeys(said for one in contexts for said in one.filters)
    definitions = dict.fromkeys(entry for one in contexts for entry in one.definitions)
    breaks = dict.fromkeys(said for one in contexts for said in one.breaks)
    notes = dict.fromkeys(said for one in (context, *contexts) for said in one.notes)
    found = [
        Block(context.title, tuple(_identity(context))),
        Block(say("export.filters", lang), tuple((said,) for said in filters)),
        Block(say("export.sheets", lang), _sheets(sheets, lang)),
        Block(say("export.definitions", lang), tuple(definitions)),
        Block(say("export.breaks", lang), tuple((said,) for said in breaks)),
        Block(say("export.notes", lang), tuple((said,) for said in notes)),
        Block(say("export.sources", lang), _sources(contexts, lang)),
        Block(say("export.key", lang), tuple(_key([one.stream for one in sheets], lang))),
    ]
    return [block for block in found if block.rows]


def _identity(context: Context) -> Iterator[tuple[Entry, ...]]:
    lang = context.lang
    if context.subtitle:
        yield say("export.subtitle", lang), context.subtitle
    yield say("column.dataset", lang), context.mark or name("dataset", context.dataset, lang)
    yield say("column.release", lang), context.release
    yield say("column.cut_off", lang), context.cut_off
    yield say("export.made_on", lang), context.made_on
    yield say("export.source", lang), source_line(context)


def _sheets(sheets: Sequence[Sheets], lang: Language) -> tuple[tuple[Entry, ...], ...]:
    header = tuple(say(f"export.{column}", lang) for column in ("sheet", "rows", "columns", "hash"))
    rows = [
        (title, rows, len(one.stream.fields), content_hash(one.stream, one.context))
        for one in sheets
        for title, rows in zip(one.titles, one.rows, strict=True)
    ]
    return header, *rows


def _sources(contexts: Sequence[Context], lang: Language) -> tuple[tuple[Entry, ...], ...]:
    sources = dict.fromkeys(source for one in contexts for source in one.sources)
    columns = ("source_id", "publisher", "title", "published_on", "url")
    rows = [(it.id, it.publisher, it.title, it.published_on or formats.MISSING, it.url) for it in sources]
    return (tuple(say(f"column.{column}", lang) for column in columns), *rows) if rows else ()


def _key(streams: Sequence[Stream], lang: Language) -> Iterator[tuple[Entry, ...]]:
    yield from formats.marks(lang)
    for kind in _FLAGS:
        for code in sorted({code for stream in streams for code in _flags(stream, kind)}):
            yield name(kind, code, lang), say(f"export.key.{kind}.{code}", lang)


def _flags(stream: Stream, kind: str) -> Iterator[str]:
    """The codes of a kind that occur in a table; of a long one all that there are."""
    columns = [one.name for one in stream.fields if one.type == kind and one.name in stream.coded]
    if columns and len(stream) > HASHED:
        prefix = f"export.key.{kind}."
        yield from (key.removeprefix(prefix) for key in words() if key.startswith(prefix))
    elif columns:
        for part in stream.parts():
            yield from (
                code for column in columns for code in part.codes[column].unique().to_pylist() if code
            )
