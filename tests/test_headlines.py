"""What lists show is said in one sentence, and only where the rows are whole enough to carry it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from congdoan import comparing, findings, headlines
from congdoan.database import Rows
from congdoan.page.reports import most_missing, sent_by_level
from congdoan.queries import load
from congdoan.targets import half_reached
from tests.asking import answer

CERTIFICATE = "award.bang_khen_ldld"
AWARD = {"item": CERTIFICATE, "recipient": "collective", "occasion": "comprehensive", "unit": "award"}
EXACT = {"qualifier": "exact", "basis": "reported", "nested_in": None}
HALF = {
    "period_type": "half",
    "period_start": dt.date(2021, 1, 1),
    "period_end": dt.date(2021, 6, 30),
    "metric": "welfare_amount",
    "item": "programme.tet",
    "unit": "dong",
    "qualifier": "exact",
    "scope": "total",
}


def rows(query: str, *records: dict[str, Any], **inputs: Any) -> Rows:
    given = {name for record in records for name in record}
    found = answer(query, [one for one in load(query).columns if one.name in given], records)
    return replace(found, inputs=inputs)


def given(*records: dict[str, Any]) -> Rows:
    return rows("awards/by_form", *({**AWARD, **EXACT, **record} for record in records))


def unit(name: str) -> dict[str, str]:
    return {"organisation_vi": f"LĐLĐ {name}", "organisation_en": f"{name} Federation"}


def received(*records: dict[str, Any]) -> Rows:
    usual = {**AWARD, "year": 2024, "qualifier": "exact", "note_vi": None, "note_en": None}
    return rows("awards/recipients", *({**usual, **unit("A"), **record} for record in records))


def half(*records: dict[str, Any]) -> Rows:
    return rows("figures/other_periods", *({**HALF, **unit("A"), **record} for record in records))


def test_the_form_given_most_is_named_with_whom_and_a_title_within_another_is_not() -> None:
    within = {"value": 90, "recipient": "individual", "nested_in": "award.lao_dong_tien_tien"}
    found = given({"value": 7}, {"value": 12, "recipient": "individual"}, within)
    assert headlines.most_given(found, "en") == "Given most: Federation certificate of merit, 12 individuals"
    assert not headlines.most_given(given({"value": 7}, {"value": 7, "recipient": "individual"}), "vi")


def test_what_was_only_recorded_is_said_to_be_recorded_and_at_least() -> None:
    tally = {"value": 1, "basis": "tally", "qualifier": "at_least", "occasion": "thematic"}
    most = headlines.most_given(given(tally, {**tally, "value": 8}), "vi")
    assert most == (
        "Ghi nhận được nhiều nhất: Bằng khen của LĐLĐ tỉnh, công đoàn ngành (chuyên đề), ít nhất 8 tập thể"
    )
    alone = headlines.most_given(given(tally), "en")
    assert alone == "Federation certificate of merit (thematic): at least 1 collective"


def test_who_received_most_of_the_highest_form_is_named_and_equals_are_counted() -> None:
    found = received({"value": 4}, {**unit("B"), "value": 3}, {**unit("C"), "value": 9, "year": 2023})
    assert headlines.honoured(found, "en") == (
        "Federation certificate of merit in 2024: most to A Federation, 4 collectives"
    )
    equal = received({"value": 1}, {**unit("B"), "value": 1})
    assert headlines.honoured(equal, "vi") == (
        "Bằng khen của LĐLĐ tỉnh, công đoàn ngành năm 2024: nhiều nhất 1 tập thể mỗi đơn vị, ở 2 đơn vị"
    )
    mixed = received({"value": 1}, {**unit("B"), "value": 1, "recipient": "individual"})
    assert not headlines.honoured(mixed, "vi")


def test_rounds_of_one_unit_are_told_by_what_they_were_for() -> None:
    found = received({"value": 6, "note_en": "75,000 initiatives", "qualifier": "over"}, {"value": 2})
    assert headlines.honoured(found, "en") == (
        "Federation certificate of merit in 2024: the largest round over 6 collectives (75,000 initiatives)"
    )


def test_a_list_that_is_cut_within_its_first_form_carries_no_sentence() -> None:
    cut = received({"value": 4, "matching": 9}, {**unit("B"), "value": 3, "matching": 9})
    assert not headlines.honoured(cut, "vi")
    beyond = received({"value": 4, "matching": 9}, {"value": 3, "year": 2023, "matching": 9})
    assert headlines.honoured(beyond, "en").endswith("in 2024: 4 collectives, A Federation")


def test_a_half_year_of_one_unit_is_told_by_its_first_whole_figure() -> None:
    found = half({"value": 5e8, "scope": "part"}, {"value": 3_906_130_000})
    assert headlines.of_other_periods(found, "vi") == (
        "Số tiền chăm lo: Tết Sum vầy, 6 tháng đầu năm 2021: LĐLĐ A 3,9 tỷ đồng"
    )
    event = half({"value": 125_000_000, "qualifier": "over", "scope": "event"})
    assert headlines.of_other_periods(event, "en") == (
        "Money spent on welfare: Tết gathering, first half of 2021: A Federation over VND 125 million "
        "(one event or round)"
    )


def test_half_years_of_several_units_are_ranked_where_they_are_whole() -> None:
    found = half({"value": 2e9}, {**unit("B"), "value": 3e9}, {**unit("C"), "value": 9e9, "scope": "part"})
    assert headlines.of_other_periods(found, "en") == (
        "Money spent on welfare: Tết gathering, first half of 2021: 2 units with figures, "
        "the largest is B Federation with VND 3 billion"
    )
    assert not headlines.of_other_periods(half({"value": 2e9}, {**unit("B"), "value": 2e9}), "en")


def test_recorded_events_of_one_place_say_from_how_many_units() -> None:
    event = {"place": "34:04", "year": 2021, "metric": "welfare_gifts", "item": "all", "value": 238}
    usual = {"unit": "gift", "qualifier": "at_least", "organisations": 1}
    found = rows("figures/tallies", {**event, **usual})
    told = headlines.recorded(found, "en")
    assert told == "Gift parcels in 2021: at least 238 gift parcels recorded, from 1 unit"
    several = rows("figures/tallies", {**event, **usual}, {**event, **usual, "place": "34:01"})
    assert not headlines.recorded(several, "en")


def test_what_is_missing_is_named_for_one_place_and_counted_for_several() -> None:
    lacks = [{"metric": metric, "place": "34:04"} for metric in ("members", "branches")]
    one = headlines.lacking(rows("coverage/missing", *lacks), "vi")
    assert one == "Cao Bằng chưa có số liệu: Đoàn viên, Công đoàn cơ sở"
    several = rows("coverage/missing", *lacks, {"metric": "members", "place": "34:01"})
    assert headlines.lacking(several, "en") == "Without figures: Members in 2 places; Branches in 1 place"


def test_coverage_counts_the_metrics_that_every_place_has_in_the_newest_closed_year() -> None:
    def told(expected: int) -> str:
        known = {"expected": expected, "partly": 0, "year": 2025}
        found = [
            {**known, "metric": "members", "reported": expected},
            {**known, "metric": "houses", "reported": expected - 1},
            {**known, "metric": "branches", "reported": 0, "year": 2024},
            {**known, "metric": "members", "reported": 0, "year": 2026},
        ]
        return headlines.complete(rows("coverage/over_years", *found), "en", dt.date(2026, 3, 31))

    assert told(34) == "2025: 1 of 2 metrics have figures for all 34 places"
    assert told(1) == "2025: 1 of 2 metrics have figures"
    only_this_year = rows(
        "coverage/over_years", {"metric": "members", "year": 2026, "reported": 0, "expected": 1}
    )
    assert headlines.complete(only_this_year, "en", dt.date(2026, 3, 31)) == ""


SIDE = {"metric": "members", "item": "all", "place": "VN", "unit": "person", "qualifier": "exact"}
BASE = {**SIDE, "period": "2024", "value": 200, "difference": None, "change": None, "caution": None}


def after(**other: Any) -> dict[str, Any]:
    return {**BASE, "period": "2025", "value": 150, "difference": -50, "change": -25.0, **other}


def beside(*records: dict[str, Any]) -> str:
    return comparing.largest_difference(rows("comparison/side_by_side", *records), "en")


def test_the_largest_difference_is_told_with_both_figures_and_what_to_know_of_it() -> None:
    houses = {"metric": "houses", "unit": "house"}
    risen = after(**houses, value=11, difference=1, change=10.0)
    found = (BASE, after(caution="series_break"), {**BASE, **houses, "value": 10}, risen)
    assert beside(*found) == (
        "Largest difference: Members, 150 people (2025) against 200 people (2024), 25.0% less; "
        "across a break in the series"
    )
    assert beside(BASE, after()) == "Members: 150 people (2025) against 200 people (2024), 25.0% less"


def test_a_difference_of_what_is_not_exact_is_rough_and_a_tie_is_none() -> None:
    rough = beside({**BASE, "qualifier": "about"}, after())
    assert rough == "Members: 150 people (2025) against about 200 people (2024), roughly 25.0% less"
    assert not beside(BASE, after(), {**BASE, "metric": "branches"}, after(metric="branches"))
    assert not beside(BASE, after(difference=None, change=None))


def test_who_is_farthest_from_the_median_of_its_cluster_is_named() -> None:
    usual = {"metric": "members", "item": "all", "year": 2025, "unit": "person", "qualifier": "exact"}
    members = [("A", 90, -20, 2), ("B", 140, 30, 1), ("C", 500, 390, None)]
    found = [
        {**usual, "member_vi": name, "member_en": name, "value": value, "above_median": above, "median": 110,
         "standing": rank}
        for name, value, above, rank in members
    ]  # fmt: skip
    assert comparing.farthest_from_median(rows("comparison/clusters", *found), "en") == (
        "Members in 2025: farthest from the median of its cluster is B, 140 people against 110 people"
    )


def rated(place: str, value: int, rated: int, share: float, item: str = "rating.htxs") -> dict[str, Any]:
    told = {"place": place, "year": 2025, "item": item, "rating_scheme": "htnv"}
    return {**told, "value": value, "rated": rated, "all": rated, "share": share}


def test_where_the_best_rating_has_its_highest_share_is_named_and_a_tie_is_not() -> None:
    found = [
        rated("34:01", 3, 10, 30.0),
        rated("34:04", 1, 1, 100.0),
        rated("34:01", 7, 10, 70.0, "rating.htt"),
    ]
    assert findings.best_rated_place(rows("ratings/by_place", *found), "en") == (
        "2025: the highest share of “Excellent” is in Cao Bằng, 100.0% (1 of 1 branch rated)"
    )
    near = rows("ratings/by_place", rated("34:01", 301, 1000, 30.1), rated("34:04", 3011, 10000, 30.1))
    assert "Cao Bằng, 30.1%" in findings.best_rated_place(near, "en")
    tie = rows("ratings/by_place", rated("34:01", 3, 10, 30.0), rated("34:04", 3, 10, 30.0))
    assert not findings.best_rated_place(tie, "en")


def test_two_metrics_stand_side_by_side_in_the_newest_year_that_has_both() -> None:
    usual = {"item": "all", "unit": "person", "qualifier": "exact", "basis": "reported"}
    told = [("members_joined", 2023, 9), ("members_left", 2023, 1), ("members_joined", 2024, 5)]
    found = [{**usual, "metric": metric, "year": year, "value": value} for metric, year, value in told]
    assert findings.side_by_side(rows("totals/over_years", *found), "en") == (
        "2023: Members joined 9 people; Members left 1 person"
    )


def test_where_many_places_are_equally_late_the_whole_is_told() -> None:
    def of(place: str, state: str, value: int, owing: int | None) -> dict[str, Any]:
        share = None if owing is None else 100 * value / owing
        return {"place": place, "report_state": state, "value": value, "owing": owing, "share": share}

    tie = [
        of("34:01", "missing", 1, 2),
        of("34:01", "late", 1, 2),
        of("34:04", "missing", 2, 4),
        of("34:04", "on_time", 2, 4),
    ]
    assert most_missing(rows("reports/by_place", *tie, levels=["upper"]), "en") == (
        "Unions above the branches: 3 of 6 units have reported"
    )


@pytest.mark.parametrize(
    ("owing", "known", "said"),
    [
        (4, None, "Reports submitted: Branch level 3 of 4"),
        (None, 4, "Reports seen, of units in the register: Branch level 3 of 4"),
    ],
)
def test_reports_of_a_level_are_counted_against_those_owed_or_those_known(
    owing: int | None, known: int | None, said: str
) -> None:
    level = {"level": "branch", "owing": owing, "known": known, "sent": 3}
    assert sent_by_level(rows("reports/by_level", level), "en") == said


def test_the_pace_counts_who_reached_half_of_the_target_and_names_the_first() -> None:
    usual = {
        "metric": "members_joined",
        "item": "all",
        "year": 2024,
        "half_qualifier": "exact",
        "half_value": 9,
    }
    shares = (("A", 119.7), ("B", 99.9), ("C", None))
    found = [{**usual, **unit(name), "half_reached": share} for name, share in shares]
    assert half_reached(rows("targets/reached", *found), "en") == (
        "Members joined, first half of 2024: 1 of 2 units reached half of the target; "
        "the highest is A Federation, 119.7% of that half"
    )
    assert not half_reached(rows("targets/reached", found[0]), "en")
