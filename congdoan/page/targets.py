"""Targets: how many were met, by whom, and who is below: one measure across units, or all of one place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from congdoan import formats, tables
from congdoan import targets as found_in
from congdoan.database import Rows
from congdoan.findings import thing
from congdoan.kept import settled
from congdoan.packs import Tile
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.emptied import offer
from congdoan.page.kpi import plain
from congdoan.page.listing import shown
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.page.url import toggle_place
from congdoan.text import name, say

KEY = "chi-tieu"
"""The key of the address that names the chosen measure."""
EVERY = ""
"""Stands for every measure: what one place is shown with unless one is chosen."""
NAMED = ("organisation", "metric", "item")
BELOW = (
    *("position", "positions", *NAMED, "target", "value", "qualifier", "reached", "to_go"),
    *("reported", "expected", "figure", "source"),
)
HALVES = (
    *(*NAMED, "target", "half_target", "half_value", "half_qualifier", "half_reached", "half_figure"),
    *("value", "reached", "source"),
)
UNTOLD = (
    *(*NAMED, "target", "band", "value", "qualifier", "reported", "expected", "half_value", "half_qualifier"),
    *("assigned_by", "source"),
)
LISTED = (
    *(
        "organisation",
        "metric",
        "item",
        "year",
        "target",
        "unit",
        "value",
        "qualifier",
        "reached",
        "exceeded_by",
    ),
    *("to_go", "band", "status", "basis", "reported", "expected", "assigned_by", "source", "source_line"),
    *("figure", "figure_source", "note"),
)


def targets(choice: Choice) -> None:
    """The whole screen; without any target among the figures it says how to add them."""
    offered = ask("targets/offered", choice)
    counts = found_in.counted(offered)
    if counts is None:
        _none(choice)
        return
    plain(choice, [_tile(choice, counts, at) for at in range(len(found_in.BANDS))], per_row=5)
    chosen = _picked(choice, offered)
    _against(choice, offered, chosen, found_in.measures(offered).get(chosen, counts.year))
    newest = found_in.in_newest_year(offered)
    card(choice, "targets.measures", newest, None, year=counts.year)
    shape = settled(_some, columns=LISTED)
    card(choice, "targets.list", ask("targets/reached", choice), None, shape=shape)


def _none(choice: Choice) -> None:
    """Says that there is no target at all, or which filters leave none."""
    if ask("targets/offered", choice, places=None, year_from=None, year_to=None, kind=None).empty:
        st.info(say("targets.none", choice.lang))
    else:
        offer(choice, [say("card.targets.list.title", choice.lang)], "emptied.way.targets", _count)


def _count(choice: Choice) -> int:
    return sum(ask("targets/offered", choice).values["targets"])


def _tile(choice: Choice, counts: found_in.Counts, at: int) -> Tile:
    """How many targets are in one band, out of all of the year."""
    lang, band = choice.lang, found_in.BANDS[at]
    count, whole = formats.number(counts.bands[at], lang), formats.number(counts.targets, lang)
    exceeded = formats.number(counts.exceeded, lang)
    words_of = "kpi.targets.met" if band == "met" else "kpi.targets.year"
    remark = say(words_of, lang, year=counts.year, exceeded=exceeded)
    return Tile(
        name("band", band, lang), say("kpi.targets.count", lang, count=count, targets=whole), remark=remark
    )


def _picked(choice: Choice, offered: Rows) -> str:
    """The measure that the address names, else every one of a single place, else the one most units have."""
    known = [*found_in.measures(offered)]
    options = [EVERY, *known] if len(choice.places) == 1 else known
    default = EVERY if len(choice.places) == 1 else found_in.most_asked(offered)
    wanted = choice.own.get(KEY, default)
    if wanted not in options:
        allowed = say("targets.allowed", choice.lang)
        st.info(formats.markdown(say("url.ignored", choice.lang, name=KEY, value=wanted, allowed=allowed)))
    picked = wanted if wanted in options else default
    key = f"measure_{choice.lang}_{picked}_{len(options)}"
    st.selectbox(
        say("targets.pick", choice.lang),
        options,
        index=options.index(picked),
        format_func=lambda code: _named(code, choice),
        key=key,
        on_change=partial(_choose, key),
    )
    return picked


def _choose(key: str) -> None:
    url.choose(KEY, st.session_state[key] or None)


def _named(code: str, choice: Choice) -> str:
    if code == EVERY:
        return say("targets.every", choice.lang)
    metric, _, item = code.partition("/")
    return thing({"metric": metric, "item": item or "all"}, choice.lang)


def _against(choice: Choice, offered: Rows, chosen: str, year: int) -> None:
    """The chart, who is below, the pace by mid-year and who told nothing: one measure, or all of a year."""
    codes = [code.split("/") for code in ([*found_in.measures(offered)] if chosen == EVERY else [chosen])]
    metrics = list(dict.fromkeys(metric for metric, *_ in codes))
    items = list(dict.fromkeys((rest or ["all"])[0] for _, *rest in codes))
    there = ask("targets/reached", choice, metrics=metrics, items=items, year_from=year, year_to=year)
    what = _named(chosen, choice)
    draw = chart("bullets", what=what)
    card(
        choice,
        "targets.reached",
        there,
        draw,
        finding=found_in.lead,
        on_select=toggle_place,
        what=what,
        year=year,
    )
    _list(choice, "below", found_in.below(there), BELOW, what)
    _list(choice, "halves", found_in.by_half_year(there), HALVES, what)
    _list(choice, "without", found_in.untold(there), UNTOLD, what)


def _list(choice: Choice, part: str, rows: Rows, columns: tuple[str, ...], what: str) -> None:
    """A list of some of the targets in a few columns; without a row it is left out, which is no gap."""
    if rows.empty:
        return
    finding = {"below": found_in.furthest, "halves": found_in.half_reached}.get(part)
    shape = settled(_some, columns=columns)
    year = rows.values["year"][0]
    card(choice, f"targets.{part}", rows, None, finding=finding, shape=shape, what=what, year=year)


def _some(rows: Rows, choice: Choice, columns: Sequence[str]) -> tables.Table:
    """The rows as a table of these columns, without those that say nothing or what the title says."""
    found = set(shown(rows))
    if columns is not LISTED and len(set(zip(rows.values["metric"], rows.values["item"], strict=True))) == 1:
        found -= {"metric", "item"}
    return tables.table(rows, choice.lang, [column for column in columns if column in found])
