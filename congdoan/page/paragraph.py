"""The paragraphs of a report about a view: the button at the foot of a screen, and the text it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from congdoan.export import source_line
from congdoan.page import subjects
from congdoan.page.choice import Choice
from congdoan.page.comparison import compared_by
from congdoan.page.context import context, today
from congdoan.page.documents import document_shown
from congdoan.page.explorer import pivoted_by
from congdoan.page.rows import rows as ask
from congdoan.text import say

SCREENS: Mapping[str, tuple[str, ...]] = {
    "overview": ("change", "coverage"),
    "members": ("members", "party"),
    "welfare": ("welfare",),
    "donations": ("donations",),
    "ratings": ("ratings",),
    "awards": ("awards",),
    "targets": ("targets",),
    "reports": ("coverage",),
    "comparison": ("beside",),
    "organisations": ("unit",),
    "explorer": ("pivot",),
    "sources": ("documents",),
}
"""The subjects that the paragraphs of a screen speak of."""


@dataclass(frozen=True)
class Behind:
    """What a source line names: documents, or where there are none those of metrics within the choice."""

    choice: Choice
    metrics: Sequence[str] = ()
    documents: Sequence[str] = ()


def paragraph_button(choice: Choice, screen: str) -> None:
    """The button that shows the paragraphs of a screen as text to copy, on screens that have some."""
    if screen not in SCREENS or (screen == "organisations" and subjects.unit_figures(choice).empty):
        return
    if st.button(say("paragraph.copy", choice.lang), key=f"paragraph_{screen}_{choice.lang}"):
        _dialog(choice, screen)


def _dialog(choice: Choice, screen: str) -> None:
    @st.dialog(say("paragraph.copy", choice.lang), width="large")
    def opened() -> None:
        st.caption(say("paragraph.hint", choice.lang))
        st.code(copied(choice, screen), language=None, wrap_lines=True)

    opened()


def copied(choice: Choice, screen: str) -> str:
    """The paragraphs of a screen and their source line, as plain text. What is missing is said too."""
    told = [text for subject in SCREENS[screen] for text in subjects.paragraphs(choice, subject)]
    behind = BEHIND[screen](choice) if screen in BEHIND else _metrics(choice, screen)
    title, filters = say(f"page.{screen}", choice.lang), " · ".join(behind.choice.words())
    around = context(behind.choice, title, filters, behind.metrics, behind.documents, today())
    return "\n\n".join([*told, source_line(around)])


def _metrics(choice: Choice, screen: str) -> Behind:
    return Behind(choice, [metric for subject in SCREENS[screen] for metric in subjects.METRICS[subject]])


def _targets(choice: Choice) -> Behind:
    """The documents that ask for the targets, and those that say what came of them."""
    reached = ask("targets/reached", choice).values
    found = dict.fromkeys([*reached["source"], *reached["figure_source"]])
    return Behind(choice, documents=[document for document in found if document])


def _compared(choice: Choice) -> Behind:
    compared = compared_by(choice)
    return Behind(compared.view(choice), [*compared.metrics])


def _unit(choice: Choice) -> Behind:
    return Behind(choice, documents=[*dict.fromkeys(subjects.unit_figures(choice).values["source"])])


def _pivot(choice: Choice) -> Behind:
    return Behind(choice, pivoted_by(choice).metrics)


def _documents(choice: Choice) -> Behind:
    """The document shown, else those of the list, which names them itself."""
    shown = document_shown(choice)
    return Behind(choice, documents=[str(shown["source"])] if shown else [])


BEHIND: Mapping[str, Callable[[Choice], Behind]] = {
    "targets": _targets,
    "comparison": _compared,
    "organisations": _unit,
    "explorer": _pivot,
    "sources": _documents,
}
"""What stands behind the paragraphs of screens whose subjects have no metrics of their own."""
