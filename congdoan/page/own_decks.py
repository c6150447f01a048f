"""The decks of one's own as all decks are, and the dialog that puts a card into one."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from congdoan.control import decks as store
from congdoan.control.decks import LONGEST_CAPTION, LONGEST_NAME, KeptDeck, KeptStep
from congdoan.control.store import state
from congdoan.decks import Deck, Step, templates
from congdoan.errors import StoreError
from congdoan.formats import markdown
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.page.keeping import refusal
from congdoan.page.screens import ADDRESSES
from congdoan.page.views import parameters_of
from congdoan.text import Language, say

PREFIX = "rieng-"
"""The beginning of the code of a deck of one's own, `rieng-3`; then comes its number."""
SCREEN = "congdoan.on"
"""Where the session says which screen it shows."""


def own_decks() -> tuple[KeptDeck, ...]:
    """The decks that people put together; StoreError when they cannot be read."""
    return _all(state())


@kept
def _all(_state: tuple[int, int]) -> tuple[KeptDeck, ...]:
    return store.decks()


def deck_named(code: str) -> Deck | None:
    """The deck of a code, a template or one's own, if there is one; StoreError when those cannot be read."""
    if not code.startswith(PREFIX):
        return templates().get(code)
    return next((deck_of(one) for one in own_decks() if code == code_of(one)), None)


def code_of(own: KeptDeck) -> str:
    """What an address and the command line call a deck."""
    return f"{PREFIX}{own.deck}"


def deck_of(own: KeptDeck) -> Deck:
    """A deck of one's own as a deck, with a cover and its sources; steps of screens that are no more go."""
    steps = [_step(one) for one in own.steps if one.screen in ADDRESSES]
    last = (_end("skipped"), _end("sources"))
    return Deck(code_of(own), "year", own.name, own.name, (Step("", ("cover",)), *steps, *last), own.dataset)


def _end(what: str) -> Step:
    key = f"decks.{what}"
    return Step("", (what,), caption_vi=say(key, "vi"), caption_en=say(key, "en"))


def _step(own: KeptStep) -> Step:
    said = {"caption_vi": own.caption, "caption_en": own.caption, "note_vi": own.note, "note_en": own.note}
    return Step(own.screen, (own.card,), urlencode(own.parameters), **said)


def into_deck(choice: Choice, card: str, caption: str) -> None:
    """A form that puts a card or tile, with the filters it is shown with, into a deck or into a new one.

    `card` is its key on the screen, `caption` what is offered as its caption.
    """
    lang, dataset, key = choice.lang, choice.dataset, card.replace("/", "_")
    try:
        known = {one.deck: one.name for one in own_decks() if one.dataset == dataset}
    except StoreError as error:
        st.error(say(f"store.{error.reason}", lang))
        return
    deck = st.selectbox(
        say("decks.into", lang),
        [*known, None],
        format_func=lambda one: known[one] if one else say("decks.new", lang),
        key=f"deck_into_{key}_{lang}",
    )
    with st.form(f"deck_new_{key}", border=False):
        name = "" if deck else _name_wanted(key, lang)
        said = st.text_input(
            say("decks.caption", lang),
            caption[:LONGEST_CAPTION],
            max_chars=LONGEST_CAPTION,
            key=f"deck_caption_{key}_{lang}",
        )
        asked = st.form_submit_button(say("decks.add", lang), key=f"deck_add_{key}", type="primary")
    if asked:
        _add(KeptStep(st.session_state[SCREEN], card, parameters_of(choice), said), choice, deck, name)


def _name_wanted(key: str, lang: Language) -> str:
    """The name of a new deck; one that is there has its own."""
    return st.text_input(say("decks.name", lang), max_chars=LONGEST_NAME, key=f"deck_name_{key}_{lang}")


def _add(step: KeptStep, choice: Choice, deck: int | None, name: str) -> None:
    lang = choice.lang

    def act() -> None:
        if deck is None:
            store.make(name, choice.dataset, step)
        else:
            store.add(deck, step)

    if why := refusal(act, lang, "decks.rule"):
        st.error(why)
    else:
        st.success(say("decks.added", lang, name=markdown(name if deck is None else _name(deck))))


def _name(deck: int) -> str:
    return next((one.name for one in own_decks() if one.deck == deck), "")
