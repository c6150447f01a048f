"""Ways from a figure to where it is explained, in the same view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from congdoan.formats import figure, markdown
from congdoan.page.choice import Choice
from congdoan.page.screens import script
from congdoan.text import say

SOURCES = str(script("sources"))
REPORTS = str(script("reports"))


def source_link(choice: Choice, line: str | None) -> None:
    """A link from one figure to its line on the screen of sources, from a sum to the sources of the view."""
    st.page_link(
        SOURCES,
        label=say("card.source", choice.lang),
        query_params={**dict(choice.parameters()), **({"so": line} if line else {})},
    )


def dispute_link(choice: Choice, other: Mapping[str, Any]) -> None:
    """What another source says instead, a link to its line: a row of `figures/disputed`."""
    told = figure(other["value"], other["unit"], other["qualifier"], None, choice.lang)
    st.page_link(
        SOURCES,
        label=markdown(say("kpi.disputed", choice.lang, value=told)),
        query_params={**dict(choice.parameters()), "so": str(other["other"])},
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
