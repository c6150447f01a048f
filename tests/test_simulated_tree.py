"""The tree of the simulated country changes on 1 July 2025 and has no gaps."""

from pathlib import Path

from tests.asking import snapshot

GAPS = """
    select count(*) from (
        select valid_from, lag(valid_to) over (partition by org_id order by valid_from) as before from parents
    ) as roads
    where coalesce(before + 1, date '1900-01-01') <> valid_from
"""
LAST = "select min(last) from (select max(valid_to) as last from parents group by org_id)"
STOOD = """
    select p.valid_from > date '2025-06-30', bool_and(up.valid_to is null)
    from organisations as o
    join parents as p on p.org_id = o.org_id
    join organisations as up on up.org_id = p.parent_id
    where o.valid_from < date '2025-07-01' and o.valid_to is null and o.level = 'branch'
        and up.level = 'upper'
    group by all
"""
ENDED_OR_NOT = "select count(*) from organisations where (valid_to is null) <> (ending is null)"


def test_every_unit_has_one_road_up_on_every_day(many_branches: Path) -> None:
    with snapshot(many_branches, "simulated") as country:
        assert country.execute(GAPS).fetchall() == [(0,)]
        assert str(country.execute(LAST).fetchall()[0][0]) == "9999-12-31"
        assert country.execute(ENDED_OR_NOT).fetchall() == [(0,)]


def test_a_branch_that_lived_through_the_day_stood_under_an_ended_union_and_stands_under_a_new_one(
    many_branches: Path,
) -> None:
    with snapshot(many_branches, "simulated") as country:
        assert dict(country.execute(STOOD).fetchall()) == {False: False, True: True}
