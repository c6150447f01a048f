"""What was imported before, the newest first: who, when, what it changed, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from congdoan import formats
from congdoan.control import imports
from congdoan.control.imports import FIGURE, Batch
from congdoan.formats import markdown, number
from congdoan.page import import_desk
from congdoan.page.choice import Choice
from congdoan.page.import_figures import figure_table
from congdoan.page.links import document_link
from congdoan.page.note_dialog import AUTHOR
from congdoan.publishing import workshop
from congdoan.publishing.command import state_of
from congdoan.text import say

MOST = 20
"""Batches shown; the command `batches` lists all."""
SHOWN = 200
"""Figures of a batch shown."""


def batches(choice: Choice) -> None:
    """A line for each batch, with its figures and, where it is in force, the form that takes it back."""
    every, lang = imports.batches(), choice.lang
    st.subheader(say("imports.before", lang), anchor=False)
    if not every:
        st.text(say("imports.none", lang))
    for one in every[: -MOST - 1 : -1]:
        _batch(choice, one, every)
    if len(every) > MOST:
        st.caption(say("imports.first", lang, shown=MOST, count=number(len(every), lang)))


def _batch(choice: Choice, one: Batch, every: Sequence[Batch]) -> None:
    lang, state = choice.lang, state_of(one, every)
    day = formats.date(date.fromisoformat(one.made_at[:10]), lang)
    told = f"imports.state.{state}"
    title = say(
        "imports.batch",
        lang,
        batch=one.batch,
        file=one.file,
        author=one.author,
        day=day,
        state=say(told, lang),
    )
    with st.expander(markdown(title)):
        counts = {key: number(getattr(one, key), lang) for key in ("figures", "new", "changed")}
        st.text(say("imports.batch_said", lang, note=one.note, release=one.served_by or "–", **counts))
        if one.reason and one.reason != one.note:
            st.text(say("imports.batch_reason", lang, reason=one.reason))
        if state == "standing":
            document_link(choice, f"N{one.batch}", say("imports.batch_document", lang))
        if st.toggle(say("imports.batch_figures", lang), key=f"import_figures_{one.batch}"):
            _figures(choice, one)
        if state in ("standing", "undoing"):
            _undo(choice, one)


def _figures(choice: Choice, one: Batch) -> None:
    path = imports.parquet_of(one)
    if path:
        figures = workshop.figures(path, most=SHOWN)
    else:
        figures = [tuple(row[name] for name in FIGURE) for row in imports.figures(one.batch)[:SHOWN]]
    figure_table(choice, figures, one.figures, f"import_table_{one.batch}")


def _undo(choice: Choice, one: Batch) -> None:
    """The form that takes a batch back: for a reason, by somebody."""
    lang = choice.lang
    with st.form(f"import_undo_{one.batch}", border=False):
        reason = st.text_input(
            say("imports.undo_reason", lang), max_chars=500, key=f"undo_reason_{one.batch}"
        )
        author = st.text_input(
            say("imports.author", lang),
            st.session_state.get(AUTHOR, ""),
            max_chars=80,
            key=f"undo_author_{one.batch}",
        )
        asked = st.form_submit_button(say("imports.undo", lang), key=f"undo_{one.batch}")
    if asked and reason.strip() and author.strip():
        st.session_state[AUTHOR] = author.strip()
        words = {"note": reason.strip(), "reason": reason.strip(), "author": author.strip()}
        import_desk.undo(one.batch, words)
        st.rerun()
    elif asked:
        st.error(say("imports.missing.undo", lang))
