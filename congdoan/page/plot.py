"""Shows a chart and saves it as a picture: one browser component, with plotly.js from our own address."""

from collections.abc import Callable
from importlib.metadata import version

from congdoan.charts import Chart
from congdoan.charts.theme import GOLD, INK, PICTURE_FONT, SOFT
from congdoan.kept import kept
from congdoan.page.face import face, parts
from congdoan.text import Language, say

PLOTLY_ADDRESS = f"/plotly.js?v={version('plotly')}"
"""Where the browser finds the chart library; a new version has a new address."""


def plot(chart: Chart, key: str, on_select: Callable[[str], None] | None = None) -> str | None:
    """Draws a chart; the code of the mark just clicked, for this one run, else None.

    `on_select` gets the same code before the run, as callbacks do. `key` is one per chart and page.
    """
    return face(_packed(chart), key, on_select).selected


def drawn(chart: Chart) -> dict[str, object]:
    """What the browser needs to draw a chart."""
    return {"figure": chart.figure, "alt": chart.alt, "height": chart.height, "library": PLOTLY_ADDRESS}


def picture_buttons(
    chart: Chart,
    title: str,
    subtitle: str,
    source_line: str,
    mark: str,
    file_stem: str,
    key: str,
    lang: Language,
) -> None:
    """Buttons PNG and SVG: the chart with its words as one picture, 1600 px wide, made by the browser.

    `mark` (as "SỐ LIỆU MINH HỌA") is printed as a badge, "" for none; `file_stem` is the name without ending.
    """
    words = {"title": title, "subtitle": subtitle, "source": source_line, "mark": mark, "file": file_stem}
    looks = {"font": PICTURE_FONT, "ink": INK, "soft": SOFT, "gold": GOLD}
    labels = {kind: say("chart.picture", lang, format=kind.upper()) for kind in ("png", "svg")}
    face(parts(chart=drawn(chart), picture={**words, **looks, "labels": labels}), key)


@kept
def _packed(chart: Chart) -> bytes:
    return parts(chart=drawn(chart))
