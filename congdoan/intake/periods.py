"""Reads for which period a text speaks: a year, a half, a quarter, a school year, a span, a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from congdoan.intake.words import folded, plain


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period as figures have it: its kind, first and last day."""

    kind: str
    start: dt.date
    end: dt.date

    @property
    def year(self) -> int:
        """The reporting year, in which the period ends."""
        return self.end.year


_SIGNED = re.compile(
    r"\bt\d{1,2} (?:19|20)\d\d|"
    r"ngay (?:\d{1,2} |\. ?)*(?:thang (?:\d{1,2} )?)?nam (?:19|20)\d\d|thang \d{1,2} nam (?:19|20)\d\d"
)
_NUMBERED = re.compile(
    r"\d+\s*/\s*(?:19|20)\d\d\s*/\s*\w+|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|\b\d{1,2}/(?=20\d\d)"
)
_AS_OF = re.compile(r"(?:den|tinh den|thoi diem)(?: het)?(?: ngay)? (\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def whole_year(year: int) -> Period:
    """The period of a whole year."""
    return Period("year", dt.date(year, 1, 1), dt.date(year, 12, 31))


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    """The periods that a title names, without days of signing and numbers of decisions; mostly one."""
    text = plain(text)
    spoken = " ".join(folded(text))
    days = tuple(_day(*map(int, found.groups())) for found in _AS_OF.finditer(spoken))
    bare = " ".join(folded(_NUMBERED.sub(" ", text)))
    bare = _SIGNED.sub(" ", _AS_OF.sub(" ", bare))
    found = _typed(bare) or tuple(whole_year(int(one)) for one in dict.fromkeys(_YEARS.findall(bare)))
    return found or tuple(day for day in days if day)


def _typed(text: str) -> tuple[Period, ...]:
    school = re.search(r"nam hoc (20\d\d) (20\d\d)", text)
    if school and int(school[2]) == int(school[1]) + 1:
        return (Period("school_year", dt.date(int(school[1]), 9, 1), dt.date(int(school[2]), 6, 30)),)
    span = re.search(
        r"(?:giai doan|nhiem ky|tu nam|nam|cac nam)? ?((?:19|20)\d\d) (?:den |den nam )?((?:19|20)\d\d)", text
    )
    if span and int(span[2]) > int(span[1]) and re.search("giai doan|nhiem ky|tu nam|den", text):
        return (Period("span", dt.date(int(span[1]), 1, 1), dt.date(int(span[2]), 12, 31)),)
    half = re.search(r"(?:6|sau) thang(?P<late> cuoi)?(?: dau)?(?: nam)? ((?:19|20)\d\d)", text)
    if half:
        return (_months("half", int(half[2]), 7 if half["late"] else 1, 12 if half["late"] else 6),)
    quarter = re.search(r"quy (iv|i{1,3}|[1-4])(?: nam)? ((?:19|20)\d\d)", text)
    if quarter:
        last = _ROMAN[quarter[1]] * 3
        return (_months("quarter", int(quarter[2]), last - 2, last),)
    months = re.search(r"(\d{1,2}|chin|ba) thang(?: dau)?(?: nam)? ((?:19|20)\d\d)", text)
    if months:
        last = {"chin": 9, "ba": 3}.get(months[1]) or int(months[1])
        return (_months("span", int(months[2]), 1, last),) if 1 <= last < 12 else ()
    return ()


def _months(kind: str, year: int, first: int, last: int) -> Period:
    return Period(kind, dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def _day(day: int, month: int, year: int) -> Period | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Period("as_of", found, found)
