"""Tiles for awards and ratings, which have no one sum, and who had no award for long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from congdoan import findings, formats, headlines
from congdoan.packs import Tile
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.listing import MOST
from congdoan.page.maps import off_map, unplaced_line
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

MOST_TILES = 6
RATED = "rated_branches"
FROM_THE_PROVINCE_UP = ("state", "tld", "province")


def awards_tile(choice: Choice) -> Tile:
    """Awards from the province up, a line per level; neither levels nor recipients are added."""
    label = say("kpi.awards", choice.lang)
    levels = {level: rows for level, rows in _levels(choice).items() if level in FROM_THE_PROVINCE_UP}
    lines = tuple(
        say(
            "kpi.award_level",
            choice.lang,
            level=name("award_level", level, choice.lang),
            value=_values(choice, rows),
            year=int(rows[0]["year"]),
        )
        for level, rows in levels.items()
    )
    if not lines:
        return Tile(label, formats.MISSING, remark=say("kpi.none", choice.lang), key="awards")
    return Tile(label, lines=lines, key="awards")


def unplaced_awards(choice: Choice) -> None:
    """Which units with awards stand in no province."""
    unplaced_line(choice, off_map(choice, ["awards"]), name("metric", "awards", choice.lang))


def long_without_award(choice: Choice) -> None:
    """Branches that told of no award in three years running, by name; else why none is named."""
    if not held(choice).register_complete:
        st.caption(say("awards.no_register", choice.lang))
        return
    newest = findings.newest_year(ask("coverage/over_years", choice, metrics=["awards"])) or choice.year_to
    within = replace(choice, year_from=newest, year_to=newest)
    found = ask("awards/without", within, limit=MOST)
    if found.empty:
        st.caption(say("awards.none_without", choice.lang, year=newest))
        return
    card(within, "awards.without", found, None, finding=headlines.unhonoured, metrics=["awards"])


def ratings_tile(choice: Choice) -> Tile:
    """The best rating of the newest year: its share, with count and denominator."""
    lang, best = choice.lang, findings.best_rating(ask("ratings/by_year", choice))
    if best is None:
        return Tile(say("kpi.ratings", lang), formats.MISSING, remark=say("kpi.no_ratings", lang), key=RATED)
    rated, count = formats.quantity(best["rated"], "branch", lang), formats.number(best["value"], lang)
    remark = say("kpi.of_rated", lang, year=int(best["year"]), count=count, rated=rated)
    return Tile(
        name("item", best["item"], lang), formats.percent(best["share"], lang), remark=remark, key=RATED
    )


def level_tiles(choice: Choice) -> list[Tile]:
    """One tile per granting level that has awards in its newest year, the six highest levels."""
    return [_level_tile(choice, level, rows) for level, rows in list(_levels(choice).items())[:MOST_TILES]]


def _level_tile(choice: Choice, level: str, rows: Sequence[dict[str, Any]]) -> Tile:
    """Awards of one granting level, collectives and individuals apart."""
    year = say("kpi.year", choice.lang, year=int(rows[0]["year"]))
    lines = tuple(_value(choice, row) for row in rows)
    return Tile(name("award_level", level, choice.lang), remark=year, lines=lines, key=f"awards/{level}")


def _levels(choice: Choice) -> dict[str, list[dict[str, Any]]]:
    """The newest awards of each level, highest level first, a row per kind of recipient."""
    levels: dict[str, list[dict[str, Any]]] = {}
    for row in ask("awards/by_level", choice).records:
        levels.setdefault(str(row["level"]), []).append(row)
    return levels


def _values(choice: Choice, rows: Sequence[dict[str, Any]]) -> str:
    """`ít nhất 17 tập thể · ít nhất 14 cá nhân`."""
    return " · ".join(_value(choice, row) for row in rows)


def _value(choice: Choice, row: dict[str, Any]) -> str:
    return formats.figure(row["value"], str(row["recipient"]), row["qualifier"], None, choice.lang)
