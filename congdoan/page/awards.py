"""Tiles for awards and ratings, which have levels and shares instead of one sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from congdoan import findings, formats
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.text import name, say

MOST_TILES = 6
FROM_THE_PROVINCE_UP = ("state", "tld", "province")


def awards_tile(choice: Choice) -> None:
    """Awards from the province up, a line per level; levels are never added."""
    rows = [row for row in _levels(choice) if row["level"] in FROM_THE_PROVINCE_UP]
    st.caption(say("kpi.awards", choice.lang))
    for row in rows:
        level = name("award_level", row["level"], choice.lang)
        words = say(
            "kpi.award_level", choice.lang, level=level, value=_value(choice, row), year=int(row["year"])
        )
        st.markdown(formats.markdown(words))
    if not rows:
        st.text(say("kpi.none", choice.lang))


def level_tile(choice: Choice, row: dict[Any, Any]) -> None:
    """Awards of one granting level in its newest year."""
    st.metric(formats.markdown(name("award_level", row["level"], choice.lang)), _value(choice, row))
    st.caption(say("kpi.year", choice.lang, year=int(row["year"])))


def level_tiles(choice: Choice) -> list[Callable[[], None]]:
    """One tile per granting level that has awards, the six highest."""
    return [partial(level_tile, choice, row) for row in _levels(choice)[:MOST_TILES]]


def ratings_tile(choice: Choice) -> None:
    """The best rating of the newest year: its share, with count and denominator."""
    best = findings.best_rating(ask("ratings/by_year", choice))
    if best is None:
        st.metric(say("kpi.ratings", choice.lang), formats.MISSING)
        st.caption(say("kpi.none", choice.lang))
        return
    st.metric(
        formats.markdown(name("item", best["item"], choice.lang)), formats.percent(best["share"], choice.lang)
    )
    rated, count = formats.number(best["rated"], choice.lang), formats.number(best["value"], choice.lang)
    st.caption(say("kpi.of_rated", choice.lang, year=int(best["year"]), count=count, rated=rated))


def _levels(choice: Choice) -> list[dict[Any, Any]]:
    return ask("awards/by_level", choice).frame.to_dict("records")


def _value(choice: Choice, row: dict[Any, Any]) -> str:
    return formats.qualified(formats.number(row["value"], choice.lang), row["qualifier"], choice.lang)
