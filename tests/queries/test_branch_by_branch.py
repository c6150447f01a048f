"""Branches one by one, in a complete register made by hand: who fell, sectors, and who had no award."""

from pathlib import Path

import pytest

from tests.asking import changed, publish_again, read_from, table

LAST = (
    "H1-F20,H1,ldld-cao-bang,2021,year,2021-01-01,2021-12-31,rated_branches,ht,,,1,,,branch,exact,final,total,"
    "H1-F05,20,,"
)
"""The line of the hand-made figures after which the branches' own stand."""
RATED = """
    so-y-te 2017 vmxs
    so-y-te 2018 kha
    so-y-te 2019 ht
    so-y-te 2020 htt
    so-y-te 2021 kht
    dak 2018 vm
    dak 2019 kht
    dak 2021 ht
    dien-luc 2020 htt
    dien-luc 2021 ht
    khong-ro 2020 htt
    khong-ro 2021 htt
"""
TOLD = """
    dak 2022 as_of members
    dak 2023 as_of members
    dak 2024 as_of members
    dien-luc 2022 as_of members
    dien-luc 2023 as_of members
    dien-luc 2023 year awards
    so-y-te 2022 as_of members
    so-y-te 2024 as_of members
    khong-ro 2022 as_of members
    khong-ro 2023 year awards nhiều
"""
"""What branches told of later years; an award is one certificate, or only the word."""


def line(number: int, told: str) -> str:
    """A figure of a branch as a line of facts.csv."""
    org, year, kind, metric, *word = told.split()
    first = f"{year}-12-31" if kind == "as_of" else f"{year}-01-01"
    item, recipient, unit = {
        "members": ("", "", "person"),
        "awards": ("giay_khen_cap_tren", "collective,unstated", "award"),
    }.get(metric, ("", "", "branch"))
    if metric not in ("members", "awards"):
        metric, item = "rated_branches", metric
    recipient = recipient or ","
    value = f",{word[0]},many" if word else "1,,"
    return (
        f"B-F{number},H1,{org},{year},{kind},{first},{year}-12-31,{metric},{item},{recipient},{value},{unit},"
        f"exact,final,total,,{number},,"
    )


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made figures as a complete register, with ratings and later years of its branches."""
    folder = tmp_path_factory.mktemp("branches")
    rated = [f"{org} {year} year {item}" for org, year, item in map(str.split, RATED.strip().splitlines())]
    told = [*rated, *TOLD.strip().splitlines()]
    lines = [line(number, one) for number, one in enumerate(told, 60)]
    facts = changed(folder / "facts", ("facts", LAST, "\n".join([LAST, *lines])))
    publish_again(folder / "warehouse", "branches", complete=True, facts=facts)
    return folder / "warehouse"


@pytest.fixture(autouse=True)
def branches(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers come from there."""
    read_from(warehouse, monkeypatch)


def test_a_branch_fell_where_it_is_rated_lower_than_the_year_before_the_furthest_first() -> None:
    """2021: Health fell from good to not completed, Power from good to completed; the unknown one did not."""
    columns = "org item_before rating steps sector matching compared"
    assert table("ratings/falls", columns, year_to=2021) == [
        ("so-y-te", "rating.htt", "rating.kht", 2, "public", 2, 3),
        ("dien-luc", "rating.htt", "rating.ht", 1, "none", 2, 3),
    ]


def test_a_fall_on_the_old_scale_counts_the_local_top_rating() -> None:
    assert table("ratings/falls", "org item_before rating steps", year_to=2018) == [
        ("so-y-te", "rating.vmxs", "rating.kha", 2)
    ]


def test_no_rating_of_2019_is_held_against_one_of_2018() -> None:
    """Health went from fair to completed and Đắk Hòa from strong to not completed: two scales, no fall."""
    assert table("ratings/falls", "org", year_to=2019) == []


def test_a_branch_that_was_not_rated_the_year_before_did_not_fall() -> None:
    """Đắk Hòa was rated in 2019 and 2021, not in 2020."""
    assert "dak" not in [org for (org,) in table("ratings/falls", "org", year_to=2021)]


def test_falls_are_told_of_the_chosen_places_and_kinds_alone() -> None:
    assert table("ratings/falls", "org", year_to=2021, places=["34:25"]) == []
    assert table("ratings/falls", "org", year_to=2021, kind="nghiep_doan") == []
    assert table("ratings/falls", "org compared", year_to=2021, places=["63:04"], scheme="63") == [
        ("so-y-te", 2),
        ("dien-luc", 2),
    ]


def test_each_sector_has_its_own_denominators_and_up_to_three_years() -> None:
    """Of public bodies there is Health alone; the sector of the three others is not told."""
    columns = "sector year item value rated all share"
    assert table("ratings/by_sector", columns, year_to=2021) == [
        ("public", 2019, "rating.ht", 1, 1, 1, 100.0),
        ("public", 2020, "rating.htt", 1, 1, 1, 100.0),
        ("public", 2021, "rating.kht", 1, 1, 1, 100.0),
        ("none", 2019, "rating.kht", 1, 1, 3, 100.0),
        ("none", 2020, "rating.htt", 2, 2, 3, 100.0),
        ("none", 2021, "rating.htt", 1, 3, 3, 33.3),
        ("none", 2021, "rating.ht", 2, 3, 3, 66.7),
    ]
    assert {row[1] for row in table("ratings/by_sector", columns, year_to=2021, year_from=2021)} == {2021}


def test_three_years_with_figures_and_no_award_are_told_and_silence_is_not() -> None:
    """Đắk Hòa sent figures in 2018 to 2024 without an award; Power had one in 2023, and Health was silent."""
    columns = "org year years last_award_year matching"
    assert table("awards/without", columns, year_to=2024) == [("dak", 2024, 7, None, 1)]
    assert table("awards/without", columns, year_to=2023) == [("dak", 2023, 6, None, 1)]


def test_an_award_told_by_a_word_alone_counts() -> None:
    """The unknown one said "nhiều" in 2023."""
    assert "khong-ro" not in [org for (org,) in table("awards/without", "org", year_to=2023)]


@pytest.mark.usefixtures("hand")
def test_a_partial_register_names_no_branch_that_had_no_award_or_fell(hand: Path) -> None:
    assert hand.is_dir()
    for year in (2020, 2021, 2024):
        assert table("awards/without", "org", year_to=year) == []
        assert table("ratings/falls", "org", year_to=year) == []
        assert table("ratings/by_sector", "sector", year_to=year) == []
