"""What can be done with a tile: notes on its figure, and its way into a deck, as cards have them."""

from __future__ import annotations

import streamlit as st

from congdoan.catalogue import metrics
from congdoan.database import Rows
from congdoan.formats import markdown
from congdoan.page.choice import Choice
from congdoan.page.note_dialog import note_label, notes_of
from congdoan.page.notes import Figure
from congdoan.page.own_decks import into_deck
from congdoan.page.tiles import Told
from congdoan.text import say


def figure_of(tile: Told) -> Figure:
    """What notes on a tile are about: its metric, within its choice, in the year that its value is of."""
    within, metric = tile.within, tile.said.key.partition("/")[0]
    years = {} if tile.year is None else {"year_from": tile.year, "year_to": tile.year}
    rows = Rows("totals/over_years", {}, (), {**within.inputs(), **years})
    key = f"tile_{tile.said.key}".replace("/", "_").replace(".", "_")
    return Figure(key, within, (metric,) if metric in metrics() else (), rows)


def actions(tile: Told) -> dict[str, str]:
    """The actions of a tile by code, in words; none where it cannot stand alone, no deck for an empty one."""
    if not tile.said.key:
        return {}
    deck = "" if tile.said.empty else say("card.deck", tile.within.lang)
    offered = {"note": note_label(figure_of(tile)), "deck": deck}
    return {act: label for act, label in offered.items() if label}


def act(choice: Choice, tile: Told, asked: str) -> None:
    """Opens the dialog of an action, headed by what the tile measures; `choice` is that of the screen."""

    @st.dialog(markdown(tile.said.label), width="large")
    def opened() -> None:
        st.caption(markdown(" · ".join(tile.within.words())))
        if asked == "note":
            notes_of(figure_of(tile))
        else:
            into_deck(choice, f"tiles/{tile.said.key}", tile.said.label)

    opened()
