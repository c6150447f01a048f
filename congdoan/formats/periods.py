"""Dates, years and typed periods in words."""

import datetime as dt
from typing import TypeGuard

from congdoan.formats.amounts import MISSING
from congdoan.text import Language, say

_DASH = "–"
_ROMAN = ("I", "II", "III", "IV")


def date(day: dt.date | None, lang: Language) -> str:
    """`25/01/2021` or `25 January 2021`."""
    if not _known(day):
        return MISSING
    if lang == "vi":
        return f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{day.day} {say(f'month.{day.month}', lang)} {day.year}"


def years(first: int, last: int) -> str:
    """`2018–2020`, or `2020` when both are the same."""
    return str(first) if first == last else f"{first}{_DASH}{last}"


def period(period_type: str, start: dt.date | None, end: dt.date | None, lang: Language) -> str:
    """A typed period; no type reads like another: `năm 2020`, `Kỳ 2018–2020`, `đến ngày 25/10/2017`."""
    if not _known(end):
        return MISSING
    match period_type:
        case "as_of":
            return say("period.as_of", lang, date=date(end, lang))
        case "year":
            return say("period.year", lang, year=str(end.year))
        case "half":
            return say(f"period.half.{'first' if end.month <= 6 else 'last'}", lang, year=str(end.year))
        case "quarter":
            return _quarter(end, lang)
        case "school_year":
            return say("period.school_year", lang, years=years(end.year - 1, end.year))
        case _:
            return _span(start, end, lang)


def _quarter(end: dt.date, lang: Language) -> str:
    place = (end.month - 1) // 3
    quarter = _ROMAN[place] if lang == "vi" else str(place + 1)
    return say("period.quarter", lang, quarter=quarter, year=str(end.year))


def _span(start: dt.date | None, end: dt.date, lang: Language) -> str:
    if not _known(start):
        return say("period.as_of", lang, date=date(end, lang))
    if start == end:
        return say("period.day", lang, date=date(end, lang))
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return say("period.span", lang, years=years(start.year, end.year))
    return f"{date(start, lang)}{_DASH}{date(end, lang)}"


def _known(day: dt.date | None) -> TypeGuard[dt.date]:
    """Whether there is a day: a data frame's NaT is not equal to itself."""
    return day is not None and day == day
