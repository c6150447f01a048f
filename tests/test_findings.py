"""A sentence is said only where the figures carry it; else the card keeps its neutral title."""

from typing import Any

import pytest

from congdoan import changes, findings
from congdoan.catalogue import provinces
from congdoan.database import Rows
from congdoan.queries import load
from tests.asking import answer, found_by

OWN = {"metric": "members", "item": "all", "unit": "person", "qualifier": "exact", "basis": "reported"}
SUM = {**OWN, "basis": "summed", "expected": 34}


def rows(query: str, *records: dict[str, Any]) -> Rows:
    given = {name for record in records for name in record}
    return answer(query, [column for column in load(query).columns if column.name in given], records)


def over_years(*records: dict[str, Any]) -> Rows:
    return rows("totals/over_years", *records)


def newest(*records: dict[str, Any]) -> changes.Reading:
    found = changes.newest(list(records))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("record", "answer"),
    [
        (OWN, True),
        ({**OWN, "basis": "combined"}, True),
        ({**SUM, "reported": 28}, True),
        ({**SUM, "reported": 27}, False),
        ({**SUM, "reported": 0, "expected": 0}, False),
        ({**SUM, "reported": 3, "expected": None}, False),
        ({**OWN, "basis": "items"}, False),
        ({**OWN, "basis": "tally"}, False),
    ],
)
def test_an_own_total_or_four_fifths_of_the_places_speak_for_the_whole(
    record: dict[str, Any], answer: bool
) -> None:
    assert changes.covered(record) is answer


@pytest.mark.parametrize(
    ("years", "answer"), [([2019, 2020, 2021], True), ([2019, 2020, 2022], False), ([2019, 2020], False)]
)
def test_only_three_years_in_a_row_make_a_line(years: list[int], answer: bool) -> None:
    assert findings.dense(over_years(*({**OWN, "year": year, "value": 5} for year in years))) is answer


def test_years_of_thin_coverage_or_of_different_things_make_no_line() -> None:
    thin = [{**SUM, "year": year, "value": 5, "reported": 3} for year in (2019, 2020, 2021)]
    assert not findings.dense(over_years(*thin))
    mixed = [{**OWN, "year": year, "value": 5, "metric": metric} for year, metric in
             ((2019, "members"), (2020, "branches"), (2021, "members"))]  # fmt: skip
    assert not findings.dense(over_years(*mixed))


def test_the_newest_own_total_stands_before_a_newer_thin_sum() -> None:
    own, thin = {**OWN, "year": 2024, "value": 1000}, {**SUM, "year": 2025, "value": 70, "reported": 1}
    assert newest(own, thin).now is own


def test_the_newest_year_with_at_least_half_of_the_best_coverage_is_shown() -> None:
    best = {**SUM, "year": 2023, "value": 9, "reported": 20}
    half = {**SUM, "year": 2024, "value": 5, "reported": 10}
    less = {**SUM, "year": 2025, "value": 4, "reported": 9}
    assert newest(best, half, less).now is half
    assert changes.newest([]) is None


def test_a_series_is_drawn_beside_a_reading_only_with_three_covered_years() -> None:
    three = [{**OWN, "year": year, "value": year - 2000} for year in (2021, 2022, 2023)]
    assert newest(*three).series == (21, 22, 23)
    assert newest(*three[:2]).series == ()


def test_own_totals_of_two_years_are_compared() -> None:
    reading = newest({**OWN, "year": 2023, "value": 100}, {**OWN, "year": 2024, "value": 105})
    assert changes.compared(reading, "vi") == "tăng 5,0\u00a0% so với 2023"
    assert changes.compared(reading, "en") == "up 5.0% on 2023"
    assert changes.direction(reading) == 1


def test_at_least_is_never_compared() -> None:
    for open_ended in (2023, 2024):
        found = [{**OWN, "year": year, "value": year} for year in (2023, 2024)]
        found[open_ended - 2023]["qualifier"] = "at_least"
        assert changes.compared(newest(*found), "vi") == "Chưa so sánh được với 2023"
        assert changes.direction(newest(*found)) == 0
        assert findings.over_years(over_years(*found), "vi") == ""


