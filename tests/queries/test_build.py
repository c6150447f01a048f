"""How figures become yearly readings of units and places: the rules of trust, on figures made by hand."""

from pathlib import Path
from typing import Any

import pytest

from congdoan import database
from congdoan.catalogue import items
from tests.asking import ask, changed, publish_again, read_from, serve, snapshot, table

pytestmark = pytest.mark.usefixtures("hand")
READING = "year value qualifier basis"


def reading(place: str, metric: str = "members", **inputs: Any) -> list[tuple[Any, ...]]:
    """Year, value, certainty and basis of what a place says of a metric."""
    return table("places/over_years", READING, metrics=[metric], places=[place], scheme=place[:2], **inputs)


def together(metric: str, *places: str, **inputs: Any) -> list[tuple[Any, ...]]:
    """Year, value, certainty and basis of what several places come to."""
    asked = {"metrics": [metric], "places": list(places), "scheme": places[0][:2]}
    return table("totals/over_years", READING, **asked, **inputs)


def test_the_last_stock_of_a_year_counts() -> None:
    assert reading("34:04", year_to=2020) == [(2020, 110, "exact", "reported")]


def test_a_half_year_never_enters_a_yearly_chart() -> None:
    assert [value for _, value, _, _ in reading("34:04", "welfare_amount")] == [400_000_000, 500_000_000]
    other = {
        row["figure"]: row["period_type"] for row in ask("figures/other_periods", metrics=["welfare_amount"])
    }
    assert other["H1-F11"] == "half"


def test_a_school_year_never_enters_a_yearly_chart() -> None:
    assert table("organisations/readings", "metric year", org="dak") == [("members", 2020)]


def test_several_years_in_one_figure_are_never_spread_over_them() -> None:
    assert reading("63:26", "donation_amount") == [(2018, 80_000_000, "over", "reported")]


def test_an_own_total_stands_before_the_sum_of_the_units_below() -> None:
    assert table("organisations/readings", READING, org="vien-chuc") == [(2020, 95, "exact", "reported")]
    assert reading("34:04", year_to=2020) == [(2020, 110, "exact", "reported")]


