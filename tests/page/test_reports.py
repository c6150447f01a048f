"""Who has reported: what the screen says of each data set, and the reminder that it writes."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from congdoan.formats import markdown
from congdoan.page.reminder import Due, debtors, reminder
from congdoan.queries import load
from congdoan.text import say
from tests.asking import answer
from tests.page.visits import said, tiles, visit

YEAR = Due("year", 2025, date(2025, 11, 30), date(2026, 1, 14))
HELD = date(2026, 3, 20)


@pytest.mark.usefixtures("both")
def test_a_register_that_is_not_complete_says_that_nobody_knows_who_is_missing() -> None:
    app = visit("reports")
    assert f"**{markdown(say('reports.incomplete', 'vi'))}**" in [words.value for words in app.markdown]
    assert not [tile for tile in tiles(app) if "/" in tile["value"] or "%" in tile["value"]]
    assert say("card.reports.missing.title", "vi") not in said(app)


@pytest.mark.usefixtures("both")
def test_a_complete_register_counts_each_level_of_those_that_owe_a_report() -> None:
    app = visit("reports", du_lieu="minh-hoa", lang="en")
    assert [tile["label"] for tile in tiles(app)] == [
        "Provincial level",
        "Central industry level",
        "Upper level",
        "Branch level",
    ]
    assert tiles(app)[0]["value"] == "34/34"
    assert app.code[0].value.startswith("SIMULATED FIGURES\nTo: ")


@pytest.mark.usefixtures("both")
def test_the_period_of_the_address_is_shown_and_an_unknown_one_named() -> None:
    half = visit("reports", du_lieu="minh-hoa", loai_ky="half", nam_xem="2024")
    assert [box.value for box in half.selectbox if "period" in str(box.key)] == ["half", "2024"]
    assert not half.info
    unknown = visit("reports", du_lieu="minh-hoa", loai_ky="quarter", nam_xem="x")
    assert len(unknown.info) == 2
    assert [box.value for box in unknown.selectbox if "period" in str(box.key)] == ["year", "2025"]


@pytest.mark.usefixtures("both")
def test_the_newest_of_the_chosen_years_is_shown() -> None:
    app = visit("reports", du_lieu="minh-hoa", nam="2018-2020", nam_xem="2025")
    assert not app.info
    assert [box.value for box in app.selectbox if "period" in str(box.key)] == ["year", "2020"]


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(("address", "sums", "year"), [({"loai": "cd_xa"}, 5, "2025"), ({}, 1, "2024")])
def test_the_coverage_of_a_sum_leads_to_who_reported_for_its_year_in_the_same_view(
    address: dict[str, str], sums: int, year: str
) -> None:
    app = visit("members", du_lieu="minh-hoa", **address)
    links = [way for tile in tiles(app) for way in tile["ways"]]
    ways = [way["address"] for way in links if way["label"] == say("card.reports", "vi")]
    assert len(ways) == len([words for words in said(app) if re.search(r"cộng \d+/\d+ nơi", words)]) == sums
    asked = urlencode({"du-lieu": "minh-hoa", **address, "nam-xem": year})
    assert set(ways) == {f"/bao-cao?{asked}"}


def test_a_reminder_names_unit_period_due_date_and_what_is_missing() -> None:
    upper = {"org": "a", "organisation_vi": "Công đoàn xã A"}
    own = {**upper, "last_report_year": 2024, "last_report_on": date(2025, 1, 3)}
    units = debtors(
        answer("reports/missing", load("reports/missing").columns, [own]),
        answer("reports/branches", load("reports/branches").columns, [{**upper, "missing": 3, "owing": 12}]),
        "vi",
    )
    assert YEAR.words("vi").endswith("năm 2025: chốt số liệu ngày 30/11/2025, hạn nộp 14/01/2026.")
    assert reminder(YEAR, units, HELD, "vi").splitlines()[:6] == [
        "Kính gửi: Công đoàn xã A.",
        "V/v nộp báo cáo thống kê năm 2025",
        "",
        f"{YEAR.words('vi')} Trong số liệu đã nhận đến ngày 20/03/2026, chúng tôi chưa thấy:",
        "- báo cáo của Công đoàn xã A (báo cáo gần nhất: 2024, ngày 03/01/2025);",
        "- báo cáo của 3 trong 12 công đoàn cơ sở thuộc Công đoàn xã A;",
    ]


def test_a_reminder_to_many_says_how_many_it_does_not_name() -> None:
    owing = [{"org": str(at), "organisation_en": f"Union {at}"} for at in range(32)]
    none = answer("reports/branches", load("reports/branches").columns)
    units = debtors(answer("reports/missing", load("reports/missing").columns, owing), none, "en")
    text = reminder(YEAR, units, HELD, "en")
    assert "Union 29; and 2 other units." in text
    assert "Union 30" not in text
