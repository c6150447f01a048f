"""What a screen says of the cards with nothing to show: which they are, and which filter emptied them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from congdoan.catalogue import provinces
from congdoan.formats import number
from congdoan.page import offstage, url
from congdoan.page.choice import Choice, redrawn
from congdoan.page.rows import rows
from congdoan.text import PRESENT, name, say

_EMPTY = "congdoan.emptied"


@dataclass(frozen=True)
class Way:
    """Filters that could be taken back, most often one, and the view without them."""

    filters: tuple[str, ...]
    without: Choice
    take_back: Callable[[], None]


def forget() -> None:
    """A new run of a screen begins with no empty card."""
    st.session_state[_EMPTY] = []


def empty(key: str, title: str) -> None:
    """Remembers a card that has nothing to show, by its key and its title."""
    if not offstage.takes_empty(key, title):
        st.session_state.setdefault(_EMPTY, []).append(title)


def emptied(choice: Choice, metrics: Sequence[str] | None) -> None:
    """Names the empty cards, and offers each filter whose removal brings figures, with how many."""
    titles: list[str] = list(dict.fromkeys(st.session_state.get(_EMPTY, [])))
    if titles:
        offer(choice, titles, "emptied.way", lambda view: _figures(view, metrics))


def offer(choice: Choice, titles: Sequence[str], words: str, count: Callable[[Choice], int]) -> None:
    """Names what is empty, and offers each filter whose removal brings more, with how many there are then.

    `count` tells how many there are in a view, `words` is the text of a button. Where no single filter brings
    more, all of them are offered together.
    """
    with st.container(border=True, key="emptied"):
        st.subheader(say("emptied.title", choice.lang), anchor=False)
        st.text("\n".join([*(f"• {title}" for title in titles), *_merged(choice)]))
        single = _ways(choice)
        if not _buttons(choice, words, count, single) and len(single) > 1:
            _buttons(choice, words, count, [_together(choice, single)])


def _merged(choice: Choice) -> list[str]:
    """Which of the chosen former provinces end before the chosen years do, and in which they go on."""
    ended = [provinces()[place] for place in choice.places if redrawn(place)]
    return [
        say(
            "emptied.merged",
            choice.lang,
            former=name("place", one.place, choice.lang),
            today=name("place", f"34:{one.successor}{PRESENT}", choice.lang),
        )
        for one in ended
        if choice.year_to is None or choice.year_to >= int(one.valid_to[:4])
    ]


def _buttons(choice: Choice, words: str, count: Callable[[Choice], int], ways: Sequence[Way]) -> bool:
    """One button per way that brings more than there is now; whether any does."""
    lang, now = choice.lang, count(choice)
    counted = [(way, count(way.without)) for way in ways]
    better = [(way, found) for way, found in counted if found > now]
    for way, found in better:
        named = " + ".join(say(f"filter.{code}", lang) for code in way.filters)
        label = say(words, lang, filter=named, count=number(found, lang))
        st.button(label, key=f"emptied_{'_'.join(way.filters)}", on_click=way.take_back)
    return bool(better)


def _ways(choice: Choice) -> list[Way]:
    ways = []
    if choice.year_from is not None:
        without = replace(choice, year_from=None, year_to=None)
        ways.append(Way(("years",), without, partial(url.choose, "nam", None)))
    if choice.places:
        ways.append(Way(("provinces",), replace(choice, places=()), partial(url.choose, "tinh", None)))
    if choice.kind != "all":
        ways.append(Way(("kind",), replace(choice, kind="all"), partial(url.choose, "loai", None)))
    return ways


def _together(choice: Choice, ways: Sequence[Way]) -> Way:
    """All filters at once; the boundaries stay."""
    without = replace(choice, year_from=None, year_to=None, places=(), kind="all")
    return Way(tuple(code for way in ways for code in way.filters), without, partial(_take_back, ways))


def _take_back(ways: Sequence[Way]) -> None:
    for way in ways:
        way.take_back()


def _figures(choice: Choice, metrics: Sequence[str] | None) -> int:
    """How many figures the screen's metrics have within a choice."""
    found = rows("filters/years", choice, metrics=list(metrics) if metrics else None).values
    first, last = choice.year_from or 0, choice.year_to or 9999
    return sum(n for year, n in zip(found["year"], found["figures"], strict=True) if first <= year <= last)
