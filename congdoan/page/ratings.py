"""The ratings' own lead: how the shares went over the years, with both denominators, and place by place."""

from __future__ import annotations

from congdoan import findings
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.maps import off_map, unplaced_line, unplaced_notes
from congdoan.page.overtime import over_time
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.page.url import toggle_place
from congdoan.text import name

MEASURES = ("rated_branches", "branches")


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
