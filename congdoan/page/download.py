"""The download dialog: what one sees or all of it, in every form, rows, columns and size said first."""

from __future__ import annotations

from functools import partial

import streamlit as st

from congdoan import export, tables
from congdoan.charts import Chart
from congdoan.database import Rows
from congdoan.export import Context, source_line
from congdoan.formats import number, qualified, size
from congdoan.page.choice import Choice
from congdoan.page.plot import picture_buttons
from congdoan.page.rows import rows as ask
from congdoan.text import say


def download(
    choice: Choice, rows: Rows, table: tables.Table, chart: Chart | None, context: Context, key: str
) -> None:
    """Pictures of the chart, and files of its table or of every figure behind it."""
    lang = choice.lang
    if chart is not None:
        _pictures(choice, chart, context, f"picture_{key}_{lang}")
    extent = st.radio(
        say("download.extent", lang),
        ["seen", "all"],
        format_func=lambda code: say(f"download.{code}", lang),
        horizontal=True,
        key=f"extent_{key}_{lang}",
    )
    _files(choice, table if extent == "seen" else _everything(choice, rows), context, f"{key}_{extent}")


def _pictures(choice: Choice, chart: Chart, context: Context, key: str) -> None:
    picture_buttons(
        chart,
        context.title,
        context.subtitle,
        source_line(context),
        context.mark,
        _named(choice, context, "", "").removesuffix("."),
        key,
        choice.lang,
    )


def _named(choice: Choice, context: Context, identity: str, extension: str) -> str:
    """The file name that says title, filters and release."""
    return export.file_name(
        context.title, choice.places_words(), choice.years_words(), context.release, identity, extension
    )


def _everything(choice: Choice, rows: Rows) -> tables.Table:
    """Every figure of the card's metrics within the choice; without metrics, all rows that it could show."""
    if rows.inputs.get("metrics"):
        return tables.table(
            ask("figures/list", choice, metrics=rows.inputs["metrics"], every=True), choice.lang
        )
    return tables.table(ask(rows.name, choice, **{**rows.inputs, "limit": None}), choice.lang)


def _files(choice: Choice, table: tables.Table, context: Context, key: str) -> None:
    for form in export.FORMS:
        offer = export.describe(form, table, context)
        identity = export.export_id([table], context, form)
        st.download_button(
            _label(choice, offer),
            data=partial(export.make, form, table, context),
            file_name=_named(choice, context, identity, export.EXTENSIONS[form]),
            mime=export.MIME[form],
            on_click="ignore",
            key=f"file_{form}_{key}_{choice.lang}",
            width="stretch",
        )


def _label(choice: Choice, offer: export.Offer) -> str:
    lang = choice.lang
    qualifier = "exact" if offer.measured else "about"
    return say(
        "download.file",
        lang,
        form=say(f"download.form.{offer.form}", lang),
        rows=number(offer.rows, lang),
        columns=number(offer.columns, lang),
        size=qualified(size(offer.size, lang), qualifier, lang),
    )
