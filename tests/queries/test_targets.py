"""Targets: what was reached of them and exceeded, in which band, in which rank; on targets made by hand."""

from pathlib import Path

import pytest

from congdoan.text import name
from tests.asking import HAND, ask, changed, publish_again, read_from, table

OWN = "H1-F06,H1,vien-chuc,2020,as_of,2020-12-31,2020-12-31"
BRANCH = "H1-F07,H1,so-y-te,2020,as_of,2020-12-31,2020-12-31"
LEADS = {"metrics": ["members"], "year_from": 2024, "year_to": 2024}


@pytest.mark.usefixtures("hand")
def test_what_is_reached_and_what_is_exceeded_are_two_things() -> None:
    """1.000 of 800 are 125 % reached and 25 % above; 95 of 95 are 100 % reached and nothing above."""
    columns = "value target reached exceeded_by to_go band qualifier"
    told = table("targets/reached", columns, metrics=["welfare_people", "members"], year_to=2021)
    assert told == [
        (120, 151, 79.5, None, 31, "missed", "over"),
        (1000, 800, 125.0, 25.0, None, "met", "exact"),
        (None, 100, None, None, None, "no_figure", None),
        (95, 95, 100.0, None, None, "met", "exact"),
    ]


@pytest.mark.usefixtures("hand")
def test_four_fifths_are_near_and_what_is_almost_reached_is_not_met() -> None:
    """4 of 5 are 80 %; almost 2 tỷ of 2 tỷ is not met; 99,99 % never reads 100 %."""
    near = {"metrics": ["branches", "welfare_amount", "donation_amount"], "items": ["all", "programme.tet"]}
    found = table("targets/reached", "year reached to_go band qualifier", **near)
    assert [row for row in found if row[-2] != "no_figure"] == [
        (2024, 100.0, None, "near", "almost"),
        (2021, 80.0, 1, "near", "exact"),
        (2018, 99.9, 10_000, "near", "over"),
    ]
    assert "80" in name("band", "near", "vi")
    assert "80" in name("band", "missed", "en")


@pytest.mark.usefixtures("hand")
def test_a_half_year_stands_beside_half_of_the_target_and_counts_for_no_year() -> None:
    """900 million by 30 June of 2 tỷ: 90 % of half of it, and no figure of the whole year."""
    [found] = ask("targets/reached", metrics=["welfare_amount"], items=["all"])
    assert (found["half_value"], found["half_target"], found["half_reached"]) == (9e8, 1e9, 90.0)
    assert (found["half_figure"], found["half_qualifier"]) == ("H1-F11", "exact")
    assert (found["value"], found["band"]) == (None, "no_figure")


@pytest.mark.usefixtures("hand")
def test_equal_shares_have_one_rank_among_all_units_of_the_level_whatever_is_chosen() -> None:
    assert table("targets/reached", "org reached position positions", **LEADS) == [
        ("ldld-hoa-binh", 100.0, 1, 3),
        ("ldld-vinh-phuc", 100.0, 1, 3),
        ("ldld-phu-tho", 50.0, 3, 3),
    ]
    alone = {**LEADS, "places": ["63:25"], "scheme": "63"}
    assert table("targets/reached", "org home position positions", **alone) == [
        ("ldld-phu-tho", "63:25", 3, 3)
    ]


@pytest.mark.usefixtures("hand")
def test_a_target_leads_to_its_document_and_to_that_of_the_value() -> None:
    [found] = ask("targets/reached", metrics=["branches"])
    assert (found["source"], found["source_line"]) == ("H1", 2)
    assert (found["figure"], found["figure_source"]) == ("H1-F05", "H1")
    assert found["assigned_by_vi"] == "Tổng Liên đoàn Lao động Việt Nam"


@pytest.mark.usefixtures("hand")
def test_targets_are_counted_by_measure_year_and_band() -> None:
    columns = "metric year targets met exceeded near missed partial no_figure source"
    assert table("targets/offered", columns, places=["34:04"]) == [
        ("members", 2021, 2, 0, 0, 0, 1, 0, 1, "H1"),
        ("branches", 2021, 1, 0, 0, 1, 0, 0, 0, "H1"),
        ("welfare_amount", 2021, 1, 0, 0, 0, 0, 0, 1, "H1"),
        ("welfare_people", 2021, 1, 1, 1, 0, 0, 0, 0, "H1"),
        ("members", 2020, 1, 1, 0, 0, 0, 0, 0, "H1"),
    ]
    assert table("targets/offered", "year targets", kind="tong") == [(2024, 1)]


@pytest.mark.parametrize(
    ("silent", "told"),
    [
        ([], (95, "reported", "exact", 2, 2, "met", None, 1)),
        ([OWN], (90, "summed", "exact", 2, 2, "near", 5, 1)),
        ([OWN, BRANCH], (50, "summed", "at_least", 1, 2, "partial", None, None)),
    ],
)
def test_without_an_own_total_the_branches_are_summed_and_a_part_of_them_never_shows_a_target_missed(
    silent: list[str], told: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits = [("facts", line, line.replace("2020", "2019")) for line in silent]
    facts = changed(tmp_path / "facts", *edits) if edits else HAND
    publish_again(tmp_path / "warehouse", "whole", complete=True, facts=facts)
    read_from(tmp_path / "warehouse", monkeypatch)
    columns = "value basis qualifier reported expected band to_go position"
    found = table("targets/reached", columns, metrics=["members"], year_from=2020, year_to=2020)
    assert found == [told]
