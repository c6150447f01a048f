"""Charts as plain dictionaries for plotly.js: rows and a language in, a picture out."""

from congdoan.charts.alike import alike
from congdoan.charts.beside import beside
from congdoan.charts.bullets import bullets
from congdoan.charts.columns import columns
from congdoan.charts.coverage import coverage
from congdoan.charts.funnel import funnel
from congdoan.charts.ladder import ladder
from congdoan.charts.large import Large, large
from congdoan.charts.latest import latest
from congdoan.charts.model import Chart
from congdoan.charts.multiples import multiples
from congdoan.charts.outline import outline
from congdoan.charts.ranking import pairs, ranking
from congdoan.charts.reporting import reporting
from congdoan.charts.shares import shares
from congdoan.charts.standing import standing
from congdoan.charts.tiles import tiles
from congdoan.charts.trend import trend

__all__ = [
    "Chart",
    "Large",
    "alike",
    "beside",
    "bullets",
    "columns",
    "coverage",
    "funnel",
    "ladder",
    "large",
    "latest",
    "multiples",
    "outline",
    "pairs",
    "ranking",
    "reporting",
    "shares",
    "standing",
    "tiles",
    "trend",
]
