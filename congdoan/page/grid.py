"""A table on the screen: cells in words, sorted by what they stand for, as the HTML of our own component.

It is real text: it can be read aloud, marked, searched and printed. And it is cheap: Streamlit's own grid
wants each cell twice, typed and written, which takes the server longer than all else on a screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from congdoan.tables import Table
from congdoan.text import Language


@dataclass(frozen=True)
class Link:
    """The beginning of an address that a column's cells complete, or in their place codes, one per row."""

    address: str
    codes: tuple[str, ...] | None = None


def grid(table: Table, links: Mapping[str, Link], alt: str, *, selects: bool = False) -> dict[str, object]:
    """Columns with what sorts them, rows in words, the positions of totals and of impossible cells.

    `links` by column name; `alt` names the table. `selects`: links with codes of their own give these to the
    screen, else they open their address.
    """
    columns = [
        {
            "heading": heading,
            "meaning": field.meaning,
            "numeric": field.numeric,
            "link": asdict(links[field.name]) if field.name in links else None,
            "order": _order(table, position),
        }
        for position, (field, heading) in enumerate(zip(table.fields, table.headings(), strict=True))
    ]
    return {
        "alt": alt,
        "lang": table.lang,
        "selects": selects,
        "columns": columns,
        "rows": [[table.shown(row, at) for at in range(len(columns))] for row in range(len(table))],
        "totals": [row for row, total in enumerate(table.totals) if total],
        "impossible": sorted(table.impossible),
    }


def lines(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    alt: str,
    lang: Language,
    numeric: Sequence[int] = (),
) -> dict[str, object]:
    """Rows that are words already, as `grid` draws them; `numeric` are the columns set to the right."""
    columns = [
        {"heading": heading, "meaning": "", "numeric": at in numeric, "link": None, "order": None}
        for at, heading in enumerate(headings)
    ]
    shown = {"columns": columns, "rows": [list(row) for row in rows]}
    return {"alt": alt, "lang": lang, "selects": False, **shown, "totals": [], "impossible": []}


def _order(table: Table, column: int) -> list[Any] | None:
    """What sorts the rows by a column: numbers, or days as 2025-12-31; None where the words themselves do."""
    field, cells = table.fields[column], table.cells[column]
    if field.type == "date":
        return [cell.isoformat() if isinstance(cell, date) else None for cell in cells]
    return list(cells) if field.numeric else None
