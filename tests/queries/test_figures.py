"""What the sources say figure by figure, on figures made by hand."""

from pathlib import Path

import pytest

from tests.asking import ask, changed, serve, table

pytestmark = pytest.mark.usefixtures("hand")


def test_a_figure_is_found_with_source_line_date_status_and_whole() -> None:
    assert table("figures/list", "source source_line period_end status part_of org", figure="H2-F02")[0][
        :2
    ] == ("H2", 2)
    found = ask("figures/list", figure="H2-F02")[0]
    assert (found["part_of"], found["status"], found["org"]) == ("H2-F01", "final", "ldld-vinh-phuc")
    assert str(found["period_end"])[:10] == "2018-12-31"


def test_every_filter_narrows_the_list_and_the_whole_count_stays_known() -> None:
    assert len(ask("figures/list")) == 50
    assert len(ask("figures/list", source="H3")) == 5
    assert len(ask("figures/list", places=["34:25"], metrics=["members"])) == 6
    assert len(ask("figures/list", places=["63:26"], metrics=["members"], scheme="63")) == 2
    assert len(ask("figures/list", year_from=2024)) == 8
    assert len(ask("figures/list", kind="cdcs")) == 4
    assert len(ask("figures/list", items=["award.bang_khen_ldld"])) == 2
    assert table("figures/list", "matching", limit=3) == [(50,)] * 3


@pytest.mark.parametrize("scheme", ["34", "63"])
def test_the_figures_of_a_unit_are_those_that_the_list_has_of_it(scheme: str) -> None:
    for org in {row["org"] for row in ask("figures/list", scheme=scheme)}:
        for asked in ({}, {"year_from": 2019, "year_to": 2021}, {"limit": 2}):
            inputs = {"scheme": scheme, "org": org, **asked}
            assert ask("figures/of_unit", **inputs) == ask("figures/list", **inputs)


def test_what_is_of_no_whole_year_is_listed_apart_with_its_period() -> None:
    asked = {"metrics": ["welfare_amount", "donation_amount"]}
    assert table("figures/other_periods", "figure period_type value scope", **asked) == [
        ("H1-F11", "half", 900_000_000, "total"),
        ("H1-F26", "school_year", 2_000_000, "total"),
        ("H2-F04", "span", 300_000_000, "total"),
    ]


def test_recorded_events_are_listed_by_place_with_how_many_they_are() -> None:
    columns = "place year item value unit qualifier events organisations"
    assert table("figures/tallies", columns, metrics=["welfare_gifts"]) == [
        ("34:04", 2021, "all", 30, "gift", "at_least", 2, 1),
        ("34:04", 2021, "programme.tet", 30, "gift", "at_least", 2, 1),
    ]


def test_each_unit_gives_its_newest_total() -> None:
    columns = "org year value qualifier period_type figure matching"
    assert table("figures/by_organisation", columns, metrics=["members"], places=["34:04"]) == [
        ("ldld-cao-bang", 2021, 120, "over", "as_of", "H1-F03", 4),
        ("vien-chuc", 2020, 95, "exact", "as_of", "H1-F06", 4),
        ("dak", 2020, 50, "exact", "as_of", "H1-F08", 4),
        ("so-y-te", 2020, 40, "exact", "as_of", "H1-F07", 4),
    ]


def test_figures_are_counted_in_the_order_of_their_list() -> None:
    counted = table("figures/counted", "year metric item figures")
    listed = [row for year, metric, item, figures in counted for row in [(year, metric, item)] * figures]
    assert listed == table("figures/list", "year metric item")
    assert table("figures/counted", "figures", places=["34:25"], metrics=["members"], year_from=2018) == [
        (figures,) for *_, figures in counted_of("members", "34:25", 2018)
    ]


def counted_of(metric: str, place: str, first: int) -> list[tuple[int, int]]:
    years = [row["year"] for row in ask("figures/list", places=[place], metrics=[metric], year_from=first)]
    return [(year, years.count(year)) for year in dict.fromkeys(years)]


def test_what_figures_say_is_told_within_the_filters_of_a_view() -> None:
    assert len(ask("figures/printed")) == 50
    assert len(ask("figures/printed", places=["63:26"], metrics=["members"], scheme="63")) == 2
    assert len(ask("figures/printed", year_from=2024)) == 8
    assert len(ask("figures/printed", kind="cdcs")) == 4
    said = dict(table("figures/printed", "figure said", year_from=2021))
    assert said["H1-F03"] == "ldld-cao-bang|members|all|120.00|over|final|total|2021-12-31|2021-12-31"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("2025,as_of,2025-12-28,2025-12-28,members,,,,75,,,person,over,final,total", True),
        ("2025,as_of,2025-12-31,2025-12-31,members,,,,75,,,person,over,final,unclear", True),
        ("2025,as_of,2025-12-31,2025-12-31,members,,,,75,,,person,over,preliminary,total", False),
        ("2025,as_of,2025-10-31,2025-10-31,members,,,,75,,,person,over,final,total", False),
        ("2025,as_of,2025-12-31,2025-12-31,members,,,,70,,,person,over,final,unclear", False),
        ("2025,as_of,2025-12-31,2025-12-31,members,,,,75,,,person,over,final,part", False),
    ],
    ids=["days apart", "extent unclear", "status", "months apart", "same value", "a part"],
)
def test_a_figure_is_disputed_by_another_total_of_the_same_days_and_status(
    rest: str, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tld = "H3-F05,H3,tld,"
    facts = changed(tmp_path / "facts", ("facts", tld, f"H2-F19,H2,ldld-phu-tho-2025,{rest},,1,,\n{tld}"))
    serve(monkeypatch, tmp_path / "warehouse", facts)
    found = table("figures/disputed", "figure other value qualifier source", figures=["H3-F01", "H1-F03"])
    assert found == ([("H3-F01", "H2-F19", 75, "over", "H2")] if told else [])
