"""Places, units or periods side by side: the table in words, a chart per measure, every place small."""

from __future__ import annotations

import streamlit as st

from congdoan import comparing, findings, tables
from congdoan.catalogue import metrics
from congdoan.database import Rows
from congdoan.kept import settled
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.comparison import Compared
from congdoan.page.listing import shown
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.text import say

YEARS = 10
"""How far small charts look back from a single chosen year."""
LISTED = (
    "metric item place organisation year period_type value unit difference change refusal caution "
    "qualifier status basis reported expected figure"
).split()


def side_by_side(choice: Choice, compared: Compared) -> None:
    """The table in words, a chart per measure, and the differences as typed rows."""
    choice, found = compared.view(choice), readings(choice, compared)
    shape = settled(_beside, across=compared.across)
    codes = compared.metrics
    told = comparing.largest_difference
    card(choice, "comparison.table", found, None, finding=told, shape=shape, metrics=codes)
    columns = st.columns(2)
    for at, measure in enumerate(compared.measures):
        with columns[at % 2]:
            _measure(choice, compared, found, measure)
    card(choice, "comparison.differences", found, None, shape=_listing, metrics=codes)


def readings(choice: Choice, compared: Compared) -> Rows:
    """The figures of all that is compared, its units under names that tell them apart."""
    found = ask("comparison/side_by_side", choice, **compared.asks["comparison/side_by_side"])
    return comparing.named(found, compared.units, choice.lang)


def _beside(rows: Rows, choice: Choice, across: str) -> tables.Table:
    return comparing.beside(rows, choice.lang, across)


def _listing(rows: Rows, choice: Choice) -> tables.Table:
    told = shown(rows)
    return tables.table(rows, choice.lang, [column for column in LISTED if column in told])


def _measure(choice: Choice, compared: Compared, found: Rows, measure: str) -> None:
    """One measure: bars of the sides with the medians, or a line over the periods that are whole years."""
    metric, what = measure.partition("/")[0], comparing.measure_words(measure, choice.lang)
    rows = comparing.of_measure(found, measure)
    if compared.by_side:
        medians = ask(
            "comparison/medians",
            choice,
            places=[*compared.sides[:1]],
            measures=[measure],
            year_from=compared.year,
            year_to=compared.year,
        )
        draw = chart("beside", medians=medians, what=what)
        key = "comparison.sides"
    else:
        rows, key = findings.well_covered(comparing.whole_years(rows)), "comparison.periods"
        draw = chart("trend", series="metric", subject=metrics()[metric].subject, what=what)
    card(choice, key, comparing.if_known(rows), draw, metrics=[metric], what=what)


def every_place(choice: Choice, compared: Compared) -> None:
    """The first measure in every place of the scheme over the years, small and on one scale."""
    measure = compared.measures[0]
    what = comparing.measure_words(measure, choice.lang)
    last = choice.year_to
    first = last - YEARS + 1 if last and choice.year_from == last else choice.year_from
    found = ask("comparison/over_years", choice, **compared.asks["comparison/over_years"], year_from=first)
    metric = measure.partition("/")[0]
    draw = chart("multiples", subject=metrics()[metric].subject, what=what)
    alone = [] if any(found.values["cluster_vi"]) else [say("comparison.no_composition", choice.lang)]
    card(
        choice,
        "comparison.multiples",
        found,
        draw,
        metrics=[metric],
        on_select=url.toggle_place,
        notes=alone,
        what=what,
    )
