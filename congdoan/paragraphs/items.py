"""Programmes and funds, the largest first; no two are ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from congdoan import changes, formats
from congdoan.charts.model import Record, known, records
from congdoan.paragraphs.about import (
    About,
    Paragraph,
    in_words,
    listed,
    remarked,
    rests_on,
    sentence,
    unsettled,
    value,
)
from congdoan.text import name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 6
"""Items that a sentence names; it says how many more there are."""


def by_item(about: About, rows: Rows, heading: str) -> Paragraph:
    """What each item of the newest year comes to, in all its measures; `heading` is the key that opens it.

    An item that few places told of is counted, not said.
    """
    found = known(records(rows, "metric", "item", "year", "value", "unit"))
    fit = [record for record in found if changes.newest([record]) is not None]
    if not fit:
        return []
    year = max(int(record["year"]) for record in fit)
    items = _largest_first([record for record in fit if int(record["year"]) == year])
    said = [_item(about, item, of) for item, of in list(items.items())[:MOST]]
    unsaid = len({record["item"] for record in found if int(record["year"]) == year}) - len(said)
    more = [say("paragraph.items.more", about.lang, count=formats.number(unsaid, about.lang))]
    what = listed([*said, *(more if unsaid else [])])
    return [sentence(say(heading, about.lang, year=year, place=about.place, what=what))]


def _largest_first(found: list[Record]) -> dict[str, list[Record]]:
    """The readings of each item, the item with the most money first; items without money after those."""
    money = {record["item"]: record["value"] for record in found if record["unit"] == "dong"}
    items: dict[str, list[Record]] = {}
    for record in sorted(found, key=lambda record: (-money.get(record["item"], -1), str(record["item"]))):
        items.setdefault(record["item"], []).append(record)
    return items


def _item(about: About, item: str, found: list[Record]) -> str:
    """`Tết Sum vầy: 1.000 người, trên 500.000.000 đồng (bằng chữ: ...)`."""
    lang = about.lang
    told = [_reading(about, record) for record in found]
    text = say("paragraph.item", lang, item=name("item", item, lang), values=", ".join(told))
    nested = any(record.get("nested") for record in found)
    return remarked(text, [say("paragraph.nested", lang)] if nested else [], lang)


def _reading(about: About, record: Record) -> str:
    remarks = [in_words(record, about.lang), rests_on(record, about), unsettled(record, about.lang)]
    return remarked(value(record, about.lang), remarks, about.lang)
