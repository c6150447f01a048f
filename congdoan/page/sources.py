"""Which documents stand behind a card, and what its measures mean."""

from __future__ import annotations

import streamlit as st

from congdoan.export import Context, Source
from congdoan.formats import date, markdown
from congdoan.page.choice import Choice
from congdoan.page.links import document_link
from congdoan.text import say

MOST = 25
"""Documents named one by one; the screen of sources has them all."""


def sources_behind(choice: Choice, context: Context) -> None:
    """The documents with most figures, each a way to its lines, then the definitions."""
    lang, found = choice.lang, context.sources
    st.text(say("sources.behind", lang, shown=min(MOST, len(found)), total=len(found)))
    for source in found[:MOST]:
        document_link(choice, source.id, _label(choice, source))
    for term, meaning in context.definitions:
        st.markdown(f"**{markdown(term)}**: {markdown(meaning)}")


def _label(choice: Choice, source: Source) -> str:
    day = f" · {date(source.published_on, choice.lang)}" if source.published_on else ""
    return markdown(f"{source.id} · {source.publisher} · {source.title}{day}")
