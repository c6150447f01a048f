"""The tiles at the head of a screen, drawn: value, change, small trend, coverage and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from congdoan.page.notes import said_of
from congdoan.page.rows import rows as ask
from congdoan.page.tile_actions import act, actions, figure_of
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
    shown = _noted([*shown, *(Told(OWN[text](choice), choice) for text in tiles if text in OWN)])
    if not offstage.takes_tiles([tile.said for tile in shown]):
        notes = tuple(dict.fromkeys(line for tile in shown for line in tile.said.notes))
        keep(*_readings(choice, rows, tuple(codes), notes, today()))
        _in_rows(choice, shown, PER_ROW)


def plain(choice: Choice, tiles: Sequence[Tile], per_row: int = PER_ROW) -> None:
    """A row of tiles without a trend and ways on."""
    shown = _noted([Told(said, choice) for said in tiles])
    if not offstage.takes_tiles([tile.said for tile in shown]):
        _in_rows(choice, shown, per_row)


def award_tiles(choice: Choice) -> None:
    """A row of tiles, one per granting level."""
    plain(choice, level_tiles(choice))


def _noted(tiles: Sequence[Told]) -> list[Told]:
    """The tiles with the notes on their figures."""
    return [replace(tile, said=replace(tile.said, notes=said_of(figure_of(tile)))) for tile in tiles]


@kept
def _readings(
    choice: Choice, rows: Rows, codes: tuple[str, ...], notes: tuple[str, ...], day: date
) -> tuple[str, tables.Table, Context]:
    """Title, table and context of the tiles, kept: the same rows give the same sheet all day."""
    title = say("kpi.title", choice.lang)
    about = replace(context(choice, title, " · ".join(choice.words()), codes, (), day), notes=notes)
    return title, tables.table(rows, choice.lang), about


def _in_rows(choice: Choice, tiles: Sequence[Told], per_row: int, key: str = "tiles") -> None:
    """Tiles so many to a row, all of them as one part of the page; one below the other on a phone."""
    if not tiles:
        return
    ways = [_ways(tile) for tile in tiles]
    offered = [actions(tile) for tile in tiles]
    shown = [_data(*one) for one in zip(tiles, ways, offered, strict=True)]
    went = face(parts(tiles={"columns": per_row, "tiles": shown}), key).act
    led = {f"{at}.{link}": way for at, links in enumerate(ways) for link, way in enumerate(links)}
    if went in led:
        st.switch_page(led[went].page, query_params=dict(led[went].query))
    elif went is not None:
        at, _, asked = went.partition(".")
        act(choice, tiles[int(at)], asked)


def _data(tile: Told, ways: Sequence[Way], offered: Mapping[str, str]) -> dict[str, object]:
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
        "actions": [{"act": code, "label": said, "of": label} for code, said in offered.items()],
    }


def _ways(tile: Told) -> list[Way]:
    """To the source of a tile, to who reported for it, to what other sources say."""
    if tile.source is None:
        return []
    reported = [] if tile.reports_of is None else [reports_way(tile.within, tile.reports_of)]
    disputed = [dispute_way(tile.within, other) for other in tile.disputed]
    return [source_way(tile.within, tile.source or None), *reported, *disputed]
