"""What stands around a table and holds for all of it: its period, whose it is, its unit of money."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.intake import statuses
from congdoan.intake.lexicon import lexicon
from congdoan.intake.meanings import Units, units
from congdoan.intake.periods import Period, periods
from congdoan.intake.register import MERGER, Register, province
from congdoan.intake.words import folded

_MEASURED = re.compile(
    r"(?i)(?:đvt|đơn vị(?: tính| tiền(?: tệ)?)?|tính theo|tính bằng)\s*:\s*([^()\n]+?)\s*(?:\)|$)"
)
_SENDER = re.compile(r"(?i)(?:LĐLĐ|liên đoàn lao động|CĐCS|công đoàn)\b.*")


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole table. `periods` has more than one where the titles contradict each other;
    `status` is what they call the figures, empty where they do not.
    """

    periods: tuple[Period, ...]
    told_by: str
    place: str
    unit: str
    measured: Units
    status: str = ""


def context(sheet: str, titles: Sequence[str], known: Register, today: dt.date) -> Context:
    """What the titles of a table and the name of its sheet say about all of it."""
    spans = _periods(titles)
    told_by = next((line for line in titles if periods(line)), "")
    if not spans:
        spans, told_by = _periods([sheet]), sheet
    day = spans[0].end if spans else today
    lines = [*titles, sheet]
    days = [day] if spans else [today, MERGER - dt.timedelta(days=1)]
    place = next((found for when in days for line in lines if (found := _place(line, when))), "")
    unit = next((found for line in lines if (found := _unit(line, known, day, place))), "")
    return Context(spans, told_by if spans else "", place, unit, _measured(titles), statuses.of(lines))


def first(told: Sequence[Context]) -> Context:
    """Of several contexts, the first that tells each thing."""
    dated = next((one for one in told if one.periods), told[0])
    return Context(
        dated.periods,
        dated.told_by,
        next((one.place for one in told if one.place), ""),
        next((one.unit for one in told if one.unit), ""),
        next((one.measured for one in told if one.measured.unit), Units()),
        next((one.status for one in told if one.status), ""),
    )


def _periods(lines: Sequence[str]) -> tuple[Period, ...]:
    """The periods of the first line that names one, and of others that name another year."""
    every = [found for line in lines if (found := periods(line))]
    whole = [found for found in every if found[0].kind != "as_of"] or every
    return tuple(dict.fromkeys(one for found in whole for one in found))


def _place(line: str, day: dt.date) -> str:
    """The province that a line names after the word for it, or is."""
    whole = province(line, day)
    if whole.state == "one":
        return whole.code
    words = folded(line)
    named = lexicon("place")
    for at, word in enumerate(words):
        if word in ("tinh", "ldld", "pho", "tp", "dong"):
            for size in range(min(named.longest, len(words) - at - 1), 0, -1):
                found = province(" ".join(words[at + 1 : at + 1 + size]), day)
                if found.state == "one" and (size > 1 or word in ("tinh", "ldld")):
                    return found.code
    return ""


def _unit(line: str, known: Register, day: dt.date, place: str) -> str:
    """The union body that a line names: whole, or from its first word on to a year or the end."""
    found = _SENDER.search(line)
    parts = [
        line,
        *([found[0], re.split(r"(?i)\s+(?:năm|6 tháng|quý)\b|[-–:;,(]", found[0])[0]] if found else []),
    ]
    for part in parts:
        one = known.unit(part.strip(), day, place)
        if one.state == "one" and len(part) < 120:
            return one.code
    return ""


def _measured(titles: Sequence[str]) -> Units:
    for line in titles:
        found = _MEASURED.search(line)
        told = units(found[1]) if found else Units()
        if told.unit == "dong":
            return told
    return Units()
