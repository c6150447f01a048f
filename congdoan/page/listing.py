"""Rows as a table on the screen: typed cells in words, with links to the source of each figure."""

from __future__ import annotations

from collections import Counter

from congdoan import tables
from congdoan.database import Rows
from congdoan.formats import number
from congdoan.page.choice import Choice
from congdoan.page.grid import Link, grid
from congdoan.page.rows import held
from congdoan.queries import load
from congdoan.text import say

MOST = 100
"""Rows that a table on the screen shows at most; it says how many there are, and files hold all."""
LINKS = {"figure": ("nguon", "so"), "source": ("nguon", "nguon"), "organisation": ("don-vi", "don-vi")}
"""Which screen explains a code of a column type, and the key of its address that takes the code."""
HIDDEN = frozenset({"matching", "compared"})
BRANCH_KINDS = frozenset({"cdcs", "nghiep_doan"})


def listing(
    choice: Choice,
    whole: tables.Table,
    alt: str,
    matching: int | None = None,
    units: tuple[str, ...] | None = None,
    *,
    selects: bool = False,
) -> tuple[dict[str, object], str]:
    """A sortable table, cut after so many rows, and the line that says so.

    `units` are the ids of the rows' units, which their names lead to, or with `selects` give to the screen.
    """
    part = whole.first(MOST)
    links = _links(choice, whole)
    if units is not None and "organisation" in [column.name for column in whole.fields]:
        screen, name = LINKS["organisation"]
        links["organisation"] = Link(f"/{screen}?{choice.address()}{name}=", units)
    total, more = matching or len(whole), ""
    if total > len(part):
        some, all_of_them = number(len(part), choice.lang), number(total, choice.lang)
        more = say("table.some", choice.lang, shown=some, total=all_of_them)
    return grid(part, links, alt, selects=selects), more


def shown(rows: Rows) -> tuple[str, ...]:
    """The columns a reader sees: those with any value, in one language, without the count of all matches."""
    found = []
    for column in rows.columns:
        stem = column.name.removesuffix("_vi").removesuffix("_en")
        if (
            column.name not in HIDDEN
            and column.type != "organisation"
            and stem not in found
            and _says_something(rows, column.name)
        ):
            found.append(stem)
    return tuple(found)


def _says_something(rows: Rows, column: str) -> bool:
    """Whether a column has a value, and not the same nothing in every row."""
    values = set(rows.values[column]) - {None}
    return bool(values) and values not in ({"none"}, {"all"})


def _links(choice: Choice, whole: tables.Table) -> dict[str, Link]:
    """Where the codes of figures, sources and units are explained, in this language and data set."""
    return {
        column.name: Link(f"/{LINKS[column.type][0]}?{choice.address()}{LINKS[column.type][1]}=")
        for column in whole.fields
        if column.type in LINKS
    }


def matching(rows: Rows) -> int | None:
    """How many rows the query found in all, where it was asked for some of them only."""
    return int(rows.values["matching"][0]) if "matching" in rows.values and len(rows) else None


def left_out(choice: Choice, rows: Rows) -> list[str]:
    """Words for a list that leaves out the single branches, whose figures would drown all others."""
    asked = choice.kind in BRANCH_KINDS or any(rows.inputs.get(key) for key in ("org", "source", "figure"))
    if asked or not load(rows.name).leaves_out_branches or not held(choice).register_complete:
        return []
    return [say("card.without_branches", choice.lang)]


def named_sources(rows: Rows) -> tuple[str, ...]:
    """The ids of the documents that the rows name, most named first; none where a row names none.

    Targets have one document, and the figures held against them another, where there is any.
    """
    found = Counter(rows.values.get("source", ()))
    if None in found:
        return ()
    found.update(source for source in rows.values.get("figure_source", ()) if source)
    return tuple(source for source, _ in found.most_common())
