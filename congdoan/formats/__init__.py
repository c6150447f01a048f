"""The one place that writes numbers, dates, periods and qualifiers, and that makes text safe to show."""

from congdoan.formats.amounts import (
    MISSING,
    Number,
    measure,
    money,
    money_exact,
    money_scale,
    number,
    percent,
)
from congdoan.formats.escapes import cell, chart_text, file_name, markdown, plain
from congdoan.formats.figures import (
    NOT_APPLICABLE,
    ZERO,
    change,
    figure,
    marks,
    qualified,
    quantity,
    reached,
    row_count,
    size,
)
from congdoan.formats.periods import date, period, years
from congdoan.formats.spelled import money_spelled, spelled

__all__ = [
    "MISSING",
    "NOT_APPLICABLE",
    "ZERO",
    "Number",
    "cell",
    "change",
    "chart_text",
    "date",
    "figure",
    "file_name",
    "markdown",
    "marks",
    "measure",
    "money",
    "money_exact",
    "money_scale",
    "money_spelled",
    "number",
    "percent",
    "period",
    "plain",
    "qualified",
    "quantity",
    "reached",
    "row_count",
    "size",
    "spelled",
    "years",
]
