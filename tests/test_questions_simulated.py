"""The questions of a review meeting, asked on a simulated country where every union body is listed.

What is expected is worked out from the long table of figures alone, never from what the queries read.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import pytest

from congdoan import database, targets
from tests.asking import read_from, snapshot

OWN = """
    create temporary table own as
    select
        f.org_id, f.year, cast(f.metric as varchar) as metric, cast(f.item as varchar) as item,
        cast(f.recipient as varchar) as recipient, cast(f.occasion as varchar) as occasion,
        arg_max(f.value, row(f.period_end, f.status, coalesce(s.published_on, date '1900-01-01'))) as value
    from figures as f
    join metrics as m on m.metric = f.metric
    join sources as s on s.source_id = f.source_id
    where f.scope = 'total' and f.value is not null and f.unit = m.unit
        and f.metric in ('members', 'members_female', 'members_joined', 'branches', 'rated_branches',
            'awards', 'blood_donors', 'welfare_people')
        and f.period_type = case when m.over_time = 'last' then 'as_of' else 'year' end
    group by all
"""
"""What each unit said of whole years: the latest day, corrected before final before preliminary."""
BRANCHES = """
    create temporary table branch_values as
    select
        w.org_id, w.year, w.metric, w.item, w.value, o.place_63, o.place_34,
        o.valid_to is null or o.valid_to >= make_date(w.year, 12, 31) as stood
    from own as w
    join organisations as o on o.org_id = w.org_id
    where o.level = 'branch' and w.recipient = 'none'
        and coalesce(o.valid_from, date '1900-01-01') <= make_date(w.year, 12, 31)
        and coalesce(o.valid_to, date '2999-12-31') >= make_date(w.year, 1, 1)
"""
"""What branches said of the years in which they existed."""


@pytest.fixture(scope="module")
def figures(many_branches: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The long table with what is worked out from it."""
    with snapshot(many_branches, "simulated") as connection:
        connection.execute(OWN)
        connection.execute(BRANCHES)
        yield connection


