"""The figures of a pivot: measure by measure and place by place, along the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.catalogue import metrics
from congdoan.charts.model import Record, known, records
from congdoan.findings import thing
from congdoan.paragraphs.about import (
    About,
    Paragraph,
    in_words,
    listed,
    remarked,
    sentence,
    unsettled,
    value,
    within,
)
from congdoan.text import name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 40
"""Cells that are said one by one."""
WHOLES = ("VN", "total")
"""What stands for all places: the country's own figure, and the sum of the places listed."""


def pivoted(about: About, rows: Rows) -> Paragraph:
    """The cells along the years, wholes only where all are too many; then how many more there are."""
    found = _without_repeats(known(records(rows, "metric", "item", "place", "year", "value")))
    said = next(few for few in _fewer(found) if len(few) <= MOST)
    series: dict[tuple[str, str, str], list[Record]] = {}
    for record in said:
        series.setdefault((record["metric"], record["item"], record["place"]), []).append(record)
    more = len(found) - len(said)
    count = formats.number(more, about.lang)
    return [
        *(_series(about, of) for of in series.values()),
        *([sentence(say("paragraph.pivot.more", about.lang, count=count))] if more else []),
    ]


def _without_repeats(found: list[Record]) -> list[Record]:
    """All but sums over places where one place has the value, and sums over years where one year has."""
    places = Counter(_of(one, "year") for one in found if one["place"] not in WHOLES)
    years = Counter(_of(one, "place") for one in found if one["year"] is not None)
    return [
        one
        for one in found
        if not (one["place"] == "total" and places[_of(one, "year")] == 1)
        and not (one["year"] is None and years[_of(one, "place")] == 1)
    ]


def _of(record: Record, axis: str) -> tuple[str, str, object]:
    return record["metric"], record["item"], record[axis]


def _fewer(found: list[Record]) -> Iterator[list[Record]]:
    """Ever fewer cells: without items, without single places, without sums over years, the newest; none."""
    yield found
    wholes = [one for one in found if one["item"] == "all"]
    yield wholes
    anywhere = [one for one in wholes if one["place"] in WHOLES]
    yield anywhere
    yearly = [one for one in anywhere if one["year"] is not None]
    yield yearly
    newest = {(one["metric"], one["place"]): one["year"] for one in yearly}
    yield [one for one in yearly if newest[one["metric"], one["place"]] == one["year"]]
    yield []


def _series(about: About, found: list[Record]) -> str:
    """`Đoàn viên, Cao Bằng: năm 2020: 40.000 người; năm 2021: 41.000 người (số sơ bộ).`"""
    place = name("place", found[0]["place"], about.lang)
    if found[0]["place"] == "total":
        place = within(place) if about.many else about.place
    values = listed(_cell(about, record) for record in found)
    what = thing(found[0], about.lang)
    return sentence(say("paragraph.pivot", about.lang, what=what, place=place, values=values))


def _cell(about: About, record: Record) -> str:
    lang, year = about.lang, record["year"]
    over = "last" if metrics()[record["metric"]].over_time == "last" else "sum"
    when = (
        say(f"paragraph.pivot.{over}", lang)
        if year is None
        else say("paragraph.pivot.year", lang, year=int(year))
    )
    text = say("paragraph.item", lang, item=when, values=value(record, lang))
    return remarked(text, [in_words(record, lang), _parts(record, about), unsettled(record, lang)], lang)


def _parts(record: Record, about: About) -> str:
    """Of how many places a sum is, over years of how many figures; nothing of what is no sum."""
    summed = record["year"] is None and metrics()[record["metric"]].over_time != "last"
    if not summed and (record["place"] != "total" or not about.many):
        return ""
    parts = formats.quantity(record["reported"], "figure" if summed else "place", about.lang)
    return say("paragraph.pivot.of", about.lang, parts=parts)
