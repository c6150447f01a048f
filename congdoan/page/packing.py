"""Fills a deck for a place and a period: each step is a screen's own tiles or card, with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast
from urllib.parse import parse_qsl, urlencode

from congdoan import database
from congdoan.changes import newest_closed
from congdoan.control import codes
from congdoan.decks import LOOK_BACK, Deck, Step
from congdoan.export import Context
from congdoan.packs import Kind, Pack, Section, Slide, code_of
from congdoan.page.card import Card, as_it_is
from congdoan.page.choice import Choice, choice_of
from congdoan.page.context import context, today
from congdoan.page.deck_lines import Skipped, by_reason, cover, in_parts, sources
from congdoan.page.offstage import Gathered, gather
from congdoan.page.rows import held, rows
from congdoan.page.screens import ADDRESSES
from congdoan.page.subjects import paragraphs
from congdoan.page.url import CARD, SHARED
from congdoan.tables import Table
from congdoan.text import Language, name, say

WHOLE = 500
"""Rows of a list that stand whole on each slide; of longer ones the first do, as on the screen."""


def pack(deck: Deck, choice: Choice, home: str = "") -> Pack:
    """The deck filled within the filters of a choice; all slides read one release.

    The choice's years are those of the deck, the newest year with figures where it has none. `home` is the
    dashboard's own address. SnapshotError where no snapshot can be read, StoreError where the codes of the
    slides cannot be kept.
    """
    choice = settled(deck, choice)
    begun = outline(deck, choice, home)
    made = {step: _slide(step, choice) for step in deck.steps if step.screen}
    about = _about(begun, [one for one in made.values() if isinstance(one, Slide)])
    skipped = [one for one in made.values() if isinstance(one, Skipped)]
    lines = {"cover": cover(choice), "skipped": by_reason(skipped), "sources": sources(about)}
    slides: list[Slide] = []
    for step in deck.steps:
        found = [made[step]] if step in made else _own(step, choice, about, lines[step.cards[0]])
        slides += [one for one in found if isinstance(one, Slide)]
    numbered = tuple(replace(one, step=at) for at, one in enumerate(slides, start=1))
    codes.keep({one.code: one.address for one in numbered})
    sections = _sections(deck, choice)
    return replace(begun, context=about, slides=numbered, sections=sections, left_out=len(skipped))


def outline(deck: Deck, choice: Choice, home: str = "") -> Pack:
    """The deck before it is filled, without slides: its name and extent; the choice is a settled one."""
    called, own = name_of(deck, choice.lang), bool(deck.dataset)
    place, period = ("", "") if own else (_place(choice), choice.years_words())
    title = " ".join(filter(None, [called, period]))
    filters = () if own else choice.words()
    about = replace(context(choice, title, " · ".join(filters), (), (), today()), filters=filters)
    return Pack(called if own else deck.deck, title, place, period, about, (), home=home)


def opening(deck: Deck, choice: Choice, home: str = "") -> Pack:
    """The cover of a deck before it is filled, which says that the rest is being prepared."""
    begun = outline(deck, choice, home)
    lines = [*cover(choice), say("deck.filling", choice.lang)]
    return replace(begun, slides=tuple(_own(Step("", ("cover",)), choice, begun.context, lines)))


def choice_for(place: str, years: tuple[int, int] | None, dataset: str, lang: Language) -> Choice:
    """The choice of one place, `VN` or a place code, and of some years, None for the newest."""
    scheme, _, code = place.partition(":")
    first, last = years or (None, None)
    found = Choice(dataset=dataset, lang=lang, year_from=first, year_to=last)
    return replace(found, scheme=scheme, places=(place,)) if code else found


def name_of(deck: Deck, lang: Language) -> str:
    """What a deck is called."""
    return deck.en if lang == "en" else deck.vi


def _place(choice: Choice) -> str:
    return choice.places_words() or name("place", "VN", choice.lang)


def settled(deck: Deck, choice: Choice) -> Choice:
    """The choice with its release and years told, a term where one year is chosen of it.

    One's own deck has the release alone. SnapshotError where no snapshot can be read.
    """
    if deck.dataset:
        pinned = choice.release if choice.dataset == deck.dataset else ""
        bare = Choice(dataset=deck.dataset, lang=choice.lang, release=pinned)
        return replace(bare, release=held(bare).release)
    release = held(choice)
    last = choice.year_to or _newest(deck, choice)
    first = choice.year_from or last
    if deck.period == "span" and first == last:
        first = last - LOOK_BACK
    return replace(choice, release=release.release, year_from=first, year_to=last)


def _newest(deck: Deck, choice: Choice) -> int:
    """The newest year with figures whose period had closed by the cut-off, else the year of the release."""
    found = rows("filters/years", choice).values.get("year", ())
    cut_off = held(choice).cut_off
    return (
        newest_closed(map(int, found), cut_off, "half" if deck.period == "half" else "year") or cut_off.year
    )


def view_of(step: Step, choice: Choice) -> Choice:
    """The choice that a step's screen answers within that of the deck, alone where that has no years."""
    if choice.year_from is None or choice.year_to is None:
        own = dict(parse_qsl(step.filters))
    else:
        own = step.parameters(choice.year_from, choice.year_to)
    return choice_of({**choice.parameters(), **own})


