"""The text that reminds units of reports that have not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan import formats
from congdoan.database import Rows
from congdoan.kept import kept
from congdoan.text import Language, say

MOST = 30
"""Units that one reminder names; it says how many more there are."""


@dataclass(frozen=True)
class Due:
    """A period (`year` or `half` of a year), the day its figures close, and the day its reports are due."""

    period: str
    year: int
    cut_off: date
    due_on: date

    def named(self, lang: Language) -> str:
        """The period in words: `năm 2025`."""
        return formats.period(self.period, None, self.cut_off, lang)

    def words(self, lang: Language) -> str:
        """The period with its two days, as a sentence."""
        days = {"cut_off": formats.date(self.cut_off, lang), "due_on": formats.date(self.due_on, lang)}
        return say("reports.period", lang, period=self.named(lang), **days)


@dataclass(frozen=True)
class Debtor:
    """A unit that owes reports, its own or of branches below it: its id, its name, what it owes in words."""

    org: str
    name: str
    owes: tuple[str, ...]


@kept
def debtors(missing: Rows, branches: Rows, lang: Language) -> tuple[Debtor, ...]:
    """Units without a report, then those with such branches below them; those under no unit are left out."""
    owed: dict[str, list[str]] = {}
    every = [*missing.records, *(row for row in branches.records if row["org"] is not None)]
    for row in every:
        owed.setdefault(row["org"], []).append(_below(row, lang) if "missing" in row else _own(row, lang))
    names = {row["org"]: _name(row, lang) for row in every}
    return tuple(Debtor(org, names[org], tuple(lines)) for org, lines in owed.items())


def reminder(due: Due, units: Sequence[Debtor], held: date, lang: Language) -> str:
    """The text for these units, the first thirty by name; `held` is the day up to which there are figures."""
    named, more = units[:MOST], len(units) - MOST
    rest = [say("reminder.more", lang, count=formats.number(more, lang))] if more > 0 else []
    lacking = say("reminder.lacking", lang, day=formats.date(held, lang))
    owes = [line for unit in named for line in unit.owes]
    return "\n".join(
        [
            say("reminder.to", lang, units="; ".join([*(unit.name for unit in named), *rest])),
            say("reminder.subject", lang, period=due.named(lang)),
            "",
            f"{due.words(lang)} {lacking}",
            *(f"- {line}" for line in [*owes, *rest]),
            "",
            say("reminder.request", lang),
        ]
    )


def _own(row: dict[str, Any], lang: Language) -> str:
    unit = _name(row, lang)
    if row["last_report_year"] is None:
        return say("reminder.own", lang, unit=unit)
    values = {"year": int(row["last_report_year"]), "day": formats.date(row["last_report_on"], lang)}
    return say("reminder.own_again", lang, unit=unit, **values)


def _below(row: dict[str, Any], lang: Language) -> str:
    unit, missing = _name(row, lang), formats.number(row["missing"], lang)
    if row["owing"] is None:
        return say("reminder.below_known", lang, unit=unit, missing=missing)
    return say("reminder.below", lang, unit=unit, missing=missing, owing=formats.number(row["owing"], lang))


def _name(row: dict[str, Any], lang: Language) -> str:
    return str(row[f"organisation_{lang}"])
