"""Every figure of the five source documents is found again as the screens ask for it.

One line per figure: line of the document, kind of period, metric, item (and recipient, occasion of an award),
qualifier, value or the printed word. Money is in whole đồng. Lines, values and qualifiers were compared with
the documents, not with `facts.csv`: a figure that only one of the two holds fails a test.
"""

from typing import Any

import pytest

from tests.asking import ask

pytestmark = pytest.mark.usefixtures("real")

UNITS = {
    "S000": "cdcs-ldld-tinh-khong-ro",
    "S001": "cdvc-vinh-phuc",
    "S002": "ldld-cao-bang",
    "S003": "cdcs-so-cong-thuong-bac-kan",
    "S004": "cdcs-vp-tinh-uy-dak-nong",
}
PLACES = {"S000": None, "S001": "34:25", "S002": "34:04", "S003": "34:19", "S004": "34:68"}
FORMER = {"S000": None, "S001": "63:26", "S002": "63:04", "S003": "63:06", "S004": "63:67"}
PERIODS = {
    ("S000", "year"): ("2020-01-01", "2020-12-31"),
    ("S000", "school_year"): ("2019-09-01", "2020-06-30"),
    ("S000", "as_of"): ("2020-12-31", "2020-12-31"),
    ("S001", "year"): ("2018-01-01", "2018-12-31"),
    ("S001", "as_of"): ("2018-12-31", "2018-12-31"),
    ("S002", "half"): ("2021-01-01", "2021-06-30"),
    ("S002", "year"): ("2020-01-01", "2020-12-31"),
    ("S003", "span"): ("2018-01-01", "2020-12-31"),
    ("S004", "as_of"): ("2017-10-25", "2017-10-25"),
    ("S004", "span"): ("2012-01-01", "2017-10-25"),
}
PRINTED = {
    "S000": """
        10 year member_study_share all exact 100
        16 year awards award.cstd_co_so/individual/comprehensive exact 2
        16 year awards award.lao_dong_tien_tien/individual/comprehensive exact 23
        16 year awards award.tap_the_ld_xuat_sac/collective/comprehensive exact 2
        16 year awards award.tap_the_ld_tien_tien/collective/comprehensive exact 3
        16 year pay_rise_turns pay.combined exact 7
        16 year training_turns all exact 11
        16 year donation_amount fund.gratitude exact 8_000_000
        16 year welfare_people programme.holiday exact 25
        16 year welfare_amount programme.holiday exact 12_500_000
        16 year donation_amount all exact 39_800_000
        16 year welfare_amount programme.visit exact 15_200_000
        16 year blood_donors all exact 5
        16 as_of fund_balance balance.revolving exact 163_600_000
        18 year welfare_gifts programme.women exact 12
        18 year welfare_amount programme.women over 3_000_000
        18 year welfare_people programme.children exact 20
        18 year welfare_amount programme.children exact 6_000_000
        18 year welfare_amount programme.study exact 4_200_000
        18 school_year welfare_amount programme.study over 3_500_000
        20 year member_rating_share member_rating.excellent exact 100
        20 year awards award.giay_khen_cap_tren/individual/unstated exact 8
    """,
    "S001": """
        11 as_of branches all exact 84
        11 as_of members all exact 4_609
        11 year donation_amount fund.poor_workers over 62_000_000
        11 year blood_donors all almost 800
        17 year party_class_prospective all exact 115
        17 year party_admitted all exact 117
        17 year party_class_new all exact 120
        17 year rated_branches rating.vmxs exact 45
        17 year rated_branches rating.vm exact 34
        17 year rated_branches rating.kha exact 5
        17 year rated_share rating.vmxs exact 53.5
        17 year rated_share rating.vm exact 40.4
        17 year rated_share rating.kha exact 0.59
        21 year awards award.co_tld/collective/unstated exact 1
        21 year awards award.bang_khen_tld/collective/unstated exact 1
        21 year awards award.lao_dong_sang_tao/individual/unstated exact 5
        21 year awards award.co_ldld/collective/unstated exact 1
        21 year awards award.bang_khen_ldld/collective/unstated exact 9
        21 year awards award.bang_khen_ldld/individual/unstated exact 15
        21 year awards award.giay_khen_cap_tren/collective/unstated exact nhiều
        21 year awards award.giay_khen_cap_tren/individual/unstated exact nhiều
    """,
    "S002": """
        7 half welfare_people programme.tet exact 5_156
        7 half welfare_amount programme.tet exact 3_906_130_000
        7 half welfare_gifts programme.tet exact 693
        7 half welfare_amount programme.tet exact 601_500_000
        7 half recipient_units programme.tet exact 14
        7 half recipient_units programme.tet exact 34
        7 half donors_honoured all exact 16
        7 half welfare_gifts programme.other exact 150
        7 half welfare_amount programme.other exact 90_000_000
        7 half welfare_gifts programme.relief exact 238
        7 half welfare_amount programme.relief exact 238_000_000
        7 half donation_amount fund.covid over 125_000_000
        7 half recipient_units programme.relief exact 3
        7 half welfare_people programme.workers_month exact 113
        7 half welfare_amount programme.workers_month exact 69_400_000
        7 half houses all exact 10
        7 half houses all exact 8
        7 half houses all exact 2
        7 half houses_amount all exact 260_000_000
        16 year awards award.co_tld/collective/comprehensive exact 2
        16 half awards award.bang_khen_ldld/collective/thematic exact 2
        16 half awards award.bang_khen_ldld/individual/thematic exact 1
        16 half awards award.bang_khen_ldld/collective/thematic exact 6
    """,
    "S003": """
        5 span pay_rise_turns pay.regular exact 35
        5 span pay_rise_turns pay.early exact 12
        5 span maternity_turns all exact 11
        7 span award_amount all about 132_400_000
        7 span welfare_amount programme.holiday about 120_900_000
        11 span welfare_turns programme.visit exact 85
        11 span welfare_amount programme.visit about 20_700_000
        11 span welfare_people programme.relief exact 1
        11 span welfare_amount programme.relief almost 9_000_000
        11 span welfare_people programme.lodging exact 2
        13 span welfare_turns programme.women exact 1
        13 span welfare_amount programme.women over 35_000_000
        15 span welfare_people programme.study exact 45
        15 span welfare_amount programme.children about 31_800_000
        17 span welfare_turns programme.trip exact 4
        17 span welfare_amount programme.trip over 240_400_000
        19 span community_gifts all over 130
        19 span community_amount all about 90_000_000
        19 span in_kind all exact 17
        19 span community_projects_amount all almost 200_000_000
        19 span community_projects_amount all about 150_000_000
        19 span in_kind all exact 400
        21 span donation_amount all over 79_000_000
        21 span donation_amount fund.for_the_poor exact 13_300_000
        21 span donation_amount fund.covid exact 2_800_000
        21 span donation_amount fund.disaster exact 13_400_000
        21 span donation_amount fund.gratitude exact 2_400_000
        21 span donation_amount fund.child_protection exact 2_400_000
        21 span donation_amount fund.new_rural exact 26_600_000
        21 span blood_turns all exact 11
    """,
    "S004": """
        9 as_of members all exact 71
        9 as_of members_female all exact 30
        9 as_of union_groups all exact 5
        13 span party_recommended all exact 12
        13 span party_admitted all exact 10
        13 span training_planned all exact 11
        15 as_of fund_balance balance.mutual_aid exact 165_000_000
        15 as_of fund_turns balance.mutual_aid exact 35
        15 as_of fund_balance balance.study about 36_000_000
        17 as_of donation_amount all over 164_000_000
        19 as_of rated_branches rating.vmxs exact nhiều năm
        19 as_of awards award.huan_chuong_lao_dong_3/collective/unstated exact 1
    """,
}
Figure = tuple[int, str, str, str, str, float | str]