def _slide(step: Step, choice: Choice) -> Slide | Skipped:
    caption, note = step.words(choice.lang)
    view = view_of(step, choice)
    shown = gather(step.screen, view)
    tiles, _, key = step.cards[0].partition("/")
    if tiles == "tiles":
        return _of_tiles(shown, view, step, key)
    card = next((found for wanted in step.cards if (found := _card(shown, wanted))), None)
    if card is None:
        return Skipped(caption, _reason(shown, view))
    there = _address(step.screen, view, card.key)
    return replace(_of_card(card, caption, note, there), figures=_figures(card, shown))


def _of_tiles(shown: Gathered, view: Choice, step: Step, key: str) -> Slide | Skipped:
    """The tiles that say something, all of the screen or the one of a key."""
    (caption, note), address = step.words(view.lang), _address(step.screen, view)
    wanted = [tile for tile in shown.tiles if not key or tile.key == key]
    known = tuple(tile for tile in wanted if not tile.empty)
    if not known:
        return Skipped(caption, _reason(shown, view))
    words, code = " · ".join(view.words()), code_of(address, step.cards[0])
    notes = tuple(dict.fromkeys(line for tile in known for line in tile.notes))
    measures = tuple(dict.fromkeys(tile.key.partition("/")[0] for tile in known if tile.key))
    about = replace(context(view, caption, words, measures, (), today()), notes=notes)
    return Slide(0, "tiles", caption, about, words, note=note, tiles=known, address=address, code=code)


def _of_card(card: Card, caption: str, note: str, address: str) -> Slide:
    return Slide(
        0,
        "card",
        card.title,
        card.context,
        card.context.subtitle,
        caption,
        note,
        chart=card.chart,
        table=_whole(card),
        matching=card.matching,
        whole=partial(_every, card) if (card.matching or 0) > max(WHOLE, len(card.table)) else None,
        address=address,
        code=code_of(address, card.key),
    )


def _whole(card: Card) -> Table:
    """The table of a card with all its rows, where that is not too long for paper."""
    if card.matching is None or not len(card.table) < card.matching <= WHOLE:
        return card.table
    every = rows(card.rows.name, card.choice, **{**card.rows.inputs, "limit": WHOLE})
    return as_it_is(every, card.choice)


def _figures(card: Card, shown: Gathered) -> Table | None:
    """The numbers of a card whose table says them in words: those of a card of the same rows beside it."""
    if _has_numbers(card.table):
        return None
    beside = (one.table for one in shown.cards.values() if one.rows is card.rows)
    return next(filter(_has_numbers, beside), None)


def _has_numbers(table: Table) -> bool:
    return any(field.numeric for field in table.fields)


def _every(card: Card, most: int) -> Table:
    """The table of a card with all its rows, so many at most; they are read anew and not kept."""
    inputs = {**card.choice.inputs(), **card.rows.inputs, "limit": most}
    release = held(card.choice).release
    return as_it_is(database.rows(card.rows.name, card.choice.dataset, inputs, release), card.choice)


def _card(shown: Gathered, wanted: str) -> Card | None:
    """The first card whose key is or begins with the wanted one."""
    fits = (card for key, card in shown.cards.items() if f"{key}_".startswith(f"{wanted}_"))
    return next(fits, None)


def _own(step: Step, choice: Choice, about: Context, lines: Sequence[str]) -> list[Slide]:
    """Slides that no screen has: the cover, what was skipped, the sources; as many as the lines need."""
    kind = cast("Kind", step.cards[0])
    caption, note = step.words(choice.lang)
    address = _address("overview", choice)
    whole = Slide(
        0,
        kind,
        caption or about.title,
        about,
        about.subtitle,
        note=note,
        address=address,
        code=code_of(address, kind),
    )
    return [replace(whole, lines=part) for part in in_parts(lines)]


def _reason(shown: Gathered, view: Choice) -> str:
    """Why a step has nothing: no figures of its kind of period at all, or too few for what it shows."""
    kind = "half" if view.own.get("loai-ky") == "half" else "year"
    key = f"pack.skipped.{kind}" if shown.empty else "pack.skipped.thin"
    return say(key, view.lang, place=_place(view), years=view.years_words())


def _address(screen: str, view: Choice, card: str = "") -> str:
    """The view on its screen, at the card with a key."""
    own = {key: value for key, value in view.own.items() if key not in (*SHARED, CARD)}
    at = {CARD: card} if card else {}
    return f"/{ADDRESSES[screen]}?{urlencode({**view.parameters(), **own, **at})}"


def _sections(deck: Deck, choice: Choice) -> tuple[Section, ...]:
    """The paragraphs of each subject of the deck, in the order of its steps."""
    subjects = dict.fromkeys(step.subject for step in deck.steps if step.subject)
    view = replace(choice, own={**choice.own, "loai-ky": "half"}) if deck.period == "half" else choice
    told = {subject: paragraphs(view, subject) for subject in subjects}
    headings = {subject: say(f"pack.section.{subject}", choice.lang) for subject in subjects}
    return tuple(Section(headings[subject], found) for subject, found in told.items() if found)


def _about(begun: Pack, slides: Sequence[Slide]) -> Context:
    """What holds for the whole pack: the sources and definitions of all of its cards."""
    contexts = [one.context for one in slides]
    return replace(
        begun.context,
        sources=tuple(dict.fromkeys(source for one in contexts for source in one.sources)),
        definitions=tuple(dict.fromkeys(entry for one in contexts for entry in one.definitions)),
        breaks=tuple(dict.fromkeys(said for one in contexts for said in one.breaks)),
        notes=tuple(dict.fromkeys(said for one in contexts for said in one.notes)),
    )
