"""How places, units or periods stand beside each other, measure by measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, distinct, records
from congdoan.findings import thing
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

NATION = "VN"


def beside(about: About, rows: Rows, head: Callable[[Record], str], common: str) -> Paragraph:
    """A sentence per measure: each figure, by what share it is above or below the first, and who has none.

    `head` names one of those compared, `common` what they share: their period, else whose periods they are.
    """
    found = records(rows, "metric", "item", "value", "change", "refusal")
    measures = distinct([{"of": (one["metric"], one["item"])} for one in found], "of")
    return [
        _measure(about, [one for one in found if (one["metric"], one["item"]) == of], head, common)
        for of in measures
    ]


def _measure(about: About, found: list[Record], head: Callable[[Record], str], common: str) -> str:
    base, *others = (head(record) for record in found)
    heads = [say("comparison.first", about.lang, name=base), *others]
    both = list(zip(heads, found, strict=True))
    told = [_item(about, one, _told(about, it)) for one, it in both if it["value"] is not None]
    without = [(one, it["possible"]) for one, it in both if it["value"] is None]
    missing, impossible = ([one for one, possible in without if possible is way] for way in (True, False))
    values = listed([*told, *_none(about, "missing", missing), *_none(about, "impossible", impossible)])
    what = say("paragraph.beside", about.lang, measure=thing(found[0], about.lang), common=common)
    return sentence(_item(about, what, values))


def _none(about: About, why: str, heads: list[str]) -> list[str]:
    return [say(f"paragraph.beside.{why}", about.lang, heads=", ".join(heads))] if heads else []


def _item(about: About, item: str, values: str) -> str:
    return say("paragraph.item", about.lang, item=item, values=values)


def _told(about: About, record: Record) -> str:
    lang = about.lang
    behind = rests_on(record, replace(about, many=record.get("place") == NATION))
    remarks = [in_words(record, lang), behind, unsettled(record, lang), _against(about, record)]
    return remarked(value(record, lang), remarks, lang)


def _against(about: About, record: Record) -> str:
    """By what share a figure is above or below the first, and what to know of it; else why none is told."""
    lang, change = about.lang, record["change"]
    if record["refusal"]:
        return say("comparison.refused", lang, why=name("refusal", record["refusal"], lang))
    if change is None:
        return ""
    way = "above" if change > 0 else "below" if change < 0 else "equal"
    moved = say(f"comparison.{way}", lang, amount=formats.percent(abs(change), lang))
    return listed([moved, *([name("caution", record["caution"], lang)] if record["caution"] else [])])
