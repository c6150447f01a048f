"""Says in one sentence what figures show, and nothing where they do not carry it.

Every function takes Rows and a language and gives a sentence, or an empty text: then the card keeps its
neutral title.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from congdoan import formats
from congdoan.catalogue import items, provinces
from congdoan.changes import (
    FEWEST_YEARS,
    WELL_COVERED,
    Reading,
    beside,
    comparable,
    compared,
    covered,
    newest,
)
from congdoan.charts.model import Record, known, labels, records
from congdoan.kept import kept
from congdoan.text import FORMER, Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MAPPED = 0.6
"""The share of provinces with a value of one year from which a map says more than a list of newest values."""
PAIR = 2
"""How many metrics stand side by side in one sentence."""

Finding = Callable[["Rows", Language], str]


@kept
def dense(rows: Rows) -> bool:
    """Whether three consecutive years of one series are well covered, so that a line tells no lie."""
    found = [record for record in known(records(rows, "year", "value")) if covered(record)]
    years: dict[tuple[Any, ...], set[int]] = {}
    for record in found:
        key = tuple(record.get(column) for column in ("metric", "item", "place"))
        years.setdefault(key, set()).add(int(record["year"]))
    return any(all(year + step in of for step in range(FEWEST_YEARS)) for of in years.values() for year in of)


@kept
def well_covered(rows: Rows) -> Rows:
    """Only those readings that speak for their whole extent: what a line may go through."""
    found = records(rows, "year", "value")
    return rows.take([at for at, record in enumerate(found) if covered(record)])


@kept
def usual_year(rows: Rows) -> int | None:
    """The year of the newest value of most places; None without any value."""
    years = [int(record["year"]) for record in known(records(rows, "place", "year", "value"))]
    return max(set(years), key=lambda year: (years.count(year), year), default=None)


@kept
def may_be_mapped(rows: Rows, chosen: int) -> bool:
    """Whether `mapped` may hold for the newest values of so many chosen places, none for all there are."""
    found, year = known(records(rows, "place", "year", "value")), usual_year(rows)
    told = sum(record["year"] == year for record in found)
    return told > 0 and (chosen == 0 or told >= MAPPED * (_places(found) - chosen))


@kept
def mapped(rows: Rows, there: Rows) -> bool:
    """Whether the newest values (`rows`) of three fifths of the places that can have one are of one year.

    `there` are the places of that year, with those that can have no figure.
    """
    found, of_year = (
        known(records(rows, "place", "year", "value")),
        records(there, "place", "year", "absence"),
    )
    places = _places(found) - sum(record["absence"] is not None for record in of_year)
    told = sum(record["year"] == of_year[0]["year"] for record in found) if of_year else 0
    return told >= MAPPED * places > 0


def _places(found: Sequence[Record]) -> int:
    """How many places there are in the boundaries of the first of these values."""
    scheme = next((str(record["place"])[:2] for record in found), "")
    return sum(province.scheme == scheme for province in provinces().values())


def newest_year(rows: Rows) -> int | None:
    """The newest year in which any place reported, None without one."""
    years = [int(record["year"]) for record in records(rows, "year", "reported") if record["reported"]]
    return max(years) if years else None


def over_years(rows: Rows, lang: Language) -> str:
    """Of one metric in one place: how its newest well covered year compares with the year before."""
    found = known(records(rows, "metric", "year", "value", "unit"))
    if len({record.get("place") for record in found}) > 1:
        return ""
    reading = newest(found)
    if reading is None or reading.before is None or not comparable(reading.now, reading.before):
        return ""
    return say(
        "finding.over_years",
        lang,
        what=thing(reading.now, lang),
        year=int(reading.now["year"]),
        value=value_words(reading.now, lang),
        change="; ".join([compared(reading, lang), *beside(reading, lang)]),
    )


def largest(rows: Rows, lang: Language, label: str = "place") -> str:
    """Of values of one year and one kind of place: how many there are, and which is the largest."""
    found = [
        record for record in known(records(rows, label, "year", "value", "unit")) if record[label] != "VN"
    ]
    if not found:
        return ""
    if not _alike(found, label):
        return ""
    top = max(found, key=lambda record: float(record["value"]))
    return say(
        "finding.largest" if len(found) > 1 else "finding.only",
        lang,
        what=thing(top, lang),
        count=len(found),
        place=labels(rows, label, lang)(top),
        value=value_words(top, lang),
        year=int(top["year"]),
    )


def _alike(found: Sequence[Record], label: str) -> bool:
    """Whether values may be ranked in a sentence: one year, and no former provinces among today's."""
    years = {int(record["year"]) for record in found}
    return len(years) == 1 and not any(str(record[label]).endswith(FORMER) for record in found)


@kept
def newest_each(rows: Rows, column: str = "item") -> Rows:
    """Of each item (or place ...) the newest reading that speaks for its whole extent."""
    found = records(rows, column, "year", "value")
    newest_at: dict[Any, int] = {}
    for at, record in enumerate(found):
        before = newest_at.get(record[column])
        if covered(record) and (before is None or record["year"] > found[before]["year"]):
            newest_at[record[column]] = at
    return rows.take(sorted(newest_at.values()))


