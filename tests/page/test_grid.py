"""A table on the screen sorts by what its cells are, and shows them in words."""

import json
from datetime import date
from typing import Any

from congdoan.page.component import packed
from congdoan.page.grid import Link, grid
from congdoan.tables import Table, pivot, table
from tests.asking import answer, columns

COLUMNS = columns("publisher_vi:name publisher_en:name year value:amount unit published_on:date source")
LINES = [
    ("LĐLĐ A", "A", 2024, 1234567.5, "dong", date(2025, 1, 31), "H1"),
    ("LĐLĐ B", "B", 2025, None, "dong", None, "H2"),
]


def by_hand() -> Table:
    names = [column.name for column in COLUMNS]
    found = answer("any", COLUMNS, [dict(zip(names, line, strict=True)) for line in LINES])
    wanted = ["publisher", "year", "value", "unit", "published_on", "source"]
    return table(found, "vi", wanted)


def unpacked(made: Table, **links: Link) -> Any:
    return json.loads(packed(grid(made, links, "Bảng")))


def test_cells_are_words_and_what_sorts_them_is_not() -> None:
    made = by_hand()
    sent = unpacked(made)
    assert [column["heading"] for column in sent["columns"]] == made.headings()
    assert sent["rows"] == [[made.shown(row, at) for at in range(len(made.fields))] for row in range(2)]
    value, day = made.index("value"), made.index("published_on")
    assert sent["rows"][0][value] == "1.234.567,5"
    assert sent["columns"][value]["order"] == [1234567.5, None]
    assert (sent["rows"][0][day], sent["columns"][day]["order"]) == ("31/01/2025", ["2025-01-31", None])
    assert sent["columns"][0]["order"] is None
    assert [column["numeric"] for column in sent["columns"]] == [field.numeric for field in made.fields]


def test_only_the_columns_named_are_links_by_their_words_or_by_codes() -> None:
    made = by_hand()
    sent = unpacked(made, source=Link("/nguon?nguon="), publisher=Link("/don-vi?don-vi=", ("a", "b")))
    found = {field.name: column["link"] for field, column in zip(made.fields, sent["columns"], strict=True)}
    assert {name: link for name, link in found.items() if link} == {
        "source": {"address": "/nguon?nguon=", "codes": None},
        "publisher": {"address": "/don-vi?don-vi=", "codes": ["a", "b"]},
    }


def test_totals_and_impossible_cells_are_told_by_their_position() -> None:
    cells = [{"item": item, "place": "34:01", "value": 5} for item in ("programme.tet", "total")]
    found = answer("any", columns("item place value:count"), cells)
    made = pivot(table(found, "vi"), ["item"], ["place"], ["value"])
    sent = unpacked(made)
    assert sent["totals"] == [row for row, total in enumerate(made.totals) if total] != []
    assert sent["impossible"] == [list(cell) for cell in sorted(made.impossible)]
