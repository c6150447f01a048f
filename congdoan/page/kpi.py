"""The tiles at the head of a screen: value, change in words, small trend, coverage and source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from congdoan import changes, findings, formats, tables
from congdoan.catalogue import metrics, provinces
from congdoan.charts.model import Record, known, records
from congdoan.database import Rows
from congdoan.export import Context
from congdoan.kept import kept
from congdoan.page.awards import awards_tile, level_tiles, ratings_tile
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.page.links import dispute_link, reports_link, source_link
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
    shown = [_reading(rows, tile) for tile in wanted]
    disputed = _disputed(choice, [reading.now for reading in shown if reading])
    drawn = [partial(_tile, choice, tile, rows, disputed) for tile in wanted]
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


def _otherwise(choice: Choice, tile: Tile, label: str, rows: Rows) -> None:
    """Without a total in the chosen boundaries: that in today's, else recorded events, else why not."""
    present = _beyond_borders(choice, tile.metric, tile.item) if choice.scheme == "63" else None
    if present is not None:
        within, reading = present
        _total(within, tile, label, reading, formats.markdown(_of_new_borders(within)))
    elif (recorded := _recorded(choice, tile)) is not None:
        _tally_tile(choice, tile, label, recorded)
    else:
        st.metric(label, formats.MISSING, help=_help(choice, tile))
        st.caption(formats.markdown(_why_not(choice, tile, rows)))


def _why_not(choice: Choice, tile: Tile, rows: Rows) -> str:
    """That nothing is known, or in how few places something is."""
    thin = max(_known(rows, tile), key=lambda record: int(record["year"]), default=None)
    if thin is None or thin["expected"] is None:
        return say("kpi.none", choice.lang)
    counts = {name: formats.number(thin[name], choice.lang) for name in ("reported", "expected")}
    return say("kpi.too_few", choice.lang, year=int(thin["year"]), **counts)


def _of_new_borders(within: Choice) -> str:
    """`theo địa giới mới (từ 1/7/2025), không chia được cho tỉnh cũ: Lâm Đồng`."""
    words = say("kpi.of_new_borders", within.lang)
    return f"{words}: {within.places_words()}" if within.places else words


def _beyond_borders(choice: Choice, metric: str, item: str) -> tuple[Choice, changes.Reading] | None:
    """What today's provinces that cover the chosen former ones tell, and the choice of these provinces."""
    covering = sorted({f"34:{provinces()[place].successor}" for place in choice.places})
    within = replace(choice, scheme="34", places=tuple(covering))
    reading = _reading(ask("totals/over_years", within, metrics=[metric], items=[item]), Tile(metric, item))
    return None if reading is None else (within, reading)


def _tally_tile(choice: Choice, tile: Tile, label: str, found: Record) -> None:
    """What was recorded at least, apart from totals and marked as such."""
    lang = choice.lang
    words = formats.figure(found["value"], found["unit"], found["qualifier"], None, lang)
    st.metric(label, formats.markdown(words), help=_help(choice, tile))
    units = formats.number(found["organisations"], lang)
    st.caption(formats.markdown(say("kpi.tally", lang, year=int(found["year"]), units=units)))
    source_link(choice, None)


def _disputed(choice: Choice, shown: Sequence[Record]) -> list[Record]:
    """What other sources say of the figures that the tiles show."""
    figures = sorted(str(record["figure"]) for record in shown if record.get("figure"))
    return ask("figures/disputed", choice, figures=figures).records if figures else []


def _tile(choice: Choice, tile: Tile, rows: Rows, disputed: Sequence[Record]) -> None:
    label, reading = formats.markdown(tile.label(choice)), _reading(rows, tile)
    if reading is None:
        _otherwise(choice, tile, label, rows)
    else:
        _total(choice, tile, label, reading, disputed=disputed)


def _total(
    choice: Choice,
    tile: Tile,
    label: str,
    reading: changes.Reading,
    mark: str = "",
    disputed: Sequence[Record] = (),
) -> None:
    """A total with its change, coverage and source; `mark` says what else a reader must know of it."""
    lang, now = choice.lang, reading.now
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
    if mark:
        st.caption(mark)
    with st.container(horizontal=True, gap="small"):
        source_link(choice, now.get("figure"))
        if now["basis"] == "summed" and now["expected"] is not None:
            reports_link(choice, int(now["year"]))
        for other in disputed:
            if other["figure"] == now.get("figure"):
                dispute_link(choice, other)


@kept
def _reading(rows: Rows, tile: Tile) -> changes.Reading | None:
    return changes.newest(_known(rows, tile))


def _known(rows: Rows, tile: Tile) -> list[Record]:
    """The readings of a tile's measure, year by year."""
    return [r for r in known(records(rows, "value")) if (r["metric"], r["item"]) == (tile.metric, tile.item)]


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
