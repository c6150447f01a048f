import csv
from collections import Counter
from pathlib import Path

import pytest

from congdoan import catalogue
from congdoan.catalogue import breaks, fold, items, metrics, provinces, squeeze
from congdoan.errors import DataError
from congdoan.paths import CATALOGUE, FACTS

MERGED = (
    "08:02,08 15:10,15 19:06,19 24:24,27 25:17,25,26 31:30,31 33:33,34 37:35,36,37 44:44,45 48:48,49 "
    "51:51,62 52:52,64 56:56,58 66:54,66 68:60,67,68 75:70,75 79:74,77,79 80:72,80 82:82,87 86:83,84,86 "
    "91:89,91 92:92,93,94 96:95,96"
)
ENGLISH = set("the and of members total year amount people branch source from with by".split())
MAY_BE_BLANK = set("valid_from valid_to within scheme level recipient stream tier dimension aliases".split())


def table(name: str) -> list[dict[str, str]]:
    return catalogue.read(CATALOGUE / name)


def facts() -> list[dict[str, str]]:
    return catalogue.read(FACTS / "facts.csv")


def test_the_catalogue_holds_63_former_and_34_present_provinces() -> None:
    assert Counter(p.scheme for p in provinces().values()) == {"63": 63, "34": 34}


def test_every_successor_is_a_present_province_and_a_present_one_succeeds_itself() -> None:
    for province in provinces().values():
        assert f"34:{province.successor}" in provinces()
        assert province.scheme == "63" or province.successor == province.code


def test_the_23_mergers_and_11_unchanged_provinces_are_those_of_resolution_202() -> None:
    former: dict[str, list[str]] = {}
    for province in provinces().values():
        if province.scheme == "63":
            former.setdefault(province.successor, []).append(province.code)
    merged = {new: sorted(old) for new, old in former.items() if len(old) > 1}
    assert merged == {new: old.split(",") for new, old in (part.split(":") for part in MERGED.split())}
    alone = sorted(new for new, old in former.items() if old == [new])
    assert alone == "01 04 11 12 14 20 22 38 40 42 46".split()


@pytest.mark.parametrize("code", "15 24 44 52 80 82 91".split())
def test_a_reused_code_names_another_province_in_the_other_scheme(code: str) -> None:
    old, new = provinces()[f"63:{code}"], provinces()[f"34:{code}"]
    assert old.vi != new.vi
    assert any(p.vi == new.vi and p.successor == code for p in provinces().values() if p.scheme == "63")


def test_only_seven_codes_were_reused() -> None:
    present = [p for p in provinces().values() if p.scheme == "34"]
    renamed = [p.code for p in present if provinces()[f"63:{p.code}"].vi != p.vi]
    assert renamed == "15 24 44 46 52 80 82 91".split()  # 46 is Huế, which only shortened its name


def test_a_former_province_lies_in_the_region_of_its_successor() -> None:
    for province in provinces().values():
        assert province.region == provinces()[f"34:{province.successor}"].region
    assert len({p.region for p in provinces().values()}) == 6


def test_no_two_provinces_of_a_scheme_share_a_tile() -> None:
    tiles = Counter((p.scheme, p.tile_row, p.tile_column) for p in provinces().values())
    assert set(tiles.values()) == {1}


def test_a_merged_province_is_found_by_the_names_inside_it() -> None:
    for former in provinces().values():
        successor = provinces()[f"34:{former.successor}"]
        assert fold(former.vi) in {fold(name) for name in (successor.vi, *successor.aliases)}


def test_schemes_follow_each_other_without_gap() -> None:
    assert {(p.scheme, p.valid_to) for p in provinces().values()} == {("63", "2025-06-30"), ("34", "")}
    assert {p.valid_from for p in provinces().values() if p.scheme == "34"} == {"2025-07-01"}


def test_an_item_nests_in_an_item_of_its_dimension_and_never_in_a_circle() -> None:
    for item in items().values():
        seen = {item.code}
        outer = item
        while outer.within:
            outer = items()[f"{item.dimension}.{outer.within}"]
            assert outer.code not in seen
            seen.add(outer.code)


def test_titles_chosen_among_others_nest_in_them() -> None:
    assert items()["award.cstd_co_so"].within == "lao_dong_tien_tien"
    assert items()["award.tap_the_ld_xuat_sac"].within == "tap_the_ld_tien_tien"


def test_every_rating_has_a_tier_and_only_the_unrated_no_scheme() -> None:
    ratings = [item for item in items().values() if item.dimension == "rating"]
    assert {item.tier for item in ratings} == {0, 1, 2, 3, 4}
    assert [item.item for item in ratings if not item.scheme] == ["unrated"]
    assert {item.scheme for item in ratings} == {"vm", "vmxs", "htnv", ""}