def test_thin_sums_are_compared_on_the_same_places_and_say_so() -> None:
    before = {**SUM, "year": 2023, "value": 46, "reported": 9}
    now = {
        **SUM,
        "year": 2024,
        "value": 60,
        "reported": 10,
        "same_now": 50,
        "same_before": 40,
        "same_places": 2,
    }
    reading = newest(before, now)
    assert changes.compared(reading, "vi") == "tăng 25,0\u00a0% so với 2023"
    assert changes.beside(reading, "vi") == ["cùng 2 nơi có số cả hai năm"]
    assert changes.direction(reading) == 1
    assert findings.over_years(over_years(before, now), "vi") == ""


def test_a_gap_of_years_is_no_comparison() -> None:
    reading = newest({**OWN, "year": 2021, "value": 100}, {**OWN, "year": 2024, "value": 105})
    assert changes.compared(reading, "en") == "Not comparable with 2023"


@pytest.mark.usefixtures("hand")
def test_a_sentence_is_made_from_the_figures_of_a_query() -> None:
    members = found_by("totals/over_years", metrics=["members"], places=["34:04"])
    assert (
        findings.over_years(members, "vi")
        == "Đoàn viên năm 2021: trên 120 người, ước tăng 9,1\u00a0% so với 2020"
    )
    there = found_by("places/in_year", metrics=["members"], year_to=2021)
    assert findings.largest(there, "vi") == "Đoàn viên: Cao Bằng có trên 120 người (2021); 1 nơi có số"
    houses = found_by("totals/by_item", metrics=["houses"], places=["34:04"])
    assert findings.leading_item(houses, "en") == "Largest in 2021: Newly built, 3 houses"
    rated = found_by("ratings/by_year", places=["34:04"])
    assert findings.best_rated(rated, "en") == "2021: of 4 branches rated, 1 reached “Excellent” (25.0%)"


def test_an_item_within_another_never_leads() -> None:
    tet = {
        **OWN,
        "metric": "welfare_amount",
        "unit": "dong",
        "year": 2021,
        "value": 5,
        "item": "programme.tet",
    }
    market = {**tet, "item": "programme.tet_market", "value": 9, "nested": True}
    assert "Tết Sum vầy" in findings.leading_item(
        rows("totals/by_item", {**tet, "nested": False}, market), "vi"
    )


def test_the_leading_item_and_the_best_rating_are_told_like_for_like_too() -> None:
    tet = {**OWN, "metric": "welfare_amount", "unit": "dong", "item": "programme.tet", "items": 1}
    same = {"alike_now": 51, "alike_before": 50, "alike_branches": 12, "alike_exact": True}
    folded = {**tet, "item": "programme.other", "items": 3, "year": 2021, "value": 99}
    found = rows(
        "totals/top_items",
        {**tet, "year": 2020, "value": 5},
        {**tet, **same, "year": 2021, "value": 4},
        folded,
    )
    assert findings.leading_item(found, "vi") == (
        "Nhiều nhất năm 2021: Tết Sum vầy, 4 đồng; giảm 20,0\u00a0% so với 2020; "
        "so cùng 12 CĐCS có số cả hai năm: tăng 2,0\u00a0% so với 2020"
    )
    best = {"year": 2021, "item": "rating.htxs", "value": 1, "rated": 4, "share": 25.0}
    told = findings.best_rated(rows("ratings/by_year", {**best, **same, "alike_now": 51.5}), "vi")
    assert told.endswith("; so cùng 12 CĐCS được xếp loại cả hai năm: tăng 1,5 điểm phần trăm so với 2020")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("totals/over_years", findings.over_years),
        ("places/latest", findings.largest),
        ("totals/by_item", findings.leading_item),
        ("ratings/by_year", findings.best_rated),
    ],
)
def test_nothing_is_said_of_nothing(query: str, sentence: findings.Finding) -> None:
    columns = load(query).columns
    empty = answer(query, columns)
    assert sentence(empty, "vi") == ""


def test_an_own_total_is_never_compared_with_a_sum_of_some_places() -> None:
    some = {**SUM, "year": 2023, "value": 900, "reported": 30}
    own = {**OWN, "year": 2024, "value": 1000}
    assert changes.compared(newest(some, own), "vi") == "Chưa so sánh được với 2023"


def test_a_sum_of_all_places_may_be_compared_with_an_own_total() -> None:
    everyone = {**SUM, "year": 2023, "value": 900, "reported": 34}
    own = {**OWN, "year": 2024, "value": 990}
    assert changes.compared(newest(everyone, own), "vi") == "tăng 10,0\u00a0% so với 2023"


