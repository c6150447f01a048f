"""The workbook that a unit fills in, made for the unit and the period that somebody names."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st

from congdoan import formats
from congdoan.errors import DataError
from congdoan.export import MIME
from congdoan.intake.command import make_template
from congdoan.page.choice import Choice
from congdoan.text import say


def template_button(choice: Choice) -> None:
    """A form for unit and period, then the workbook to download."""
    lang = choice.lang
    with st.expander(say("imports.template", lang)):
        with st.form("import_template", border=False):
            unit = st.text_input(say("imports.template_unit", lang), key="import_template_unit")
            period = st.text_input(say("imports.template_period", lang), key="import_template_period")
            asked = st.form_submit_button(say("imports.template_make", lang))
        if asked and unit.strip() and period.strip():
            _offer(choice, unit.strip(), period.strip())


def _offer(choice: Choice, unit: str, period: str) -> None:
    with tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
        path = Path(folder) / "template.xlsx"
        try:
            make_template(unit, period, path, choice.lang)
        except DataError:
            st.error(say("imports.template_none", choice.lang))
            return
        st.download_button(
            say("imports.template_get", choice.lang),
            path.read_bytes(),
            formats.file_name("mau", unit, period) + ".xlsx",
            MIME["xlsx"],
            on_click="ignore",
        )
