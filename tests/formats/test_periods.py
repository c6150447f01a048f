"""Dates and periods are named so that no type reads like another."""

import datetime as dt

import pandas as pd
import pytest

from congdoan import formats
from congdoan.formats import MISSING

DAY = dt.date


def test_a_date_is_written_day_first() -> None:
    assert formats.date(DAY(2021, 1, 5), "vi") == "05/01/2021"
    assert formats.date(DAY(2021, 1, 25), "en") == "25 January 2021"
    assert formats.date(None, "vi") == formats.date(pd.NaT, "vi") == MISSING  # type: ignore[arg-type]


def test_a_range_of_one_year_is_that_year() -> None:
    assert formats.years(2018, 2020) == "2018–2020"
    assert formats.years(2020, 2020) == "2020"


@pytest.mark.parametrize(
    ("period_type", "start", "end", "vi", "en"),
    [
        ("year", DAY(2020, 1, 1), DAY(2020, 12, 31), "năm 2020", "2020"),
        ("year", DAY(2019, 12, 1), DAY(2020, 11, 30), "năm 2020", "2020"),
        ("half", DAY(2021, 1, 1), DAY(2021, 6, 30), "6 tháng đầu năm 2021", "first half of 2021"),
        ("half", DAY(2021, 7, 1), DAY(2021, 12, 31), "6 tháng cuối năm 2021", "second half of 2021"),
        ("quarter", DAY(2021, 10, 1), DAY(2021, 12, 31), "quý IV/2021", "quarter 4 of 2021"),
        ("quarter", DAY(2021, 1, 1), DAY(2021, 3, 31), "quý I/2021", "quarter 1 of 2021"),
        ("school_year", DAY(2019, 9, 1), DAY(2020, 6, 30), "năm học 2019–2020", "school year 2019–2020"),
        ("span", DAY(2018, 1, 1), DAY(2020, 12, 31), "Kỳ 2018–2020", "Period 2018–2020"),
        (
            "span",
            DAY(2024, 9, 7),
            DAY(2024, 9, 16),
            "07/09/2024–16/09/2024",
            "7 September 2024–16 September 2024",
        ),
        ("span", DAY(2021, 8, 5), DAY(2021, 8, 5), "ngày 05/08/2021", "5 August 2021"),
        ("span", None, DAY(2017, 10, 25), "đến ngày 25/10/2017", "as of 25 October 2017"),
        ("as_of", DAY(2017, 10, 25), DAY(2017, 10, 25), "đến ngày 25/10/2017", "as of 25 October 2017"),
        ("as_of", None, DAY(2017, 10, 25), "đến ngày 25/10/2017", "as of 25 October 2017"),
        ("year", None, None, MISSING, MISSING),
    ],
)
def test_a_period_names_its_type(
    period_type: str, start: dt.date | None, end: dt.date | None, vi: str, en: str
) -> None:
    assert formats.period(period_type, start, end, "vi") == vi
    assert formats.period(period_type, start, end, "en") == en
