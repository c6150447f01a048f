"""What stood in 63 provinces stands in 34: a new province comes to what its parts come to, every year."""

from pathlib import Path

import pytest

from tests.asking import snapshot

BOTH = """
    with parts as (
        select
            p.successor as place, y.year, y.metric, y.item, y.recipient, y.occasion, sum(y.value) as value,
            sum(y.summed_value) as summed_value, count(*) as known
        from place_years as y
        join provinces as p on p.place = y.place and p.scheme = '63'
        where y.kind = 'all'
        group by all
    ), whole as (
        select successor as place, count(*) as provinces from provinces where scheme = '63' group by successor
    )
    select count(*), count(*) filter (where now.{column} = parts.{column})
    from place_years as now
    join parts using (place, year, metric, item, recipient, occasion)
    join whole using (place)
    join metrics as m on m.metric = now.metric
    where now.kind = 'all' and m.over_units = 'sum' and {rule}
"""


RULES = pytest.mark.parametrize(
    ("column", "rule"),
    [
        ("value", "now.basis = 'combined' and parts.known = whole.provinces"),
        ("summed_value", "now.summed_value is not null"),
    ],
    ids=["totals of former federations", "sums of branches"],
)


@RULES
def test_a_new_province_comes_to_what_its_former_ones_come_to(
    column: str, rule: str, many_branches: Path
) -> None:
    assert_equal(many_branches, column, rule)


@pytest.mark.national
@RULES
def test_in_the_country_of_this_warehouse_a_new_province_comes_to_what_its_former_ones_come_to(
    column: str, rule: str, own_warehouse: Path
) -> None:
    assert_equal(own_warehouse, column, rule)


def assert_equal(warehouse: Path, column: str, rule: str) -> None:
    """Every value of a new province of which all parts are known is their sum."""
    with snapshot(warehouse, "simulated") as country:
        ((compared, equal),) = country.execute(BOTH.format(column=column, rule=rule)).fetchall()
    assert compared == equal > 1000
