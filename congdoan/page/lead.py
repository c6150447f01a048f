"""The lead of a subject: lines and a map where figures are dense, else the newest known values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from congdoan import findings
from congdoan.database import Rows
from congdoan.newest import known_places, newest_known
from congdoan.page.card import card, no_card
from congdoan.page.choice import Choice
from congdoan.page.maps import map_view, off_map, undivided, unplaced_line, unplaced_notes
from congdoan.page.overtime import over_time
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.page.url import toggle_place
from congdoan.text import name

MOST_LINES = 5


def lead(choice: Choice, metric: str, *, item: str = "all", subject: str = "") -> None:
    """How one metric went over the years and where it stands, place by place, newest values first.

    Up to five chosen places get a line each; more, or none, one line for all. Without three well covered
    years in a row there is no line at all.
    """
    what = name("metric", metric, choice.lang) if item == "all" else name("item", item, choice.lang)
    each = 0 < len(choice.places) <= MOST_LINES
    years = ask("places/over_years" if each else "totals/over_years", choice, metrics=[metric], items=[item])
    if findings.dense(years):
        look = {"series": "place" if each else "metric", "subject": subject, "what": what}
        shown = findings.well_covered(years)
        over_time(choice, "lead.years", shown, "trend", look, finding=findings.over_years, what=what)
    else:
        no_card()
    _places(choice, metric, item, what)


def together(choice: Choice, key: str, metrics: Sequence[str], subject: str) -> None:
    """Stocks of one unit on one axis, a line each, where they are dense; else tiles and lists hold them."""
    years = ask("totals/over_years", choice, metrics=list(metrics), items=["all"])
    if findings.dense(years):
        look = {"series": "metric", "subject": subject}
        over_time(choice, f"{key}.years", findings.well_covered(years), "trend", look)
    else:
        no_card()


def flows(choice: Choice, key: str, metrics: Sequence[str], subject: str) -> None:
    """What came and what went: bars over the years where they are dense, else the newest values per place."""
    years = ask("totals/over_years", choice, metrics=list(metrics), items=["all"])
    elsewhere = off_map(choice, metrics)
    if findings.dense(years):
        look = {"series": "metric", "subject": subject}
        shown = findings.well_covered(years)
        columns, told = {**look, "stacked": False}, findings.side_by_side
        over_time(choice, f"{key}.years", shown, "columns", columns, same=look, finding=told)
    else:
        newest = ask("places/latest", choice, metrics=list(metrics), items=["all"])
        draw, notes = chart("pairs", label="place"), unplaced_notes(choice, elsewhere)
        told = known_places
        card(choice, f"{key}.latest", newest, draw, finding=told, on_select=toggle_place, notes=notes)
    unplaced_line(choice, elsewhere, ", ".join(name("metric", metric, choice.lang) for metric in metrics))


def by_item(choice: Choice, key: str, metric: str, subject: str) -> None:
    """A metric item by item: bars over the years where they are dense, else the newest value of each item."""
    years = ask("totals/top_items", choice, metrics=[metric])
    if findings.dense(years):
        look, shown = {"series": "item", "subject": subject}, findings.well_covered(years)
        over_time(choice, f"{key}.years", shown, "columns", look, finding=findings.leading_item)
        return
    what = name("metric", metric, choice.lang)
    newest = findings.newest_each(ask("totals/by_item", choice, metrics=[metric]))
    card(choice, "lead.items.latest", newest, chart("latest", label="item", what=what), what=what)


def _places(choice: Choice, metric: str, item: str, what: str) -> None:
    """A map and its list where a year is dense, else the newest values; then what is in neither.

    Either has a place of its own: in one place Streamlit draws the old charts once more before they leave.
    """
    newest = ask("places/latest", choice, metrics=[metric], items=[item])
    year, asked = findings.usual_year(newest), {"metrics": [metric], "items": [item]}
    may_be = findings.may_be_mapped(newest, len(choice.places))
    there = ask("places/in_year", choice, **asked, year_to=year) if may_be else None
    if year is None or there is None or not findings.mapped(newest, there):
        elsewhere = ask("places/unplaced", choice, **asked)
        no_card()
        _newest(choice, newest, elsewhere, what)
    else:
        elsewhere = ask("places/unplaced", choice, **asked, year_from=year, year_to=year)
        _map_and_ranking(choice, there, elsewhere, what, year)
        no_card()
    unplaced_line(choice, elsewhere, what)
    undivided(choice, metric, item, what)


def _newest(choice: Choice, rows: Rows, elsewhere: Rows, what: str) -> None:
    """A dot per place with its newest value and year: what may be shown where years differ."""
    card(
        choice,
        "lead.latest",
        rows,
        chart("latest", what=what),
        finding=newest_known,
        on_select=toggle_place,
        notes=unplaced_notes(choice, elsewhere),
        what=what,
    )


def _map_and_ranking(choice: Choice, there: Rows, elsewhere: Rows, what: str, year: int) -> None:
    """The places of one year on a map of the reader's choice, beside it as a list."""
    drawn, notes = chart(choice.map_view, scheme=choice.scheme, what=what), unplaced_notes(choice, elsewhere)
    left, right = st.columns(2)
    with left:
        card(
            choice,
            "lead.map",
            there,
            drawn,
            finding=findings.largest,
            on_select=toggle_place,
            notes=notes,
            controls=partial(map_view, choice, what),
            what=what,
            year=year,
        )
    with right:
        looks = chart("ranking", what=what)
        card(choice, "lead.ranking", there, looks, on_select=toggle_place, notes=notes, what=what, year=year)
