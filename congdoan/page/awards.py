"""Tiles for awards and ratings, which have levels and shares instead of one sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from congdoan import findings, formats
from congdoan.page.choice import Choice
from congdoan.page.maps import off_map, unplaced_line
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

MOST_TILES = 6
FROM_THE_PROVINCE_UP = ("state", "tld", "province")


def awards_tile(choice: Choice) -> None:
    """Awards from the province up, a line per level; neither levels nor recipients are added."""
    levels = {level: rows for level, rows in _levels(choice).items() if level in FROM_THE_PROVINCE_UP}
    st.caption(say("kpi.awards", choice.lang))
    for level, rows in levels.items():
        words = say(
            "kpi.award_level",
            choice.lang,
            level=name("award_level", level, choice.lang),
            value=_values(choice, rows),
            year=int(rows[0]["year"]),
        )
        st.markdown(formats.markdown(words))
    if not levels:
        st.text(say("kpi.none", choice.lang))


def level_tile(choice: Choice, level: str, rows: Sequence[dict[str, Any]]) -> None:
    """Awards of one granting level in its newest year, collectives and individuals apart."""
    st.caption(formats.markdown(name("award_level", level, choice.lang)))
    for row in rows:
        st.markdown(f"**{formats.markdown(_value(choice, row))}**")
    st.caption(say("kpi.year", choice.lang, year=int(rows[0]["year"])))


def level_tiles(choice: Choice) -> list[Callable[[], None]]:
    """One tile per granting level that has awards, the six highest."""
    found = list(_levels(choice).items())[:MOST_TILES]
    return [partial(level_tile, choice, level, rows) for level, rows in found]


def unplaced_awards(choice: Choice) -> None:
    """Which units with awards stand in no province."""
    unplaced_line(choice, off_map(choice, ["awards"]), name("metric", "awards", choice.lang))


def ratings_tile(choice: Choice) -> None:
    """The best rating of the newest year: its share, with count and denominator."""
    best = findings.best_rating(ask("ratings/by_year", choice))
    if best is None:
        st.metric(say("kpi.ratings", choice.lang), formats.MISSING)
        st.caption(say("kpi.no_ratings", choice.lang))
        return
    st.metric(
        formats.markdown(name("item", best["item"], choice.lang)), formats.percent(best["share"], choice.lang)
    )
    rated, count = formats.number(best["rated"], choice.lang), formats.number(best["value"], choice.lang)
    st.caption(say("kpi.of_rated", choice.lang, year=int(best["year"]), count=count, rated=rated))


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
    count = formats.qualified(formats.number(row["value"], choice.lang), row["qualifier"], choice.lang)
    return say(f"kpi.recipient.{row['recipient']}", choice.lang, count=count)
