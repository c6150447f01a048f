"""The questions of a review meeting, asked on the real figures as the screens ask them.

The real figures name three targets, all of them met; who is below a target is asked of the targets made
by hand. What needs every branch year by year, or the members of a cluster, the real figures cannot answer
yet: true growth apart from closures, ratings by sector, which branches fell in their rating, which had no
award in three years, a unit against its cluster. These are asked of a simulated country in
`tests/test_questions_simulated.py` and `tests/test_questions_branches.py`; on the real figures the screens
say why they do not answer. No screen answers yet: the share of money from social sources (no source tells it
by programme). Which unit has not reported is told of the units listed, as the register is partial.
"""

from pathlib import Path
from typing import Any

import pytest

from congdoan import changes, targets
from tests.asking import ask, found_by, table

pytestmark = pytest.mark.usefixtures("real")


def one(name: str, **inputs: Any) -> dict[str, Any]:
    """The only row of an answer."""
    found = ask(name, **inputs)
    assert len(found) == 1
    return found[0]


def test_1_how_many_members_and_branches_are_there_now_against_last_year() -> None:
    """2025: twelve of 34 provinces gave members; no province did in both years, so no change is told."""
    members = {
        "34:01": 629_022, "34:14": 12_400, "34:15": 42_266, "34:24": 578_488, "34:31": 600_000,
        "34:51": 85_330, "34:56": 90_000, "34:68": 90_125, "34:82": 200_168, "34:86": 173_520,
        "34:91": 116_002, "34:92": 139_426,
    }  # fmt: skip
    assert dict(table("places/in_year", "place value", metrics=["members"], year_to=2025)) == members
    total = one("totals/over_years", metrics=["members"], year_from=2025, year_to=2025)
    assert (total["value"], total["qualifier"]) == (sum(members.values()), "about")
    assert (total["reported"], total["expected"], total["same_places"]) == (12, 34, None)
    country = changes.newest(ask("totals/over_years", metrics=["branches"], year_to=2025))
    assert country is not None
    assert (country.now["value"], country.now["reported"]) == (15_773, 12)
    assert changes.compared(country, "vi") == "Chưa so sánh được với 2024"


def test_1_how_do_new_members_and_branches_stand_against_their_targets() -> None:
    """2024: Hà Nội founded 855 of 492 branches, Hoàn Kiếm 31 of 20, and took in 6.257 of 6.000 members."""
    asked = {"metrics": ["members_joined", "branches_founded"], "year_from": 2024, "year_to": 2024}
    assert table("targets/reached", "org value target reached exceeded_by source", **asked) == [
        ("ldld-ha-noi", 855, 492, 173.8, 73.8, "W167"),
        ("ldld-hoan-kiem", 6_257, 6_000, 104.3, 4.3, "W167"),
        ("ldld-hoan-kiem", 31, 20, 155.0, 55.0, "W167"),
    ]
    there = found_by("targets/reached", **{**asked, "metrics": ["branches_founded"]})
    assert targets.lead(there, "vi") == (
        "Công đoàn cơ sở thành lập mới năm 2024: 2 trong 2 đơn vị có số liệu đạt chỉ tiêu; "
        "cao nhất (Cấp tỉnh) là LĐLĐ thành phố Hà Nội, "
        "đạt 173,8\N{NO-BREAK SPACE}%, vượt 73,8\N{NO-BREAK SPACE}%"
    )


def test_2_what_did_the_merger_and_the_closures_change_in_a_province() -> None:
    """Lào Cai: 45.114 (1/2025) and Yên Bái 44.105 (7/2024) before; 42.266 members in 513 branches after."""
    before = {"metrics": ["members", "branches"], "places": ["63:10", "63:15"], "scheme": "63"}
    assert table("places/over_years", "metric place year value", **before) == [
        ("members", "63:10", 2025, 45_114),
        ("members", "63:15", 2024, 44_105),
        ("branches", "63:10", 2025, 1_211),
        ("branches", "63:15", 2024, 1_038),
    ]
    after = {"metrics": ["members", "branches"], "places": ["34:15"]}
    for kind in ("all", "ldld_tinh"):
        found = table("places/over_years", "metric year value basis", **after, kind=kind)
        assert found == [("members", 2025, 42_266, "reported"), ("branches", 2025, 513, "reported")]
    dissolved = one("figures/list", metrics=["branches_dissolved"], places=["34:91"], kind="ldld_tinh")
    assert (dissolved["value"], dissolved["scope"]) == (2_171, "part")


