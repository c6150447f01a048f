"""Changes to a deck of one's own: its name, the order and words of its slides; deleted, it can come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from congdoan.control import decks as store
from congdoan.control.decks import LONGEST_CAPTION, LONGEST_NAME, LONGEST_NOTE, KeptDeck, KeptStep
from congdoan.formats import markdown
from congdoan.page.keeping import refusal
from congdoan.text import Language, say

DELETED, REFUSED = "congdoan.deck_deleted", "congdoan.deck_refused"


def deleted() -> KeptDeck | None:
    """The deck that was just deleted here, until it is brought back or another one goes."""
    gone: KeptDeck | None = st.session_state.get(DELETED)
    return gone


def way_back(gone: KeptDeck, lang: Language) -> None:
    """In the place of a deck that was deleted: that it is gone, and how it comes back."""
    with st.container(horizontal=True, vertical_alignment="center", key="deck_deleted"):
        st.text(say("decks.deleted", lang, name=gone.name))
        _act("restore", partial(_restore, gone), lang, "deck")


def editor(own: KeptDeck, lang: Language) -> None:
    """All that can be changed of a deck."""
    with st.expander(say("decks.edit", lang)):
        with st.form(f"deck_form_{own.deck}", border=False):
            st.text_input(
                say("decks.name", lang), own.name, max_chars=LONGEST_NAME, key=f"deck_name_{own.deck}"
            )
            _submit("rename", partial(_rename, own), lang, own.deck)
        for at, step in enumerate(own.steps):
            with st.container(border=True, key=f"deck_step_{step.step}"):
                _step(own, at, step, lang)
        _act("delete", partial(_delete, own), lang, own.deck)


def _step(own: KeptDeck, at: int, step: KeptStep, lang: Language) -> None:
    """One slide: its words, and where it stands."""
    key = step.step
    st.caption(markdown(f"{at + 1}. {say(f'page.{step.screen}', lang)} · {step.caption}"))
    with st.form(f"deck_words_{key}", border=False):
        st.text_input(
            say("decks.caption", lang), step.caption, max_chars=LONGEST_CAPTION, key=f"deck_caption_{key}"
        )
        st.text_area(
            say("decks.note", lang), step.note, max_chars=LONGEST_NOTE, height=80, key=f"deck_note_{key}"
        )
        _submit("word", partial(_word, key), lang, key)
    with st.container(horizontal=True, gap="small"):
        if at > 0:
            _act("up", partial(store.swap, key, own.steps[at - 1].step), lang, key)
        if at + 1 < len(own.steps):
            _act("down", partial(store.swap, key, own.steps[at + 1].step), lang, key)
        _act("remove", partial(store.remove, key), lang, key)


def _act(what: str, act: Callable[[], object], lang: Language, key: object) -> None:
    label, place = say(f"decks.{what}", lang), f"deck_{what}_{key}"
    st.button(label, key=place, type="tertiary", on_click=partial(_tried, act, lang, place))
    _refused(place)


def _submit(what: str, act: Callable[[], object], lang: Language, key: object) -> None:
    label, place = say(f"decks.{what}", lang), f"deck_{what}_{key}"
    st.form_submit_button(label, key=place, on_click=partial(_tried, act, lang, place))
    _refused(place)


def _rename(own: KeptDeck) -> None:
    store.rename(own.deck, st.session_state[f"deck_name_{own.deck}"])


def _word(step: int) -> None:
    store.word(step, *(st.session_state[f"deck_{part}_{step}"] for part in ("caption", "note")))


def _delete(own: KeptDeck) -> None:
    store.delete(own.deck)
    st.session_state[DELETED] = own


def _restore(own: KeptDeck) -> None:
    store.restore(own.deck)
    st.session_state.pop(DELETED, None)


def _tried(act: Callable[[], object], lang: Language, place: str) -> None:
    """Carries out a change before the screen is drawn anew; why it was refused is said at its button."""
    st.session_state[REFUSED] = {place: refusal(act, lang, "decks.rule")}


def _refused(place: str) -> None:
    """Says below a button why what it last asked for was refused, also while the list is drawn anew."""
    if why := st.session_state.get(REFUSED, {}).get(place):
        st.error(why)
