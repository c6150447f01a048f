"""Numbers, shares and money read as each language writes them."""

from decimal import Decimal

import pandas as pd
import pytest

from congdoan import formats
from congdoan.formats import MISSING, Number

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (1234567.5, None, "1.234.567,5", "1,234,567.5"),
        (Decimal("1234567.00"), None, "1.234.567", "1,234,567"),
        (5156, None, "5.156", "5,156"),
        (53.57, 1, "53,6", "53.6"),
        (2.675, 2, "2,68", "2.68"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "-3", "-3"),
        (-5, None, "-5", "-5"),
        (-0.04, 1, "0,0", "0.0"),
        (0, None, "0", "0"),
        (100, None, "100", "100"),
        (10**24, None, "1.000.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000,000"),
        (1e300, 0, "1" + 100 * ".000", "1" + 100 * ",000"),
    ],
)
def test_a_number_is_grouped_and_rounded_half_up(
    value: Number, decimals: int | None, vi: str, en: str
) -> None:
    assert formats.number(value, "vi", decimals) == vi
    assert formats.number(value, "en", decimals) == en


@pytest.mark.parametrize("absent", [None, float("nan"), float("inf"), Decimal("NaN")])
def test_no_number_is_the_mark_and_never_a_zero(absent: Number | None) -> None:
    written = [
        formats.number(absent, "vi"),
        formats.percent(absent, "vi"),
        formats.money(absent, "en"),
        formats.money_exact(absent, "en"),
        formats.quantity(absent, "person", "vi"),
        formats.figure(absent, "dong", "over", None, "vi"),
    ]
    assert set(written) == {MISSING}


def test_the_missing_values_and_numbers_of_a_data_frame_are_understood() -> None:
    frame = pd.DataFrame({"value": [5156, None]}, dtype="Int64")
    assert [formats.number(value, "vi") for value in frame["value"]] == ["5.156", MISSING]
    assert formats.number(frame["value"].max(), "en") == "5,156"


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(TypeError, match="'12,5' is not a number"):
        formats.number("12,5", "vi")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (59.5, f"59,5{NBSP}%", "59.5%"),
        (5.95, f"6,0{NBSP}%", "6.0%"),
        (100, f"100,0{NBSP}%", "100.0%"),
        (0, f"0,0{NBSP}%", "0.0%"),
        (0.04, f"dưới 0,1{NBSP}%", "under 0.1%"),
        (0.05, f"0,1{NBSP}%", "0.1%"),
        (-0.04, f"0,0{NBSP}%", "0.0%"),
    ],
)
def test_a_share_has_one_decimal_and_only_a_real_zero_reads_zero(value: Number, vi: str, en: str) -> None:
    assert formats.percent(value, "vi") == vi
    assert formats.percent(value, "en") == en


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0 đồng", "VND 0"),
        (757589, "757.589 đồng", "VND 757,589"),
        (999_999, "999.999 đồng", "VND 999,999"),
        (999_999.5, "1 triệu đồng", "VND 1 million"),
        (69_400_000, "69,4 triệu đồng", "VND 69.4 million"),
        (601_500_000, "601,5 triệu đồng", "VND 601.5 million"),
        (999_949_999, "999,9 triệu đồng", "VND 999.9 million"),
        (999_950_000, "1 tỷ đồng", "VND 1 billion"),
        (3_906_130_000, "3,9 tỷ đồng", "VND 3.9 billion"),
        (999_950_000_000, "1 nghìn tỷ đồng", "VND 1 trillion"),
        (4_240_000_000_000, "4,2 nghìn tỷ đồng", "VND 4.2 trillion"),
        (1_234_500_000_000_000, "1.234,5 nghìn tỷ đồng", "VND 1,234.5 trillion"),
        (-3_906_130_000, "-3,9 tỷ đồng", "VND -3.9 billion"),
    ],
)
def test_money_takes_the_unit_that_leaves_less_than_a_thousand(value: Number, vi: str, en: str) -> None:
    assert formats.money(value, "vi") == vi
    assert formats.money(value, "en") == en


def test_exact_money_shows_every_dong() -> None:
    assert formats.money_exact(3_906_130_000, "vi") == "3.906.130.000 đồng"
    assert formats.money_exact(3_906_130_000.0, "en") == "VND 3,906,130,000"


@pytest.mark.parametrize(
    ("largest", "divisor", "label"),
    [
        (None, 1, "scale.dong"),
        (0, 1, "scale.dong"),
        (999_999, 1, "scale.dong"),
        (1_000_000, 10**6, "scale.million"),
        (-2_000_000, 10**6, "scale.million"),
        (3_906_130_000, 10**9, "scale.billion"),
        (7_020_000_000_000, 10**12, "scale.trillion"),
    ],
)
def test_an_axis_has_one_unit_of_money(largest: Number | None, divisor: int, label: str) -> None:
    assert formats.money_scale(largest) == (divisor, label)
