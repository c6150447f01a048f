"""What the titles above a table say of all of it."""

import datetime as dt

import pytest

from congdoan.intake.context import context
from congdoan.intake.register import Register

MONEY = {
    "(Đơn vị tiền: triệu đồng)": 6,
    "Đơn vị tính: Triệu đồng": 6,
    "ĐVT : 1.000 đồng": 3,
    "Đơn vị tiền tệ: tỷ đồng": 9,
    "(Đơn vị: đồng)": 0,
    "Tính bằng: nghìn đồng": 3,
    "Đơn vị tính: người": None,
    "Đơn vị: LĐLĐ tỉnh Cao Bằng": None,
}


@pytest.mark.parametrize("line", MONEY)
def test_a_title_says_in_what_the_money_stands(line: str) -> None:
    found = context("Sheet1", ["BÁO CÁO NĂM 2024", line], Register({}), dt.date(2025, 1, 15))
    assert found.measured.power == MONEY[line]
