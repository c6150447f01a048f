"""Ways from a figure to where it is explained, in the same view."""

from __future__ import annotations

import streamlit as st

from congdoan.page.choice import Choice
from congdoan.paths import ROOT
from congdoan.text import say

SOURCES = str(ROOT / "pages" / "sources.py")
REPORTS = str(ROOT / "pages" / "reports.py")
COMPARISON = str(ROOT / "pages" / "comparison.py")


def source_link(choice: Choice, figure: str | None) -> None:
    """A link from one figure to its line on the screen of sources, from a sum to the sources of the view."""
    st.page_link(
        SOURCES,
        label=say("card.source", choice.lang),
        query_params={**dict(choice.parameters()), **({"so": figure} if figure else {})},
    )


def reports_link(choice: Choice, year: int) -> None:
    """A link from a sum to who reported for its year, and who did not."""
    st.page_link(
        REPORTS,
        label=say("card.reports", choice.lang),
        query_params={**dict(choice.parameters()), "nam-xem": str(year)},
    )


def document_link(choice: Choice, source: str, label: str) -> None:
    """A link to one document on the screen of sources."""
    st.page_link(SOURCES, label=label, query_params={**dict(choice.parameters()), "nguon": source})


def comparison_link(choice: Choice, org: str) -> None:
    """A link from a unit to the screen of comparison, where it is the base and others can be added."""
    query_params = {**dict(choice.parameters()), "noi": org, "theo": "noi"}
    st.page_link(COMPARISON, label=say("organisation.compare", choice.lang), query_params=query_params)