def test_a_change_across_a_break_says_so_and_what_it_is_like_for_like() -> None:
    before, after = {**OWN, "year": 2024, "value": 1000}, {**OWN, "year": 2025, "value": 800}
    assert changes.compared(newest(before, after), "en") == "down 20.0% on 2024"
    assert changes.beside(newest(before, after), "en") == ["across a break in the series"]
    alike = {"alike_now": 510, "alike_before": 500, "alike_branches": 12, "alike_exact": True}
    assert findings.over_years(over_years(before, {**after, **alike}), "vi") == (
        "Đoàn viên năm 2025: 800 người, giảm 20,0\u00a0% so với 2024; qua mốc gián đoạn chuỗi; "
        "so cùng 12 CĐCS có số cả hai năm: tăng 2,0\u00a0% so với 2024"
    )
    rough = changes.beside(newest(before, {**after, **alike, "alike_exact": False}), "en")
    assert rough[-1] == "like for like, the same 12 branches: roughly up 2.0% on 2024"


def test_a_change_of_rough_values_is_rough() -> None:
    before = {**OWN, "year": 2021, "value": 1000}
    after = {**OWN, "year": 2022, "value": 800, "qualifier": "over"}
    assert changes.compared(newest(before, after), "en") == "roughly down 20.0% on 2021"


def test_lines_of_several_places_get_no_sentence_of_one() -> None:
    two = [{**OWN, "year": 2024, "value": 10, "place": place} for place in ("34:04", "34:24")]
    assert findings.over_years(rows("places/over_years", *two), "vi") == ""


def test_of_each_item_the_newest_own_total_is_shown_and_thin_sums_never() -> None:
    tet = {**OWN, "metric": "welfare_amount", "item": "programme.tet", "unit": "dong"}
    old, new = {**tet, "year": 2023, "value": 5}, {**tet, "year": 2024, "value": 7}
    thin = {**tet, "basis": "summed", "reported": 1, "expected": 34, "year": 2025, "value": 1}
    shown = findings.newest_each(rows("totals/by_item", old, new, thin)).values
    assert list(shown["year"]) == [2024]


def test_recorded_events_are_shown_of_a_year_in_which_many_told() -> None:
    many, one = (
        {"year": 2025, "value": 229, "organisations": 11},
        {"year": 2026, "value": 11, "organisations": 1},
    )
    assert findings.best_recorded(rows("totals/tallies", many, one))["year"] == 2025  # type: ignore[index]


def test_values_of_different_years_or_borders_are_not_ranked_in_a_sentence() -> None:
    here = {**OWN, "place": "34:04", "year": 2024, "value": 5}
    older, former = {**here, "place": "34:24", "year": 2023}, {**here, "place": "63:70@34"}
    assert findings.largest(rows("places/latest", here, older), "vi") == ""
    assert findings.largest(rows("places/latest", here, former), "vi") == ""


def test_a_sum_of_less_than_a_quarter_of_the_places_is_no_headline() -> None:
    assert changes.newest([{**SUM, "year": 2026, "value": 80_000, "reported": 1}]) is None


def test_ratings_of_a_single_place_are_not_said_of_the_country() -> None:
    one = {"year": 2016, "item": "rating.vm", "value": 700, "rated": 770, "share": 90.9, "expected": 63}
    assert findings.best_rated(rows("ratings/by_year", {**one, "reported": 1}), "vi") == ""
    assert findings.best_rated(rows("ratings/by_year", {**one, "reported": 63}), "vi")


@pytest.mark.parametrize("told", [1, 19, 20, 21, 34])
@pytest.mark.parametrize("chosen", [0, 1, 21, 34])
def test_no_map_is_asked_for_only_where_none_could_be_drawn(told: int, chosen: int) -> None:
    places = [code for code in provinces() if code.startswith("34:")]
    known = [{"place": code, "year": 2024, "value": 5, "absence": None} for code in places[:told]]
    newest = rows("places/latest", *known)
    silent = places[told : chosen or len(places)]
    most_absent = [{"place": code, "year": 2024, "value": None, "absence": "no_units"} for code in silent]
    there = rows("places/in_year", *known, *most_absent)
    assert findings.may_be_mapped(newest, chosen) or not findings.mapped(newest, there)
    assert not findings.may_be_mapped(newest, 1) or told >= 20
