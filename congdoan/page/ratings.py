"""The ratings' own cards: shares over the years with both denominators, by place, by sector, and who fell."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from congdoan import findings, headlines
from congdoan.catalogue import breaks
from congdoan.database import Rows
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.listing import MOST
from congdoan.page.maps import off_map, unplaced_line, unplaced_notes
from congdoan.page.overtime import over_time
from congdoan.page.parts import chart
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.page.url import toggle_place
from congdoan.text import name, say

MEASURES = ("rated_branches", "branches")
YEARS = 2
"""Years beside the newest one that sectors are shown for."""


def rating_years(choice: Choice) -> None:
    """Shares by year where the places' ratings are known, the two scales apart."""
    years = ask("ratings/by_year", choice)
    if years.empty:
        return
    same = {"series": "item", "subject": "ratings", "of": "shares"}
    over_time(
        choice,
        "ratings.years",
        years,
        "shares",
        {"label": "year"},
        same=same,
        finding=findings.best_rated,
        metrics=MEASURES,
    )


def rating_places(choice: Choice) -> None:
    """Shares by place in the newest year that any place has."""
    newest = findings.newest_year(ask("coverage/over_years", choice, metrics=["rated_branches"]))
    if newest is None:
        return
    there = ask("ratings/by_place", choice, year_to=newest)
    if there.empty:
        return
    elsewhere = off_map(choice, ["rated_branches"], year_from=newest, year_to=newest)
    card(
        choice,
        "ratings.places",
        there,
        chart("shares", label="place"),
        finding=findings.best_rated_place,
        metrics=MEASURES,
        on_select=toggle_place,
        notes=unplaced_notes(choice, elsewhere),
        year=newest,
    )
    unplaced_line(choice, elsewhere, name("metric", "rated_branches", choice.lang))


def rating_sectors(choice: Choice) -> None:
    """Shares by what the branches' employers are, in the three newest years; else why nobody can tell."""
    newest = _newest(choice)
    first = newest and max(choice.year_from or newest - YEARS, newest - YEARS)
    found = ask("ratings/by_sector", choice, year_from=first, year_to=newest)
    if found.empty and not held(choice).register_complete:
        st.caption(say("ratings.no_branches", choice.lang))
        return
    draw = chart("shares", label="sector", by_year=True)
    card(
        choice,
        "ratings.sectors",
        found,
        draw,
        finding=headlines.best_sector,
        metrics=MEASURES,
        notes=_closures(choice, found),
        year=newest,
    )


def _closures(choice: Choice, found: Rows) -> list[str]:
    """That branches of public bodies were closed, where that is within the years shown: it moves sectors."""
    years = {str(year) for year in found.values["year"]}
    closed = [one for one in breaks() if one.code == "closures" and one.on[:4] in years]
    return [one.en if choice.lang == "en" else one.vi for one in closed]


def rating_falls(choice: Choice) -> None:
    """The branches that were rated lower than the year before, by name; else why none is."""
    newest = _newest(choice)
    within = replace(choice, year_from=newest, year_to=newest)
    found = ask("ratings/falls", within, limit=MOST)
    if not found.empty:
        card(
            within, "ratings.falls", found, None, finding=headlines.fallen, metrics=MEASURES[:1], year=newest
        )
    elif newest and held(choice).register_complete:
        st.caption(say("ratings.no_falls", choice.lang, year=newest))


def _newest(choice: Choice) -> int | None:
    """The newest year among the chosen ones in which any place told of its ratings, else the last chosen."""
    told = findings.newest_year(ask("coverage/over_years", choice, metrics=["rated_branches"]))
    return choice.year_to if told is None else told