def test_3_who_is_below_target_and_by_how_far(hand: Path) -> None:
    """Made by hand: old Phú Thọ has about 10 of 20 members, 10 too few; two others met it, so it is third."""
    assert hand.is_dir()
    there = found_by("targets/reached", metrics=["members"], year_from=2024, year_to=2024)
    below = targets.below(there).records
    assert [(row["org"], row["position"], row["reached"], row["to_go"]) for row in below] == [
        ("ldld-phu-tho", 3, 50.0, 10)
    ]
    assert targets.furthest(targets.below(there), "en") == (
        "Members in 2024, units below the target: 1; the furthest (Provincial level) is "
        "Phú Thọ Provincial Federation of Labour: reached about 50.0%, 10 people left to go"
    )
    assert ask("targets/offered")[0]["year"] == 2024


def test_4_who_has_not_reported_and_who_reported_odd_numbers() -> None:
    """2025: 12 provinces gave members, Tuyên Quang's former Hà Giang too, 21 none; two slips, two doubles."""
    missing = ask("coverage/missing", metrics=["members"], year_from=2025, year_to=2025)
    assert len(missing) == 21
    assert "34:08" not in [row["place"] for row in missing]
    assert ("34:38", 2024) in [(row["place"], row["last_year"]) for row in missing]
    odd = table("sources/findings", "check figure printed held_against")
    assert ("share", "S001-F13", 0.59, 5.95) in odd
    assert ("parts", "S003-F23", 79_000_000, 60_900_000) in odd
    assert ("twice", "W078-F02", 90_125, 92_000) in odd


def test_5_what_share_of_branches_reached_each_rating() -> None:
    """Vĩnh Phúc 2018: 45, 34 and 5 of 84; Bắc Kạn 2016: 700, 54, 8, 8 of 770 rated and 789 in all."""
    columns = "item value rated all share printed_share"
    found = table("ratings/by_organisation", columns, year_from=2018, year_to=2018, places=["34:25"])
    assert found == [
        ("rating.vmxs", 45, 84, 84, 53.57, 53.5),
        ("rating.vm", 34, 84, 84, 40.48, 40.4),
        ("rating.kha", 5, 84, 84, 5.95, 0.59),
    ]
    former = {"places": ["63:06"], "scheme": "63"}
    assert table("ratings/by_year", "item value rated all share share_of_all", **former) == [
        ("rating.vm", 700, 770, 789, 90.9, 88.7),
        ("rating.kha", 54, 770, 789, 7.0, 6.8),
        ("rating.tb", 8, 770, 789, 1.0, 1.0),
        ("rating.yeu", 8, 770, 789, 1.0, 1.0),
        ("rating.unrated", 19, 770, 789, None, 2.4),
    ]


def test_6_is_excellent_within_a_fifth_unit_by_unit() -> None:
    """After 2019 three units told it: Hội An 7 of 34 schools is above a fifth; two sets are not whole."""
    asked = {"year_from": 2019, "year_to": 2022}
    found = [row for row in ask("ratings/by_organisation", **asked) if row["item"] == "rating.htxs"]
    assert [(row["figure"], row["value"], row["share_of_all"], row["printed_share"]) for row in found] == [
        ("W129-F01", 9, None, None),
        ("W230-F03", 7, 20.59, 20.0),
        ("W130-F01", 8, None, None),
    ]


def test_6_is_a_share_of_ratings_beyond_chance_place_by_place() -> None:
    """Only former Bắc Kạn, 2016, told a whole set for a province; one place is judged against nobody."""
    asked = {"scheme": "63", "year_to": 2016, "items": ["rating.vm"]}
    found = table("comparison/funnel", "place value rated share national limits", **asked)
    assert found == [("63:06", 700, 770, 90.91, None, None)]


