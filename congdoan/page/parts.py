"""The cards that several screens end with: what sources say, what was recorded at least, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from congdoan import charts, headlines
from congdoan.catalogue import metrics
from congdoan.charts import Chart
from congdoan.kept import settled
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.listing import MOST
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask

MOVED = 12
"""Figures that are named among those that moved most."""
DRAWN: dict[str, Callable[..., Chart]] = {
    "alike": charts.alike,
    "trend": charts.trend,
    "columns": charts.columns,
    "pairs": charts.pairs,
    "latest": charts.latest,
    "ranking": charts.ranking,
    "tiles": charts.tiles,
    "outline": charts.outline,
    "shares": charts.shares,
    "ladder": charts.ladder,
    "coverage": charts.coverage,
    "reporting": charts.reporting,
    "beside": charts.beside,
    "standing": charts.standing,
    "funnel": charts.funnel,
    "multiples": charts.multiples,
    "bullets": charts.bullets,
}


def chart(kind: str, **looks: object) -> Callable[..., Chart]:
    """A kind of chart with its looks settled, for a card to draw."""
    return settled(DRAWN[kind], **looks)


def figures_said(choice: Choice, subject: str) -> None:
    """Every figure of a subject as the sources give it, all periods and extents, each with its source."""
    codes = [metric.metric for metric in metrics().values() if metric.subject == subject]
    card(choice, "figures", ask("figures/list", choice, metrics=codes, limit=MOST), None)


def other_periods(choice: Choice, codes: Sequence[str]) -> None:
    """Totals of half-years, school years and longer spans, which no yearly chart may take in.

    An address may name one kind of period.
    """
    period = choice.own.get("loai-ky")
    named = {"period": period} if period else {}
    found = ask("figures/other_periods", choice, metrics=list(codes), limit=MOST, **named)
    card(choice, "other_periods", found, None, finding=headlines.of_other_periods)


def tallies(choice: Choice, codes: Sequence[str]) -> None:
    """Recorded events of places that gave no total: at least so many."""
    found = ask("figures/tallies", choice, metrics=list(codes))
    card(choice, "tallies", found, None, finding=headlines.recorded)


def covered(choice: Choice, codes: Sequence[str]) -> None:
    """Of how many places each metric is known year by year; the year in course is not judged in the title."""
    said = settled(headlines.complete, on=held(choice).cut_off)
    found = ask("coverage/over_years", choice, metrics=list(codes))
    card(choice, "overview.coverage", found, chart("coverage"), finding=said)


def missing(choice: Choice, codes: Sequence[str]) -> None:
    """Places without a value in the chosen years; where none is without, there is nothing to say."""
    found = ask("coverage/missing", choice, metrics=list(codes))
    if not found.empty:
        card(choice, "missing", found, None, finding=headlines.lacking)


def moved(choice: Choice, codes: Sequence[str]) -> None:
    """What moved most from year to year; left out where nothing of the data set does, whatever is chosen."""
    asked = {"metrics": list(codes), "limit": MOVED}
    found = ask("coverage/moved", choice, **asked)
    whole = {"scheme": "34", "places": None, "year_from": None, "year_to": None, "kind": "all"}
    if not found.empty or not ask("coverage/moved", choice, **asked, **whole).empty:
        card(choice, "overview.moved", found, None)
