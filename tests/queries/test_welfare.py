"""Money per person cared for, on figures made by hand."""

import pytest

from tests.asking import table

pytestmark = pytest.mark.usefixtures("hand")


def test_money_per_head_needs_both_of_the_same_programme_and_year() -> None:
    columns = "place item year value qualifier amount people"
    assert table("welfare/per_head", columns) == [
        ("34:04", "programme.tet", 2021, 500_000, "about", 500_000_000, 1000)
    ]
