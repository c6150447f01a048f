"""What no office program draws: a map becomes the ranking of its places, and charts in a chart a table."""

from __future__ import annotations

from congdoan.charts.axes import printed, scale_of
from congdoan.charts.model import Record, hollow
from congdoan.charts.theme import BLUE, GROUND
from congdoan.packs.powerpoint.figures import Plot, Series
from congdoan.tables import Table, TableError, pivot

KEYS = frozenset({"place", "value", "unit"})


def ranked(table: Table) -> Plot | None:
    """The values of places as bars, highest first; None where a place has several, or the table has none."""
    places = _keys(table, "place")
    if not {one.name for one in table.fields} >= KEYS or len(set(places)) < len(places):
        return None
    rows = [_record(table, row) for row in range(len(table)) if not table.totals[row]]
    found = sorted((one for one in rows if one["value"] is not None), key=lambda one: -one["value"])
    if not found:
        return None
    scale = scale_of(found, table.lang)
    values = tuple(scale.of(one["value"]) for one in found)
    series = Series(
        scale.title,
        values,
        tuple(printed(one, scale, table.lang) for one in found),
        tuple(GROUND if hollow(one) else BLUE for one in found),
        tuple(BLUE if hollow(one) else "" for one in found),
    )
    ends = [value or 0 for value in values]
    return Plot(
        "bar",
        tuple(one["named"] for one in found),
        (series,),
        scale.title,
        min(0, *ends, 0),
        max(*ends, 0) or 1,
    )


def by_year(table: Table) -> Table:
    """A table of places over years with a column per year; any other table as it is."""
    names = {one.name for one in table.fields}
    if not names >= {*KEYS, "year"}:
        return table
    try:
        return pivot(table, ["place"], ["year"], ["value"])
    except TableError:
        return table


def _keys(table: Table, name: str) -> list[object]:
    if name not in {one.name for one in table.fields}:
        return []
    return [key for key, total in zip(table.key(name), table.totals, strict=True) if not total]


def _record(table: Table, row: int) -> Record:
    """A row with its value and what is said of it."""
    told = {
        one.name: table.key(one.name)[row]
        for one in table.fields
        if one.name in ("place", "value", "unit", "qualifier", "status")
    }
    return {**told, "named": table.shown(row, table.index("place"))}
