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
from congdoan.page.face import face, parts
from congdoan.page.links import Way, dispute_way, reports_way, source_way
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


def _in_rows(tiles: Sequence[Told], per_row: int, key: str = "tiles") -> None:
    """Tiles so many to a row, all of them as one part of the page; one below the other on a phone."""
    if not tiles:
        return
    ways = [_ways(tile) for tile in tiles]
    shown = [_data(tile, links) for tile, links in zip(tiles, ways, strict=True)]
    went = face(parts(tiles={"columns": per_row, "tiles": shown}), key).act
    led = {f"{at}.{link}": way for at, links in enumerate(ways) for link, way in enumerate(links)}
    if went in led:
        st.switch_page(led[went].page, query_params=dict(led[went].query))


def _data(tile: Told, ways: Sequence[Way]) -> dict[str, object]:
    said, label = tile.said, formats.plain(tile.said.label)
    explained = {"label": say("kpi.explained", tile.within.lang, what=label), "meaning": tile.meaning}
    return {
        "label": label,
        "help": explained if tile.meaning else None,
        "value": formats.plain(said.value),
        "change": formats.plain(said.change),
        "turn": tile.arrow,
        "series": tile.series,
        "lines": [formats.plain(line) for line in said.lines],
        "remarks": [formats.plain(remark) for remark in said.remark.splitlines()],
        "ways": [{"label": formats.plain(way.label), "address": way.address} for way in ways],
    }


def _ways(tile: Told) -> list[Way]:
    """To the source of a tile, to who reported for it, to what other sources say."""
    if tile.source is None:
        return []
    reported = [] if tile.reports_of is None else [reports_way(tile.within, tile.reports_of)]
    disputed = [dispute_way(tile.within, other) for other in tile.disputed]
    return [source_way(tile.within, tile.source or None), *reported, *disputed]
