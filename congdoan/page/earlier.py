"""The year before the first chosen one: a change is told on it, and nothing else."""

from collections.abc import Sequence

from congdoan.database import Rows
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask


def earlier(choice: Choice, metrics: Sequence[str], items: Sequence[str] | None = None) -> Rows:
    """What the chosen places came to in the year before the first one, in columns of `totals/over_years`."""
    year = (choice.year_from or 1) - 1
    asked = {"metrics": list(metrics), "items": list(items) if items else None}
    return ask("totals/over_years", choice, **asked, year_from=year, year_to=year)
