"""Ways from a figure to where it is explained, in the same view."""

from __future__ import annotations

import streamlit as st

from congdoan.page.choice import Choice
from congdoan.page.tiles import Way
from congdoan.paths import ROOT
from congdoan.text import say

SOURCES = str(ROOT / "pages" / "sources.py")
REPORTS = str(ROOT / "pages" / "reports.py")


def source_way(choice: Choice, figure: str | None) -> Way:
    """From one figure to its line on the screen of sources, from a sum to the sources of the view."""
    query = {**dict(choice.parameters()), **({"so": figure} if figure else {})}
    return Way(say("card.source", choice.lang), SOURCES, "nguon", query)


def reports_way(choice: Choice, year: int) -> Way:
    """From a sum to who reported for its year, and who did not."""
    query = {**dict(choice.parameters()), "nam-xem": str(year)}
    return Way(say("card.reports", choice.lang), REPORTS, "bao-cao", query)


def document_link(choice: Choice, source: str, label: str) -> None:
    """A link to one document on the screen of sources."""
    st.page_link(SOURCES, label=label, query_params={**dict(choice.parameters()), "nguon": source})
