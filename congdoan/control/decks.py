"""Decks that people put together: cards of screens with the filters they were shown with, in an order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from congdoan.control.clock import now
from congdoan.control.plain import lines, plain
from congdoan.control.store import Record, change, rows
from congdoan.control.views import OWNER
from congdoan.errors import StoreError

LONGEST_NAME, LONGEST_CAPTION, LONGEST_NOTE = 80, 120, 500


@dataclass(frozen=True)
class KeptStep:
    """One card of a screen. `parameters` are those of its address, without language and release."""

    screen: str
    card: str
    parameters: Mapping[str, str] = field(hash=False)
    caption: str
    note: str = ""
    step: int = 0


@dataclass(frozen=True)
class KeptDeck:
    """A deck under its name; all of its figures are of one data set."""

    deck: int
    name: str
    dataset: str
    steps: tuple[KeptStep, ...]


def decks(owner: str = OWNER) -> tuple[KeptDeck, ...]:
    """The decks of an owner with their steps in order, the newest deck first."""
    steps: dict[int, list[KeptStep]] = {}
    for row in rows("decks/steps", owner=owner):
        steps.setdefault(int(row["deck"]), []).append(_step(row))
    return tuple(
        KeptDeck(row["deck"], row["name"], row["dataset"], tuple(steps.get(row["deck"], ())))
        for row in rows("decks/all", owner=owner)
    )


def make(name: str, dataset: str, first: KeptStep, owner: str = OWNER) -> int:
    """Begins a deck with its first step; its number.

    ValueError for a name or a caption of no or too many signs, StoreError for a name in use.
    """
    step = _written(first)
    about = {"name": plain(name, LONGEST_NAME), "owner": owner, "dataset": dataset, "made_at": now()}
    with _told(), change() as run:
        [made] = run("decks/add", **about)
        run("decks/add_step", deck=made["deck"], **step)
    return int(made["deck"])


def add(deck: int, step: KeptStep) -> int:
    """Puts a step at the end of a deck; its number. ValueError for a caption or a note that is too long."""
    [added] = _carry_out("decks/add_step", deck=deck, **_written(step))
    return int(added["step"])


def word(step: int, caption: str, note: str) -> None:
    """Gives a step another caption and note, under the rules of `add`."""
    _carry_out("decks/word_step", step=step, **_said(caption, note))


def swap(one: int, other: int) -> None:
    """Lets two steps of a deck change places."""
    _carry_out("decks/swap_steps", one=one, other=other)


def remove(step: int) -> None:
    """Takes a step out of its deck."""
    _carry_out("decks/remove_step", step=step, removed_at=now())


def rename(deck: int, name: str) -> None:
    """Gives a deck another name, under the rules of `make`."""
    _carry_out("decks/rename", deck=deck, name=plain(name, LONGEST_NAME))


def delete(deck: int) -> None:
    """Takes a deck away; `restore` brings it back as it was."""
    _carry_out("decks/delete", deck=deck, deleted_at=now())


def restore(deck: int) -> None:
    """Brings back a deck that was taken away; StoreError when its name is in use by now."""
    _carry_out("decks/restore", deck=deck)


def _said(caption: str, note: str) -> dict[str, str]:
    """A caption of one line, and a note that may be empty."""
    return {
        "caption": plain(caption, LONGEST_CAPTION),
        "note": lines(note, LONGEST_NOTE) if note.strip() else "",
    }


def _written(step: KeptStep) -> dict[str, str]:
    parameters = json.dumps(dict(step.parameters), ensure_ascii=False, sort_keys=True)
    said = _said(step.caption, step.note)
    return {"screen": step.screen, "card": step.card, "parameters": parameters, **said}


def _carry_out(statement: str, **inputs: object) -> list[Record]:
    with _told(), change() as run:
        return run(statement, **inputs)


@contextmanager
def _told() -> Iterator[None]:
    """Says of a broken rule of the tables that the name is in use, the only one that can be broken here."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise StoreError("There is a deck of this name already; take another name.", "deck_taken") from error


def _step(row: Record) -> KeptStep:
    parameters = json.loads(str(row["parameters"]))
    return KeptStep(row["screen"], row["card"], parameters, row["caption"], row["note"], row["step"])