def test_with_every_unit_listed_the_sum_of_the_branches_stands_beside_with_its_coverage(
    complete_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_from(complete_warehouse, monkeypatch)
    columns = "value basis summed_value branches_reported branches_expected"
    for unit, own in (("vien-chuc", 95), ("ldld-cao-bang", 110)):
        found = table("organisations/readings", columns, org=unit, year_to=2020)[0]
        assert found == (own, "reported", 90, 2, 2)


def test_like_for_like_is_told_of_the_branches_with_a_value_in_both_years(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2021: Health has 44 after 40; Đắk Hòa, 50 before, is silent; the place's own total is 120."""
    health = "so-y-te,2020,as_of,2020-12-31,2020-12-31,members,,,,40,,,person,exact,final,total,,7,,"
    later = health.replace("2020", "2021").replace(",40,", ",44,").replace(",7,,", ",28,,")
    facts = changed(tmp_path / "facts", ("facts", health, f"{health}\nH1-F28,H1,{later}"))
    publish_again(tmp_path / "complete", "complete", complete=True, facts=facts)
    monkeypatch.setattr(database, "WAREHOUSE", tmp_path / "complete")
    columns = "year value alike_now alike_before alike_branches alike_exact"
    asked = {"metrics": ["members"], "year_to": 2021}
    for places in (["34:04"], None):
        assert table("totals/over_years", columns, **asked, places=places) == [
            (2020, 110, None, None, None, None),
            (2021, 120, 44, 40, 1, True),
        ]
    former = table("places/over_years", columns, **asked, places=["63:04"], scheme="63")
    assert former[-1] == (2021, 120, 44, 40, 1, True)


def test_a_sum_of_branches_is_made_only_where_every_unit_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "vien-chuc,2020,as_of,2020-12-31,2020-12-31,members"
    nothing = changed(tmp_path / "facts", ("facts", own, own.replace("2020", "2019")))
    serve(monkeypatch, tmp_path / "partial", nothing)
    assert table("organisations/readings", "value", org="vien-chuc", year_from=2020) == []
    publish_again(tmp_path / "complete", "complete", complete=True, facts=nothing)
    monkeypatch.setattr(database, "WAREHOUSE", tmp_path / "complete")
    columns = "value basis branches_reported branches_expected"
    assert table("organisations/readings", columns, org="vien-chuc", year_from=2020) == [(90, "summed", 2, 2)]


def test_the_confederations_total_stands_before_the_sum_of_its_provinces_and_the_sum_beside_it() -> None:
    found = ask("places/over_years", metrics=["members"], year_from=2024, year_to=2024)
    assert [(row["value"], row["basis"], row["summed_value"]) for row in found] == [(1000, "reported", 60)]
    assert [(row["reported"], row["expected"]) for row in found] == [(1, 34)]


def test_a_merged_province_has_a_value_only_when_all_its_former_provinces_have() -> None:
    assert reading("34:25") == [(2024, 60, "about", "combined"), (2025, 70, "exact", "reported")]
    assert table("places/latest", "place value", metrics=["members"], year_to=2023, places=["34:25"]) == [
        ("63:17@34", 28),
        ("63:26@34", 18),
    ]


def test_a_former_federation_is_no_part_of_the_sum_once_its_province_has_a_successor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = "H2,ldld-phu-tho,2024,as_of,2024-12-31,2024-12-31"
    early = ("facts", old, "H2,ldld-phu-tho,2025,as_of,2025-01-31,2025-01-31")
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", early))
    for kind in ("all", "ldld_tinh"):
        assert reading("34:25", kind=kind, year_from=2025) == [(2025, 70, "exact", "reported")]


def test_some_former_provinces_are_never_taken_for_the_whole_in_any_kind() -> None:
    assert not reading("34:25", kind="ldld_tinh", year_to=2023)


def test_units_of_a_kind_in_a_partial_register_are_at_least_so_many() -> None:
    assert reading("34:04", kind="cdcs") == [(2020, 90, "at_least", "summed")]


def test_a_total_and_its_parts_are_never_added() -> None:
    assert reading("63:26", "donation_amount") == [(2018, 80_000_000, "over", "reported")]
    parts = table("totals/by_item", "item value", metrics=["donation_amount"], places=["63:26"], scheme="63")
    assert parts == [("fund.for_the_poor", 30_000_000), ("fund.disaster", 20_000_000)]


def test_items_without_a_total_come_to_at_least_their_sum() -> None:
    assert reading("34:04", "donation_amount") == [(2021, 5_000_000, "at_least", "items")]
    assert reading("34:04", "houses") == [(2021, 3, "at_least", "items")]


def test_an_item_within_another_is_never_added_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    market = ("facts", "welfare_people,tet,,,1000,,,person", "welfare_amount,tet_market,,,100000000,,,dong")
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", market))
    assert reading("34:04", "welfare_amount")[-1] == (2021, 500_000_000, "at_least", "items")
    shown = table(
        "totals/by_item", "item nested", metrics=["welfare_amount"], places=["34:04"], year_from=2021
    )
    assert shown == [("programme.tet", False), ("programme.tet_market", True)]


def test_different_programmes_have_no_common_number_of_people() -> None:
    assert reading("34:04", "welfare_people") == []


def test_over_plus_exact_is_over() -> None:
    assert together("members", "63:17", "63:26", year_from=2024) == [(2024, 50, "over", "summed")]


def test_about_spreads() -> None:
    assert together("members", "63:17", "63:25", "63:26", year_from=2024) == [(2024, 60, "about", "summed")]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ("exact", "exact"),
        ("over", "over"),
        ("almost", "almost"),
        ("exact exact", "exact"),
        ("exact over", "over"),
        ("exact at_least", "at_least"),
        ("over at_least", "over"),
        ("exact almost", "about"),
        ("over at_most", "about"),
        ("about exact over", "about"),
    ],
)
def test_a_sum_is_as_certain_as_its_least_certain_part(parts: str, whole: str, hand_warehouse: Path) -> None:
    with snapshot(hand_warehouse) as connection:
        asked = "select qualifier_of_sum(cast(q as qualifier)) from (select unnest($parts) as q)"
        assert connection.execute(asked, {"parts": parts.split()}).fetchone() == (whole,)


