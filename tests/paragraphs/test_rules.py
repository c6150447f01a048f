"""One rule of truth each, on rows made by hand."""

from datetime import date
from typing import Any

import pytest

from congdoan import paragraphs as said
from congdoan.paragraphs.about import paragraph
from congdoan.text import say
from tests.paragraphs.telling import COUNTRY, HERE, plain, rows_of, total


def members(about: said.About, **known: Any) -> str:
    rows = rows_of("totals/over_years", total("members", 1234, **known))
    return plain(paragraph(about, said.totals(about, rows, ["members"])))


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("exact", "có 1.234 đoàn viên"),
        ("over", "có trên 1.234 đoàn viên"),
        ("about", "có khoảng 1.234 đoàn viên"),
        ("almost", "có gần 1.234 đoàn viên"),
        ("at_least", "có ít nhất 1.234 đoàn viên"),
    ],
)
def test_a_qualifier_survives(qualifier: str, words: str) -> None:
    assert words in members(HERE, qualifier=qualifier)


def test_a_sum_says_whose_figures_it_rests_on() -> None:
    summed = {"basis": "summed", "reported": 12, "expected": 34}
    assert members(COUNTRY, **summed) == (
        "Năm 2021, cả nước có 1.234 đoàn viên (theo số liệu của 12/34 nơi)."
    )
    assert "theo số liệu của 12/34 đơn vị" in members(HERE, **summed)
    unknown = members(HERE, basis="summed", reported=3, expected=None)
    assert "theo số liệu của 3 đơn vị, chưa rõ tổng số đơn vị" in unknown


def test_too_few_places_make_no_total() -> None:
    text = members(COUNTRY, basis="summed", reported=3, expected=34)
    assert text == "Đoàn viên: số liệu năm 2021 chưa đủ để nêu thành tổng (theo số liệu của 3/34 nơi)."
    assert "1.234" not in text


def test_sums_of_unlike_places_are_not_compared() -> None:
    before = total("members", 1000, year=2020, basis="summed", reported=20, expected=34)
    now = total("members", 1234, basis="summed", reported=30, expected=34)
    rows = rows_of("totals/over_years", before, now)
    assert "%" not in paragraph(COUNTRY, said.totals(COUNTRY, rows, ["members"]))
    assert paragraph(COUNTRY, said.changed(COUNTRY, rows, ["members"])).startswith("Chưa so sánh được")


def test_women_are_a_part_of_the_members_only_where_both_are_whole() -> None:
    women = total("members_female", 600)
    whole = rows_of("totals/over_years", total("members", 1000), women)
    part = rows_of(
        "totals/over_years", total("members", 1000, basis="summed", reported=30, expected=34), women
    )
    metrics = ["members", "members_female"]
    assert "có 1.000 đoàn viên, trong đó có 600 đoàn viên nữ" in said.totals(COUNTRY, whole, metrics)[0]
    assert "trong đó" not in said.totals(COUNTRY, part, metrics)[0]


def test_a_preliminary_value_is_marked() -> None:
    assert members(HERE, status="preliminary").endswith("(số sơ bộ).")


def test_a_zero_is_said_and_a_missing_figure_is_none() -> None:
    rows = rows_of("totals/over_years", total("branches_founded", 0), total("members", None))
    metrics = ["branches_founded", "members"]
    assert said.totals(HERE, rows, metrics) == ["Năm 2021, Cao Bằng thành lập mới 0 CĐCS."]
    assert said.lacking(HERE, rows, metrics) == ["Cao Bằng chưa có số liệu cả năm (2021) về: Đoàn viên."]


def test_simulated_figures_are_marked_in_every_paragraph() -> None:
    marked = said.About("vi", "Cao Bằng", "2021", many=False, mark="SỐ LIỆU MINH HỌA")
    assert members(marked).startswith("SỐ LIỆU MINH HỌA. Năm 2021")
    assert paragraph(marked, []) == ""


def items(*found: dict[str, Any]) -> str:
    rows = rows_of("totals/by_item", *found)
    return plain(paragraph(COUNTRY, said.by_item(COUNTRY, rows, "paragraph.items.programmes")))


def programme(item: str, value: float, **known: Any) -> dict[str, Any]:
    return total("welfare_amount", value, **{"item": f"programme.{item}", "unit": "dong", **known})


