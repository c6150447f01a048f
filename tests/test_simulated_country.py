"""The simulated country of 12 000 branches is what it says it is: sizes, ratings, prices, breaks, dirt."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.asking import snapshot

CLASS = """case
    when kind = 'nghiep_doan' then 'guild'
    when starts_with(name_vi, 'CĐCS Công ty FDI') then 'fdi'
    when starts_with(name_vi, 'CĐCS Trường') then 'school'
    when starts_with(name_vi, 'CĐCS Công ty') then 'firm'
    else 'office' end"""
OPEN_IN = "valid_from <= make_date({0}, 11, 30) and (valid_to is null or valid_to > make_date({0}, 11, 30))"
BRANCHES = f"(select *, {CLASS} as class from organisations where level = 'branch')"
TOLD = f"(select f.*, b.class from figures as f join {BRANCHES} as b using (org_id) where scope = 'total' "


@pytest.fixture(scope="module")
def country(many_branches: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with snapshot(many_branches, "simulated") as connection:
        yield connection


def one(country: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """The only value of a question."""
    ((value,),) = country.execute(sql).fetchall()
    return value


def by(country: duckdb.DuckDBPyConnection, sql: str) -> dict[Any, Any]:
    """Two columns of a question as names and values."""
    return dict(country.execute(sql).fetchall())


def test_the_classes_of_employers_have_the_shares_of_the_country(country: duckdb.DuckDBPyConnection) -> None:
    shares = by(country, f"select class, count(*) / 12000 from {BRANCHES} group by class")
    assert shares["office"] + shares["school"] == pytest.approx(65 / 126, abs=0.03)
    assert shares["firm"] == pytest.approx(50 / 126, abs=0.03)
    assert shares["fdi"] == pytest.approx(8 / 126, abs=0.01)
    assert shares["guild"] == pytest.approx(3 / 126, abs=0.01)


@pytest.mark.parametrize(
    ("employer", "median", "mean"),
    [("office", 28, 42), ("school", 30, 38), ("firm", 35, 72), ("fdi", 200, 497), ("guild", 55, 82)],
)
def test_branches_have_the_sizes_of_their_class(
    country: duckdb.DuckDBPyConnection, employer: str, median: int, mean: int
) -> None:
    told = (
        f"from {TOLD} and status = 'final') where class = '{employer}' and metric = 'members' and year = 2020"
    )
    assert one(country, f"select median(value) {told}") == pytest.approx(median, rel=0.12)
    assert one(country, f"select avg(value) {told}") == pytest.approx(mean, rel=0.15)


def test_women_are_half_of_the_members_and_as_many_as_their_class_has(
    country: duckdb.DuckDBPyConnection,
) -> None:
    share = (
        "sum(value) filter (where metric = 'members_female') / sum(value) filter (where metric = 'members')"
    )
    told = f"{TOLD} and status = 'final' and year = 2024)"
    shares = by(country, f"select class, {share} from {told} group by class")
    expected = {"office": 0.45, "school": 0.72, "firm": 0.42, "fdi": 0.62, "guild": 0.33}
    assert shares == pytest.approx(expected, abs=0.03)
    assert one(country, f"select {share} from {told}") == pytest.approx(0.52, abs=0.04)


def test_ratings_since_2019_have_the_shares_that_reports_show(country: duckdb.DuckDBPyConnection) -> None:
    shares = by(
        country,
        f"""select split_part(cast(item as varchar), '.', 2), count(*) / sum(count(*)) over ()
        from {TOLD} and metric = 'rated_branches' and year >= 2019) group by item""",
    )
    bands = {"htxs": (16, 20), "htt": (65, 78), "ht": (4, 12), "kht": (0, 1), "unrated": (3, 10)}
    assert shares.keys() == bands.keys()
    assert not {item for item, (low, high) in bands.items() if not low <= 100 * shares[item] <= high}
    unrated = by(
        country,
        f"""select class in ('office', 'school'), avg(cast(item = 'rating.unrated' as integer))
        from {TOLD} and metric = 'rated_branches' and year >= 2019) group by 1""",
    )
    assert unrated[False] > 2 * unrated[True], "outside of the state more branches stay unrated"


def test_tet_costs_a_head_what_reports_show(country: duckdb.DuckDBPyConnection) -> None:
    pairs = f"""select a.year, a.value / p.value as price
        from {TOLD} and metric = 'welfare_amount') as a
        join figures as p using (org_id, year, item, source_id, status)
        where p.metric = 'welfare_people' and item = 'programme.tet' and p.scope = 'total'
            and p.period_type = 'year' and a.period_type = 'year'"""
    medians = by(country, f"select year, median(price) from ({pairs}) group by year")
    assert 350_000 < medians[2016] < medians[2020] < medians[2024] < 669_000, (
        "prices rise, and stay in the band"
    )
    inside = one(country, f"select avg(cast(price between 250000 and 1000000 as integer)) from ({pairs})")
    assert inside > 0.97


def test_what_the_state_paid_for_ends_on_15_june_2025_and_half_of_the_branches_remain(
    country: duckdb.DuckDBPyConnection,
) -> None:
    ended = by(
        country,
        f"""select class, avg(coalesce(cast(valid_to = date '2025-06-15' as integer), 0))
        from {BRANCHES} where valid_to is null or valid_to >= date '2025-06-15' group by class""",
    )
    assert ended["office"] == 1
    assert 0.88 < ended["school"] < 0.97
    assert ended["firm"] == ended["fdi"] == ended["guild"] == 0
    before, after = (
        one(country, f"select count(*) from {BRANCHES} where {OPEN_IN.format(year)}") for year in (2024, 2025)
    )
    assert 60 / 126 < after / before < 65 / 126, "about 60 000 to 65 000 of 126 000"
    lost = one(
        country,
        f"""select sum(value) filter (where valid_to = date '2025-06-15') / sum(value)
        from {TOLD} and metric = 'members' and year = 2024) join organisations using (org_id)""",
    )
    assert lost == pytest.approx(2.6 / 11, abs=0.03), "2.6 of 11 million members"


def test_merged_provinces_get_new_federations_on_1_july_2025(country: duckdb.DuckDBPyConnection) -> None:
    federations = by(
        country,
        """select case when valid_to = date '2025-06-30' and valid_from is null then 'ended'
                when valid_from = date '2025-07-01' and valid_to is null and place_63 is null then 'new'
                when valid_from is null and valid_to is null then 'kept' else 'odd' end, count(*)
        from organisations where level = 'provincial' group by 1""",
    )
    assert federations == {"ended": 52, "new": 23, "kept": 11}


def test_unions_of_communes_open_after_1_july_2025_and_take_most_branches_over(
    country: duckdb.DuckDBPyConnection,
) -> None:
    first, last, bodies, small = country.execute(
        """select min(u.valid_from), max(u.valid_from), count(distinct u.org_id),
            count(b.org_id) / count(distinct u.org_id)
        from organisations as u left join organisations as b on b.parent_id = u.org_id
        where u.kind = 'cd_xa'"""
    ).fetchall()[0]
    assert str(first) >= "2025-07-01"
    assert str(last) <= "2025-09-30"
    assert bodies >= 2 * 34
    assert small >= 10, "the guideline is ten branches"
    shares = by(
        country,
        """select starts_with(parent_id, 'cd-xa-'), count(*) / sum(count(*)) over () from organisations
        where level = 'branch' and (valid_to is null or valid_to >= date '2025-07-01') group by 1""",
    )
    assert 0.5 < shares[True] < 0.7


def test_reports_are_missing_everywhere_and_late_in_some_provinces(
    country: duckdb.DuckDBPyConnection,
) -> None:
    expected = " union all ".join(
        f"select org_id, place_34, {year} as year from {BRANCHES} where {OPEN_IN.format(year)}"
        for year in range(2016, 2026)
    )
    sent = f"select distinct org_id, year from {TOLD} and metric = 'members')"
    coverage = f"""select e.*, s.org_id is not null as sent
        from ({expected}) as e left join ({sent}) as s using (org_id, year)"""
    shares = by(country, f"select year, avg(cast(sent as integer)) from ({coverage}) group by year")
    assert all(share == pytest.approx(0.97, abs=0.01) for year, share in shares.items() if year < 2025)
    assert 0.80 < shares[2025] < 0.93
    places = by(
        country,
        f"select place_34, avg(cast(sent as integer)) from ({coverage}) where year = 2025 group by place_34",
    )
    late = {place for place, share in places.items() if share < 0.7}
    assert 1 <= len(late) <= 7, "about one province in ten"
    assert len([place for place, share in places.items() if share > 0.85]) > 20


def test_the_last_year_is_partly_preliminary_and_a_few_figures_are_corrected(
    country: duckdb.DuckDBPyConnection,
) -> None:
    share = "avg(cast(status = '{}' as integer))"
    preliminary = by(country, f"select year, {share.format('preliminary')} from figures group by year")
    assert 0.3 < preliminary.pop(2025) < 0.7
    assert set(preliminary.values()) == {0}
    assert 0.0003 < one(country, f"select {share.format('corrected')} from figures") < 0.002
    alone = """select count(*) from figures as c where status = 'corrected' and not exists (
        select 1 from figures as f where f.org_id = c.org_id and f.year = c.year and f.metric = c.metric
            and f.item = c.item and f.status <> 'corrected')"""
    assert one(country, alone) == 0, "what was corrected stays beside its correction"


def test_money_is_worded_and_heads_are_counted(country: duckdb.DuckDBPyConnection) -> None:
    worded = by(
        country, "select cast(qualifier as varchar), count(*) from figures where unit = 'dong' group by 1"
    )
    shares = {word: 100 * count / sum(worded.values()) for word, count in worded.items()}
    assert shares == pytest.approx(
        {"exact": 96.9, "about": 1.7, "over": 0.7, "almost": 0.35, "at_least": 0.17, "at_most": 0.18},
        abs=0.15,
    )
    assert one(country, "select count(*) from figures where unit <> 'dong' and qualifier <> 'exact'") == 0


@pytest.mark.parametrize(
    ("rule", "least"),
    [("tenfold", 200), ("twice", 20), ("parts", 300), ("items", 300), ("share", 20), ("women", 20),
     ("sum_below", 200), ("unit_price", 80), ("workforce", 20)],
)  # fmt: skip
def test_the_dirt_is_enough_to_be_found_by_every_check(
    country: duckdb.DuckDBPyConnection, rule: str, least: int
) -> None:
    assert (
        one(country, f"select count(*) from checks where rule = '{rule}' and severity = 'warning'") >= least
    )


@pytest.mark.parametrize(
    ("rule", "dirty"),
    [
        ("women", """select f.figure_id
            from figures as f join figures as m using (org_id, year, source_id, status)
            where f.metric = 'members_female' and m.metric = 'members' and f.value > m.value
                and status <> 'corrected' and not exists (
                    select 1 from figures as c where c.org_id = f.org_id and c.year = f.year
                    and c.status = 'corrected' and c.metric in ('members', 'members_female'))"""),
        ("twice", """select least(a.figure_id, b.figure_id) from figures as a join figures as b
            using (org_id, year, metric, item, recipient, occasion, period_type, period_end, status)
            where starts_with(b.source_id, 'tong-hop') and a.source_id <> b.source_id
                and a.scope = 'total'"""),
        ("parts", """select w.figure_id from figures as w join figures as p on p.part_of = w.figure_id
            where w.metric = 'donation_amount' and p.metric = w.metric and w.qualifier = 'exact'
            group by w.figure_id, w.value having sum(p.value) > w.value"""),
    ],
)  # fmt: skip
def test_no_planted_error_of_these_kinds_escapes(
    country: duckdb.DuckDBPyConnection, rule: str, dirty: str
) -> None:
    planted = f"select distinct figure_id from ({dirty}) as d(figure_id)"
    assert one(country, f"select count(*) from ({planted})") > 20
    noticed = f"select figure_id from checks where rule = '{rule}'"
    missed = f"select figure_id from ({planted}) where figure_id not in ({noticed})"
    assert country.execute(missed).fetchall() == []


def test_names_sent_with_marks_apart_are_found_and_mended(country: duckdb.DuckDBPyConnection) -> None:
    assert one(country, "select count(distinct org_id) from checks where rule = 'name_form'") >= 8
    assert one(country, "select count(*) from organisations where name_vi <> nfc_normalize(name_vi)") == 0


def test_federations_have_about_ten_targets_near_the_year_before_and_meet_about_half(
    country: duckdb.DuckDBPyConnection,
) -> None:
    each = """select org_id, year, count(*) as targets from targets join organisations using (org_id)
        where level = 'provincial' group by org_id, year"""
    assert 7 <= one(country, f"select avg(targets) from ({each})") <= 10
    told = "level = 'provincial' and band <> 'no_figure'"
    met = by(
        country,
        f"select year, avg(cast(band = 'met' as integer)) from target_years where {told} group by year",
    )
    assert met.keys() == set(range(2017, 2026))
    assert not {year: share for year, share in met.items() if not 0.35 < share < 0.7}
    ratio = """select t.value / f.value from targets as t join figures as f
        on f.org_id = t.org_id and f.year = t.year - 1 and f.metric = t.metric and f.item = t.item
        where t.metric = 'welfare_amount' and f.scope = 'total' and f.period_type = 'year'
            and f.status = 'final' and t.year < 2025 and not starts_with(f.source_id, 'tong-hop')"""
    low, high = country.execute(f"select min(r), max(r) from ({ratio}) as x(r)").fetchall()[0]
    assert 0.85 < low < high < 1.2


def test_every_simulated_target_names_who_assigned_it_and_in_which_paper(
    country: duckdb.DuckDBPyConnection,
) -> None:
    levels = by(country, "select level, count(distinct org_id) from target_years group by level")
    assert levels.keys() == {"provincial", "upper"}
    assert 3 <= levels["upper"] <= 30, "a few unions below the federations"
    named = """select count(*) from targets as t join sources as s on s.source_id = t.source_id
        join organisations as o on o.org_id = t.org_id
        where o.parent_id = t.assigned_by
            and s.published_on between make_date(t.year, 1, 1) and make_date(t.year, 2, 1)"""
    assert one(country, named) == one(country, "select count(*) from targets")