def test_every_award_says_who_gives_it_and_who_may_receive_it() -> None:
    awards = [item for item in items().values() if item.dimension == "award"]
    levels = {"state", "tld", "province", "upper", "branch", "employer", "movement"}
    assert {item.level for item in awards} == levels
    assert {item.recipient for item in awards} == {"both", "collective", "individual"}
    assert {item.stream for item in awards} == {"state", "union", "employer"}


def test_metrics_use_the_declared_ways_of_adding_up() -> None:
    assert {m.over_units for m in metrics().values()} == {"sum", "never"}
    assert {m.over_time for m in metrics().values()} == {"sum", "last", "turns", "never"}
    assert all(m.over_units == "never" for m in metrics().values() if m.unit == "percent")


def test_every_dimension_of_a_metric_has_items_and_every_item_a_metric() -> None:
    asked = {m.dimension for m in metrics().values()} - {""}
    assert asked == {item.dimension for item in items().values()}


@pytest.mark.parametrize("name", ["metrics.csv", "items.csv", "provinces.csv", "breaks.csv"])
def test_no_cell_is_blank_where_a_word_is_owed(name: str) -> None:
    for row in table(name):
        assert not [column for column, cell in row.items() if not cell and column not in MAY_BE_BLANK], row
        assert all(cell == cell.strip() for cell in row.values())


@pytest.mark.parametrize("name", ["metrics.csv", "items.csv", "breaks.csv", "text.csv"])
def test_a_vietnamese_cell_holds_no_english(name: str) -> None:
    for row in table(name):
        words = f"{row['vi']} {row.get('definition_vi', '')}".lower().split()
        assert not set(words) & ENGLISH, row


def test_ranks_are_unique_where_they_order() -> None:
    assert len({m.rank for m in metrics().values()}) == len(metrics())
    ranks = Counter((item.dimension, item.rank) for item in items().values())
    assert set(ranks.values()) == {1}


def test_breaks_come_oldest_first_with_the_three_of_the_domain() -> None:
    assert [b.code for b in breaks()] == ["rating_scheme", "closures", "merger"]


def test_every_code_of_the_facts_is_in_the_catalogue() -> None:
    for fact in facts():
        metric = metrics()[fact["metric"]]
        assert fact["unit"] in metric.units, fact
        if fact["item"] not in ("", "all"):
            assert f"{metric.dimension}.{fact['item']}" in items(), fact


def test_every_figure_points_to_a_source_a_union_and_an_existing_whole() -> None:
    rows = facts()
    ids = {row["figure_id"] for row in rows}
    unions = {row["org_id"] for row in catalogue.read(FACTS / "organisations.csv")}
    sources = {row["source_id"] for row in catalogue.read(FACTS / "sources.csv")}
    assert len(ids) == len(rows)
    for row in rows:
        assert row["source_id"] in sources
        assert row["org_id"] in unions
        assert row["part_of"] in ids | {""}
        assert row["year"] == row["period_end"][:4]


def test_an_award_names_recipient_and_occasion_and_nothing_else_does() -> None:
    for row in facts():
        filled = {bool(row["recipient"]), bool(row["occasion"])}
        assert filled == {row["metric"] == "awards"}


def test_a_figure_has_a_value_or_the_word_the_source_prints() -> None:
    words = {row["figure_id"]: row["value_text_vi"] for row in facts() if not row["value"]}
    assert all(words.values())
    assert (words["S001-F20"], words["S001-F21"], words["S004-F11"]) == ("nhiều", "nhiều", "nhiều năm")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("dak nong", "Đắk Nông"),
        ("Đăk Nông", "Đắk Nông"),
        ("Hoà Bình", "Hòa Bình"),
        ("Ho\u0300a Bi\u0300nh", "Hòa Bình"),
        ("Ð\u1eaeK NÔNG", "Đắk Nông"),
        ("uỷ ban", "Ủy  ban"),
        ("tp hcm", "TP.HCM"),
        ("ba ria vung tau", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_folding_makes_spellings_equal(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


def test_squeezing_finds_a_name_typed_in_one_word() -> None:
    assert squeeze("DAKNONG") == squeeze("Đắk Nông") == "daknong"


def test_a_ragged_row_stops_reading_with_file_and_row(tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["metric", "vi"], ["members"]])
    with pytest.raises(DataError, match=r"metrics\.csv, row 2: expected 2 cells"):
        catalogue.read(path)
