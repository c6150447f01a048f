"""The bounds of what may be compared and ranked, as `queries/build/15_comparison.sql` sets them."""

from pathlib import Path

import pytest

from tests.asking import snapshot


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("is_of_all('over', 'reported', null, null)", True),
        ("is_of_all('at_least', 'reported', null, null)", False),
        ("is_of_all('about', 'items', null, null)", False),
        ("is_of_all('exact', 'summed', 9, 10)", False),
        ("is_of_all('exact', 'summed', 10, 10)", True),
        ("speaks_for_place('exact', 'summed', 8, 10)", True),
        ("speaks_for_place('exact', 'summed', 7, 9)", False),
        ("speaks_for_place('exact', 'summed', 7, null)", False),
        ("is_whole_set(9, 10, false)", False),
        ("is_whole_set(9, 10, true)", True),
        ("is_whole_set(89, 100, true)", False),
        ("is_whole_set(11, 10, true)", False),
        ("is_whole_set(9, null, true)", False),
        ("size_band(49999)", "below_50000"),
        ("size_band(149999)", "below_150000"),
        ("size_band(299999)", "below_300000"),
        ("size_band(300000)", "from_300000"),
        ("size_band(null)", None),
        ("least_base('members')", 500),
        ("least_base('branches')", 10),
    ],
)
def test_the_bounds_of_the_rules(rule: str, expected: object, hand_warehouse: Path) -> None:
    with snapshot(hand_warehouse) as connection:
        assert connection.execute(f"select {rule}").fetchall() == [(expected,)]
