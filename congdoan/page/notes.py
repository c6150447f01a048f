"""Which notes of staff stand with the figures of a view, and how they are said on screens and in files."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.catalogue import provinces
from congdoan.control import notes as kept_notes
from congdoan.control.notes import About, Note
from congdoan.control.store import state
from congdoan.database import Rows
from congdoan.errors import StoreError
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.page.rows import once
from congdoan.page.rows import rows as ask
from congdoan.text import FORMER, name, say

if TYPE_CHECKING:
    from congdoan.page.card import Card

NATION = "VN"
log = logging.getLogger("congdoan")


@dataclass(frozen=True, eq=False)
class Figure:
    """What one tile shows, as notes need it: a metric within a choice, and the year in `rows.inputs`."""

    key: str
    choice: Choice
    metrics: tuple[str, ...]
    rows: Rows


def noted(made: Card) -> Card:
    """The card with the notes on its figures in all of its files."""
    told = said_of(made)
    return replace(made, context=replace(made.context, notes=told)) if told else made


def said_of(made: Card | Figure) -> tuple[str, ...]:
    """The notes on what a card or tile shows, each as one line."""
    return lines(made.choice, made.metrics, units(made), made.choice.applied(made.rows.inputs))


def notes_on(made: Card | Figure) -> tuple[Note, ...]:
    """The notes on what a card or tile shows; StoreError when they cannot be read."""
    return within(made.choice.applied(made.rows.inputs), made.metrics, units(made))


def units(made: Card | Figure) -> frozenset[str]:
    """The union bodies whose figures a card shows one by one."""
    return frozenset(made.rows.values.get("org", ()))


def lines(
    choice: Choice, metrics: Sequence[str], bodies: Collection[str] | None, applied: Choice | None = None
) -> tuple[str, ...]:
    """The notes on metrics within a choice, each as one line; where they cannot be read, that it is so.

    `bodies` are the union bodies whose notes belong here, None for all.
    """
    try:
        return tuple(line(choice, note) for note in within(applied or choice, metrics, bodies))
    except StoreError as error:
        log.warning("no notes: %s", error)
        return (say("notes.unreadable", choice.lang),)


def line(choice: Choice, note: Note) -> str:
    """A note in one line: what it is about, its words, its author and its day."""
    lang = choice.lang
    day = formats.date(date.fromisoformat(note.written_at[:10]), lang)
    about = heading(choice, note.about)
    return say("notes.line", lang, about=about, words=note.words, author=note.author, date=day)


def heading(choice: Choice, about: About) -> str:
    """What a note is about: metric, unit and period."""
    metric = name("metric", about.metric, choice.lang)
    return " · ".join([metric, _unit(choice, about), period(choice, about.period)])


def period(choice: Choice, code: str) -> str:
    """A period in words: a year, or the kind and the two days that its code names."""
    kind, *days = code.split(":")
    if not days:
        return say("period.year", choice.lang, year=code)
    first, last = (date.fromisoformat(day) if day else None for day in days)
    return formats.period(kind, first, last, choice.lang)


def place_words(choice: Choice, place: str) -> str:
    """A province by name, marked where it is a former one."""
    return name("place", f"{place}{FORMER}" if place.startswith("63:") else place, choice.lang)


def _unit(choice: Choice, about: About) -> str:
    if about.place is not None:
        return place_words(choice, about.place)
    found = ask("organisations/one", choice, org=about.organisation).records
    return str(found[0][f"organisation_{choice.lang}"]) if found else str(about.organisation)


def within(choice: Choice, metrics: Sequence[str], bodies: Collection[str] | None) -> tuple[Note, ...]:
    """The notes on metrics within the places and years of a choice, and those on union bodies."""
    first, last = choice.year_from or 0, choice.year_to or 9999
    return tuple(
        note
        for note in _all(choice.dataset, once(state))
        if note.about.metric in metrics
        and first <= note.about.year <= last
        and _of(note.about, choice, bodies)
    )


def noted_in(dataset: str) -> tuple[Note, ...] | None:
    """All notes on a data set; None where they cannot be read."""
    try:
        return _all(dataset, once(state))
    except StoreError:
        return None


@kept
def _all(dataset: str, _state: tuple[int, int]) -> tuple[Note, ...]:
    return kept_notes.notes(dataset)


def _of(about: About, choice: Choice, bodies: Collection[str] | None) -> bool:
    """Whether a note is of one of these union bodies, or of ground that the chosen places cover."""
    if about.organisation is None:
        return _covered(str(about.place), choice.places)
    if bodies is not None:
        return about.organisation in bodies
    [*found] = ask("organisations/one", choice, org=about.organisation).records
    return any(_covered(str(one[f"place_{choice.scheme}"]), choice.places) for one in found)


def _covered(noted_on: str, places: Sequence[str]) -> bool:
    return not places or any(
        noted_on in (place, _of_today(place)) or _of_today(noted_on) == place for place in places
    )


def _of_today(place: str) -> str:
    """The province of today that a former one lies in; others are their own."""
    known = provinces().get(place)
    return f"34:{known.successor}" if known is not None and known.scheme == "63" else place
