"""Everything a screen shows, as one workbook: what the cards of a run drew, kept in their order."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from congdoan import export, tables
from congdoan.catalogue import metrics
from congdoan.page.choice import Choice
from congdoan.page.notes import lines
from congdoan.page.screens import measures
from congdoan.text import say

_KEPT = "congdoan.shown"


@dataclass(frozen=True)
class Shown:
    """One thing that the screen shows: its title, its table, what stands around it, the rows there are."""

    title: str
    table: tables.Table
    context: export.Context
    matching: int | None = None


def forget() -> None:
    """A new run of a screen begins with nothing shown."""
    st.session_state[_KEPT] = []


def keep(title: str, table: tables.Table, context: export.Context, matching: int | None = None) -> None:
    """Remembers what was just shown, for the workbook at the foot of the screen."""
    st.session_state.setdefault(_KEPT, []).append(Shown(title, table, context, matching))


def screen_workbook(choice: Choice, screen: str) -> None:
    """The button that hands over the whole screen as one XLSX: an index, then a sheet per card."""
    shown: list[Shown] = [part for part in st.session_state.get(_KEPT, []) if len(part.table)]
    if not shown:
        return
    named = say(f"page.{screen}", choice.lang)
    said = lines(choice, measures(screen) or [*metrics()], None)
    context = replace(shown[0].context, title=named, subtitle=" · ".join(choice.words()), notes=said)
    st.download_button(
        say("download.screen", choice.lang, cards=len(shown)),
        data=partial(_workbook, shown, context),
        file_name=export.file_name(named, *choice.file_words(), context, "xlsx"),
        # The id keeps the server from handing out another file of the same name.
        mime=f"{export.MIME['xlsx']}; id={_identity(choice, context, screen)}",
        on_click="ignore",
        key=f"screen_{screen}_{choice.lang}",
    )


def _identity(choice: Choice, context: export.Context, screen: str) -> str:
    """The name of the file's content: one view of one release on one day, with its notes, is one file."""
    view = f"{screen} {choice!r} {context.release} {context.made_on} {context.notes}"
    return hashlib.sha256(view.encode()).hexdigest()[:8]


def _workbook(shown: list[Shown], context: export.Context) -> bytes:
    from congdoan.export.workbook import workbook
    from congdoan.tables.arrow import of_table

    file = io.BytesIO()
    cards = [(of_table(part.table, part.matching), part.context) for part in shown]
    workbook(file, cards, context)
    return file.getvalue()
