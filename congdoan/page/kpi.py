"""The tiles at the head of a screen: value, change in words, small trend, coverage and source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from congdoan import changes, findings, formats, tables
from congdoan.catalogue import metrics
from congdoan.charts.model import Record, known, records
from congdoan.database import Rows
from congdoan.export import Context
from congdoan.kept import kept
from congdoan.page.awards import awards_tile, level_tiles, ratings_tile
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.page.links import reports_link, source_link
from congdoan.page.rows import rows as ask
from congdoan.page.workbook import keep
from congdoan.text import name, say

ARROWS: dict[int, Literal["up", "down", "off"]] = {1: "up", -1: "down", 0: "off"}


PER_ROW = 3
OWN = {"ratings": ratings_tile, "awards": awards_tile}


@dataclass(frozen=True)
class Tile:
    """One measure to show: a metric, and the item of it where not the whole."""

    metric: str
    item: str = "all"

    def label(self, choice: Choice) -> str:
        """What the tile counts, in words."""
        item = name("item", self.item, choice.lang)
        metric = name("metric", self.metric, choice.lang)
        return metric if self.item == "all" else say("kpi.of_item", choice.lang, metric=metric, item=item)


def kpis(choice: Choice, tiles: Sequence[str]) -> None:
    """A row of tiles, each `metric` or `metric/item`; their readings go into the screen's workbook.

    `ratings` and `awards` stand for tiles of their own kind.
    """
    wanted = [Tile(*text.split("/")) for text in tiles if text not in OWN]
    codes, items = sorted({tile.metric for tile in wanted}), sorted({tile.item for tile in wanted})
    rows = ask("totals/over_years", choice, metrics=codes, items=items)
    keep(*_readings(choice, rows, tuple(codes), today()))
    drawn = [partial(_tile, choice, tile, rows) for tile in wanted]
    in_rows([*drawn, *(partial(OWN[text], choice) for text in tiles if text in OWN)])


@kept
def _readings(
    choice: Choice, rows: Rows, codes: tuple[str, ...], day: date
) -> tuple[str, tables.Table, Context]:
    """Title, table and context of the tiles, kept: the same rows give the same sheet all day."""
    title = say("kpi.title", choice.lang)
    about = context(choice, title, " · ".join(choice.words()), codes, (), day)
    return title, tables.table(rows, choice.lang), about


def in_rows(drawn: Sequence[Callable[[], None]], per_row: int = PER_ROW) -> None:
    """Tiles three to a row, or so many, each in a frame; one below the other on a phone."""
    for first in range(0, len(drawn), per_row):
        for column, draw in zip(st.columns(per_row), drawn[first : first + per_row], strict=False):
            with column, st.container(border=True, height="stretch"):
                draw()


def _recorded(choice: Choice, tile: Tile) -> Record | None:
    """Recorded events where nobody gave a total: the newest year with half as many units as the best."""
    asked = ask("totals/tallies", choice, metrics=[tile.metric], items=[tile.item])
    return findings.best_recorded(asked)


def _tally_tile(choice: Choice, tile: Tile, label: str) -> None:
    """What was recorded at least, apart from totals and marked as such; else that nothing is known."""
    lang, found = choice.lang, _recorded(choice, tile)
    if found is None:
        st.metric(label, formats.MISSING, help=_help(choice, tile))
        st.caption(say("kpi.none", lang))
        return
    words = formats.figure(found["value"], found["unit"], found["qualifier"], None, lang)
    st.metric(label, formats.markdown(words), help=_help(choice, tile))
    units = formats.number(found["organisations"], lang)
    st.caption(formats.markdown(say("kpi.tally", lang, year=int(found["year"]), units=units)))
    source_link(choice, None)


def _tile(choice: Choice, tile: Tile, rows: Rows) -> None:
    lang, label = choice.lang, formats.markdown(tile.label(choice))
    reading = _reading(rows, tile)
    if reading is None:
        _tally_tile(choice, tile, label)
        return
    now = reading.now
    st.metric(
        label,
        formats.markdown(formats.figure(now["value"], now["unit"], now.get("qualifier"), None, lang)),
        delta=formats.markdown(changes.compared(reading, lang)),
        delta_color="off",
        delta_arrow=ARROWS[changes.direction(reading)],
        chart_data=list(reading.series) or None,
        help=_help(choice, tile),
    )
    remarks = [_coverage(choice, now) + _preliminary(choice, now), *changes.beside(reading, lang)]
    st.caption(formats.markdown(" · ".join(remarks)))
    with st.container(horizontal=True, gap="small"):
        source_link(choice, now.get("figure"))
        if now["basis"] == "summed" and now["expected"] is not None:
            reports_link(choice, int(now["year"]))


@kept
def _reading(rows: Rows, tile: Tile) -> changes.Reading | None:
    found = [r for r in known(records(rows, "value")) if (r["metric"], r["item"]) == (tile.metric, tile.item)]
    return changes.newest(found)


def _preliminary(choice: Choice, now: dict[str, object]) -> str:
    """That a value is preliminary, where it is; final ones say nothing."""
    return f" · {name('status', 'preliminary', choice.lang)}" if now.get("status") == "preliminary" else ""


def _coverage(choice: Choice, now: dict[str, object]) -> str:
    """The year, and out of how many the value comes: `2025 · cộng 12/34 nơi có số`."""
    lang = choice.lang
    year = say("kpi.year", lang, year=now["year"])
    if now["basis"] == "summed" and now["expected"] is not None:
        return say("kpi.summed", lang, year=year, reported=now["reported"], expected=now["expected"])
    if now["basis"] == "summed" and now["reported"] is not None:
        return say("kpi.summed_of_unknown", lang, year=year, reported=now["reported"])
    return say("kpi.basis", lang, year=year, basis=name("basis", str(now["basis"]), lang))


def _help(choice: Choice, tile: Tile) -> str:
    metric = metrics()[tile.metric]
    return formats.markdown(metric.definition_en if choice.lang == "en" else metric.definition_vi)


def award_tiles(choice: Choice) -> None:
    """A row of tiles, one per granting level."""
    in_rows(level_tiles(choice))
