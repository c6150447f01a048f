"""Notes of staff on a metric of a unit in a period: reworded and withdrawn, never changed or removed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from congdoan.control.clock import now
from congdoan.control.plain import plain
from congdoan.control.store import Record, Run, change, rows
from congdoan.errors import StoreError

LONGEST = 500
LONGEST_AUTHOR = 80


@dataclass(frozen=True)
class About:
    """What a note is about: a metric of a province (or the country) or of a union body, in a period.

    `period` is a code, for a whole year the year itself; `year` is the reporting year.
    """

    dataset: str
    metric: str
    place: str | None
    organisation: str | None
    year: int
    period: str


@dataclass(frozen=True)
class Note:
    """A note in its last wording; `number` counts its wordings, `written_at` is a moment in UTC."""

    note: int
    about: About
    words: str
    author: str
    written_at: str
    number: int


@dataclass(frozen=True)
class Wording:
    """One wording of a note; without words it was withdrawn."""

    number: int
    words: str | None
    author: str
    written_at: str


def write(about: About, words: str, author: str) -> int:
    """Keeps a new note; its number. ValueError when there are no words or too many."""
    said, by = plain(words, LONGEST), plain(author, LONGEST_AUTHOR)
    with change() as run:
        [added] = run("notes/add", **vars(about))
        _word(run, added["note"], 1, said, by)
        return int(added["note"])


def reword(note: Note, words: str, author: str) -> None:
    """Gives a note new words; the former ones stay on record. StoreError when somebody was faster."""
    said, by = plain(words, LONGEST), plain(author, LONGEST_AUTHOR)
    with change() as run:
        _word(run, note.note, note.number + 1, said, by)


def withdraw(note: Note, author: str) -> None:
    """Takes a note off the screens; that it stood and who withdrew it stays on record."""
    by = plain(author, LONGEST_AUTHOR)
    with change() as run:
        _word(run, note.note, note.number + 1, None, by)


def notes(dataset: str) -> tuple[Note, ...]:
    """The notes of a data set that stand now, newest year first."""
    return tuple(_note(row) for row in rows("notes/current", dataset=dataset))


def wordings(note: int) -> tuple[Wording, ...]:
    """All that a note ever said, newest first."""
    return tuple(Wording(**row) for row in rows("notes/wordings", note=note))


def _note(row: Record) -> Note:
    about = About(**{key: row.pop(key) for key in About.__dataclass_fields__})
    return Note(about=about, **row)


def _word(run: Run, note: int, number: int, words: str | None, author: str) -> None:
    try:
        run("notes/word", note=note, number=number, words=words, author=author, written_at=now())
    except sqlite3.IntegrityError as error:
        raise StoreError(
            f"Note {note} was changed by somebody else meanwhile; look again.", "changed"
        ) from error
