"""Charts as plain dictionaries for plotly.js: rows and a language in, a picture out."""

from congdoan.charts.bullets import bullets
from congdoan.charts.columns import columns
from congdoan.charts.coverage import coverage
from congdoan.charts.ladder import ladder
from congdoan.charts.latest import latest
from congdoan.charts.model import Chart
from congdoan.charts.ranking import pairs, ranking
from congdoan.charts.shares import shares
from congdoan.charts.tiles import tiles
from congdoan.charts.trend import trend

__all__ = [
    "Chart",
    "bullets",
    "columns",
    "coverage",
    "ladder",
    "latest",
    "pairs",
    "ranking",
    "shares",
    "tiles",
    "trend",
]