def test_an_item_within_another_says_so() -> None:
    text = items(programme("tet", 5e6), programme("tet_market", 1e6, nested=True))
    assert text.endswith(
        "Chợ Tết Công đoàn: 1.000.000 đồng (bằng chữ: một triệu đồng) (có thể đã tính trong khoản khác)."
    )


def test_items_that_are_not_named_are_counted() -> None:
    codes = "tet workers_month holiday visit hardship relief women study".split()
    text = items(*(programme(code, 1e6 * (9 - at)) for at, code in enumerate(codes)))
    assert text.count("bằng chữ") == 6
    assert text.endswith("; và 2 khoản khác.")


def test_an_item_of_too_few_places_is_counted_and_not_said() -> None:
    thin = programme("visit", 7e6, basis="summed", reported=2, expected=34)
    text = items(programme("tet", 5e6), thin)
    assert "7.000.000" not in text
    assert text.endswith("; và 1 khoản khác.")


def rating(item: str, value: int, **known: Any) -> dict[str, Any]:
    whole = {"year": 2021, "rated": 3, "all": 3, "share": 1.0, "reported": 34, "expected": 34}
    return {"item": f"rating.{item}", "value": value, **whole, **known}


def test_ratings_without_a_whole_set_have_no_share() -> None:
    rows = rows_of("ratings/by_year", rating("htxs", 1, share=None), rating("htt", 2, share=None))
    [text] = said.rated(COUNTRY, rows)
    assert "%" not in text
    assert "chưa đủ bộ xếp loại" in text


def test_shares_that_miss_a_hundred_say_why_and_others_do_not() -> None:
    third = [rating(item, 1) for item in ("htxs", "htt", "ht")]
    assert said.rated(COUNTRY, rows_of("ratings/by_year", *third))[1:] == [
        "Các tỷ lệ cộng lại lệch 100\u00a0% do làm tròn."
    ]
    assert len(said.rated(COUNTRY, rows_of("ratings/by_year", rating("htt", 3)))) == 1


def test_ratings_of_one_place_are_not_those_of_the_country() -> None:
    assert not said.rated(COUNTRY, rows_of("ratings/by_year", rating("htt", 3, reported=1)))
    [text] = said.rated(COUNTRY, rows_of("ratings/by_year", rating("htt", 3, reported=30)))
    assert text.startswith("Năm 2021, cả nước (theo số liệu của 30/34 nơi): trong 3 CĐCS được xếp loại")


def award(value: int, basis: str, qualifier: str) -> dict[str, Any]:
    form = {"level": "province", "item": "award.bang_khen_ldld", "recipient": "collective"}
    return {**form, "occasion": "thematic", "value": value, "basis": basis, "qualifier": qualifier}


def test_recorded_awards_stand_apart_from_a_total_of_the_same() -> None:
    rows = rows_of("awards/by_form", award(17, "reported", "exact"), award(35, "tally", "at_least"))
    text = plain(paragraph(COUNTRY, said.awarded(COUNTRY, rows, 2021)))
    assert "ít nhất 35 tập thể (chuyên đề; ghi nhận riêng, không cộng vào tổng)" in text
    assert "52" not in text


def period(kind: str, scope: str, value: float, at: int) -> dict[str, Any]:
    days: dict[str, Any] = {"period_start": None, "period_end": date(2021, 6, 30)}
    figure = {
        "figure": f"F{at}",
        "organisation_vi": "LĐLĐ tỉnh",
        "metric": "houses",
        "item": "all",
        "unit": "house",
    }
    return {**figure, **days, "period_type": kind, "scope": scope, "value": value, "qualifier": "exact"}


def test_figures_of_other_periods_are_counted_where_they_are_many() -> None:
    found = [period("half", "part", at + 1, at) | {"matching": 40} for at in range(40)]
    none = rows_of("totals/tallies")
    [text] = said.other_periods(HERE, rows_of("figures/other_periods", *found), none)
    assert text.startswith("Ngoài ra có 40 số liệu của kỳ khác")


def test_a_mid_year_report_calls_its_own_figures_by_their_name() -> None:
    found = [period("half", "part", at + 1, at) | {"matching": 40} for at in range(40)]
    asked = rows_of("figures/other_periods", *found), rows_of("totals/tallies")
    assert said.other_periods(COUNTRY, *asked, "half") == [
        "Cả nước có 40 số liệu 6 tháng (2021) của từng đơn vị, không cộng vào số cả năm."
    ]


