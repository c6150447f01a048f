"""Places compared and ranked by hand, on the figures of 2022 that are added to the hand-made ones."""

from typing import Any

import pytest

from tests.asking import ask, side_by_side, table

pytestmark = pytest.mark.usefixtures("year_2022")
MEMBERS, PARTY, RATED = ["members/all"], ["party_admitted/all"], ["rating.htxs"]


def ranked(columns: str, measures: list[str], **inputs: Any) -> list[tuple[Any, ...]]:
    """Some columns of those places of 2022 that are ranked, or say more than that they have no figure."""
    columns = f"place unranked {columns}"
    found = table("comparison/ranking", columns, scheme="63", year_to=2022, measures=measures, **inputs)
    return [(place, *rest) for place, why, *rest in found if why != "no_figure"]


def test_each_place_stands_against_the_first_in_number_and_percent() -> None:
    found = side_by_side("place value difference change", *MEMBERS, sides="63:26 63:17 63:04", periods="2022")
    assert found == [
        ("63:26", 50_000, None, None),
        ("63:17", 400, -49_600, -99.2),
        ("63:04", 100_000, 50_000, 100.0),
    ]


def test_preliminary_beside_final_is_marked() -> None:
    assert side_by_side("place caution", *MEMBERS, sides="63:26 63:17 63:04", periods="2022") == [
        ("63:26", None),
        ("63:17", "preliminary"),
        ("63:04", None),
    ]


def test_a_former_province_beside_its_new_one_is_marked_and_named_as_former() -> None:
    columns = "place value difference refusal caution"
    found = side_by_side(columns, *MEMBERS, sides="34:25 63:26 63:04", periods="2024")
    assert found == [
        ("34:25", 60, None, None, None),
        ("63:26@34", 20, -40, None, "other_borders"),
        ("63:04@34", None, None, None, None),
    ]


def test_a_former_province_cannot_have_a_figure_after_its_last_year() -> None:
    found = side_by_side("place value possible", *MEMBERS, sides="34:25 63:26", periods="2026")
    assert found == [("34:25", 80, True), ("63:26@34", None, False)]


def test_across_boundaries_only_what_adds_up_is_compared() -> None:
    found = side_by_side("place refusal", "member_study_share/all", sides="34:25 63:26", periods="2022")
    assert found == [("34:25", None), ("63:26@34", "borders")]


def test_half_a_year_is_not_compared_with_a_year() -> None:
    half = "half:2021-01-01:2021-06-30"
    found = side_by_side(
        "period value difference refusal", "welfare_amount/all", sides="63:04", periods=f"2020 {half}"
    )
    assert found == [("2020", 400_000_000, None, None), (half, 900_000_000, None, "period_kind")]


def test_ratings_are_not_compared_across_the_change_of_scale() -> None:
    found = side_by_side(
        "period value possible refusal", "rated_branches/rating.vm", sides="63:26", periods="2018 2022"
    )
    assert found == [("2018", 7, True, None), ("2022", None, False, "rating_scale")]


def test_at_least_so_much_is_compared_with_nothing() -> None:
    found = side_by_side(
        "period difference refusal", "donation_amount/all", sides="63:04", periods="2022 2021"
    )
    assert found == [("2022", None, None), ("2021", None, "extent")]


def test_a_difference_across_the_merger_is_marked() -> None:
    found = side_by_side("period difference caution", *MEMBERS, sides="34:25", periods="2024 2025")
    assert found == [("2024", None, None), ("2025", 10, "series_break")]


def test_periods_of_a_place_are_told_by_their_kind() -> None:
    asked_for = {"sides": ["63:04"], "measures": ["welfare_amount/all", "members/all"]}
    found = table("comparison/periods", "period period_type figures", **asked_for)
    assert found == [
        ("2022", "year", 1),
        ("2021", "year", 2),
        ("half:2021-01-01:2021-06-30", "half", 1),
        ("2020", "year", 2),
    ]


def test_measures_say_in_how_many_places_they_are_known() -> None:
    found = table("comparison/measures", "metric item year places", scheme="63")
    assert ("members", "all", 2022, 3) in found
    assert ("rated_branches", "rating.htxs", 2022, 4) in found


def test_a_median_is_the_middle_of_three_places_at_least_that_speak_for_themselves() -> None:
    columns = "metric year reference value places"
    inputs = {"scheme": "63", "places": ["63:26"], "measures": [*MEMBERS, *PARTY, "branches/all"]}
    found = table("comparison/medians", columns, year_from=2022, year_to=2023, **inputs)
    assert found == [
        ("members", 2022, "country", 50_000, 3),
        ("members", 2022, "region", 50_000, 3),
        ("members", 2022, "cluster", 50_000, 3),
        ("branches", 2022, "country", 50, 4),
        ("branches", 2022, "region", 50, 4),
        ("branches", 2022, "cluster", 60, 3),
        ("party_admitted", 2022, "country", 8, 3),
        ("party_admitted", 2022, "region", 8, 3),
        ("party_admitted", 2022, "cluster", 8, 3),
    ]


