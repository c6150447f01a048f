"""The screen of presentations: which decks there are, what each shows and leaves out, one slide by slide."""

from __future__ import annotations

import io
from functools import partial
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from congdoan import decks, packs
from congdoan.control.decks import KeptDeck
from congdoan.decks import Deck
from congdoan.errors import StoreError
from congdoan.formats import markdown, number
from congdoan.kept import kept
from congdoan.packs import Form, Pack
from congdoan.page import offstage, url
from congdoan.page.choice import Choice, choice_of
from congdoan.page.component import component, packed
from congdoan.page.deck_editor import editor, outcome
from congdoan.page.own_decks import deck_named, deck_of, own_decks
from congdoan.page.packing import name_of, pack
from congdoan.page.plot import PLOTLY_ADDRESS
from congdoan.page.rows import held
from congdoan.page.screens import ADDRESSES, script
from congdoan.text import say

DECK, STEP, EVERY = "bo", "buoc", "tu-dong"
"""Keys of the address: the deck, the slide, and the seconds between slides of a deck that runs by itself."""
_GOING = "congdoan.going"

_component = component(*packs.SCRIPTS, folder=packs.FOLDER)


def presentation(choice: Choice) -> None:
    """The deck that the address names, slide by slide; else every deck with what it would show."""
    if offstage.asked() is not None:
        return
    deck = deck_named(choice.own.get(DECK, ""))
    if deck is not None:
        _present(choice, deck)
        return
    st.header(say("decks.templates", choice.lang), anchor=False)
    for one in decks.templates().values():
        _offer(choice, one)
    _own(choice)


def _own(choice: Choice) -> None:
    """The decks of one's own, each to be presented, taken away as files, and changed."""
    lang = choice.lang
    st.header(say("decks.own", lang), anchor=False)
    outcome(lang)
    try:
        found = own_decks()
    except StoreError as error:
        st.error(say(f"store.{error.reason}", lang))
        return
    if not found:
        st.caption(say("decks.none", lang))
    for one in found:
        _offer(choice, deck_of(one), one)


def _present(choice: Choice, deck: Deck) -> None:
    key = f"deck_{deck.deck}_{choice.lang}"

    def opened() -> None:
        st.session_state[_GOING] = st.session_state[key].open

    made = _made(choice, deck)
    step = st.session_state.pop(_GOING, None)
    if step is not None:
        _go(choice, deck, made, int(step))
    at, every = (int(choice.own.get(name, "0")) for name in (STEP, EVERY))
    data = _data(made, at or 1, every)
    _component(data=data, key=key, on_open_change=opened, on_leave_change=partial(url.choose, DECK, None))


def _go(choice: Choice, deck: Deck, made: Pack, step: int) -> None:
    """Opens the view behind a slide, with the way back to it."""
    screens = {address: screen for screen, address in ADDRESSES.items()}
    view = urlsplit(made.slides[step - 1].address)
    back = urlencode({DECK: deck.deck, STEP: str(step), **choice.parameters()})
    asked = {**dict(parse_qsl(view.query)), url.BACK: back}
    st.switch_page(script(screens[view.path.removeprefix("/")]), query_params=asked)


def _offer(choice: Choice, deck: Deck, own: KeptDeck | None = None) -> None:
    """One deck: how many slides it has here, what it shows and leaves out, its start and its files."""
    lang, made = choice.lang, _made(choice, deck)
    shown = [slide for slide in made.slides if slide.kind in ("tiles", "card")]
    skipped = [line for slide in made.slides if slide.kind == "skipped" for line in slide.lines]
    with st.container(border=True, key=f"offer_{deck.deck}"):
        st.subheader(markdown(name_of(deck, lang)), anchor=False)
        counts = {"slides": number(len(made.slides), lang), "skipped": number(made.left_out, lang)}
        said = (made.place, made.period, made.context.mark, say("deck.counts", lang, **counts))
        st.caption(markdown(" · ".join(filter(None, said))))
        with st.container(horizontal=True, gap="small"):
            if st.button(say("deck.start", lang), key=f"start_{deck.deck}", type="primary"):
                url.choose(DECK, deck.deck)
                st.rerun()
            for form in packs.FORMS:
                _file(made, form)
        with st.expander(say("deck.contents", lang)):
            st.text("\n".join(f"{slide.step}. {slide.caption or slide.title}" for slide in shown))
            if skipped:
                st.text("\n".join([say("deck.skipped", lang), *(f"• {line}" for line in skipped)]))
        if own is not None:
            editor(own, lang)


def _file(made: Pack, form: Form) -> None:
    st.download_button(
        say(f"deck.form.{form}", made.lang),
        data=partial(_written, made, form),
        file_name=packs.file_name(made, form),
        mime=packs.KINDS[form].media_type,
        on_click="ignore",
        key=f"{form}_{made.deck}_{made.lang}",
    )


def _written(made: Pack, form: Form) -> bytes:
    file = io.BytesIO()
    packs.write(form, file, made)
    return file.getvalue()


def _made(choice: Choice, deck: Deck) -> Pack:
    """The deck filled within the choice, once per release."""
    home = urlsplit(st.context.url or "")
    view = choice_of(choice.parameters())
    return _filled(deck, view, held(choice).release, f"{home.scheme}://{home.netloc}")


@kept
def _filled(deck: Deck, choice: Choice, _release: str, home: str) -> Pack:
    return pack(deck, choice, home)


@kept
def _data(made: Pack, at: int, every: int) -> bytes:
    return packed({"deck": packs.shown(made), "at": at, "every": every, "library": PLOTLY_ADDRESS})
