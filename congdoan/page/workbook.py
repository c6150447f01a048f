"""Everything a screen shows, as one workbook: what the cards of a run drew, kept in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from congdoan import export, tables
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.text import say

_KEPT = "congdoan.shown"


@dataclass(frozen=True)
class Shown:
    """One thing that the screen shows: its title, its table, and what stands around it."""

    title: str
    table: tables.Table
    context: export.Context


def forget() -> None:
    """A new run of a screen begins with nothing shown."""
    st.session_state[_KEPT] = []


def keep(title: str, table: tables.Table, context: export.Context) -> None:
    """Remembers what was just shown, for the workbook at the foot of the screen."""
    st.session_state.setdefault(_KEPT, []).append(Shown(title, table, context))


def screen_workbook(choice: Choice, screen: str) -> None:
    """The button that hands over the whole screen as one XLSX: an index, then a sheet per card."""
    shown: list[Shown] = [part for part in st.session_state.get(_KEPT, []) if len(part.table)]
    if not shown:
        return
    named = say(f"page.{screen}", choice.lang)
    context = replace(shown[0].context, title=named, subtitle=" · ".join(choice.words()))
    identity = _identity(tuple(part.table for part in shown), context, screen)
    st.download_button(
        say("download.screen", choice.lang, cards=len(shown)),
        data=partial(_workbook, shown, context),
        file_name=export.file_name(
            named, choice.places_words(), choice.years_words(), context.release, identity, "xlsx"
        ),
        mime=export.MIME["xlsx"],
        on_click="ignore",
        key=f"screen_{screen}_{choice.lang}",
    )


@kept
def _identity(shown: tuple[tables.Table, ...], context: export.Context, screen: str) -> str:
    """The name of the file's content, kept: it reads every cell of the screen."""
    return export.export_id(shown, context, f"screen {screen}")


def _workbook(shown: list[Shown], context: export.Context) -> bytes:
    return export.workbook([(part.table, part.context) for part in shown], context)
