"""What the overview answers for some places, kept as a file for the pages that ask nothing."""

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from benchmarks.serving import Server
from benchmarks.session import Answer, visiting
from benchmarks.sets import BUILD
from benchmarks.views import CODES, COUNTRY, province

FOLDER = BUILD / "floor"
ANSWERS = FOLDER / "answers.json"
PLACES = CODES[:12]


def capture(server: Server) -> Path:
    """Asks the overview for the country and for a dozen provinces; writes tiles and charts of each."""
    held = asyncio.run(_answers(server))
    FOLDER.mkdir(parents=True, exist_ok=True)
    ANSWERS.write_text(json.dumps(held), encoding="utf-8")
    library = next(chart["library"] for answer in held.values() for chart in answer["charts"])
    with urlopen(server.address + library, timeout=60) as found:
        (FOLDER / "plotly.js").write_bytes(found.read())
    return ANSWERS


async def _answers(server: Server) -> dict[str, Any]:
    async with visiting(server.address) as session:
        held = {"": _shown(await session.go(COUNTRY))}
        for code in PLACES:
            held[code] = _shown(await session.go(province(code)))
    return held


def _shown(answer: Answer) -> dict[str, Any]:
    assert not answer.errors, answer.errors
    tiles = [tile for one in answer.drawn() if "tiles" in one for tile in one["tiles"]["tiles"]]
    return {"tiles": [_tile(tile) for tile in tiles], "charts": answer.charts()}


def _tile(tile: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": tile["label"],
        "value": tile["value"],
        "delta": tile["change"] or None,
        "series": tile["series"] or None,
    }