def test_every_place_has_a_row_for_every_year_that_any_has() -> None:
    columns = "place year value median region_median cluster_median cluster_vi"
    found = table(
        "comparison/over_years", columns, scheme="63", year_from=2022, year_to=2023, measures=MEMBERS
    )
    assert len(found) == 63 * 2
    assert ("63:26", 2022, 50_000, 50_000, 50_000, 50_000, "Cụm thử") in found
    assert ("63:01", 2022, None, 50_000, None, None, None) in found
    assert ("63:26", 2023, 18, None, None, None, None) in found


def test_the_same_value_shares_a_rank_and_the_next_is_left_out() -> None:
    assert ranked("standing value", PARTY) == [
        ("63:04", 1, 8),
        ("63:26", 1, 8),
        ("63:17", 3, 4),
        ("63:25", None, 7),
    ]


def test_without_coverage_a_base_or_enough_of_it_there_is_no_rank() -> None:
    """Per 1 000 members: 8 of 50 000 is 0.16, of 100 000 is 0.08; 400 members are too few."""
    assert ranked("unranked standing value base", PARTY, per="members") == [
        ("63:26", None, 1, 0.16, 50_000),
        ("63:04", None, 2, 0.08, 100_000),
        ("63:17", "small_base", None, 10, 400),
        ("63:25", "coverage", None, None, None),
    ]
    assert ranked("unranked", ["branches/all"], per="members")[-1] == ("63:25", "no_base")


def test_a_rate_is_no_more_certain_than_what_it_is_divided_by() -> None:
    assert ("63:17", "over", "final") in ranked("qualifier status", PARTY)
    assert ("63:17", "about", "preliminary") in ranked("qualifier status", PARTY, per="members")


def test_per_branch_takes_ten_branches() -> None:
    assert ranked("standing value", PARTY, per="branches")[:3] == [
        ("63:04", 1, 0.2),
        ("63:26", 2, 0.08),
        ("63:17", 3, 0.07),
    ]
    assert ranked("unranked", ["rated_branches/rating.htxs"], per="branches")[-1] == ("63:25", "small_base")


def test_a_band_of_size_begins_with_its_lower_bound_and_ranks_its_own() -> None:
    assert ranked("size_band", PARTY) == [
        ("63:04", "below_150000"),
        ("63:26", "below_150000"),
        ("63:17", "below_50000"),
        ("63:25", None),
    ]
    assert ranked("standing", PARTY, band="below_50000") == [("63:17", 1)]


def test_limits_around_the_national_share_narrow_with_the_branches_rated() -> None:
    """60 of 200 is 30 %; the deviation is 7.25, 5.92 and 4.58 points for 40, 60 and 100 branches."""
    columns = "place rated share national low_95 high_95 low_998 high_998 limits unranked"
    assert table("comparison/funnel", columns, scheme="63", year_to=2022, items=RATED) == [
        ("63:04", 40, 25.0, 30.0, 15.8, 44.2, 7.61, 52.39, "within", None),
        ("63:17", 60, 16.67, 30.0, 18.4, 41.6, 11.72, 48.28, "below_95", None),
        ("63:26", 100, 40.0, 30.0, 21.02, 38.98, 15.84, 44.16, "above_95", None),
        ("63:25", 9, 100.0, 30.0, None, None, None, None, None, "small_base"),
    ]


def test_a_funnel_of_fewer_than_three_places_judges_nobody() -> None:
    found = table("comparison/funnel", "place rated limits unranked", year_to=2022, items=RATED)
    assert found == [("34:04", 40, None, None), ("34:25", 59, None, "coverage")]


def test_a_member_stands_against_the_median_of_its_cluster_while_the_cluster_is_valid() -> None:
    """The middle of 10, 400, 50 000 and 100 000 is 25 200."""
    columns = "cluster_vi member_vi value median above_median standing"
    asked_for = {"sides": ["63:26"], "measures": MEMBERS}
    assert table("comparison/clusters", columns, year_to=2022, **asked_for) == [
        ("Cụm thử", "Cao Bằng", 100_000, 25_200, 74_800, 1),
        ("Cụm thử", "Vĩnh Phúc", 50_000, 25_200, 24_800, 2),
        ("Cụm thử", "Hòa Bình", 400, 25_200, -24_800, 3),
        ("Cụm thử", "Công đoàn Viên chức tỉnh Cao Bằng", 10, 25_200, -25_190, 4),
    ]
    assert ask("comparison/clusters", year_to=2023, **asked_for) == []
