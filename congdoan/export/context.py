"""What every file says about the figures inside it: filters, sources, definitions, release and date."""

from dataclasses import dataclass
from datetime import date

from congdoan import formats
from congdoan.text import Language, say

NAMED = 3
SHORT = 240
"""Characters of notes that a picture has room for."""


@dataclass(frozen=True)
class Source:
    """A document from which figures come."""

    id: str
    publisher: str
    title: str
    published_on: date | None
    url: str


@dataclass(frozen=True)
class Context:
    """What stands around a table on its screen; `mark` warns of figures that are not real, else "".

    `credit` names whose boundaries a map is drawn in, else ""; `breaks` tell where the series of the figures
    change their meaning; `notes` are what staff remarked on them, a line each. In a workbook its sheet is
    called `sheet`, "" as its title is; `code`, its `link` and `qr`, a PNG, lead back to its view, if known.
    """

    title: str
    subtitle: str
    filters: tuple[str, ...]
    sources: tuple[Source, ...]
    definitions: tuple[tuple[str, str], ...]
    release: str
    dataset: str
    cut_off: date
    lang: Language
    made_on: date
    mark: str = ""
    credit: str = ""
    breaks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sheet: str = ""
    code: str = ""
    link: str = ""
    qr: bytes = b""


def source_line(context: Context, named: int = NAMED) -> str:
    """The line under a chart and in every file: who published, cut-off date, release, credit, and the mark.

    The first `named` publishers by name, the others by number; the list of sources names all.
    """
    publishers = list(dict.fromkeys(source.publisher for source in context.sources))
    line = say(
        "export.source_line" if publishers else "export.source_line.none",
        context.lang,
        publishers=_named(publishers, named, context.lang),
        cut_off=formats.date(context.cut_off, context.lang),
        release=context.release,
    )
    return " ".join(part for part in (context.mark and f"{context.mark}.", line, context.credit) if part)


def foot(context: Context) -> str:
    """What stands under a picture: the source line, then the notes, of many how many there are."""
    told = "\n".join(say("export.note", context.lang, note=note) for note in context.notes)
    if len(told) > SHORT:
        told = say("export.notes_more", context.lang, count=len(context.notes))
    return "\n".join(part for part in (source_line(context), told) if part)


def _named(publishers: list[str], named: int, lang: Language) -> str:
    first, others = "; ".join(publishers[:named]), len(publishers) - named
    if others <= 0:
        return first
    return say("export.publishers_more", lang, first=first, others=formats.quantity(others, "other", lang))
