"""Links to files that our own address writes: they stay on the screen, and say why where there is no file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "congdoan.file_links",
    js=(_HERE / "file_links.js").read_text(encoding="utf-8"),
    css=(_HERE / "file_links.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def file_links(labels: Mapping[str, str], key: str) -> None:
    """One link per address, under its label."""
    links = [{"address": address, "label": label} for address, label in labels.items()]
    _component(data={"links": links}, key=key)
