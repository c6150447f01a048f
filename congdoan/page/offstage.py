"""Runs a screen without drawing it, for its tiles and cards: what slides hold is what screens show.

The script of the screen runs in a thread of its own, where Streamlit has no session and draws nothing; cards
and tiles are handed over here instead.
"""

from __future__ import annotations

import logging
import runpy
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from streamlit.logger import get_logger

from congdoan.packs import Tile
from congdoan.page.choice import Choice
from congdoan.page.screens import script

if TYPE_CHECKING:
    from congdoan.page.card import Card

THREADS = "offstage"
"""How the names of all threads begin that work without a session."""
_stage = ThreadPoolExecutor(2, thread_name_prefix=THREADS)
_running = threading.local()


def _is_not_ours(record: logging.LogRecord) -> bool:
    """Streamlit reports each call without a session; here that is what is wanted."""
    return not str(record.threadName).startswith(THREADS)


for _name in (
    "root",
    "streamlit.runtime.scriptrunner_utils.script_run_context",
    "streamlit.runtime.state.session_state_proxy",
):
    get_logger(_name).addFilter(_is_not_ours)


@dataclass(frozen=True)
class Gathered:
    """What a screen holds for a choice: its tiles, its cards by key, and the titles of its empty cards."""

    tiles: tuple[Tile, ...]
    cards: Mapping[str, Card]
    empty: Mapping[str, str]


@dataclass(frozen=True)
class _Run:
    choice: Choice
    tiles: list[Tile] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    empty: dict[str, str] = field(default_factory=dict)


def gather(screen: str, choice: Choice) -> Gathered:
    """The tiles and cards of a screen; SnapshotError where no snapshot can be read."""
    return _stage.submit(_gather, screen, choice).result()


def asked() -> Choice | None:
    """The choice that a run off the stage answers; None where a screen is drawn."""
    run = _run()
    return run.choice if run else None


def takes_card(made: Card) -> bool:
    """Hands over a card; False where it is to be drawn."""
    return (run := _run()) is not None and run.cards.setdefault(made.key, made) is not None


def takes_tiles(tiles: Sequence[Tile]) -> bool:
    """Hands over tiles; False where they are to be drawn."""
    if (run := _run()) is None:
        return False
    run.tiles.extend(tiles)
    return True


def takes_empty(key: str, title: str) -> bool:
    """Hands over that a card has nothing to show; False where the screen is to say so."""
    return (run := _run()) is not None and run.empty.setdefault(key, title) is not None


def _run() -> _Run | None:
    return getattr(_running, "run", None)


def _gather(screen: str, choice: Choice) -> Gathered:
    run = _Run(choice)
    _running.run = run
    try:
        runpy.run_path(str(script(screen)))
    finally:
        _running.run = None
    return Gathered(tuple(run.tiles), MappingProxyType(run.cards), MappingProxyType(run.empty))
