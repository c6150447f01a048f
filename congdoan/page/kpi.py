"""The tiles at the head of a screen, drawn: value, change, small trend, coverage and links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from congdoan import formats, tables
from congdoan.database import Rows
from congdoan.export import Context
from congdoan.kept import kept
from congdoan.packs import Tile
from congdoan.page import offstage
from congdoan.page.awards import awards_tile, level_tiles, ratings_tile
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.page.links import dispute_link, reports_link, source_link
from congdoan.page.rows import rows as ask
from congdoan.page.tiles import Measure, Told, told
from congdoan.page.workbook import keep
from congdoan.text import say

PER_ROW = 3
OWN = {"ratings": ratings_tile, "awards": awards_tile}


def kpis(choice: Choice, tiles: Sequence[str]) -> None:
    """A row of tiles, each `metric` or `metric/item`; their readings go into the screen's workbook.

    `ratings` and `awards` stand for tiles of their own kind.
    """
    wanted = [Measure(*text.split("/")) for text in tiles if text not in OWN]
    codes, items = sorted({one.metric for one in wanted}), sorted({one.item for one in wanted})
    rows = ask("totals/over_years", choice, metrics=codes, items=items)
    shown = told(choice, wanted, rows)
    shown += [Told(OWN[text](choice), choice) for text in tiles if text in OWN]
    if not offstage.takes_tiles([tile.said for tile in shown]):
        keep(*_readings(choice, rows, tuple(codes), today()))
        _in_rows(shown, PER_ROW)


def plain(choice: Choice, tiles: Sequence[Tile], per_row: int = PER_ROW) -> None:
    """A row of tiles that only say something."""
    if not offstage.takes_tiles(tiles):
        _in_rows([Told(said, choice) for said in tiles], per_row)


def award_tiles(choice: Choice) -> None:
    """A row of tiles, one per granting level."""
    plain(choice, level_tiles(choice))


@kept
def _readings(
    choice: Choice, rows: Rows, codes: tuple[str, ...], day: date
) -> tuple[str, tables.Table, Context]:
    """Title, table and context of the tiles, kept: the same rows give the same sheet all day."""
    title = say("kpi.title", choice.lang)
    about = context(choice, title, " · ".join(choice.words()), codes, (), day)
    return title, tables.table(rows, choice.lang), about


def _in_rows(tiles: Sequence[Told], per_row: int) -> None:
    """Tiles so many to a row, each in a frame; one below the other on a phone."""
    for first in range(0, len(tiles), per_row):
        for column, tile in zip(st.columns(per_row), tiles[first : first + per_row], strict=False):
            with column, st.container(border=True, height="stretch"):
                _draw(tile)


def _draw(tile: Told) -> None:
    said = tile.said
    if said.value:
        st.metric(
            formats.markdown(said.label),
            formats.markdown(said.value),
            delta=formats.markdown(said.change) or None,
            delta_color="off",
            delta_arrow=tile.arrow,
            chart_data=list(tile.series) or None,
            help=formats.markdown(tile.meaning) or None,
        )
    else:
        st.caption(formats.markdown(said.label))
    for line in said.lines:
        st.markdown(f"**{formats.markdown(line)}**")
    for remark in said.remark.splitlines():
        st.caption(formats.markdown(remark))
    if tile.source is not None:
        _links(tile)


def _links(tile: Told) -> None:
    with st.container(horizontal=True, gap="small"):
        source_link(tile.within, tile.source or None)
        if tile.reports_of is not None:
            reports_link(tile.within, tile.reports_of)
        for other in tile.disputed:
            dispute_link(tile.within, other)
