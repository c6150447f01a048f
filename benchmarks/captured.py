"""What the overview answers for some places, kept as a file for the pages that ask nothing."""

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from streamlit.proto.Element_pb2 import Element

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
    tiles = [_tile(one) for one in answer.elements if one.HasField("metric")]
    return {"tiles": tiles, "charts": answer.charts()}


def _tile(element: Element) -> dict[str, Any]:
    metric = element.metric
    series = list(metric.chart_data) or None
    return {"label": metric.label, "value": metric.body, "delta": metric.delta or None, "series": series}
