"""Says in one sentence what the newest figures of places and units are, where few have any.

Like `congdoan.findings`: Rows and a language give a sentence, or an empty text where they do not carry one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, known, labels, records
from congdoan.findings import PAIR, largest, thing, value_words
from congdoan.text import FORMER, Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows


def newest_known(rows: Rows, lang: Language) -> str:
    """Of newest values by place: the largest where all may be ranked, else the largest of the newest year.

    An older one that is larger is told, too. Where that year has no two of today's places: of how many places
    anything is known, and to when.
    """
    if whole := largest(rows, lang):
        return whole
    found = known(records(rows, "place", "year", "value", "unit"))
    year = max((int(record["year"]) for record in found), default=0)
    now = [one for one in found if int(one["year"]) == year and not str(one["place"]).endswith(FORMER)]
    if len(now) < PAIR:
        return known_places(rows, lang)
    top = max(now, key=lambda record: float(record["value"]))
    told = {"what": thing(top, lang), "year": year, "count": len(now), "value": value_words(top, lang)}
    place = labels(rows, "place", lang)
    said = say("finding.newest_known", lang, place=place(top), **told)
    largest_ever = max(found, key=lambda record: float(record["value"]))
    return said if largest_ever["value"] <= top["value"] else f"{said}; {_older(largest_ever, place, lang)}"


def _older(record: Record, place: Callable[[Record], str], lang: Language) -> str:
    """That an older figure is larger, where the marks show it above the one that the sentence is about."""
    value, year = value_words(record, lang), int(record["year"])
    return say("finding.newest_known.older", lang, place=place(record), value=value, year=year)


def known_places(rows: Rows, lang: Language) -> str:
    """Of newest values by place: of how many the first metric is known, and of which year the newest is."""
    found = known(records(rows, "metric", "place", "year", "value"))
    if not found:
        return ""
    own = [record for record in found if record["metric"] == found[0]["metric"]]
    places = formats.quantity(len({record["place"] for record in own}), "place", lang)
    year = max(int(record["year"]) for record in own)
    return say("finding.known_places", lang, what=thing(own[0], lang), places=places, year=year)


def newest_of_units(rows: Rows, lang: Language) -> str:
    """Of the newest totals of units: the largest of the newest period; nothing of a list that was cut."""
    found = known(records(rows, "metric", "item", "value", "unit", "period_end"))
    if not found or len(found) < int(found[0]["matching"]):
        return ""
    newest = max(record["period_end"] for record in found)
    tops = [record for record in found if record["period_end"] == newest]
    top = max(tops, key=lambda record: float(record["value"]))
    period = formats.period(str(top["period_type"]), top["period_start"], top["period_end"], lang)
    told = {"what": thing(top, lang), "period": period, "value": value_words(top, lang)}
    said = say("finding.period", lang, **told, unit=top[f"organisation_{lang}"])
    return said if len(found) == 1 else say("finding.period.newest", lang, said=said)