def printed(document: str) -> list[Figure]:
    """The figures of a document as they were read by eye."""
    lines = (line.split(maxsplit=5) for line in PRINTED[document].strip().splitlines())
    return sorted(
        (int(line), period, metric, item, qualifier, spoken(value))
        for line, period, metric, item, qualifier, value in lines
    )


def spoken(value: str) -> float | str:
    """A number, or the word that the document has in its place."""
    return float(value) if value[0].isdecimal() else value


def found(**inputs: Any) -> list[Figure]:
    """The figures as a screen gets them."""
    return sorted(
        (
            row["source_line"],
            row["period_type"],
            row["metric"],
            awarded(row),
            row["qualifier"],
            row["value_text_vi"] if row["value"] is None else row["value"],
        )
        for row in ask("figures/list", **inputs)
    )


def awarded(row: dict[str, Any]) -> str:
    if row["metric"] != "awards":
        return str(row["item"])
    return "/".join((row["item"], row["recipient"], row["occasion"]))


def test_the_documents_hold_a_hundred_and_eight_figures() -> None:
    assert {document: len(printed(document)) for document in PRINTED} == {
        "S000": 22,
        "S001": 21,
        "S002": 23,
        "S003": 30,
        "S004": 12,
    }


@pytest.mark.parametrize("document", PRINTED)
def test_every_figure_of_a_document_is_found_on_the_screen_of_sources(document: str) -> None:
    assert found(source=document) == printed(document)


@pytest.mark.parametrize("document", PRINTED)
def test_every_figure_of_a_document_is_found_on_the_screen_of_its_unit(document: str) -> None:
    of_unit = found(org=UNITS[document])
    assert not [figure for figure in printed(document) if figure not in of_unit]


@pytest.mark.parametrize("document", PRINTED)
def test_every_figure_of_a_document_keeps_the_period_it_speaks_of(document: str) -> None:
    for row in ask("figures/list", source=document):
        period = (str(row["period_start"])[:10], str(row["period_end"])[:10])
        assert period == PERIODS[document, row["period_type"]], row["figure"]
        assert str(row["year"]) == period[1][:4]


@pytest.mark.parametrize("document", PRINTED)
def test_a_document_belongs_to_its_province_in_both_schemes_or_to_none(document: str) -> None:
    assert {row["place"] for row in ask("figures/list", source=document)} == {PLACES[document]}
    assert {row["place"] for row in ask("figures/list", source=document, scheme="63")} == {FORMER[document]}


@pytest.mark.parametrize("document", PRINTED)
def test_a_document_can_be_opened_from_each_of_its_figures(document: str) -> None:
    source = ask("sources/one", source=document)[0]
    assert source["document"] == document
    assert source["figures"] == len(printed(document))
    for row in ask("figures/list", source=document):
        assert [one["source"] for one in ask("figures/list", figure=row["figure"])] == [document]


def test_what_a_document_calls_a_part_hangs_on_its_whole() -> None:
    parts = {(row["figure"], row["part_of"]) for row in ask("figures/list", source="S003") if row["part_of"]}
    assert len(parts) == 7  # six funds within "over 79 million", the staff's 150 within "almost 200 million"
    shelters = [row for row in ask("figures/list", source="S002", metrics=["houses"]) if row["part_of"]]
    assert sorted(row["value"] for row in shelters) == [2, 8]
    women = ask("figures/list", source="S004", metrics=["members_female"])[0]
    assert ask("figures/list", figure=women["part_of"])[0]["value"] == 71
