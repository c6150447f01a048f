"""A table on the screen: cells in words, sorted by what they stand for, as the HTML of our own component.

It is real text: it can be read aloud, marked, searched and printed. And it is cheap: Streamlit's own grid
wants each cell twice, typed and written, which takes the server longer than all else on a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import streamlit as st

from congdoan.kept import kept
from congdoan.page.component import component, packed
from congdoan.tables import Table

_component = component("grid")


@dataclass(frozen=True)
class Link:
    """The beginning of an address that a column's cells complete, or in their place codes, one per row."""

    address: str
    codes: tuple[str, ...] | None = None


def grid(
    table: Table,
    links: Mapping[str, Link],
    key: str,
    alt: str,
    on_select: Callable[[str], None] | None = None,
) -> bool:
    """Draws all rows of a table, under headings that sort it; whether a link was just followed.

    `links` by column name; `alt` names the table. `on_select` gets the code of a link with codes of its own,
    before the run, as callbacks do; without it such a link opens its address.
    """

    def clicked() -> None:
        value = st.session_state[key].selected
        if on_select is not None and value is not None:
            on_select(value)

    data = _data(table, tuple(links.items()), alt, selects=on_select is not None)
    return _component(data=data, key=key, on_selected_change=clicked).selected is not None


@kept
def _data(table: Table, links: tuple[tuple[str, Link], ...], alt: str, *, selects: bool = False) -> bytes:
    """Columns with what sorts them, rows in words, the positions of totals and of impossible cells."""
    by_name = dict(links)
    columns = [
        {
            "heading": heading,
            "meaning": field.meaning,
            "numeric": field.numeric,
            "link": asdict(by_name[field.name]) if field.name in by_name else None,
            "order": _order(table, position),
        }
        for position, (field, heading) in enumerate(zip(table.fields, table.headings(), strict=True))
    ]
    return packed(
        {
            "alt": alt,
            "lang": table.lang,
            "selects": selects,
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
