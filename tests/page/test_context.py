"""What stands around the figures of a card."""

from datetime import date

import pytest

from congdoan.page.choice import Choice
from congdoan.page.context import context

pytestmark = pytest.mark.usefixtures("hand")


@pytest.mark.parametrize(
    ("metric", "first", "last", "days"),
    [
        ("members", None, None, ["15/6/2025", "1/7/2025"]),
        ("members", 2025, 2025, ["15/6/2025", "1/7/2025"]),
        ("members", 2018, 2024, []),
        ("rated_branches", 2018, 2024, ["năm 2019"]),
        ("rated_branches", 2020, 2024, []),
    ],
)
def test_the_breaks_of_the_metrics_within_the_years_are_told(
    metric: str, first: int | None, last: int | None, days: list[str]
) -> None:
    choice = Choice(year_from=first, year_to=last)
    told = context(choice, "Tên", "", [metric], (), date(2026, 1, 1)).breaks
    assert len(told) == len(days)
    assert all(day in text for day, text in zip(days, told, strict=True))