def test_of_many_other_figures_the_totals_are_said_and_the_rest_counted() -> None:
    found = [
        period("half", "total" if at == 0 else "part", at + 1, at) | {"matching": 40} for at in range(40)
    ]
    none = rows_of("totals/tallies")
    told = said.other_periods(HERE, rows_of("figures/other_periods", *found), none)
    assert told[0] == "6 tháng đầu năm 2021, LĐLĐ tỉnh: Nhà Mái ấm công đoàn: 1 nhà."
    assert told[-1].startswith("Còn 39 số liệu khác")


def test_places_without_figures_are_named_only_where_they_are_few() -> None:
    absent = [
        {"metric": "members", "place": f"34:{code}"} for code in ("01", "04", "08", "11", "12", "14", "15")
    ]
    few = said.missing(COUNTRY, rows_of("coverage/over_years"), rows_of("coverage/missing", *absent[:2]))
    many = said.missing(COUNTRY, rows_of("coverage/over_years"), rows_of("coverage/missing", *absent))
    assert few[0] == "Nơi chưa có số liệu (2021): Đoàn viên, 2 nơi (Hà Nội, Cao Bằng)."
    assert many[0] == "Nơi chưa có số liệu (2021): Đoàn viên, 7 nơi."
    assert few[-1] == many[-1] == "Thiếu số liệu không có nghĩa là bằng không."


def test_a_place_without_a_total_says_what_else_is_known_of_it() -> None:
    absent = {"metric": "members", "place": "34:04", "last_year": 2020, "loose": 3}
    [said_of_it, *_] = said.missing(HERE, rows_of("coverage/over_years"), rows_of("coverage/missing", absent))
    assert "2020" in said_of_it
    assert say("paragraph.absent.figures", "vi", count="3") in said_of_it


def test_coverage_is_of_the_newest_well_known_year() -> None:
    years = [(2025, 12), (2026, 1)]
    covered = [
        {"metric": "branches", "year": year, "reported": count, "partly": 0, "expected": 34}
        for year, count in years
    ]
    told = said.missing(COUNTRY, rows_of("coverage/over_years", *covered), rows_of("coverage/missing"))
    assert told == ["Cả nước, số nơi có số liệu: Công đoàn cơ sở năm 2025: 12/34."]


def target(**known: Any) -> str:
    """What is said of one target of 20 members, of which a sum of 5 of 8 branches is 10."""
    usual = {"metric": "members_joined", "item": "all", "year": 2021, "unit": "person", "level": "provincial"}
    summed = {
        "basis": "summed",
        "reported": 5,
        "expected": 8,
        "qualifier": "exact",
        "organisation_vi": "LĐLĐ",
    }
    reached = {"target": 20, "value": 10, "reached": 50.0, "to_go": 10, "status": "final", "band": "missed"}
    bands = dict.fromkeys(("met", "exceeded", "near", "missed", "partial", "no_figure"), 0)
    offered = rows_of("targets/offered", {**usual, **bands, "targets": 1, "missed": 1})
    return plain(
        said.targets_reached(
            COUNTRY, rows_of("targets/reached", {**usual, **summed, **reached, **known}), offered
        )[1]
    )


def test_what_came_of_a_target_rests_on_units_also_where_many_places_are_meant() -> None:
    assert "10 người (theo số liệu của 5/8 đơn vị) so với chỉ tiêu 20 người" in target()


def test_a_sum_of_a_part_shows_no_target_missed() -> None:
    text = target(qualifier="at_least", to_go=None, band="partial")
    assert text.endswith("đạt ít nhất 50,0 % chỉ tiêu, chưa đủ số liệu để nói còn thiếu bao nhiêu.")


def test_the_best_rating_stands_beside_the_year_before_like_for_like() -> None:
    alike = {"alike_now": 20.0, "alike_before": 15.0, "alike_branches": 2}
    [text, *_] = said.rated(
        COUNTRY, rows_of("ratings/by_year", rating("htxs", 1, **alike), rating("htt", 2, **alike))
    )
    assert plain(text).count("tăng 5,0 điểm phần trăm so với 2020") == 1
