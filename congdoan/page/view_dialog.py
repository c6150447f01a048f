"""The dialog of saved views: save what is shown, open, rename, share, make home, delete and bring back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import streamlit as st

from congdoan.control import views as store
from congdoan.control.views import LONGEST_NAME, View
from congdoan.errors import StoreError
from congdoan.formats import date, markdown
from congdoan.page import views
from congdoan.page.choice import Choice, choice_of
from congdoan.page.keeping import refusal
from congdoan.page.rows import held
from congdoan.text import Language, name, say

EDITED, DELETED, REFUSED = "congdoan.view_edited", "congdoan.view_deleted", "congdoan.view_refused"
ROLLING = (1, 3, 5)
"""So many of the newest years are offered in place of fixed ones."""


def views_button(choice: Choice, screen: str) -> None:
    """The button in the head of a screen that opens the dialog."""
    if st.button(say("views.button", choice.lang), key="views", type="tertiary"):
        for place in (EDITED, DELETED, REFUSED):
            st.session_state.pop(place, None)

        @st.dialog(say("views.title", choice.lang), width="large")
        def opened() -> None:
            views_dialog(choice, screen)

        opened()


def views_dialog(choice: Choice, screen: str) -> None:
    """What was just refused or deleted, a form that saves what is shown, then all saved views."""
    lang = choice.lang
    try:
        found = views.saved()
    except StoreError as error:
        st.error(say(f"store.{error.reason}", lang))
        return
    if why := st.session_state.pop(REFUSED, ""):
        st.error(why)
    _save(choice, screen)
    _deleted(lang)
    if not found:
        st.caption(say("views.none", lang))
    for view in found:
        with st.container(border=True, key=f"view_{view.view}"):
            _row(choice, view)
    st.caption(say("views.owner", lang))


def _save(choice: Choice, screen: str) -> None:
    lang = choice.lang
    with st.form("view_new", border=False):
        title = st.text_input(
            say("views.name", lang),
            _suggested(choice, screen),
            max_chars=LONGEST_NAME,
            key=f"view_name_{lang}",
        )
        years = st.radio(
            say("views.period", lang),
            [None, *ROLLING],
            format_func=partial(views.period_words, choice, screen),
            key=f"view_period_{lang}",
        )
        shared = st.checkbox(say("views.share", lang), key=f"view_shared_{lang}")
        asked = st.form_submit_button(say("views.save", lang), key="view_save", type="primary")
    if not asked:
        return
    kept = {
        key: value for key, value in views.parameters_of(choice).items() if not (years and key == views.YEARS)
    }
    view = View(title, screen, kept, years, choice.dataset, held(choice).release, shared)
    if why := refusal(lambda: store.save(view), lang, "views.rule"):
        st.error(why)
        return
    st.session_state[views.SAVED] = title
    st.rerun()


def _suggested(choice: Choice, screen: str) -> str:
    """The screen and the places; years may roll on."""
    words = [say(f"page.{screen}", choice.lang), choice.file_words()[0]]
    return " · ".join(word for word in words if word)[:LONGEST_NAME]


def _row(choice: Choice, view: View) -> None:
    lang = choice.lang
    with st.container(horizontal=True, vertical_alignment="center"):
        views.view_link(view, markdown(view.name), lang)
        st.button(
            say("views.edit", lang),
            key=f"view_edit_{view.view}",
            type="tertiary",
            on_click=partial(_toggle, view.view),
        )
    st.caption(markdown(" · ".join(_said(choice, view))))
    if st.session_state.get(EDITED) == view.view:
        _edit(lang, view)


def _said(choice: Choice, view: View) -> list[str]:
    """What a view shows, whose it is, when it was last used, and whether it is simulated or the home."""
    lang = choice.lang
    shown = choice_of({**views.leads_to(view), "lang": lang})
    said = [
        say(f"page.{view.screen}", lang),
        *shown.words()[:2],
        views.kind_of(view, choice),
        _used(view, lang),
    ]
    simulated = [name("dataset", view.dataset, lang)] if view.dataset == "simulated" else []
    return [*said, *simulated, *([say("views.is_home", lang)] if view.home else [])]


def _used(view: View, lang: Language) -> str:
    day = date(dt.date.fromisoformat((view.used_at or view.saved_at)[:10]), lang)
    return say("views.used" if view.used_at else "views.unused", lang, date=day)


def _toggle(view: int) -> None:
    st.session_state[EDITED] = None if st.session_state.get(EDITED) == view else view


def _edit(lang: Language, view: View) -> None:
    key = view.view
    with st.form(f"view_form_{key}", border=False):
        st.text_input(say("views.name", lang), view.name, max_chars=LONGEST_NAME, key=f"view_name_{key}")
        st.checkbox(say("views.share", lang), value=view.shared, key=f"view_shared_{key}")
        st.checkbox(say("views.make_home", lang), value=view.home, key=f"view_home_{key}")
        with st.container(horizontal=True):
            for act, of in {"change": _change, "delete": _delete}.items():
                st.form_submit_button(
                    say(f"views.{act}", lang),
                    key=f"view_{act}_{key}",
                    on_click=partial(_tried, partial(of, view), lang),
                )


def _change(view: View) -> None:
    """Keeps what differs, the name first: it alone can be refused."""
    title, shared, home = (
        st.session_state[f"view_{part}_{view.view}"] for part in ("name", "shared", "home")
    )
    if title != view.name:
        store.rename(view.view, title)
    if shared != view.shared:
        store.share(view.view, shared=shared)
    if home != view.home:
        store.make_home(view.view if home else None)
    st.session_state.pop(EDITED, None)


def _delete(view: View) -> None:
    store.delete(view.view)
    st.session_state[DELETED] = view


def _deleted(lang: Language) -> None:
    """What was just deleted, and the way back."""
    view: View | None = st.session_state.get(DELETED)
    if view is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="view_deleted"):
        st.text(say("views.deleted", lang, name=view.name))
        st.button(
            say("views.restore", lang),
            key="view_restore",
            on_click=partial(_tried, partial(_restore, view), lang),
        )


def _restore(view: View) -> None:
    store.restore(view.view)
    st.session_state.pop(DELETED, None)


def _tried(act: Callable[[], object], lang: Language) -> None:
    """Carries out a change before the dialog is drawn anew; why it was refused is said there."""
    st.session_state[REFUSED] = refusal(act, lang, "views.rule")
