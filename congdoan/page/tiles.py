"""Tiles in rows, one measure in large type on each; all of a screen's tiles are one part of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from congdoan.formats import plain
from congdoan.page.face import face, parts
from congdoan.text import Language, say

PER_ROW = 3


@dataclass(frozen=True)
class Way:
    """A link to another screen, in the same view: its file, and its address with what it asks for."""

    label: str
    page: str
    slug: str
    query: Mapping[str, str]


@dataclass(frozen=True)
class Tile:
    """What a tile says, in words; `meaning` explains its label, `turn` is the arrow beside its change.

    `series` are the values of a small line, oldest first; `lines` stand in the type of text, `remarks` small.
    """

    label: str
    value: str = ""
    meaning: str = ""
    change: str = ""
    turn: int = 0
    series: tuple[float, ...] = ()
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()


def tiles(shown: Sequence[Tile], lang: Language, key: str, per_row: int = PER_ROW) -> None:
    """Draws tiles, so many to a row, one below the other on a phone; follows a way of theirs."""
    if not shown:
        return
    drawn = parts(tiles={"columns": per_row, "tiles": [_data(tile, lang) for tile in shown]})
    went = face(drawn, key).act
    ways = {f"{at}.{way}": to for at, tile in enumerate(shown) for way, to in enumerate(tile.ways)}
    if went in ways:
        st.switch_page(ways[went].page, query_params=dict(ways[went].query))


def _data(tile: Tile, lang: Language) -> dict[str, Any]:
    label = plain(tile.label)
    explained = {"label": say("kpi.explained", lang, what=label), "meaning": plain(tile.meaning)}
    return {
        "label": label,
        "help": explained if tile.meaning else None,
        "value": plain(tile.value),
        "change": plain(tile.change),
        "turn": tile.turn,
        "series": tile.series,
        "lines": [plain(line) for line in tile.lines],
        "remarks": [plain(remark) for remark in tile.remarks],
        "ways": [
            {"label": plain(way.label), "address": f"/{way.slug}?{urlencode(way.query)}"} for way in tile.ways
        ],
    }
