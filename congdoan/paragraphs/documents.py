"""What a document told, unit by unit and period by period; and of all documents, which tell most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, known, records
from congdoan.paragraphs.about import About, Paragraph, listed, matching, remarked, sentence
from congdoan.paragraphs.periods import few, unit_by_unit
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 5
"""Documents that are named; more are counted."""
FIGURES = 40
"""Figures of a document that are said one by one."""


def of_document(about: About, document: Record, figures: Rows, findings: Rows) -> Paragraph:
    """What the document is and says, how much more, and how many points the checks found in it.

    Where all that it says would be too much, the number of its figures is all that is said of them.
    """
    said = few(known(records(figures, "value")), FIGURES)
    more = matching(figures) - len(said) if said else 0
    count, found = formats.number(more, about.lang), matching(findings)
    return [
        sentence(_named(document, about.lang)),
        *unit_by_unit(about, figures, said),
        *([sentence(say("paragraph.document.more", about.lang, count=count))] if more else []),
        *([sentence(_checked(found, about.lang))] if found else []),
    ]


def documents(about: About, rows: Rows, findings: Rows | None = None) -> Paragraph:
    """How many documents the figures come from, those that tell most first, and what checks found in them."""
    lang, most = about.lang, sorted(rows.records, key=lambda one: (-one["figures"], one["source"]))[:MOST]
    if not most:
        return [sentence(say("paragraph.documents.none", lang, place=about.place, years=about.years))]
    named = [_named(document, lang) for document in most]
    more = matching(rows) - len(most)
    others = [say("paragraph.documents.more", lang, count=formats.number(more, lang))] if more else []
    words = {"count": formats.quantity(matching(rows), "document", lang), "what": listed([*named, *others])}
    key = "paragraph.documents.largest" if more else "paragraph.documents"
    told = say(key, lang, place=about.place, years=about.years, **words)
    found = 0 if findings is None else matching(findings)
    return [sentence(told), *([sentence(_checked(found, lang))] if found else [])]


def _named(document: Record, lang: Language) -> str:
    """`Báo cáo tổng kết (Liên đoàn Lao động tỉnh Cao Bằng; 15/12/2021; 88 số liệu)`."""
    day = document["published_on"]
    when = formats.date(day, lang) if day else say("document.undated", lang)
    figures = formats.quantity(document["figures"], "figure", lang)
    return remarked(document[f"title_{lang}"], [document[f"publisher_{lang}"], when, figures], lang)


def _checked(found: int, lang: Language) -> str:
    return say("paragraph.document.checked", lang, count=formats.number(found, lang))
