"""The download dialog: what one sees or all of it, in every form, rows, columns, size and time said first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from congdoan import export
from congdoan.charts import Chart
from congdoan.export import Context, Offer, foot
from congdoan.formats import number, qualified, size
from congdoan.page import files
from congdoan.page.file_links import file_links
from congdoan.page.files import Wanted
from congdoan.page.listing import left_out
from congdoan.page.plot import picture_buttons
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.page.card import Card

LONG = 10
"""Seconds from which a file says how long it takes."""
MOST_EXCEL_CELLS = 60_000_000
"""Cells above which no Excel file is offered: it would take minutes to write, and to open."""


def download(made: Card) -> None:
    """Pictures of the chart, and files of its table or of every figure behind it."""
    seen, everything = _seen(made), _everything(made)
    if made.chart is not None:
        _pictures(made, made.chart)
    one = everything is None or _same(seen, everything, made)
    extent = "seen" if one else _extent(made)
    asked = seen if extent == "seen" else everything
    if asked is None:
        _buttons(made)
    else:
        _links(asked, made.context, f"files_{made.key}_{extent}")


def _extent(made: Card) -> str:
    lang = made.choice.lang
    return st.radio(
        say("download.extent", lang),
        ["seen", "all"],
        format_func=lambda code: say(f"download.{code}", lang),
        horizontal=True,
        key=f"extent_{made.key}_{lang}",
    )


def _pictures(made: Card, chart: Chart) -> None:
    stem = export.file_name(made.neutral, *made.choice.file_words(), made.context, "")
    picture_buttons(
        chart,
        made.context.title,
        made.context.subtitle,
        foot(made.context),
        made.context.mark,
        stem.removesuffix("."),
        f"picture_{made.key}_{made.choice.lang}",
        made.choice.lang,
    )


def _seen(made: Card) -> Wanted | None:
    """All rows of a list of which the card shows the first ones; None where it shows all."""
    return _list(made) if (made.matching or 0) > len(made.rows) else None


def _everything(made: Card) -> Wanted | None:
    """Every figure of the card's metrics within the choice; without metrics, all rows of its list."""
    if made.metrics:
        return Wanted(made.choice, files.FIGURES, {"metrics": list(made.metrics)})
    return _list(made) if made.rows.name in files.LISTS else None


def _list(made: Card) -> Wanted:
    inputs = made.rows.inputs
    own = {key: inputs[key] for key in files.OWN.values() if inputs.get(key)}
    return Wanted(made.choice.applied(inputs), made.rows.name, own, made.name)


def _same(seen: Wanted | None, everything: Wanted, made: Card) -> bool:
    """Whether all there is are the rows that one sees the first of."""
    if seen is None or left_out(made.choice, made.rows):
        return False
    return (seen.query, seen.own) == (everything.query, everything.own)


def _buttons(made: Card) -> None:
    """Files of the table in memory, as the card shows it."""
    from congdoan.tables.arrow import of_table

    stream, lang = of_table(made.table), made.choice.lang
    for offer in export.describe(stream, made.context):
        form = offer.form
        # The id keeps the server from handing out another file of the same name.
        identity = export.export_id([stream], made.context, form)
        st.download_button(
            _label(offer, lang),
            data=partial(export.make, form, stream, made.context),
            file_name=export.file_name(
                made.neutral, *made.choice.file_words(), made.context, export.EXTENSIONS[form]
            ),
            mime=f"{export.MIME[form]}; id={identity}",
            on_click="ignore",
            key=f"file_{form}_{made.key}_seen_{lang}",
            width="stretch",
        )


def _links(asked: Wanted, context: Context, key: str) -> None:
    """Files that our own address writes when they are asked for; `context` is about as long as theirs."""
    lang = asked.choice.lang
    offers = export.describe(files.stream(asked), context)
    kept = [one for one in offers if one.form != "xlsx" or one.rows * one.columns <= MOST_EXCEL_CELLS]
    file_links({asked.address(one.form): _label(one, lang) for one in kept}, f"{key}_{lang}")
    slow = [one for one in offers if one not in kept]
    for offer in slow:
        counts = {"rows": number(offer.rows, lang), "columns": number(offer.columns, lang)}
        st.text(say("download.too_large", lang, **counts))


def _label(offer: Offer, lang: Language) -> str:
    qualifier = "exact" if offer.measured else "about"
    said = say(
        "download.file",
        lang,
        form=say(f"download.form.{offer.form}", lang),
        rows=number(offer.rows, lang),
        columns=number(offer.columns, lang),
        size=qualified(size(offer.size, lang), qualifier, lang),
    )
    if offer.seconds < LONG:
        return said
    return f"{said} · {say('download.takes', lang, seconds=number(offer.seconds, lang))}"
