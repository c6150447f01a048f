"""The dialog of notes: those on what a card shows, and a form to write one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from congdoan import formats
from congdoan.control.notes import LONGEST, LONGEST_AUTHOR, About, Note, reword, withdraw, wordings, write
from congdoan.errors import StoreError
from congdoan.page import notes
from congdoan.page.keeping import refusal
from congdoan.page.notes import Figure
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.page.card import Card

AUTHOR = "congdoan.author"
TOTALS = frozenset({"total", ""})


def note_label(made: Card | Figure) -> str:
    """The action that opens the notes of a card or tile, with how many there are; none without metrics."""
    lang = made.choice.lang
    if not made.metrics:
        return ""
    try:
        found = len(notes.notes_on(made))
    except StoreError:
        found = 0
    return say("notes.count", lang, count=found) if found else say("notes.action", lang)


def notes_of(made: Card | Figure) -> None:
    """The notes, each with what may be done to it, then the form for another one."""
    try:
        found = notes.notes_on(made)
    except StoreError as error:
        st.error(say(f"store.{error.reason}", made.choice.lang))
        return
    for note in found:
        with st.container(border=True, key=f"note_{note.note}"):
            _one(made, note)
    _new(made)


def _one(made: Card | Figure, note: Note) -> None:
    lang = made.choice.lang
    st.text(note.words)
    day = formats.date(date.fromisoformat(note.written_at[:10]), lang)
    said = say(
        "notes.signed", lang, about=notes.heading(made.choice, note.about), author=note.author, date=day
    )
    st.caption(formats.markdown(said))
    with st.expander(say("notes.change", lang)):
        _former(note, made)
        with st.form(f"note_form_{note.note}", border=False):
            words = st.text_area(
                say("notes.words", lang), note.words, max_chars=LONGEST, key=f"note_words_{note.note}"
            )
            author = _author(made, f"note_author_{note.note}")
            with st.container(horizontal=True):
                changed = st.form_submit_button(say("notes.save", lang), key=f"note_save_{note.note}")
                gone = st.form_submit_button(say("notes.withdraw", lang), key=f"note_withdraw_{note.note}")
        if changed:
            _done(made, lambda: reword(note, words, author), author)
        if gone:
            _done(made, lambda: withdraw(note, author), author)


def _former(note: Note, made: Card | Figure) -> None:
    """What the note said before: nothing that was ever said is lost."""
    lang = made.choice.lang
    for one in wordings(note.note)[1:]:
        day = formats.date(date.fromisoformat(one.written_at[:10]), lang)
        former = say("notes.former", lang, words=one.words, author=one.author, date=day)
        st.caption(formats.markdown(former))


def _new(made: Card | Figure) -> None:
    lang, key = made.choice.lang, made.key
    with st.form(f"note_new_{key}", border=False):
        st.markdown(f"**{formats.markdown(say('notes.new', lang))}**")
        about = _about(made)
        words = st.text_area(say("notes.words", lang), max_chars=LONGEST, key=f"note_words_{key}")
        author = _author(made, f"note_author_{key}")
        asked = st.form_submit_button(say("notes.save", lang), key=f"note_save_{key}", type="primary")
    if asked and about is None:
        st.error(say("notes.no_unit", lang))
    elif asked and about is not None:
        _done(made, lambda: write(about, words, author), author)


def _about(made: Card | Figure) -> About | None:
    """What a new note is about; None until a unit and a period are chosen, of which none is guessed."""
    lang, key, places, periods = made.choice.lang, made.key, _places(made), _periods(made)
    units = {**places, **_bodies(made)}
    metric = _pick(
        "filter.metric", made.metrics, lambda code: name("metric", code, lang), f"note_metric_{key}", lang
    )
    unit = _pick("notes.unit", list(units), lambda code: units[code], f"note_unit_{key}", lang)
    words = partial(notes.period, made.choice)
    chosen = _pick("notes.period", list(periods), words, f"note_period_{key}", lang)
    if metric is None or unit is None or chosen is None:
        return None
    place, body = (unit, None) if unit in places else (None, unit)
    return About(made.choice.dataset, metric, place, body, periods[chosen], chosen)


def _pick(
    label: str, codes: Sequence[str], words: Callable[[str], str], key: str, lang: Language
) -> str | None:
    """One of several codes; the only one is chosen from the start."""
    first = 0 if len(codes) == 1 else None
    return st.selectbox(say(label, lang), codes, index=first, format_func=words, key=key)


def _author(made: Card | Figure, key: str) -> str:
    known = st.session_state.get(AUTHOR) or say("owner.machine", made.choice.lang)
    return st.text_input(say("notes.author", made.choice.lang), known, max_chars=LONGEST_AUTHOR, key=key)


def _done(made: Card | Figure, act: Callable[[], object], author: str) -> None:
    """Carries out what was asked; where it is on disk the screen is drawn anew, else it is said why not."""
    if why := refusal(act, made.choice.lang, "notes.rule"):
        st.error(why)
        return
    st.session_state[AUTHOR] = author
    st.rerun()


def _places(made: Card | Figure) -> Mapping[str, str]:
    """The places that a note on this card may be of: those chosen or the country, then those it shows."""
    shown = [
        str(place).partition("@")[0] for place in made.rows.values.get("place", ()) if place not in TOTALS
    ]
    chosen = made.choice.places or (notes.NATION,)
    codes = dict.fromkeys([*chosen, *sorted(set(shown))])
    return {code: notes.place_words(made.choice, code) for code in codes}


def _bodies(made: Card | Figure) -> Mapping[str, str]:
    """The union bodies whose figures the card shows one by one."""
    values, lang = made.rows.values, made.choice.lang
    named = values.get(f"organisation_{lang}", ())
    return {str(org): str(named[at]) for at, org in enumerate(values.get("org", ())) if org and named}


def _periods(made: Card | Figure) -> Mapping[str, int]:
    """The periods that a note on this card may be of, by code, each with its reporting year, newest first."""
    values, applied = made.rows.values, made.choice.applied(made.rows.inputs)
    years = {int(year) for year in values.get("year", ()) if year is not None}
    if not years:
        asked = ask("filters/years", made.choice, metrics=list(made.metrics)).values.get("year", ())
        first, last = applied.year_from or 0, applied.year_to or 9999
        years = {int(year) for year in asked if first <= year <= last} or {int(year) for year in asked}
    typed = {code: year for code, year in _typed(values) if not code.startswith(("year:", "as_of:"))}
    return {**{str(year): year for year in sorted(years, reverse=True)}, **typed}


def _typed(values: Mapping[str, object]) -> list[tuple[str, int]]:
    """The periods of rows that name theirs, as codes such as `half:2021-01-01:2021-06-30`."""
    columns = [values.get(column) for column in ("period_type", "period_start", "period_end", "year")]
    if any(column is None for column in columns):
        return []
    rows = zip(*columns, strict=True)
    return [(f"{kind}:{first or ''}:{last or ''}", int(year)) for kind, first, last, year in rows]