def test_missing_is_not_zero() -> None:
    houses = table("totals/by_item", "item value", metrics=["houses"], places=["34:04"])
    assert houses == [("house.new", 3), ("house.repaired", 0)]
    assert table("totals/by_item", "item", metrics=["houses"], places=["34:25"]) == [("house.new",)]


def test_a_word_is_kept_as_a_word_and_never_read_as_zero() -> None:
    assert reading("63:26", "community_gifts") == []
    assert table("figures/list", "value value_text_vi", figure="H2-F05") == [(None, "nhiều")]


def test_a_correction_stands_before_what_it_corrects() -> None:
    found = ask("totals/by_item", metrics=["houses"], places=["34:25"])
    assert [(row["value"], row["status"]) for row in found] == [(10, "corrected")]
    assert table("figures/list", "value status", metrics=["houses"], places=["34:25"]) == [
        (7, "preliminary"),
        (10, "corrected"),
    ]


def test_events_are_tallied_apart_from_totals_and_the_same_event_counts_once() -> None:
    columns = "item value qualifier events organisations"
    assert table("figures/tallies", columns, metrics=["welfare_gifts"]) == [
        ("all", 30, "at_least", 2, 1),
        ("programme.tet", 30, "at_least", 2, 1),
    ]
    assert reading("34:04", "welfare_gifts") == []


def test_a_unit_with_a_total_is_not_tallied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = "span,2021-01-20,2021-01-20,welfare_gifts,tet,,,10,,,gift,exact,final,event"
    total = "year,2021-01-01,2021-12-31,welfare_gifts,tet,,,99,,,gift,exact,final,total"
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", ("facts", event, total)))
    assert table("figures/tallies", "value", metrics=["welfare_gifts"]) == []
    assert table("totals/by_item", "value", metrics=["welfare_gifts"], places=["34:04"]) == [(99,)]


def test_of_one_line_of_management_only_the_topmost_is_tallied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = "H1-F13,H1,ldld-cao-bang,2021,span"
    below = ("facts", event, event.replace("ldld-cao-bang", "vien-chuc"))
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", below))
    for item in ("all", "programme.tet"):
        asked = {"metrics": ["welfare_gifts"], "items": [item]}
        assert table("figures/tallies", "value events organisations", **asked) == [(20, 1, 1)]


def test_turns_and_persons_are_never_one_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = "year,2018-01-01,2018-12-31,blood_donors,,,,15,,,person"
    rise = ("facts", person, "year,2018-01-01,2018-12-31,pay_rise_turns,regular,,,15,,,{unit}")
    for unit, expected in (("turn", [(15, "turn")]), ("person", [])):
        facts = changed(tmp_path / unit, (rise[0], rise[1], rise[2].format(unit=unit)))
        serve(monkeypatch, tmp_path / f"{unit}-warehouse", facts)
        asked = {"metrics": ["pay_rise_turns"], "places": ["63:26"], "scheme": "63"}
        assert table("totals/by_item", "value unit", **asked) == expected


def test_a_unit_of_unknown_province_is_in_no_province_but_can_be_found() -> None:
    assert table("figures/list", "place value", org="khong-ro") == [(None, 7)]
    assert table("places/in_year", "place value", metrics=["members"], kind="cdcs", year_to=2020) == [
        ("34:04", 90)
    ]
    assert table("totals/over_years", "value", metrics=["members"], kind="cdcs") == [(97,)]


def test_items_stand_in_the_order_of_the_catalogue(hand_warehouse: Path) -> None:
    with snapshot(hand_warehouse) as connection:
        found = [
            str(item) for (item,) in connection.execute("select item from items order by item").fetchall()
        ]
    for dimension in {item.dimension for item in items().values()}:
        ranks = [items()[code].rank for code in found if items()[code].dimension == dimension]
        assert ranks == sorted(ranks), dimension


def test_every_unit_above_a_unit_is_known_with_its_distance(hand_warehouse: Path) -> None:
    with snapshot(hand_warehouse) as connection:
        asked = "select ancestor_id, distance from ancestors where org_id = 'dak' order by distance"
        assert connection.execute(asked).fetchall() == [("vien-chuc", 1), ("ldld-cao-bang", 2), ("tld", 3)]
