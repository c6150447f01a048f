"""What came of targets: what was reached of them, and what exceeds them, which is another number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, labels, records
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
from congdoan.targets import BANDS, counted
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST = 8
"""Targets that are said one by one; with more, those of the highest level, or their number alone."""
OPPOSITE = {"over": "at_most", "at_least": "at_most", "almost": "at_least", "at_most": "at_least"}
"""How sure one is of what is left to go, from how sure one is of what came of a target."""


def targets_reached(about: About, rows: Rows, offered: Rows) -> Paragraph:
    """How many targets of the newest year were met, exceeded, neared or missed; then one by one."""
    counts = counted(offered)
    if counts is None:
        return [sentence(say("paragraph.targets.none", about.lang, years=about.years, place=about.place))]
    lang, told = about.lang, dict(zip(BANDS, counts.bands, strict=True))
    told |= {"targets": counts.targets, "exceeded": counts.exceeded}
    numbers = {key: formats.number(count, lang) for key, count in told.items()}
    lead = say("paragraph.targets", lang, year=counts.year, place=about.place, **numbers)
    unit = labels(rows, "organisation", lang)
    return [sentence(lead), *(sentence(_target(about, one, unit(one))) for one in _said(rows, counts.year))]


def _said(rows: Rows, year: int) -> list[Record]:
    """All targets of a year where they are few, else those of the highest level where these are."""
    found = [record for record in records(rows, "level", "target") if int(record["year"]) == year]
    highest = [record for record in found if record["level"] == found[0]["level"]]
    return next((few for few in (found, highest) if len(few) <= MOST), [])


def _target(about: About, record: Record, unit: str) -> str:
    lang = about.lang
    words = {"unit": unit, "what": thing(record, lang), "target": _amount(record, "target", None, lang)}
    if record["reached"] is None:
        return listed([say("paragraph.target.untold", lang, **words), *_half(record, lang)])
    qualifier = record["qualifier"]
    known = (rests_on(record, replace(about, many=False)), unsettled(record, lang))
    words |= {"value": _amount(record, "value", qualifier, lang, *known)}
    words |= {"reached": formats.qualified(formats.percent(record["reached"], lang), qualifier, lang)}
    if record["exceeded_by"] is not None:
        exceeded = formats.qualified(formats.percent(record["exceeded_by"], lang), qualifier, lang)
        return say("paragraph.target.exceeded", lang, **words, exceeded=exceeded)
    if record["to_go"] is None:
        key = "paragraph.target.partial" if record["band"] == "partial" else "paragraph.target.reached"
        return say(key, lang, **words)
    left = _amount(record, "to_go", OPPOSITE.get(qualifier, qualifier), lang)
    return say("paragraph.target.below", lang, **words, to_go=left)


def _amount(record: Record, column: str, qualifier: str | None, lang: Language, *remarks: str) -> str:
    amount = {"value": record[column], "unit": record["unit"], "qualifier": qualifier}
    return remarked(value(amount, lang), [in_words(amount, lang), *remarks], lang)


def _half(record: Record, lang: Language) -> list[str]:
    """What came of it by mid-year, which is no part of a year that could be held against the target."""
    if record["half_value"] is None:
        return []
    by_then = _amount(record, "half_value", record["half_qualifier"], lang)
    return [say("paragraph.target.half", lang, value=by_then)]
