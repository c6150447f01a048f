"""Fair rankings: by one measure of one year, within a band of size, beside chance and within a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from congdoan import comparing
from congdoan.catalogue import items
from congdoan.database import Rows
from congdoan.kept import settled
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.comparison import (
    Compared,
    listed,
    measure_of,
    measures_of,
    newest_year,
    set_one,
)
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.page.rows import soon
from congdoan.text import Language, name, say

PER = {"doan-vien": "members", "cdcs": "branches"}
"""What a ranking divides by, by the words that an address has for it."""
BANDS = ("below_50000", "below_150000", "below_300000", "from_300000")
RATED = "rated_branches"
RANKED, PER_WHAT, BAND = "xep", "tren", "quy-mo"
"""The keys of the address: what is ranked, divided by what, and within which band of size."""
BEST = 2
"""Ratings of these tiers and better are judged by a funnel: the old scale has its best at the second."""


def standing_soon(choice: Choice, compared: Compared) -> None:
    """Has the funnel answered meanwhile, and the ranking where the address chooses nothing for it."""
    offered = ask("comparison/measures", choice)
    if not choice.own.keys() & {RANKED, PER_WHAT, BAND}:
        soon("comparison/ranking", choice, **_ranking(choice, offered, compared.measures[0], "", ""))
    if best := _best_rating(choice, offered):
        soon("comparison/funnel", choice, **best)


def _ranking(choice: Choice, offered: Rows, measure: str, way: str, band: str) -> dict[str, Any]:
    year = choice.year_to or newest_year(offered, measure)
    return {"measures": [measure], "year_to": year, "per": PER.get(way), "band": band or None}


def standing(choice: Choice, compared: Compared) -> None:
    """The ranking of one measure, with its pickers; who has no rank stands apart, with the reason."""
    offered = ask("comparison/measures", choice)
    known = measures_of(offered)
    measure = listed(choice, RANKED, known, measure_of, compared.measures[:1], "metric")[0]
    metric, what = measure.partition("/")[0], comparing.measure_words(measure, choice.lang)
    ways = [way for way, per in PER.items() if per != metric]
    way = listed(choice, PER_WHAT, ways, str, ("",), "per")[0]
    band = listed(choice, BAND, BANDS, str, ("",), "band")[0]
    _pickers(choice, measure, known, ways, way, band)
    asked = _ranking(choice, offered, measure, way, band)
    found, per, year = ask("comparison/ranking", choice, **asked), asked["per"], asked["year_to"]
    draw = chart("standing", per=per or "", chosen=compared.sides if compared.chosen else (), what=what)
    how = say(f"comparison.how.{per or 'absolute'}", choice.lang)
    card(
        choice,
        "comparison.ranking",
        comparing.if_known(found),
        draw,
        finding=comparing.first_ranked,
        metrics=[metric],
        on_select=url.toggle_place,
        what=what,
        year=year,
        how=how,
    )
    left = comparing.without_rank(found)
    if len(left):
        card(choice, "comparison.unranked", left, None, metrics=[metric], what=what, year=year, how=how)


def _pickers(
    choice: Choice, measure: str, known: Sequence[str], ways: Sequence[str], way: str, band: str
) -> None:
    lang = choice.lang
    with st.container(horizontal=True, gap="large", key="standing"):
        _pick_one(choice, "ranked_by", RANKED, measure, list(dict.fromkeys([*known, measure])))
        divided = f"per_{lang}_{way}_{len(ways)}"
        st.segmented_control(
            say("comparison.per", lang),
            ["", *ways],
            default=way,
            format_func=lambda one: say(f"comparison.how.{PER.get(one, 'absolute')}", lang),
            key=divided,
            on_change=partial(set_one, divided, PER_WHAT),
        )
        _pick_one(choice, "band", BAND, band, ["", *BANDS])


def _pick_one(choice: Choice, label: str, key: str, chosen: str, options: list[str]) -> None:
    """A list to choose one code from, a measure or a band of size, which goes into the address."""
    widget = f"{key}_{choice.lang}_{chosen}"
    st.selectbox(
        say(f"comparison.{label}", choice.lang),
        options,
        index=options.index(chosen),
        format_func=settled(_words, lang=choice.lang),
        key=widget,
        on_change=partial(set_one, widget, key),
    )


def _words(code: str, lang: Language) -> str:
    if not code:
        return say("filter.all", lang)
    return name("size_band", code, lang) if code in BANDS else comparing.measure_words(code, lang)


def rating_funnel(choice: Choice) -> None:
    """The share of branches with the best rating of one year, place by place, against chance."""
    best = _best_rating(choice, ask("comparison/measures", choice))
    if not best:
        st.caption(say("comparison.no_ratings", choice.lang))
        return
    found = comparing.judged(ask("comparison/funnel", choice, **best))
    what = say("comparison.share_of", choice.lang, item=name("item", best["items"][0], choice.lang))
    card(
        choice,
        "comparison.funnel",
        found,
        chart("funnel", what=what),
        finding=comparing.outside,
        metrics=[RATED, "branches"],
        on_select=url.toggle_place,
        what=what,
        year=best["year_to"],
    )


def _best_rating(choice: Choice, offered: Rows) -> dict[str, Any]:
    """The best rating of the newest year that half the places have, as the funnel asks for it, else {}."""
    rated = [row for row in offered.records if row["metric"] == RATED]
    best = [row for row in rated if (items()[row["item"]].tier or 9) <= BEST and _has_a_scale(row["item"])]
    in_time = [row for row in best if row["year"] == (choice.year_to or row["year"])]
    most = max((row["places"] for row in in_time), default=0)
    year = max((row["year"] for row in in_time if 2 * row["places"] >= most), default=None)
    of_year = [row["item"] for row in in_time if row["year"] == year]
    if not of_year:
        return {}
    return {"year_to": year, "items": [min(of_year, key=lambda code: items()[code].tier or 9)]}


def _has_a_scale(item: str) -> bool:
    """Whether a rating is of a scale all places have: the local top rating of before 2019 is not."""
    return items()[item].scheme in ("vm", "htnv")


def clusters(choice: Choice, compared: Compared) -> None:
    """Each member of an emulation cluster against its median; else how to enter one."""
    choice = compared.view(choice)
    measure = compared.measures[0]
    metric, what = measure.partition("/")[0], comparing.measure_words(measure, choice.lang)
    found = ask("comparison/clusters", choice, **compared.asks["comparison/clusters"])
    if found.empty:
        st.caption(say("comparison.no_clusters", choice.lang))
        return
    told = comparing.farthest_from_median
    card(
        choice,
        "comparison.clusters",
        found,
        None,
        finding=told,
        metrics=[metric],
        what=what,
        year=compared.year,
    )
