"""A document in words."""

from congdoan import formats
from congdoan.export.context import Source
from congdoan.text import Language


def sourced(source: Source, lang: Language) -> str:
    """Publisher, title, day and address of a document."""
    parts = (source.publisher, source.title, formats.date(source.published_on, lang), source.url)
    return ", ".join(part for part in parts if part and part != formats.MISSING)
