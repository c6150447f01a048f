"""The notes page of a slide: what the speaker says, and what stands behind the figures."""

from congdoan import formats
from congdoan.export import Context, source_line
from congdoan.packs.codes import link
from congdoan.packs.model import Pack, Slide
from congdoan.packs.sourced import sourced
from congdoan.text import say

MOST = 12
"""Documents named on one page of notes."""


def notes(slide: Slide, pack: Pack) -> str:
    """The speaker's note, title and extent in full, then what stands behind the figures."""
    about, lang = slide.context, pack.lang
    parts = [
        [slide.note],
        [slide.title, slide.subtitle, slide.chart.alt if slide.chart else ""],
        headed(say("export.notes", lang), about.notes),
        headed(say("export.breaks", lang), about.breaks),
        headed(say("export.definitions", lang), [f"{name}: {words}" for name, words in about.definitions]),
        headed(say("export.sources", lang), _sources(about)),
        headed(say("export.filters", lang), about.filters),
        [source_line(about), link(pack.home, slide.code) if pack.home and slide.code else ""],
    ]
    return "\n\n".join("\n".join(filter(None, part)) for part in parts if any(part))


def _sources(about: Context) -> list[str]:
    """The first documents, and how many more there are."""
    more = len(about.sources) - MOST
    said = [sourced(one, about.lang) for one in about.sources[:MOST]]
    return (
        [*said, say("pack.sources_more", about.lang, count=formats.number(more, about.lang))]
        if more > 0
        else said
    )


def headed(heading: str, lines: object) -> list[str]:
    """Lines below their heading; nothing where there are none."""
    held = [str(one) for one in lines] if isinstance(lines, list | tuple) else []
    return [f"{heading}:", *held] if held else []
