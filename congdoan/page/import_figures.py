"""Imported figures in a table: where each stands in its file, what was published, what comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from congdoan import catalogue, comparing, formats
from congdoan.control.imports import FIGURE
from congdoan.formats import number
from congdoan.page.choice import Choice
from congdoan.page.face import face, parts
from congdoan.page.grid import lines
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say

_HEADS = ("place", "unit", "metric", "period", "before", "after")
_NUMERIC = (4, 5)


def figure_table(choice: Choice, figures: Sequence[Sequence[Any]], of: int, key: str) -> None:
    """Figures in the order of FIGURE, a row each; `of` is how many there are in all."""
    records = [dict(zip(FIGURE, figure, strict=True)) for figure in figures]
    units = sorted({str(one["org_id"]) for one in records})
    named = dict(comparing.unit_names(ask("organisations/named", choice, sides=units), choice.lang))
    rows = [_row(one, named.get(str(one["org_id"]), str(one["org_id"])), choice.lang) for one in records]
    heads = [say(f"imports.head.{head}", choice.lang) for head in _HEADS]
    table = lines(heads, rows, say("imports.changes", choice.lang), choice.lang, _NUMERIC)
    more = say(
        "imports.first", choice.lang, shown=number(len(rows), choice.lang), count=number(of, choice.lang)
    )
    face(parts(table=table, more=more if of > len(rows) else ""), key)


def _row(one: dict[str, Any], unit: str, lang: Language) -> tuple[str, ...]:
    start, end = (date.fromisoformat(one[which]) for which in ("period_start", "period_end"))
    return (
        f"{one['sheet']}!{one['cell']}",
        unit,
        _thing(one, lang),
        formats.period(one["period_type"], start, end, lang),
        _value(one["before_value"], one["before_qualifier"], one["unit"], lang),
        _value(one["value"], one["qualifier"], one["unit"], lang) + _mark(one["status"], lang),
    )


def _mark(status: str | None, lang: Language) -> str:
    """That a figure is preliminary; final ones say nothing."""
    return f" · {name('status', status, lang)}" if status == "preliminary" else ""


def _thing(one: dict[str, Any], lang: Language) -> str:
    words = [name("metric", one["metric"], lang)]
    if one["item"] not in ("", "all"):
        words.append(name("item", f"{catalogue.metrics()[one['metric']].dimension}.{one['item']}", lang))
    words += [name("recipient", one["recipient"], lang)] if one["recipient"] else []
    return " · ".join(words)


def _value(value: str | None, qualifier: str | None, unit: str, lang: Language) -> str:
    """A figure whole, to the last đồng; what is published as a word as it is, nothing as a dash."""
    if value is None:
        return "–"
    if not value.replace(".", "", 1).isdecimal():
        return value
    shown = (
        formats.money_exact(Decimal(value), lang) if unit == "dong" else formats.number(Decimal(value), lang)
    )
    return formats.qualified(shown, qualifier, lang)
