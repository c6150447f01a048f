"""Makes the workbook that a unit fills in: names and codes protected, cells that take only what is allowed.

Below the headings stands a hidden row with the codes of the columns, by which a filled workbook is read
without a question.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from congdoan import catalogue
from congdoan.catalogue import Language
from congdoan.intake.cells import most
from congdoan.intake.meanings import Meaning, answered
from congdoan.intake.register import Unit
from congdoan.text import name, say

VERSION = 1
"""Stands in every template; counts up when templates of before are no longer read."""
COLUMNS = (
    "workforce members members_female members_joined members_left branches branches_founded "
    "branches_dissolved party_recommended party_admitted rated_branches/htxs rated_branches/htt "
    "rated_branches/ht rated_branches/kht welfare_people/tet welfare_amount/tet@0 "
    "welfare_people/workers_month welfare_amount/workers_month@0 houses houses_amount@0 "
    "donation_amount/poor_workers@0 donation_amount/golden_heart@0 donation_amount/for_the_poor@0 "
    "blood_donors training_turns initiatives collective_agreements"
).split()
"""What a template asks for, written as answers are; money in đồng."""
_STATUSES = ("final", "preliminary")
_RATED = ("cdcs", "nghiep_doan")
_OF_BRANCHES = ("branches", "branches_founded", "branches_dissolved", "rated_branches")
_TITLES, _HEADINGS, _CODES, _FIRST = 0, 2, 3, 4


@dataclass(frozen=True, eq=False)
class _Page:
    """A sheet being written, with its formats."""

    sheet: Any
    formats: dict[str, Any]
    lang: Language


def template(units: Sequence[Unit], period: str, lang: Language = "vi") -> bytes:
    """The workbook for these units and a period such as `2025` or `6 tháng đầu năm 2025`."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"title": say("template.title", lang, period=period), "keywords": f"template {VERSION}"}
    )
    page = _Page(book.add_worksheet(say("template.sheet", lang)), _formats(book), lang)
    rated = any(unit.kind in _RATED for unit in units)
    columns = [answered(code) for code in COLUMNS] + ([Meaning("rating")] if rated else [])
    columns.append(Meaning("status"))
    _headings(page, columns, period)
    for row, unit in enumerate(units, _FIRST):
        page.sheet.write_row(row, 0, (unit.org_id, unit.name), page.formats["fixed"])
        for at, column in enumerate(columns, 2):
            look = "open" if _is_asked(column, unit) else "fixed"
            page.sheet.write_blank(row, at, None, page.formats[look])
    _validate(page, columns, _FIRST + len(units) - 1)
    page.sheet.freeze_panes(_FIRST, 2)
    page.sheet.protect("", {"format_columns": True, "format_rows": True})
    book.close()
    return file.getvalue()


def _is_asked(column: Meaning, unit: Unit) -> bool:
    """Whether a unit has such a figure: a branch has its own rating, the others count branches."""
    of_branch = unit.kind in _RATED
    if column.role == "rating":
        return of_branch
    return not (of_branch and column.metric in _OF_BRANCHES)


def _formats(book: Any) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E8EEF7"}
        ),
        "fixed": book.add_format({"border": 1, "bg_color": "#F3F3F3"}),
        "open": book.add_format({"border": 1, "locked": False, "num_format": "#,##0"}),
    }


def _headings(page: _Page, columns: Sequence[Meaning], period: str) -> None:
    """Title, version, headings, and hidden below them their codes."""
    page.sheet.write(_TITLES, 0, say("template.title", page.lang, period=period), page.formats["title"])
    page.sheet.write(_TITLES + 1, 0, say("template.version", page.lang, version=VERSION))
    heads = [say("template.code", page.lang), say("template.unit", page.lang)]
    codes = ["=unit_code", "=unit"]
    for column in columns:
        heads.append(_heading(column, page.lang))
        codes.append(column.answer)
    page.sheet.write_row(_HEADINGS, 0, heads, page.formats["head"])
    page.sheet.write_row(_CODES, 0, codes, page.formats["fixed"])
    page.sheet.set_row(_HEADINGS, 60)
    page.sheet.set_row(_CODES, None, None, {"hidden": True})
    page.sheet.set_column(0, 0, 22)
    page.sheet.set_column(1, 1, 38)
    page.sheet.set_column(2, 1 + len(columns), 14)


def _heading(column: Meaning, lang: Language) -> str:
    if column.role in ("rating", "status"):
        return say(f"template.{column.role}", lang)
    metric, unit = name("metric", column.metric, lang), name("unit", column.unit, lang)
    item = f": {name('item', column.item, lang)}" if column.item else ""
    return f"{metric}{item} ({unit})"


def _validate(page: _Page, columns: Sequence[Meaning], last: int) -> None:
    """A count takes whole numbers up to what is possible, a rating one of the list."""
    for at, column in enumerate(columns, 2):
        rule = {"error_title": say("template.refused", page.lang)[:32], **_rule(column, page.lang)}
        page.sheet.data_validation(_FIRST, at, last, at, rule)


def _rule(column: Meaning, lang: Language) -> dict[str, Any]:
    if column.role == "status":
        return {"validate": "list", "source": [name("status", one, lang) for one in _STATUSES]}
    if column.role == "rating":
        ratings = (one for one in catalogue.items().values() if one.dimension == "rating")
        return {"validate": "list", "source": [one.vi for one in ratings if one.scheme == "htnv"]}
    bounds = {"criteria": "between", "minimum": 0, "maximum": most(column.unit)}
    return {"validate": "integer", **bounds, "error_message": say("template.whole", lang)[:255]}