@pytest.fixture(autouse=True)
def country(many_branches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens ask the same country."""
    read_from(many_branches, monkeypatch)


def ask(name: str, columns: str, **inputs: Any) -> list[tuple[Any, ...]]:
    """Some columns of the answer to a query."""
    found = database.rows(name, "simulated", {"scheme": "34", **inputs}).records
    return [tuple(row[column] for column in columns.split()) for row in found]


def worked_out(figures: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the independent calculation; there must be some."""
    found = figures.sql(sql).fetchall()
    assert found
    return found


def test_1_how_many_members_and_branches_there_are_against_last_year(figures: Any) -> None:
    expected = worked_out(
        figures,
        """select metric, year, value from own where org_id = 'tld' and metric in ('members', 'branches')
        and year >= 2024 and item = 'all' order by metric desc, year""",
    )
    asked = {"metrics": ["members", "branches"], "year_from": 2024, "year_to": 2025}
    assert sorted(ask("totals/over_years", "metric year value", **asked), reverse=True) == sorted(
        expected, reverse=True
    )
    assert len(expected) == 4


def test_2_how_much_is_true_growth_apart_from_the_closures(figures: Any) -> None:
    [(now, before, branches)] = worked_out(
        figures,
        """select sum(n.value), sum(b.value), count(*) from branch_values as n
        join branch_values as b on b.org_id = n.org_id and b.metric = n.metric and b.item = n.item
        and b.year = n.year - 1 where n.metric = 'members' and n.year = 2025 and n.stood and b.stood""",
    )
    columns = "value alike_now alike_before alike_branches"
    asked = {"metrics": ["members"], "year_from": 2024, "year_to": 2025}
    (told_before, *_), (told_now, *alike) = ask("totals/over_years", columns, **asked)
    assert alike == [now, before, branches]
    assert told_now / told_before < 0.9
    assert 0.95 < now / before < 1.1


def test_2_which_former_provinces_a_merged_one_adds_up(figures: Any) -> None:
    expected = worked_out(
        figures,
        """select metric, year, sum(value) from own as w join organisations as o on o.org_id = w.org_id
        where o.place_34 = '34:19' and o.level = 'provincial' and metric in ('members', 'branches')
        and year between 2020 and 2024 and item = 'all' group by all order by metric desc, year""",
    )
    asked = {"metrics": ["members", "branches"], "places": ["34:19"], "year_from": 2020, "year_to": 2024}
    found = ask("places/over_years", "metric year value basis", **asked)
    assert sorted(row[:3] for row in found) == sorted(expected)
    assert {row[3] for row in found} == {"combined"}


def test_3_who_is_below_target_by_how_far_and_in_which_rank(figures: Any) -> None:
    expected = worked_out(
        figures,
        """select t.org_id, t.value - w.value, 1 + (
            select count(*) from targets as u join own as v on v.org_id = u.org_id and v.year = u.year
                and v.metric = cast(u.metric as varchar) and v.item = 'all' and v.recipient = 'none'
            join organisations as p on p.org_id = u.org_id and p.level = 'provincial'
            where u.metric = t.metric and u.year = t.year
                and round(100 * v.value / u.value, 1) > round(100 * w.value / t.value, 1))
        from targets as t
        join own as w on w.org_id = t.org_id and w.year = t.year and w.metric = cast(t.metric as varchar)
            and w.item = 'all' and w.recipient = 'none'
        join organisations as o on o.org_id = t.org_id and o.level = 'provincial'
        where t.metric = 'members_joined' and t.year = 2023 and w.value < t.value""",
    )
    asked = {"scheme": "63", "metrics": ["members_joined"], "year_from": 2023, "year_to": 2023}
    found = targets.below(database.rows("targets/reached", "simulated", asked)).records
    assert sorted(
        (row["org"], row["to_go"], row["position"])
        for row in found
        if (row["level"], row["basis"]) == ("provincial", "reported")
    ) == sorted(expected)


def test_4_who_has_not_reported_and_how_many_members_stand_behind_them(figures: Any) -> None:
    expected = worked_out(
        figures,
        """select o.org_id, (
            select arg_max(value, year) from own as m
            where m.org_id = o.org_id and m.metric = 'members' and m.year <= 2024)
        from organisations as o
        where o.level not in ('tld', 'branch')
            and coalesce(o.valid_from, date '1900-01-01') <= date '2024-11-30'
            and coalesce(o.valid_to, date '2999-12-31') >= date '2024-11-30'
            and not exists (
                select 1 from figures as f join sources as s on s.source_id = f.source_id
                where f.org_id = o.org_id and f.year = 2024 and f.scope = 'total'
                    and s.kind in ('report', 'portal')
                    and s.publisher_vi not in (select name_vi from organisations where level = 'tld')
                    and (f.period_type = 'year'
                        or f.period_type = 'as_of' and f.period_end >= date '2024-11-30'))""",
    )
    assert sorted(ask("reports/missing", "org members", year_to=2024, period="year")) == sorted(expected)


def test_4_who_reported_odd_numbers(figures: Any) -> None:
    """More women than members: each such unit is named for its year, with both numbers."""
    expected = worked_out(
        figures,
        """select o.name_vi, f.year, f.value, m.value from own as f
        join own as m on m.org_id = f.org_id and m.year = f.year and m.metric = 'members'
        join organisations as o on o.org_id = f.org_id
        where f.metric = 'members_female' and f.value > m.value""",
    )
    found = ask("sources/findings", "check organisation_vi year printed held_against")
    assert sorted(row[1:] for row in found if row[0] == "women") == sorted(expected)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_5_what_share_of_branches_reached_each_rating(figures: Any, year: int) -> None:
    counts = dict(
        worked_out(
            figures,
            f"""select item, value from own where org_id = 'ldld-cao-bang' and metric = 'rated_branches'
            and year = {year} and item <> 'all'""",
        )
    )
    rated = sum(count for item, count in counts.items() if item != "rating.unrated")
    expected = {
        (item, count, rated, round(float(100 * count / rated), 1))
        for item, count in counts.items()
        if item != "rating.unrated"
    }
    asked = {"scheme": "63", "places": ["63:04"], "year_from": year, "year_to": year}
    found = ask("ratings/by_year", "item value rated share", **asked)
    assert {row for row in found if row[0] != "rating.unrated"} == expected


def test_5_who_fell_is_told_of_the_branches_rated_in_both_years(figures: Any) -> None:
    """How many of them were excellent last year and are now, apart from who came and went."""
    [(now, before, branches)] = worked_out(
        figures,
        """with rated as (
            select org_id, year, min(item) as item from branch_values
            where metric = 'rated_branches' and value = 1 and item not in ('all', 'rating.unrated')
            group by org_id, year having count(*) = 1)
        select round(100.0 * count(*) filter (where n.item = 'rating.htxs') / count(*), 1),
            round(100.0 * count(*) filter (where b.item = 'rating.htxs') / count(*), 1), count(*)
        from rated as n join rated as b on b.org_id = n.org_id and b.year = n.year - 1 where n.year = 2024""",
    )
    columns = "item alike_now alike_before alike_branches"
    found = ask("ratings/by_year", columns, year_from=2024, year_to=2024)
    assert ("rating.htxs", now, before, branches) in found


def test_11_which_awards_a_federation_gave_to_collectives_and_to_people(figures: Any) -> None:
    expected = worked_out(
        figures,
        """select item, recipient, occasion, value from own where org_id = 'ldld-cao-bang'
        and metric = 'awards' and year = 2023 and item <> 'all'""",
    )
    asked = {"scheme": "63", "places": ["63:04"], "year_from": 2023, "year_to": 2023}
    found = ask("awards/by_form", "item recipient occasion value basis", **asked)
    assert sorted(row[:4] for row in found if row[4] == "reported") == sorted(expected)


@pytest.mark.parametrize(
    ("metric", "item"),
    [("blood_donors", "all"), ("welfare_people", "programme.study"), ("welfare_people", "programme.women")],
)
def test_12_blood_study_and_womens_work_against_last_year(figures: Any, metric: str, item: str) -> None:
    expected = worked_out(
        figures,
        f"""select year, value from own where org_id = 'ldld-cao-bang' and metric = '{metric}'
        and item = '{item}' and year in (2023, 2024) order by year""",
    )
    asked = {"metrics": [metric], "items": [item], "scheme": "63", "places": ["63:04"]}
    found = ask("totals/over_years", "year value same_now same_before", year_from=2023, year_to=2024, **asked)
    assert [row[:2] for row in found] == expected
    (_, before), (_, now) = expected
    assert found[1][2:] == (now, before)


def test_13_how_a_province_compares_with_its_cluster_and_the_median(figures: Any) -> None:
    told = dict(
        worked_out(
            figures,
            """select o.place_34, w.value from own as w join organisations as o on o.org_id = w.org_id
            where o.level = 'provincial' and o.valid_to is null and w.metric = 'members' and w.year = 2025""",
        )
    )
    members = worked_out(
        figures,
        """select c.place from clusters as c where c.cluster = (
            select cluster from clusters where place = '34:01')""",
    )
    among = [told[place] for (place,) in members]
    asked = {"measures": ["members/all"], "year_to": 2025}
    found = ask("comparison/clusters", "value median standing", sides=["34:01"], **asked)
    assert sorted(row[0] for row in found) == sorted(among)
    assert {row[1] for row in found} == {median(among)}
    assert (told["34:01"], median(among), 1 + sum(one > told["34:01"] for one in among)) in found
    [national] = ask("comparison/medians", "reference value", places=["VN"], year_from=2025, **asked)
    assert national == ("country", median(told.values()))


def test_14_how_a_former_province_fares_inside_the_new_one(figures: Any) -> None:
    """Bắc Kạn by its federation to 2024, in 2025 by the branches that go on as a part of Thái Nguyên."""
    before = worked_out(
        figures,
        """select year, value from own where org_id = 'ldld-bac-kan' and metric = 'members' order by year""",
    )
    [(after,)] = worked_out(
        figures,
        """select sum(value) from branch_values where place_63 = '63:06' and metric = 'members'
        and year = 2025 and stood""",
    )
    former = {"metrics": ["members"], "places": ["63:06"], "scheme": "63"}
    found = ask("places/over_years", "year value basis", **former)
    assert found[-1] == (2025, after, "summed")
    assert [row[:2] for row in found[:-1]] == before
    [(whole,)] = ask("places/over_years", "value", metrics=["members"], places=["34:19"], year_from=2025)
    assert 0 < after < whole
