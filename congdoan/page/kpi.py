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
from congdoan.packs import Tile as Said
from congdoan.page import offstage
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


@dataclass(frozen=True)
class Drawn:
    """What a tile says, and what it shows and leads to besides: its trend, definition, figure, reports."""

    said: Said
    arrow: Literal["up", "down", "off"] = "off"
    series: tuple[float, ...] = ()
    help: str = ""
    figure: str | None = None
    known: bool = True
    reports_of: int | None = None


def kpis(choice: Choice, tiles: Sequence[str]) -> None:
    """A row of tiles, each `metric` or `metric/item`; their readings go into the screen's workbook.

    `ratings` and `awards` stand for tiles of their own kind.
    """
    wanted = [Tile(*text.split("/")) for text in tiles if text not in OWN]
    codes, items = sorted({tile.metric for tile in wanted}), sorted({tile.item for tile in wanted})
    rows = ask("totals/over_years", choice, metrics=codes, items=items)
    told = [_told(choice, tile, rows) for tile in wanted]
    told += [Drawn(OWN[text](choice), known=False) for text in tiles if text in OWN]
    if not offstage.takes_tiles([tile.said for tile in told]):
        keep(*_readings(choice, rows, tuple(codes), today()))
        _in_rows([partial(_draw, choice, tile) for tile in told], PER_ROW)


def plain(choice: Choice, tiles: Sequence[Said], per_row: int = PER_ROW) -> None:
    """A row of tiles that only say something."""
    if not offstage.takes_tiles(tiles):
        _in_rows([partial(_draw, choice, Drawn(said, known=False)) for said in tiles], per_row)


@kept
def _readings(
    choice: Choice, rows: Rows, codes: tuple[str, ...], day: date
) -> tuple[str, tables.Table, Context]:
    """Title, table and context of the tiles, kept: the same rows give the same sheet all day."""
    title = say("kpi.title", choice.lang)
    about = context(choice, title, " · ".join(choice.words()), codes, (), day)
    return title, tables.table(rows, choice.lang), about


def _in_rows(drawn: Sequence[Callable[[], None]], per_row: int) -> None:
    """Tiles so many to a row, each in a frame; one below the other on a phone."""
    for first in range(0, len(drawn), per_row):
        for column, draw in zip(st.columns(per_row), drawn[first : first + per_row], strict=False):
            with column, st.container(border=True, height="stretch"):
                draw()


def _recorded(choice: Choice, tile: Tile) -> Record | None:
    """Recorded events where nobody gave a total: the newest year with half as many units as the best."""
    asked = ask("totals/tallies", choice, metrics=[tile.metric], items=[tile.item])
    return findings.best_recorded(asked)


def _told(choice: Choice, tile: Tile, rows: Rows) -> Drawn:
    """What a tile says: its newest reading fit to be shown, else recorded events, else that there is none."""
    lang, reading = choice.lang, _reading(rows, tile)
    if reading is None:
        return _tallied(choice, tile)
    now = reading.now
    remarks = [_coverage(choice, now) + _preliminary(choice, now), *changes.beside(reading, lang)]
    value = formats.figure(now["value"], now["unit"], now.get("qualifier"), None, lang)
    summed = now["basis"] == "summed" and now["expected"] is not None
    return Drawn(
        Said(tile.label(choice), value, changes.compared(reading, lang), " · ".join(remarks)),
        arrow=ARROWS[changes.direction(reading)],
        series=reading.series,
        help=_help(choice, tile),
        figure=now.get("figure"),
        reports_of=int(now["year"]) if summed else None,
    )


def _tallied(choice: Choice, tile: Tile) -> Drawn:
    """What was recorded at least, apart from totals and marked as such; else that nothing is known."""
    lang, label, meaning = choice.lang, tile.label(choice), _help(choice, tile)
    found = _recorded(choice, tile)
    if found is None:
        return Drawn(Said(label, formats.MISSING, remark=say("kpi.none", lang)), help=meaning, known=False)
    value = formats.figure(found["value"], found["unit"], found["qualifier"], None, lang)
    units = formats.number(found["organisations"], lang)
    return Drawn(
        Said(label, value, remark=say("kpi.tally", lang, year=int(found["year"]), units=units)), help=meaning
    )


def _draw(choice: Choice, tile: Drawn) -> None:
    said = tile.said
    if said.value:
        st.metric(
            formats.markdown(said.label),
            formats.markdown(said.value),
            delta=formats.markdown(said.change) or None,
            delta_color="off",
            delta_arrow=tile.arrow,
            chart_data=list(tile.series) or None,
            help=tile.help or None,
        )
    else:
        st.caption(formats.markdown(said.label))
    for line in said.lines:
        st.markdown(f"**{formats.markdown(line)}**")
    if said.remark:
        st.caption(formats.markdown(said.remark))
    if tile.known:
        _links(choice, tile)


def _links(choice: Choice, tile: Drawn) -> None:
    with st.container(horizontal=True, gap="small"):
        source_link(choice, tile.figure)
        if tile.reports_of is not None:
            reports_link(choice, tile.reports_of)


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
    plain(choice, level_tiles(choice))
