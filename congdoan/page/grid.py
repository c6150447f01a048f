"""A table on the screen: cells in words, sorted by what they stand for, as the HTML of our own component.

It is real text: it can be read aloud, marked, searched and printed. And it is cheap: Streamlit's own grid
wants each cell twice, typed and written, which takes the server longer than all else on a screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from congdoan.kept import kept
from congdoan.page.component import component, packed
from congdoan.tables import Table

_component = component("grid")


def grid(table: Table, links: Mapping[str, str], key: str, alt: str) -> None:
    """Draws all rows of a table, under headings that sort it. `alt` names it.

    `links` has the beginning of an address by column name; the codes of that column complete it.
    """
    _component(data=_data(table, tuple(links.items()), alt), key=key)


@kept
def _data(table: Table, links: tuple[tuple[str, str], ...], alt: str) -> bytes:
    """Columns with what sorts them, rows in words, the positions of totals and of impossible cells."""
    address = dict(links)
    columns = [
        {
            "heading": heading,
            "meaning": field.meaning,
            "numeric": field.numeric,
            "link": address.get(field.name),
            "order": _order(table, position),
        }
        for position, (field, heading) in enumerate(zip(table.fields, table.headings(), strict=True))
    ]
    return packed(
        {
            "alt": alt,
            "lang": table.lang,
            "columns": columns,
            "rows": [[table.shown(row, at) for at in range(len(columns))] for row in range(len(table))],
            "totals": [row for row, total in enumerate(table.totals) if total],
            "impossible": sorted(table.impossible),
        }
    )


def _order(table: Table, column: int) -> list[Any] | None:
    """What sorts the rows by a column: numbers, or days as 2025-12-31; None where the words themselves do."""
    field, cells = table.fields[column], table.cells[column]
    if field.type == "date":
        return [cell.isoformat() if isinstance(cell, date) else None for cell in cells]
    return list(cells) if field.numeric else None