def test_7_how_many_were_cared_for_at_tet_and_how_much_came_to_each() -> None:
    """2024, the country: 7.020 tỷ for over 10,5 million, 668.571 đồng each; Bình Phước 296.875 đồng."""
    found = table("welfare/per_head", "place year amount people value", items=["programme.tet"])
    assert ("VN", 2024, 7_020_000_000_000, 10_500_000, 668_571) in found
    assert ("34:40", 2025, 40_000_000_000, 40_000, 1_000_000) in found
    assert ("63:70@34", 2024, 38_000_000_000, 128_000, 296_875) in found
    half = table("figures/other_periods", "value", metrics=["welfare_people"], places=["34:04"], year_to=2021)
    assert (5_156,) in half


def test_8_how_many_houses_were_built_where_and_for_how_much() -> None:
    """Đắk Lắk 2024: 127 houses, over 5,67 tỷ; Quảng Bình 2024: 28 houses, 960 million."""
    asked = {"metrics": ["houses", "houses_amount"], "year_from": 2024, "year_to": 2024}
    assert table("places/latest", "metric place value qualifier", **asked) == [
        ("houses", "63:66@34", 127, "exact"),
        ("houses", "63:44@34", 28, "exact"),
        ("houses_amount", "63:66@34", 5_670_000_000, "over"),
        ("houses_amount", "63:44@34", 960_000_000, "exact"),
    ]
    recorded = table(
        "figures/tallies", "place value", metrics=["houses"], items=["all"], year_from=2025, year_to=2025
    )
    assert recorded[:2] == [("34:79", 96), ("34:51", 35)]


def test_9_what_was_raised_for_each_fund() -> None:
    """Vĩnh Phúc's public employees 2018: over 62 million, 4.609 members; in Bắc Kạn six funds of over 79."""
    readings = ask("organisations/readings", org="cdvc-vinh-phuc")
    of = {(row["metric"], row["item"]): (row["value"], row["qualifier"]) for row in readings}
    assert of["donation_amount", "fund.poor_workers"] == (62_000_000, "over")
    assert of["members", "all"] == (4_609, "exact")
    asked = {"metrics": ["donation_amount"], "places": ["34:19"], "year_from": 2018, "year_to": 2020}
    funds = [row for row in ask("figures/other_periods", **asked) if row["source"] == "S003"]
    assert sum(row["value"] for row in funds if row["item"] != "all") == 60_900_000
    assert [(row["value"], row["qualifier"]) for row in funds if row["item"] == "all"] == [
        (79_000_000, "over")
    ]


def test_10_how_many_were_recommended_to_the_party_and_admitted() -> None:
    """Bình Phước 2024: 1.648 and 621; Đắk Nông 2018: 726 and 659; Đồng Nai 2017: over 3.500 and 1.800."""
    asked = {"metrics": ["party_recommended", "party_admitted"], "scheme": "63"}
    assert table("places/latest", "metric place year value qualifier", **asked) == [
        ("party_recommended", "63:75", 2017, 3_500, "over"),
        ("party_recommended", "63:70", 2024, 1_648, "exact"),
        ("party_recommended", "63:67", 2018, 726, "exact"),
        ("party_admitted", "63:75", 2017, 1_800, "over"),
        ("party_admitted", "63:67", 2018, 659, "exact"),
        ("party_admitted", "63:70", 2024, 621, "exact"),
    ]


def test_10_how_many_were_admitted_to_the_party_for_a_thousand_members() -> None:
    """2024: Bình Phước 621 of 125.485 members, 4,95; 2018: Đắk Nông 659 of over 27.800, about 23,71."""
    columns = "place standing value base qualifier"
    asked = {"scheme": "63", "measures": ["party_admitted/all"], "per": "members"}
    assert table("comparison/ranking", columns, year_to=2024, **asked)[0] == (
        "63:70",
        1,
        4.95,
        125_485,
        "exact",
    )
    assert table("comparison/ranking", columns, year_to=2018, **asked)[0] == (
        "63:67",
        1,
        23.71,
        27_800,
        "about",
    )


