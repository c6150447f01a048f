"""How branches were rated: counts with their denominators, shares only of whole sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congdoan import changes, formats
from congdoan.catalogue import items
from congdoan.charts.model import Record, known, labels, records
from congdoan.paragraphs.about import About, Paragraph, listed, remarked, rests_on, sentence, within
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 5
"""Units whose ratings are said; how many more there are is said after them."""


def rated(about: About, rows: Rows) -> Paragraph:
    """The ratings of the newest year: each with its share of the rated, and of all where that differs."""
    found = known(records(rows, "year", "item", "value", "rated", "all", "share", "reported"))
    year = max((int(record["year"]) for record in found), default=None)
    of_year = [record for record in found if int(record["year"]) == year]
    rests = _rests(of_year)
    if not of_year or changes.newest([rests]) is None:
        return []
    place = remarked(
        about.place, [rests_on(rests, about)] if rests["reported"] != rests["expected"] else [], about.lang
    )
    return _set(about, place, of_year)


def rated_by_unit(about: About, rows: Rows) -> Paragraph:
    """The ratings that single units told of, each in its newest year; a share that a source prints stays."""
    found = known(records(rows, "org", "year", "item", "value", "share"))
    newest = {record["org"]: int(record["year"]) for record in reversed(found)}
    sets: dict[tuple[str, ...], list[Record]] = {}
    for record in found:
        if int(record["year"]) == newest[record["org"]]:
            sets.setdefault((record["org"], record["period_type"], record["scope"]), []).append(record)
    unit = labels(rows, "organisation", about.lang)
    first = list(sets.values())[:MOST]
    said = [words for of in first for words in _of_unit(about, unit(of[0]), of)]
    more = len(sets) - len(first)
    others = [sentence(say("paragraph.ratings.more", about.lang, count=formats.number(more, about.lang)))]
    return [*said, *(others if more else [])]


def _of_unit(about: About, unit: str, found: Sequence[Record]) -> Paragraph:
    first, lang = found[0], about.lang
    period = (
        [] if first["period_type"] == "year" else [within(name("period_type", first["period_type"], lang))]
    )
    extent = [] if first["scope"] == "total" else [within(name("scope", first["scope"], lang))]
    return _set(about, remarked(unit, [*period, *extent], lang), found)


def _rests(found: Sequence[Record]) -> Record:
    """Of how many places any rating is known: of as many as of the rating that most places gave."""
    most = max((int(record["reported"] or 0) for record in found), default=0)
    expected = next((record["expected"] for record in found), None)
    of_all = expected is None or not most
    return {
        "basis": "reported" if of_all else "summed",
        "year": 0,
        "value": 0,
        "reported": most,
        "expected": expected,
    }


def _set(about: About, whose: str, found: Sequence[Record]) -> Paragraph:
    """One set of ratings: with shares where it is whole, and where these miss 100 %, why."""
    lang, whole = about.lang, _is_whole(found)
    words = {"place": whose, "what": _whole(about, found) if whole else _counts(about, found)}
    said = sentence(say("paragraph.ratings.year", lang, year=int(found[0]["year"]), **words))
    return [said, *([say("paragraph.ratings.rounded", lang)] if whole and _tenths(found) != 1000 else [])]


def _tenths(found: Sequence[Record]) -> int:
    """What the shares come to as they are written, in tenths of a percent."""
    counts = [(int(record["value"]), int(record["rated"])) for record in found if _tier(record)]
    return sum((2000 * count + rated) // (2 * rated) for count, rated in counts)


def _is_whole(found: Sequence[Record]) -> bool:
    """Whether every rating has a share: then the set is known to be complete."""
    return all(record["share"] is not None for record in found if _tier(record))


def _tier(record: Record) -> int:
    return items()[record["item"]].tier or 0


def _whole(about: About, found: Sequence[Record]) -> str:
    """`trong 84 CĐCS được xếp loại, có 45 CĐCS được xếp loại vững mạnh xuất sắc (53,6 %); ...`."""
    first, lang = found[0], about.lang
    parts = [_rating(about, record, best=at == 0) for at, record in enumerate(found) if _tier(record)]
    unrated = [_unrated(about, record) for record in found if not _tier(record)]
    base = formats.quantity(first["rated"], "branch", lang)
    return say("paragraph.ratings.whole", lang, rated=base, what=listed([*parts, *unrated]))


def _counts(about: About, found: Sequence[Record]) -> str:
    parts = [_counted(about, record) for record in found]
    return say("paragraph.ratings.counts", about.lang, what=listed(parts))


def _counted(about: About, record: Record) -> str:
    words = {"count": formats.quantity(record["value"], "branch", about.lang)}
    return say(
        "paragraph.rating", about.lang, rating=within(name("item", record["item"], about.lang)), **words
    )


def _rating(about: About, record: Record, *, best: bool) -> str:
    """A rating with its share of its own count: one that was rounded before is not rounded again."""
    lang, share = about.lang, formats.percent(record["value"] * 100 / record["rated"], about.lang)
    of_all = []
    if record["all"] is not None and record["all"] != record["rated"]:
        words = {"share": formats.percent(record["value"] * 100 / record["all"], lang)}
        words["all"] = formats.quantity(record["all"], "branch", lang)
        of_all = [say("paragraph.ratings.of_all", lang, **words)]
    beside = [*_printed(about, record, share), *(_alike(record, lang) if best else [])]
    return remarked(_counted(about, record), [share, *of_all, *beside], lang)


def _alike(record: Record, lang: Language) -> list[str]:
    """How a share changed among the branches that were rated on one scale in both years."""
    if not record.get("alike_branches"):
        return []
    before = int(record["year"]) - 1
    change = formats.change(record["alike_now"], record["alike_before"], lang, before, "percent")
    return [
        say(
            "finding.alike_rated",
            lang,
            branches=formats.quantity(record["alike_branches"], "branch", lang),
            change=change,
        )
    ]


def _printed(about: About, record: Record, share: str) -> list[str]:
    """The share as its source prints it, where that is another one."""
    printed = record.get("printed_share")
    if printed is None or formats.percent(printed, about.lang) == share:
        return []
    return [say("paragraph.ratings.printed", about.lang, share=formats.percent(printed, about.lang, None))]


def _unrated(about: About, record: Record) -> str:
    count = formats.quantity(record["value"], "branch", about.lang)
    return say("paragraph.ratings.unrated", about.lang, count=count)
