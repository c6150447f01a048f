from collections import Counter

import pytest

from congdoan.catalogue import breaks, fold, items, lines, provinces, squeeze
from congdoan.ingest import read
from congdoan.paths import CATALOGUE

MERGED = (
    "08:02,08 15:10,15 19:06,19 24:24,27 25:17,25,26 31:30,31 33:33,34 37:35,36,37 44:44,45 48:48,49 "
    "51:51,62 52:52,64 56:56,58 66:54,66 68:60,67,68 75:70,75 79:74,77,79 80:72,80 82:82,87 86:83,84,86 "
    "91:89,91 92:92,93,94 96:95,96"
)
ENGLISH = set("the and of members total year amount people branch source from with by".split())


def test_the_catalogue_in_git_breaks_no_rule_of_the_build() -> None:
    assert read.catalogue(CATALOGUE).keys() == {
        "metrics",
        "items",
        "provinces",
        "breaks",
        "due_dates",
        "clusters",
        "aliases",
        "text",
    }


def test_the_catalogue_holds_63_former_and_34_present_provinces() -> None:
    assert Counter(p.scheme for p in provinces().values()) == {"63": 63, "34": 34}


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


def test_there_are_six_regions() -> None:
    assert len({p.region for p in provinces().values()}) == 6


def test_a_merged_province_is_found_by_the_names_inside_it() -> None:
    for former in provinces().values():
        successor = provinces()[f"34:{former.successor}"]
        assert fold(former.vi) in {fold(name) for name in (successor.vi, *successor.aliases)}


def test_schemes_follow_each_other_without_gap() -> None:
    assert {(p.scheme, p.valid_to) for p in provinces().values()} == {("63", "2025-06-30"), ("34", "")}
    assert {p.valid_from for p in provinces().values() if p.scheme == "34"} == {"2025-07-01"}


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


@pytest.mark.parametrize("name", ["metrics", "items", "breaks", "due_dates", "text"])
def test_a_vietnamese_cell_holds_no_english(name: str) -> None:
    for line in lines(CATALOGUE)[name]:
        words = f"{line.cells['vi']} {line.cells.get('definition_vi', '')}".lower().split()
        assert not set(words) & ENGLISH, line


def test_breaks_come_oldest_first_with_the_three_of_the_domain() -> None:
    assert [b.code for b in breaks()] == ["rating_scheme", "closures", "merger"]


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