def test_11_which_awards_were_given_to_collectives_and_to_people() -> None:
    """Vĩnh Phúc 2018: flags 1 and 1, certificates 1, 9 and 15, five diplomas; twice only the word `nhiều`."""
    found = table("awards/by_form", "level item recipient basis value", places=["63:26"], scheme="63")
    assert found == [
        ("tld", "award.co_tld", "collective", "tally", 1),
        ("tld", "award.bang_khen_tld", "collective", "tally", 1),
        ("tld", "award.lao_dong_sang_tao", "individual", "tally", 5),
        ("province", "award.co_ldld", "collective", "tally", 1),
        ("province", "award.bang_khen_ldld", "collective", "tally", 9),
        ("province", "award.bang_khen_ldld", "individual", "tally", 15),
    ]
    words = [row["value_text_vi"] for row in ask("awards/recipients", places=["63:26"], scheme="63")]
    assert words.count("nhiều") == 2


def test_12_how_much_blood_was_given() -> None:
    """Ho Chi Minh City: at least 600 donors and 558 units in 2025; 626 donors told by two units in 2024."""
    asked = {"metrics": ["blood_donors", "blood_units"], "places": ["34:79"], "year_from": 2024}
    assert table("figures/tallies", "year metric value events organisations", **asked) == [
        (2025, "blood_donors", 600, 1, 1),
        (2025, "blood_units", 558, 1, 1),
        (2024, "blood_donors", 626, 2, 2),
        (2024, "blood_units", 352, 1, 1),
    ]


def test_13_how_does_a_province_compare_with_the_median_and_its_cluster() -> None:
    """2025: the middle of twelve provinces is 127.714 members, of three in Hà Nội's region 600.000."""
    asked = {"places": ["34:01"], "measures": ["members/all"], "year_from": 2025, "year_to": 2025}
    found = table("comparison/medians", "reference region value places", **asked)
    assert found == [("country", None, 127_714, 12), ("region", "red_river", 600_000, 3)]
    assert ask("comparison/clusters", places=["34:01"], measures=["members/all"], year_to=2025) == []


def test_14_how_did_a_former_province_fare_inside_the_new_one() -> None:
    """Bắc Kạn had 789 branches in 2016, old Thái Nguyên 160.000 members in 2024; the new one told neither."""
    inside = {"metrics": ["members", "branches"], "places": ["34:19"]}
    assert table("places/latest", "metric place year value", **inside) == [
        ("members", "63:19@34", 2024, 160_000),
        ("branches", "63:19@34", 2024, 1_462),
        ("branches", "63:06@34", 2016, 789),
    ]
    assert table("places/over_years", "place", **inside) == []
    former = {"metrics": ["branches"], "places": ["63:06"], "scheme": "63"}
    assert table("places/over_years", "year value", **former) == [(2016, 789)]


@pytest.mark.parametrize(
    ("figure", "source", "line", "day", "status"),
    [
        ("S002-F02", "S002", 7, "2021-06-30", "final"),
        ("S001-F13", "S001", 17, "2018-12-31", "final"),
        ("W165-F02", "W165", None, "2025-07-31", "final"),
    ],
)
def test_15_where_does_this_number_come_from(
    figure: str, source: str, line: int | None, day: str, status: str
) -> None:
    """Document, line, day and status of a figure, and the address of its source."""
    found = one("figures/list", figure=figure)
    assert (found["source"], found["source_line"], found["status"]) == (source, line, status)
    assert str(found["period_end"])[:10] == day
    assert one("sources/one", source=source)["title_vi"]


def test_what_carries_a_figure_on_a_chart_leads_back_to_it() -> None:
    """Each single reading of a place names its figure, and the figure is there with the same value."""
    readings = found_by("places/latest", metrics=["members", "branches"])
    assert len(readings) == 39
    for row in readings.records:
        assert [(row["value"],)] == table("figures/list", "value", figure=row["figure"])
