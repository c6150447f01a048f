import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from congdoan import catalogue
from congdoan.database import POINTERS
from congdoan.errors import DataError
from congdoan.simulate import simulate
from tests.asking import snapshot
from tests.conftest import BRANCHES

FEW = 130
"""Branches of a country made to see how it is made: neither the least nor what is made unasked."""
DIRT = {"items", "parts", "share", "sum_below", "tenfold", "twice", "women"}


def published(warehouse: Path, **wanted: Any) -> duckdb.DuckDBPyConnection:
    simulate(warehouse, **{"branches": BRANCHES, **wanted})
    name = (warehouse / POINTERS["simulated"]).read_text(encoding="utf-8").strip()
    return duckdb.connect(str(warehouse / name), read_only=True)


@pytest.fixture(scope="module")
def country(both_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with snapshot(both_warehouse, "simulated") as connection:
        yield connection


@pytest.fixture(scope="module")
def steps() -> list[str]:
    """What was told while the country of few branches was made."""
    return []


@pytest.fixture(scope="module")
def few(steps: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of a country of few branches."""
    warehouse = tmp_path_factory.mktemp("few") / "warehouse"
    simulate(warehouse, branches=FEW, tell=steps.append)
    return warehouse


@pytest.fixture(scope="module")
def made_again(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of that warehouse in which another country was made, with no number of branches named."""
    warehouse = shutil.copytree(few, tmp_path_factory.mktemp("again") / "warehouse")
    assert simulate(warehouse, seed=2) == "m2"
    return warehouse


def ask(country: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    """The rows of a question; those of one column as plain values."""
    rows = country.execute(sql).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def content(country: duckdb.DuckDBPyConnection) -> list[Any]:
    tables = ("figures", "organisations", "sources", "unit_years", "place_years", "targets")
    return [ask(country, f"select count(*), bit_xor(hash(t)) from {table} as t") for table in tables]


def test_equal_arguments_give_equal_figures(country: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with closing(published(tmp_path)) as again:
        assert content(again) == content(country)


def test_one_thread_gives_the_same_figures_as_many(
    country: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = duckdb.connect

    def single(path: str = ":memory:", read_only: bool = False, config: dict[str, Any] | None = None) -> Any:
        return connect(path, read_only=read_only, config={**(config or {}), "threads": 1})

    monkeypatch.setattr(duckdb, "connect", single)
    with closing(published(tmp_path)) as again:
        assert ask(again, "select current_setting('threads')") == [1]
        assert content(again) == content(country)


def test_another_seed_gives_another_country(few: Path, made_again: Path) -> None:
    with snapshot(few, "simulated") as first, snapshot(made_again, "simulated") as second:
        assert content(first)[0] != content(second)[0]


def test_shorter_spans_and_later_years_can_be_made(tmp_path: Path) -> None:
    with closing(published(tmp_path, first_year=2024, last_year=2027, branches=FEW)) as other:
        assert ask(other, "select distinct year from figures where period_type = 'year' order by year") == [
            2024,
            2025,
            2026,
            2027,
        ]


def test_equal_arguments_need_no_new_release(few: Path) -> None:
    assert simulate(few, branches=FEW) == "m1"
    assert [path.name for path in few.glob("*.duckdb")] == ["m1.duckdb"]


@pytest.mark.parametrize("wanted", [{"branches": 0}, {"branches": 125}, {"first_year": 2026}, {"seed": -1}])
def test_what_cannot_be_made_is_refused(wanted: dict[str, Any], tmp_path: Path) -> None:
    [asked] = wanted.values()
    with pytest.raises(DataError, match=f"^Found.* {asked}.*; allowed: "):
        simulate(tmp_path, **wanted)


def test_every_province_has_branches_and_the_country_as_many_as_asked(
    country: duckdb.DuckDBPyConnection,
) -> None:
    places = ask(country, "select place_63, count(*) from organisations where level = 'branch' group by 1")
    assert {place for place, _ in places} == {p for p in catalogue.provinces() if p.startswith("63:")}
    assert sum(count for _, count in places) == BRANCHES


def test_every_union_body_is_marked_as_made_up(country: duckdb.DuckDBPyConnection) -> None:
    assert not ask(
        country,
        """select org_id from organisations
        where not contains(name_vi, '(minh họa)') or not contains(name_en, '(simulated)')""",
    )
    assert not ask(country, "select source_id from sources where not contains(title_vi, '(minh họa)')")
    assert not ask(country, "select source_id from sources where url is not null or document is not null")


def test_the_search_key_is_the_one_of_the_catalogue(country: duckdb.DuckDBPyConnection) -> None:
    for vi, en, key in ask(country, "select name_vi, name_en, search_key from organisations"):
        assert key == catalogue.fold(f"{vi} {en}")


def test_every_metric_has_figures(country: duckdb.DuckDBPyConnection) -> None:
    assert set(ask(country, "select distinct cast(metric as varchar) from figures")) == set(
        catalogue.metrics()
    )


def test_every_kind_of_reading_is_there_to_be_seen(country: duckdb.DuckDBPyConnection) -> None:
    for column in ("scope", "period_type", "qualifier", "status", "recipient", "level", "kind"):
        table = "organisations" if column in ("level", "kind") else "figures"
        known = ask(country, f"select unnest(enum_range(null::{column}))")
        seen = ask(country, f"select distinct cast({column} as varchar) from {table}")
        assert set(known) - set(seen) <= {"unsplit"}, column
    assert ask(country, "select count(*) from figures where value is null") != [0]


def test_nothing_is_told_of_the_time_after_an_end_or_before_a_beginning(
    country: duckdb.DuckDBPyConnection,
) -> None:
    assert not ask(
        country,
        """select figure_id from figures join organisations using (org_id)
        where period_end > valid_to or period_end < valid_from""",
    )


def test_the_state_paid_close_on_15_june_2025_and_old_unions_by_30_june(
    country: duckdb.DuckDBPyConnection,
) -> None:
    closed, all_of_them = ask(
        country,
        """select count(*) filter (where valid_to = date '2025-06-15'), count(*)
        from organisations where level = 'branch'""",
    )[0]
    assert 0.35 < closed / all_of_them < 0.65
    assert not ask(
        country,
        """select org_id from organisations
        where level = 'upper' and kind <> 'cd_xa' and valid_to > date '2025-06-30'""",
    )


def test_every_unit_but_the_confederation_hangs_in_the_tree(country: duckdb.DuckDBPyConnection) -> None:
    assert ask(
        country,
        """select org_id from organisations as o where not exists (
            select 1 from ancestors as a where a.org_id = o.org_id and a.ancestor_id = 'tld')""",
    ) == ["tld"]


def test_the_parts_of_a_figure_and_its_paper_exist(country: duckdb.DuckDBPyConnection) -> None:
    assert not ask(country, "select figure_id from figures group by figure_id having count(*) > 1")
    assert not ask(
        country,
        """select figure_id from figures
        where part_of not in (select figure_id from figures)
            or source_id not in (select source_id from sources)""",
    )


def test_units_and_whole_numbers_fit_the_metric(country: duckdb.DuckDBPyConnection) -> None:
    assert not ask(
        country,
        """select figure_id from figures as f join metrics as m using (metric)
        where f.unit not in (select unnest(string_split(m.unit, '|'))) or f.value < 0
            or f.unit <> 'percent' and f.value <> floor(f.value) or f.unit = 'percent' and f.value > 100""",
    )


@pytest.mark.parametrize("level", ["branch", "provincial"])
def test_a_nested_title_is_never_more_than_the_one_it_lies_in(
    country: duckdb.DuckDBPyConnection, level: str
) -> None:
    inner_and_outer = ask(
        country,
        f"""select i.value, o.value
        from figures as i
        join items on items.item = i.item and items.within is not null
        join figures as o on o.org_id = i.org_id and o.year = i.year and o.metric = i.metric
            and o.item = items.within
            and o.recipient = i.recipient and o.occasion = i.occasion and o.status = 'final'
        join organisations as u on u.org_id = i.org_id and u.level = '{level}'
        where i.metric = 'awards' and i.scope = 'total' and i.status = 'final'""",
    )
    assert len(inner_and_outer) > 20
    slips = sum(inner > outer for inner, outer in inner_and_outer)
    assert slips <= len(inner_and_outer) * 0.005


def test_each_branch_has_at_most_one_rating_a_year_and_of_the_scale_of_its_year(
    country: duckdb.DuckDBPyConnection,
) -> None:
    ratings = """select f.*, i.scheme, i.tier from figures as f
        join organisations as o on o.org_id = f.org_id and o.level = 'branch'
        join items as i on i.item = f.item where f.metric = 'rated_branches'"""
    assert not ask(country, f"select org_id from ({ratings}) group by org_id, year having count(*) > 1")
    assert not ask(country, f"select org_id from ({ratings}) where (year < 2019) = (scheme = 'htnv')")


def test_about_one_branch_in_six_is_excellent_since_2019(country: duckdb.DuckDBPyConnection) -> None:
    shares = dict(
        ask(
            country,
            """select cast(item as varchar), count(*) / sum(count(*)) over ()
            from figures join organisations using (org_id)
            where metric = 'rated_branches' and level = 'branch' and year >= 2019 group by item""",
        )
    )
    assert 0.10 < shares["rating.htxs"] < 0.26
    assert 0.60 < shares["rating.htt"] < 0.82
    assert 0.01 < shares["rating.unrated"] < 0.12


def test_money_per_head_at_tet_is_what_such_things_cost(country: duckdb.DuckDBPyConnection) -> None:
    (price,) = ask(
        country,
        """select median(a.value / p.value)
        from figures as a join figures as p using (org_id, year, item, source_id, scope, period_type)
        where a.metric = 'welfare_amount' and p.metric = 'welfare_people' and item = 'programme.tet'
            and scope = 'total' and period_type = 'year'""",
    )
    assert 300_000 < price < 800_000


def test_reports_are_missing_and_more_of_them_in_the_last_year(country: duckdb.DuckDBPyConnection) -> None:
    coverage = dict(
        ask(
            country,
            """select year, sum(reported) / sum(expected) from place_years
            where scheme = '63' and place <> 'VN' and kind = 'all' and metric = 'members' group by year""",
        )
    )
    assert all(0.93 < share < 1 for year, share in coverage.items() if year < 2025)
    assert 0.7 < coverage[2025] < 0.97


def test_the_deliberate_errors_are_found(country: duckdb.DuckDBPyConnection) -> None:
    assert set(ask(country, "select distinct rule from checks")) >= DIRT


def test_the_errors_stay_few(country: duckdb.DuckDBPyConnection) -> None:
    warnings, figures = ask(
        country,
        """select (select count(*) from checks where severity = 'warning'), (select count(*) from figures)""",
    )[0]
    assert warnings < figures * 0.02


def test_a_country_made_again_keeps_its_size_unless_another_is_asked_for(few: Path, made_again: Path) -> None:
    for warehouse in (few, made_again):
        with snapshot(warehouse, "simulated") as country:
            assert ask(country, "select count(*) from organisations where level = 'branch'") == [FEW]


@pytest.mark.usefixtures("few")
def test_every_step_of_the_making_is_told(steps: list[str]) -> None:
    assert steps[0].startswith("1 of ")
    assert steps[-1] == "verifying"


def test_names_sent_with_marks_apart_are_mended(country: duckdb.DuckDBPyConnection) -> None:
    assert ask(country, "select org_id from organisations where name_vi <> nfc_normalize(name_vi)") == []
