"""Saved views: which one an address shows, where each leads, and what the head of a screen says of them."""

from __future__ import annotations

import logging
from contextlib import suppress

import streamlit as st

from congdoan.control import views as store
from congdoan.control.store import state
from congdoan.control.views import View
from congdoan.errors import StoreError
from congdoan.formats import markdown, number
from congdoan.kept import kept
from congdoan.page import newer
from congdoan.page.choice import Choice, choice_of
from congdoan.page.keeping import refusal
from congdoan.page.last_place import last_place
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.page.screens import ADDRESSES, measures, script
from congdoan.page.url import BACK, CARD
from congdoan.text import name, say

OPEN, SAVED = "congdoan.view", "congdoan.view_saved"
NOT_KEPT = ("lang", "ban", BACK, CARD)
"""What belongs to the reader and the moment, and not to a view."""
YEARS = "nam"
NAMED = 4
"""So many metrics that changed are named, the others counted."""
log = logging.getLogger("congdoan")


def saved() -> tuple[View, ...]:
    """The views that may be opened here, the last used first; StoreError when they cannot be read."""
    return tuple(view for view in _all(state()) if view.screen in ADDRESSES)


@kept
def _all(_state: tuple[int, int]) -> tuple[View, ...]:
    return store.views()


def parameters_of(choice: Choice) -> dict[str, str]:
    """What an address says of a view, without what belongs to the reader alone."""
    chosen = {**choice.own, **choice.parameters()}
    return {key: value for key, value in chosen.items() if key not in NOT_KEPT}


def leads_to(view: View) -> dict[str, str]:
    """The parameters of a view's address today: of the newest years, those that are now."""
    if view.newest_years is None:
        return dict(view.parameters)
    span = newest(choice_of(view.parameters), view.screen, view.newest_years)
    return {**view.parameters, **({YEARS: span} if span else {})}


def newest(choice: Choice, screen: str, years: int) -> str:
    """So many years up to the newest with figures of a screen within a choice, as an address says it."""
    found = ask("filters/years", choice, metrics=measures(screen)).values.get("year", ())
    if not found:
        return ""
    last = int(max(found))
    return str(last) if years == 1 else f"{last - years + 1}-{last}"


def view_link(view: View, label: str, lang: str) -> None:
    """A link that opens a view in the reader's language."""
    spoken = {"lang": lang} if lang != "vi" else {}
    st.page_link(str(script(view.screen)), label=label, query_params={**leads_to(view), **spoken})


def shown_view(choice: Choice, screen: str) -> View | None:
    """The saved view that an address shows: same screen, same choices; of several the last used."""
    now = parameters_of(choice)
    return next((view for view in saved() if view.screen == screen and leads_to(view) == now), None)


def head_of_views(choice: Choice, screen: str) -> None:
    """Says on the bare start the ways home and back, on a saved view its name and what is new behind it."""
    bare = screen == "overview" and not parameters_of(choice) and not choice.release
    if (saved_now := st.session_state.pop(SAVED, None)) is not None:
        st.toast(say("views.saved", choice.lang, name=markdown(saved_now)))
    if bare:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ways"):
            _home(choice)
            last_place(choice, screen, {}, bare=True)
    else:
        last_place(choice, screen, parameters_of(choice), bare=False)
    view = _shown(choice, screen)
    if view is None:
        st.session_state.pop(OPEN, None)
        return
    _note_use(view)
    st.caption(say("views.open", choice.lang, name=markdown(view.name), kind=kind_of(view, choice)))
    _news(choice, screen, view)


def _shown(choice: Choice, screen: str) -> View | None:
    """The saved view that is shown, if any can be read; none beside a presentation."""
    try:
        return None if choice.release or BACK in choice.own else shown_view(choice, screen)
    except StoreError as error:
        log.warning("no views: %s", error)
        return None


def kind_of(view: View, choice: Choice) -> str:
    """Whose a view is, and which years it shows."""
    lang = choice.lang
    whose = say("views.shared" if view.shared else "views.own", lang)
    if view.newest_years is None:
        return whose
    within = choice_of({**view.parameters, "lang": lang})
    return f"{whose} · {period_words(within, view.screen, view.newest_years)}"


def period_words(choice: Choice, screen: str, years: int | None) -> str:
    """Which years a view shows: those chosen, or always so many of the newest, and which these are now."""
    if years is None:
        return say("views.period.fixed", choice.lang, years=choice.years_words())
    period = say(
        "views.period.newest" if years == 1 else "views.period.newest_many", choice.lang, years=years
    )
    if now := newest(choice, screen, years):
        return say("views.period.now", choice.lang, period=period, years=now.replace("-", "–"))
    return say("views.period.none", choice.lang, period=period)


def _home(choice: Choice) -> None:
    """A way to the home view, never a jump: the start stays what everybody expects."""
    with suppress(StoreError):
        home = next((view for view in saved() if view.home), None)
        if home is not None and (home.screen != "overview" or leads_to(home)):
            view_link(home, say("views.home", choice.lang, name=markdown(home.name)), choice.lang)


def _note_use(view: View) -> None:
    """Notes, once per coming, that a view was opened; where that cannot be noted nobody is bothered."""
    if st.session_state.get(OPEN) != view.view:
        st.session_state[OPEN] = view.view
        with suppress(StoreError):
            store.use(view.view)


def _news(choice: Choice, screen: str, view: View) -> None:
    """That the figures behind a view are newer than when they were last seen, with what changed."""
    release = held(choice)
    if release.release == view.release:
        return
    found = newer.changes(choice, measures(screen), view.release)
    if found is not None and not found:
        with suppress(StoreError):
            store.see(view.view, release.release)
        return
    lang = choice.lang
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="news"):
        told = say("views.news", lang, name=view.name, former=view.release, serving=release.release)
        st.text(f"{told} {_changed(found, choice)}", width="stretch")
        if not st.button(say("views.seen", lang), key="news_seen"):
            return
        if why := refusal(lambda: store.see(view.view, release.release), lang, "views.rule"):
            st.error(why)
            return
    st.rerun()


def _changed(found: newer.Changes | None, choice: Choice) -> str:
    if found is None:
        return say("views.news.unknown", choice.lang)
    lang = choice.lang
    counts = {"new": found.new, "changed": found.changed, "withdrawn": found.withdrawn}
    said = [say("views.news.counts", lang, **{key: number(count, lang) for key, count in counts.items()})]
    if found.metrics:
        named = [name("metric", code, lang) for code in found.metrics[:NAMED]]
        left = len(found.metrics) - len(named)
        more = [say("views.news.more", lang, count=number(left, lang))] if left else []
        said.append(say("views.news.metrics", lang, metrics="; ".join([*named, *more])))
    if held(choice).register_complete:
        said.append(say("views.news.no_branches", lang))
    return " ".join(said)
