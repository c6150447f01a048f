"""The list of decks: what each is made of, and once it is filled what it shows here and leaves out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial
from itertools import count

import streamlit as st

from congdoan import packs
from congdoan.control.decks import KeptDeck
from congdoan.decks import Deck
from congdoan.errors import StoreError
from congdoan.formats import markdown, quantity
from congdoan.packs import Form, Pack
from congdoan.page import filling, url
from congdoan.page.deck_editor import editor
from congdoan.page.filling import Wanted
from congdoan.page.packing import name_of
from congdoan.page.states import logged
from congdoan.text import Language, say

DECK, STEP, EVERY = "bo", "buoc", "tu-dong"
"""Keys of the address: the deck to be presented, its slide, the seconds after which it goes on by itself."""
LOOK_AGAIN = 1.0
"""Seconds after which an open list has its decks filled, and then looks whether more of them are."""
_WANTED, _TOLD = "congdoan.decks_wanted", "congdoan.decks_told"


def want(wishes: Sequence[Wanted]) -> None:
    """Takes the decks of an open list in place of a former one's, and tries again what failed before."""
    before: Sequence[Wanted] = st.session_state.get(_WANTED, ())
    filling.leave(one for one in before if one not in wishes)
    if not st.session_state.pop(_TOLD, False):
        filling.forgive(wishes)
    st.session_state[_WANTED] = wishes


def fill_beside(wishes: Sequence[Wanted]) -> None:
    """Has the decks of a list that stays open filled beside it, and tells of each that is ready.

    Not at once: whoever opens a deck right away has the machine for it, and whoever passes by wants none.
    """
    waiting = [one for one in wishes if filling.ended(one) is None]
    looks = count()

    @st.fragment(run_every=LOOK_AGAIN)
    def look() -> None:
        if next(looks):
            filling.begin(waiting)
        if any(filling.ended(one) is not None for one in waiting):
            st.session_state[_TOLD] = True
            st.rerun()

    if waiting:
        look()


def offer(one: Wanted, own: KeptDeck | None = None) -> None:
    """One deck: how many slides it has here, what it shows and leaves out, its start and its files."""
    deck, lang, found = one.deck, one.choice.lang, filling.ended(one)
    made = found if isinstance(found, Pack) else one.outline()
    with st.container(border=True, key=f"offer_{deck.deck}"):
        st.subheader(markdown(name_of(deck, lang)), anchor=False)
        extent = say("deck.filling", lang) if found is None else _counts(made) if made.slides else ""
        st.caption(markdown(" · ".join(filter(None, (made.place, made.period, made.context.mark, extent)))))
        if isinstance(found, BaseException):
            st.error(_why_not(found, lang))
        with st.container(horizontal=True, gap="small"):
            if st.button(say("deck.start", lang), key=f"start_{deck.deck}", type="primary"):
                present(deck.deck)
                st.rerun()
            for form in packs.FORMS:
                _file(one, made, form)
        with st.expander(say("deck.contents", lang)):
            _contents(deck, made)
        if own is not None:
            editor(own, lang)


def present(deck: str | None) -> None:
    """Begins a deck with its first slide; with None the list of decks stands there again."""
    url.choose(DECK, deck)
    url.choose(STEP, None)


def _counts(made: Pack) -> str:
    slides, skipped = (
        quantity(len(made.slides), "slide", made.lang),
        quantity(made.left_out, "part", made.lang),
    )
    return say("deck.counts", made.lang, slides=slides, skipped=skipped)


def _skipped(made: Pack) -> list[str]:
    return [line for slide in made.slides if slide.kind == "skipped" for line in slide.lines]


def _contents(deck: Deck, made: Pack) -> None:
    """The slides that the deck has here and the parts left out; before it is filled, those it is made of."""
    shown = [slide for slide in made.slides if slide.kind in ("tiles", "card")]
    lines = [f"{slide.step}. {slide.caption or slide.title}" for slide in shown]
    lines = lines or [f"• {step.words(made.lang)[0]}" for step in deck.steps if step.screen]
    st.text("\n".join(lines))
    if skipped := _skipped(made):
        st.text("\n".join([say("deck.skipped", made.lang), *(f"• {line}" for line in skipped)]))


def _why_not(error: BaseException, lang: Language) -> str:
    if isinstance(error, StoreError):
        return say(f"store.{error.reason}", lang)
    return say("deck.failed", lang, code=logged(error))


def _file(one: Wanted, made: Pack, form: Form) -> None:
    st.download_button(
        say(f"deck.form.{form}", made.lang),
        data=partial(_written, one, form),
        file_name=packs.file_name(made, form),
        mime=packs.KINDS[form].media_type,
        on_click="ignore",
        key=f"{form}_{one.deck.deck}_{made.lang}",
    )


def _written(one: Wanted, form: Form) -> bytes:
    file = io.BytesIO()
    packs.write(form, file, filling.filled(one))
    return file.getvalue()
