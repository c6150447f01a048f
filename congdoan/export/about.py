"""What the second sheet of a workbook says: blocks of words about the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan import formats
from congdoan.export.context import Context, source_line
from congdoan.export.machine import content_hash
from congdoan.tables import Table
from congdoan.text import Language, name, say

Entry = str | int | date
_FLAGS = ("qualifier", "status", "basis")
"""The kinds of code whose meaning is explained in the key."""


@dataclass(frozen=True)
class Block:
    """A heading and the rows below it."""

    heading: str
    rows: tuple[tuple[Entry, ...], ...]


def blocks(sheets: Sequence[tuple[str, Table, Context]], context: Context) -> list[Block]:
    """What, filters, sheets with rows and hash, definitions, sources, key of marks; no empty blocks."""
    lang, contexts = context.lang, [one for _, _, one in sheets]
    filters = dict.fromkeys(words for one in contexts for words in one.filters)
    definitions = dict.fromkeys(entry for one in contexts for entry in one.definitions)
    found = [
        Block(context.title, tuple(_identity(context))),
        Block(say("export.filters", lang), tuple((words,) for words in filters)),
        Block(say("export.sheets", lang), _sheets(sheets, lang)),
        Block(say("export.definitions", lang), tuple(definitions)),
        Block(say("export.sources", lang), _sources(contexts, lang)),
        Block(say("export.key", lang), tuple(_key([table for _, table, _ in sheets], lang))),
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


def _sheets(sheets: Sequence[tuple[str, Table, Context]], lang: Language) -> tuple[tuple[Entry, ...], ...]:
    header = tuple(say(f"export.{column}", lang) for column in ("sheet", "rows", "columns", "hash"))
    rows = [
        (title, len(table), len(table.fields), content_hash([table], own)) for title, table, own in sheets
    ]
    return header, *rows


def _sources(contexts: Sequence[Context], lang: Language) -> tuple[tuple[Entry, ...], ...]:
    sources = dict.fromkeys(source for one in contexts for source in one.sources)
    columns = ("source_id", "publisher", "title", "published_on", "url")
    rows = [(it.id, it.publisher, it.title, it.published_on or formats.MISSING, it.url) for it in sources]
    return (tuple(say(f"column.{column}", lang) for column in columns), *rows) if rows else ()


def _key(tables: Sequence[Table], lang: Language) -> Iterator[tuple[Entry, ...]]:
    yield from formats.marks(lang)
    for kind in _FLAGS:
        columns = [table.codes[one.name] for table in tables for one in table.fields if one.type == kind]
        for code in sorted({code for codes in columns for code in codes if code}):
            yield name(kind, code, lang), say(f"export.key.{kind}.{code}", lang)
