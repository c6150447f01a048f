"""Charts as plain dictionaries for plotly.js: rows and a language in, a picture out."""

from congdoan.charts.alike import alike
from congdoan.charts.columns import columns
from congdoan.charts.coverage import coverage
from congdoan.charts.ladder import ladder
from congdoan.charts.latest import latest
from congdoan.charts.model import Chart
from congdoan.charts.outline import outline
from congdoan.charts.ranking import pairs, ranking
from congdoan.charts.reporting import reporting
from congdoan.charts.shares import shares
from congdoan.charts.tiles import tiles
from congdoan.charts.trend import trend

__all__ = [
    "Chart",
    "alike",
    "columns",
    "coverage",
    "ladder",
    "latest",
    "outline",
    "pairs",
    "ranking",
    "reporting",
    "shares",
    "tiles",
    "trend",
]
