"""Fills decks beside the screens: begun while they stand in a list, there by the time one of them is opened.

One thread fills them one after another, so that other screens do not wait for it. Whoever opens a deck that
is not begun fills it himself, whoever comes while it is being filled waits for it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from congdoan import packs
from congdoan.control.notes import Note
from congdoan.database import Release
from congdoan.decks import Deck
from congdoan.kept import kept
from congdoan.packs import Pack
from congdoan.page.choice import Choice, choice_of
from congdoan.page.component import packed
from congdoan.page.context import today
from congdoan.page.notes import noted_in
from congdoan.page.offstage import THREADS
from congdoan.page.packing import opening, outline, pack, settled
from congdoan.page.plot import PLOTLY_ADDRESS
from congdoan.page.rows import held

MOST = 96
"""Filled decks that are kept: three for each of the newest choices."""

_beside = ThreadPoolExecutor(1, thread_name_prefix=f"{THREADS}-decks")
_finding = threading.Lock()


@dataclass(frozen=True)
class Wanted:
    """A deck to be filled, of one release; `notes` and `day` are those that its slides will tell."""

    deck: Deck
    choice: Choice
    release: Release
    home: str
    notes: tuple[Note, ...] | None
    day: date

    def outline(self) -> Pack:
        """The deck before it is filled, without slides."""
        return outline(self.deck, self.choice, self.home)


def wanted(deck: Deck, choice: Choice, home: str) -> Wanted:
    """A deck within a choice, of the release that serves now where it names none; else SnapshotError."""
    view = settled(deck, choice_of(choice.parameters()))
    return Wanted(deck, view, held(view), home, noted_in(view.dataset), today())


def filled(one: Wanted) -> Pack:
    """The deck, filled now where nobody has begun; SnapshotError or StoreError where that cannot be."""
    return _filling(one).pack()


def ended(one: Wanted) -> Pack | BaseException | None:
    """The deck where it is filled, what went wrong beside the screen, None as long as neither is known."""
    return _filling(one).ended()


def begin(wishes: Iterable[Wanted]) -> None:
    """Has decks filled beside the screen, each once; those that failed are not tried again."""
    for one in wishes:
        _filling(one).begin()


def forgive(wishes: Iterable[Wanted]) -> None:
    """Has decks that could not be filled begun anew by who asks for them next."""
    for one in wishes:
        _filling(one).forgive()


def leave(wishes: Iterable[Wanted]) -> None:
    """Takes back the wish for decks; those that are begun will be filled all the same."""
    for one in wishes:
        _filling(one).leave()


@kept
def slides(made: Pack, at: int, every: int) -> bytes:
    """What the browser shows of a deck: from which slide on, with so many seconds between slides."""
    return packed({"deck": packs.shown(made), "at": at, "every": every, "library": PLOTLY_ADDRESS})


@kept
def cover(one: Wanted) -> bytes:
    """What the browser shows of a deck that is still to be filled."""
    made = opening(one.deck, one.choice, one.home)
    told = {**packs.shown(made), "begun": True}
    return packed({"deck": told, "at": 1, "every": 0, "library": PLOTLY_ADDRESS})


class _Filling:
    """One deck within one choice, filled once; an error is not kept as a deck is."""

    def __init__(self, one: Wanted) -> None:
        self.wanted = one
        self.made: Pack | None = None
        self.filling = threading.Lock()
        self.begun: Future[bytes] | None = None

    def pack(self) -> Pack:
        with self.filling:
            if self.made is None:
                self.made = pack(self.wanted.deck, self.wanted.choice, self.wanted.home)
            return self.made

    def begin(self) -> None:
        if self.made is None and (self.begun is None or self.begun.cancelled()):
            self.begun = _beside.submit(lambda: slides(self.pack(), 1, 0))

    def forgive(self) -> None:
        if isinstance(self.ended(), BaseException):
            self.begun = None

    def leave(self) -> None:
        if self.begun is not None:
            self.begun.cancel()

    def ended(self) -> Pack | BaseException | None:
        if self.made is not None or self.begun is None or self.begun.cancelled() or not self.begun.done():
            return self.made
        return self.begun.exception()


def _filling(one: Wanted) -> _Filling:
    with _finding:  # else two who come at once would have one each
        return _fillings(one)


@lru_cache(maxsize=MOST)
def _fillings(one: Wanted) -> _Filling:
    return _Filling(one)
