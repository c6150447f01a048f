"""What a chart is, and the rows it is made from as plain records with names in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from congdoan.catalogue import items
from congdoan.charts.theme import LEVELS
from congdoan.queries import CODE_TYPES
from congdoan.text import Language, name

if TYPE_CHECKING:
    from congdoan.database import Rows

Record = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure as plain JSON for plotly.js, the sentence that stands for it, and its natural height in px.

    `credit` names whose drawing it rests on, for its source line; "" for our own.
    """

    figure: dict[str, Any]
    alt: str
    height: int
    credit: str = ""


def records(rows: "Rows", *needed: str) -> list[Record]:
    """Rows as dictionaries of plain values, None where there is none; ValueError for a missing column."""
    implied = _implied_unit(rows)
    missing = [column for column in needed if column not in rows.values and column not in implied]
    if missing:
        raise ValueError(f"the rows of {rows.name} have no column {', '.join(missing)}; add it to the query")
    return [{**implied, **row} for row in rows.records]


def known(found: Iterable[Record], value: str = "value") -> list[Record]:
    """The records that have a value; a missing value is no zero."""
    return [record for record in found if record[value] is not None]


def labels(rows: "Rows", column: str, lang: Language) -> Callable[[Record], str]:
    """Reads a record's label in words: `<column>_<lang>`, else the code's name, else as it is."""
    own = f"{column}_{lang}"
    if own in rows.values:
        return lambda record: str(record[own] or "")
    kind = next((described.type for described in rows.columns if described.name == column), column)
    if kind in CODE_TYPES:
        return lambda record: name(kind, str(record[column]), lang)
    return lambda record: str(record[column])


def sides(rows: "Rows", lang: Language) -> Callable[[Record], str]:
    """Reads who a record is of, where places and union bodies stand side by side: a body has its own name."""
    place = labels(rows, "place", lang)
    return lambda record: str(record.get(f"organisation_{lang}") or place(record))


def selected(record: Record, column: str) -> str:
    """What a click on a mark sends: the code of its row."""
    return str(record.get(column, ""))


def distinct(found: Iterable[Record], column: str) -> list[Any]:
    """The values of a column in the order of the rows."""
    return list(dict.fromkeys(record[column] for record in found))


def in_order(codes: list[Any]) -> list[Any]:
    """Items and award levels in their own order: a stack reads alike everywhere; others as they came."""
    ranks = {code: item.rank for code, item in items().items()}
    ranks |= {level: rank for rank, level in enumerate(LEVELS)}
    return sorted(codes, key=lambda code: ranks.get(code, 0))


def at_most(limit: int, values: list[Any], column: str) -> None:
    """ValueError when a chart would show more kinds of a thing than one can tell apart."""
    if len(values) > limit:
        raise ValueError(
            f"{len(values)} values of {column} in one chart, {limit} are allowed; fold the rest in the query"
        )


def solid_first(found: Iterable[Record]) -> list[Record]:
    """Hollow marks last: the legend shows the first mark of a trace, and stands for the solid ones."""
    return sorted(found, key=hollow)


def hollow(record: Record) -> bool:
    """Whether a figure is preliminary or not exact."""
    return record.get("status") == "preliminary" or record.get("qualifier") not in (None, "", "exact")


def _implied_unit(rows: "Rows") -> Record:
    """The unit that the type of the column `value` says, for rows without a column `unit`."""
    kind = next((described.type for described in rows.columns if described.name == "value"), "")
    return {"unit": kind} if kind in ("dong", "percent") else {}
