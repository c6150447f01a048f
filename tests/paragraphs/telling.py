"""Asks for paragraphs as screens and report packs do, and makes small rows for single rules."""

from __future__ import annotations

from typing import Any

from congdoan.database import Rows
from congdoan.page.choice import Choice
from congdoan.page.subjects import paragraphs
from congdoan.paragraphs import About
from congdoan.queries import load
from congdoan.text import Language
from tests.asking import answer

HERE = About("vi", "Cao Bằng", "2021", many=False)
COUNTRY = About("vi", "cả nước", "2021", many=True)


def told(
    subject: str, place: str, year: int, lang: Language = "vi", dataset: str = "real"
) -> tuple[str, ...]:
    """The paragraphs of one place and year about a subject."""
    chosen = Choice(
        dataset=dataset, lang=lang, scheme=place[:2], places=(place,), year_from=year, year_to=year
    )
    return paragraphs(chosen, subject)


def plain(text: str) -> str:
    """A text with common spaces in the place of those that hold a percent sign to its number."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def rows_of(query: str, *found: dict[str, Any]) -> Rows:
    """Rows as a query would give them, from records by hand."""
    return answer(query, load(query).columns, list(found))


def total(metric: str, value: float | None, **known: Any) -> dict[str, Any]:
    """A record of `totals/over_years`: an own total of 2021 unless said otherwise."""
    usual = {"item": "all", "year": 2021, "unit": "person", "qualifier": "exact", "basis": "reported"}
    return {"metric": metric, "value": value, "status": "final", **usual, **known}
