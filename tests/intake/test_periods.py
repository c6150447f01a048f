"""Periods in titles, and years that are none: days of signing, numbers of decisions."""

import pytest

from congdoan.intake.periods import periods

SAID = {
    "BÁO CÁO KẾT QUẢ NĂM 2021": "year 2021-01-01 2021-12-31",
    "6 tháng đầu năm 2021": "half 2021-01-01 2021-06-30",
    "Quý II năm 2022": "quarter 2022-04-01 2022-06-30",
    "9 tháng đầu năm 2023": "span 2023-01-01 2023-09-30",
    "Năm học 2020-2021": "school_year 2020-09-01 2021-06-30",
    "Giai đoạn 2018-2020": "span 2018-01-01 2020-12-31",
    "(Số liệu tính đến 30/11/2021)": "as_of 2021-11-30 2021-11-30",
    "Báo cáo năm 2021 (tính đến 30/11/2021)": "year 2021-01-01 2021-12-31",
    "Năm 2020, 2021": "year 2020-01-01 2020-12-31 year 2021-01-01 2021-12-31",
}


@pytest.mark.parametrize("text", SAID)
def test_a_title_names_its_period(text: str) -> None:
    assert " ".join(f"{one.kind} {one.start} {one.end}" for one in periods(text)) == SAID[text]


@pytest.mark.parametrize(
    "text",
    [
        "Hà Nội, ngày 15 tháng 12 năm 2021",
        "(Theo Quyết định số 1454/2014/QĐ-TLĐ)",
        "Công văn 12 ngày 5/3/2021",
        "T12/2021",
    ],
)
def test_a_day_of_signing_and_a_number_of_a_decision_are_no_period(text: str) -> None:
    assert periods(text) == ()