def best_recorded(rows: Rows) -> Record | None:
    """Of recorded events by year the newest with at least half as many units as the best year."""
    found = known(records(rows, "year", "value", "organisations"))
    best = max((int(record["organisations"]) for record in found), default=0)
    fit = [record for record in found if int(record["organisations"]) * 2 >= best]
    return max(fit, key=lambda record: int(record["year"]), default=None)


def thing(record: Record, lang: Language) -> str:
    """What a reading counts, in words: its metric, and the item of it where not the whole."""
    metric, item = name("metric", str(record["metric"]), lang), str(record.get("item") or "all")
    return metric if item == "all" else say("kpi.of_item", lang, metric=metric, item=name("item", item, lang))


def leading_item(rows: Rows, lang: Language) -> str:
    """Of items by year: the largest one of the newest year, and how it changed, the whole and like for like.

    What lies within another item, or holds several, leads nothing.
    """
    found = [
        record
        for record in known(records(rows, "item", "year", "value", "unit"))
        if not record.get("nested") and (record.get("items") or 1) == 1
    ]
    if not found:
        return ""
    year = max(int(record["year"]) for record in found)
    top = max((r for r in found if int(r["year"]) == year), key=lambda record: float(record["value"]))
    before = next((r for r in found if r["item"] == top["item"] and int(r["year"]) == year - 1), None)
    reading = Reading(top, before, ())
    changed = [compared(reading, lang)] if before and comparable(top, before) else []
    largest_one = say(
        "finding.leading_item",
        lang,
        item=name("item", top["item"], lang),
        value=value_words(top, lang),
        year=year,
    )
    return "; ".join([largest_one, *changed, *beside(reading, lang)])


def best_rating(rows: Rows) -> Record | None:
    """The best rating that anyone got in the newest year with shares."""
    found = [
        r
        for r in known(records(rows, "year", "item", "value", "rated", "share"))
        if r["share"] is not None and _speaks(r)
    ]
    year = max((int(record["year"]) for record in found), default=0)
    return next((record for record in found if int(record["year"]) == year), None)


def _speaks(record: Record) -> bool:
    """Whether counts of ratings are of all places; those of a single place name no number of places."""
    reported, expected = record.get("reported"), record.get("expected")
    return expected is None or reported is None or reported >= WELL_COVERED * expected


def best_rated(rows: Rows, lang: Language) -> str:
    """Of ratings by year: the best one of the newest year, of how many, and its change like for like."""
    top = best_rating(rows)
    if top is None:
        return ""
    best = say(
        "finding.best_rated",
        lang,
        year=int(top["year"]),
        item=name("item", top["item"], lang),
        count=formats.number(top["value"], lang),
        rated=formats.quantity(top["rated"], "branch", lang),
        share=formats.percent(top["share"], lang),
    )
    if not top.get("alike_branches"):
        return best
    change = formats.change(top["alike_now"], top["alike_before"], lang, int(top["year"]) - 1, "percent")
    branches = formats.quantity(top["alike_branches"], "branch", lang)
    return f"{best}; {say('finding.alike_rated', lang, branches=branches, change=change)}"


def best_rated_place(rows: Rows, lang: Language) -> str:
    """Of ratings by place in one year: where the best rating has its highest share; nothing for a tie."""
    found = records(rows, "place", "year", "item", "rating_scheme", "value", "rated", "share")
    found = [record for record in found if record["rating_scheme"] is not None]
    if len({(record["rating_scheme"], record["year"]) for record in found}) != 1:
        return ""
    best = min((str(record["item"]) for record in found), key=lambda code: items()[code].rank)
    told = [record for record in found if record["item"] == best and record["rated"]]
    most = max((_share(record) for record in told), default=0)
    tops = [record for record in told if _share(record) == most]
    if len(tops) != 1 or len(told) == 1:
        return ""
    [top] = tops
    return say(
        "finding.best_rated_place",
        lang,
        year=int(top["year"]),
        item=name("item", best, lang),
        place=name("place", str(top["place"]), lang),
        share=formats.percent(top["share"], lang),
        count=formats.number(top["value"], lang),
        rated=formats.quantity(top["rated"], "branch", lang),
    )


def _share(record: Record) -> float:
    """The share as it is: one that was rounded makes equals of places that are not."""
    return float(record["value"]) / float(record["rated"])


def side_by_side(rows: Rows, lang: Language) -> str:
    """Of two metrics over the years: both values of the newest year that has them."""
    found = known(records(rows, "metric", "year", "value", "unit"))
    by_year: dict[int, list[Record]] = {}
    for record in found:
        by_year.setdefault(int(record["year"]), []).append(record)
    year = max((year for year, of_year in by_year.items() if len(of_year) == PAIR), default=None)
    if year is None or len({record["metric"] for record in by_year[year]}) != PAIR:
        return ""
    first, second = (
        say(
            "finding.one_of_two",
            lang,
            metric=name("metric", one["metric"], lang),
            value=value_words(one, lang),
        )
        for one in by_year[year]
    )
    return say("finding.side_by_side", lang, year=year, first=first, second=second)


def value_words(record: Record, lang: Language) -> str:
    """The value of a row with its unit, and how certain it is."""
    return formats.figure(record["value"], str(record["unit"]), record.get("qualifier"), None, lang)
