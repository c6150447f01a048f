"""The screen of presentations: which decks there are, what each shows and leaves out, one slide by slide."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from congdoan import decks, packs
from congdoan.control.decks import KeptDeck
from congdoan.database import version
from congdoan.decks import Deck
from congdoan.errors import StoreError
from congdoan.packs import Pack
from congdoan.page import filling, offstage, url
from congdoan.page.choice import Choice
from congdoan.page.component import component
from congdoan.page.deck_editor import deleted, way_back
from congdoan.page.deck_offers import DECK, EVERY, STEP, fill_beside, offer, present, want
from congdoan.page.filling import Wanted
from congdoan.page.own_decks import deck_named, deck_of, own_decks
from congdoan.page.screens import ADDRESSES, script
from congdoan.text import say

_GOING = "congdoan.going"

_component = component(*packs.SCRIPTS, folder=packs.FOLDER)


def presentation(choice: Choice) -> None:
    """The deck that the address names, slide by slide; else every deck with what it would show."""
    if offstage.asked() is not None:
        return
    deck = _asked(choice)
    if deck is not None:
        want(())
        _present(choice, _wanted(choice, deck))
        return
    templates = [_wanted(choice, one) for one in decks.templates().values()]
    own, why = _own(choice)
    wishes = [*templates, *own]
    want(wishes)
    if choice.own.get(DECK) and not why:
        st.info(say("decks.gone", choice.lang))
    st.header(say("decks.templates", choice.lang), anchor=False)
    for one in templates:
        offer(one)
    st.header(say("decks.own", choice.lang), anchor=False)
    _offer_own(choice, own, why)
    fill_beside(wishes)


def _asked(choice: Choice) -> Deck | None:
    """The deck that the address names, if it can be read."""
    with suppress(StoreError):
        return deck_named(choice.own.get(DECK, ""))
    return None


def _own(choice: Choice) -> tuple[dict[Wanted, KeptDeck], str]:
    """The decks of one's own, else why they cannot be read."""
    try:
        return {_wanted(choice, deck_of(one)): one for one in own_decks()}, ""
    except StoreError as error:
        return {}, say(f"store.{error.reason}", choice.lang)


def _offer_own(choice: Choice, own: dict[Wanted, KeptDeck], why: str) -> None:
    """The decks of one's own, the newest first; where one was just deleted, the way back to it."""
    gone = deleted()
    if why:
        st.error(why)
    elif not own and not gone:
        st.caption(say("decks.none", choice.lang))
    for one, kept_deck in own.items():
        if gone and gone.deck > kept_deck.deck:
            way_back(gone, choice.lang)
            gone = None
        offer(one, kept_deck)
    if gone:
        way_back(gone, choice.lang)


def _wanted(choice: Choice, deck: Deck) -> Wanted:
    home = urlsplit(st.context.url or "")
    return filling.wanted(deck, choice, f"{home.scheme}://{home.netloc}")


def _present(choice: Choice, one: Wanted) -> None:
    key = f"deck_{one.deck.deck}_{choice.lang}"

    def opened() -> None:
        st.session_state[_GOING] = st.session_state[key].open

    place = st.empty()
    made = _made(one, place, key)
    step = st.session_state.pop(_GOING, None)
    if step is not None:
        _go(choice, one.deck, made, int(step))
    at, every = (int(choice.own.get(name, "0")) for name in (STEP, EVERY))
    data = filling.slides(made, at or 1, every)
    with place.container():
        _component(data=data, key=key, on_open_change=opened, on_leave_change=partial(present, None))


def _made(one: Wanted, place: DeltaGenerator, key: str) -> Pack:
    """The deck; where it is still to be filled, its cover stands in its place meanwhile."""
    if isinstance(made := filling.ended(one), Pack):
        return made
    with place.container():
        _component(data=filling.cover(one), key=f"{key}_begun")
    return filling.filled(one)


def _go(choice: Choice, deck: Deck, made: Pack, step: int) -> None:
    """Opens the view behind a slide, with the way back to it."""
    screens = {address: screen for screen, address in ADDRESSES.items()}
    view = urlsplit(made.slides[step - 1].address)
    by_itself = {key: value for key, value in choice.own.items() if key == EVERY}
    back = urlencode({DECK: deck.deck, STEP: str(step), **by_itself, **choice.parameters()})
    asked = {**dict(parse_qsl(view.query)), url.BACK: back}
    if asked.get("ban") == version(choice.dataset):
        del asked["ban"]  # what serves now needs no name, and Back has one step less to take
    st.switch_page(script(screens[view.path.removeprefix("/")]), query_params=asked)
