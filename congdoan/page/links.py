"""Ways from a figure to where it is explained, in the same view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from congdoan.formats import figure
from congdoan.page.choice import Choice
from congdoan.page.screens import script
from congdoan.text import say

SOURCES = str(script("sources"))
REPORTS = str(script("reports"))
COMPARISON = str(script("comparison"))


@dataclass(frozen=True)
class Way:
    """A link to another screen, in the same view: its script, its address, and what it asks for."""

    label: str
    page: str
    slug: str
    query: Mapping[str, str]

    @property
    def address(self) -> str:
        """Where it leads, for a window of its own."""
        return f"/{self.slug}?{urlencode(self.query)}"


def source_way(choice: Choice, line: str | None) -> Way:
    """From one figure to its line on the screen of sources, from a sum to the sources of the view."""
    query = {**dict(choice.parameters()), **({"so": line} if line else {})}
    return Way(say("card.source", choice.lang), SOURCES, "nguon", query)


def dispute_way(choice: Choice, other: Mapping[str, Any]) -> Way:
    """What another source says instead, and the way to its line: a row of `figures/disputed`."""
    told = figure(other["value"], other["unit"], other["qualifier"], None, choice.lang)
    query = {**dict(choice.parameters()), "so": str(other["other"])}
    return Way(say("kpi.disputed", choice.lang, value=told), SOURCES, "nguon", query)


def reports_way(choice: Choice, year: int) -> Way:
    """From a sum to who reported for its year, and who did not."""
    query = {**dict(choice.parameters()), "nam-xem": str(year)}
    return Way(say("card.reports", choice.lang), REPORTS, "bao-cao", query)


def document_link(choice: Choice, source: str, label: str) -> None:
    """A link to one document on the screen of sources."""
    st.page_link(SOURCES, label=label, query_params={**dict(choice.parameters()), "nguon": source})


def comparison_link(choice: Choice, org: str) -> None:
    """A link from a unit to the screen of comparison, where it is the base and others can be added."""
    query_params = {**dict(choice.parameters()), "noi": org, "theo": "noi"}
    st.page_link(COMPARISON, label=say("organisation.compare", choice.lang), query_params=query_params)
