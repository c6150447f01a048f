"""Numbers as people type them; every number that is written in a known style reads back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.intake.numbers import Amount, Style, Unclear, Unreadable, number, read, style_of

whole = st.integers(min_value=0, max_value=10**13)
decimals = st.decimals(min_value=0, max_value=10**9, places=2)
quickly = settings(max_examples=150, deadline=500)
SEPARATORS: dict[Style, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}


def written(value: Decimal, style: Style, grouped: bool) -> str:
    """A number as a careful person writes it in a style."""
    thousands, point = SEPARATORS[style]
    text = f"{value:,}" if grouped else f"{value}"
    return text.replace(",", "\0").replace(".", point).replace("\0", thousands)


def value_of(text: str, style: Style | None = None) -> Decimal:
    found = read(text, style)
    assert isinstance(found, Amount), (text, found)
    return found.value


@quickly
@given(whole | decimals, st.sampled_from(["vi", "en"]), st.booleans())
def test_a_number_of_either_style_reads_back_in_its_style(
    value: int | Decimal, style: Style, grouped: bool
) -> None:
    assert value_of(written(Decimal(value), style, grouped), style) == value


@quickly
@given(whole, st.sampled_from([" ", "\u00a0", "\u202f", "'", "’"]))
def test_blanks_and_apostrophes_group_digits(value: int, sign: str) -> None:
    assert value_of(f"{value:,}".replace(",", sign)) == value


@quickly
@given(st.integers(0, 9999), st.sampled_from([("nghìn", 3), ("k", 3), ("triệu", 6), ("tr", 6), ("tỷ", 9)]))
def test_a_scale_word_multiplies(value: int, scale: tuple[str, int]) -> None:
    word, power = scale
    assert value_of(f"{value} {word} đồng") == value_of(f"{value}{word}") == value * 10**power


@quickly
@given(whole, st.sampled_from([("khoảng", "about"), ("trên", "over"), ("gần", "almost"), ("≥", "at_least")]))
def test_a_word_before_the_number_qualifies_it(value: int, said: tuple[str, str]) -> None:
    assert read(f"{said[0]} {value}") == Amount(Decimal(value), said[1])


@quickly
@given(whole)
def test_full_width_digits_and_the_letter_o_are_digits(value: int) -> None:
    wide = str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    assert value_of(wide) == value
    with_letter = str(value).replace("0", "O")
    assert value == 0 or not any(sign.isdecimal() for sign in with_letter) or value_of(with_letter) == value


@quickly
@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
def test_a_lone_separator_before_three_digits_has_two_readings(left: int, right: int, sign: str) -> None:
    found = read(f"{left}{sign}{right:03}")
    assert isinstance(found, Unclear)
    assert found.first.value == left * 1000 + right
    assert found.second.value == Decimal(f"{left}.{right:03}")


@quickly
@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_and_never_breaks_the_reader(text: str) -> None:
    assert read(text) is None or isinstance(read(text), Amount | Unclear | Unreadable)
    style_of([text])


@quickly
@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False))
def test_a_numeric_cell_keeps_its_value_to_a_millionth(value: float) -> None:
    assert abs(number(value) - Decimal(repr(value))) <= Decimal("0.0000005")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 tỷ 2", 3_200_000_000),
        ("3 tỷ 200", 3_200_000_000),
        ("3 tỷ 200 triệu", 3_200_000_000),
        ("12.5 triệu", 12_500_000),
        ("12,5 tr.đ", 12_500_000),
        ("12,5trđ", 12_500_000),
        ("1.234.567 ₫", 1_234_567),
        ("(1.234.567)", -1_234_567),
        ("−5", -5),
        ("0,125", Decimal("0.125")),
        ("59,5 %", Decimal("59.5")),
        ("hơn 3 nghìn tỷ đồng", 3_000_000_000_000),
    ],
)
def test_what_stands_in_union_tables_is_read(text: str, value: int | Decimal) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize("text", ["", " ", "-", "–", "x", "X", "…", "\u00a0"])
def test_a_blank_a_dash_and_an_x_are_missing_while_zero_is_a_figure(text: str) -> None:
    assert read(text) is None
    assert value_of("0") == 0


@pytest.mark.parametrize("text", ["nhiều", "25/30", "1.2.3", "12 5", "=1+1", "2-Mar", "1,23,456", "25 (5)"])
def test_what_is_no_number_is_not_made_one(text: str) -> None:
    assert isinstance(read(text), Unreadable)


def test_two_digits_after_a_scale_have_two_readings() -> None:
    found = read("3 tỷ 25")
    assert isinstance(found, Unclear)
    assert {found.first.value, found.second.value} == {3_250_000_000, 3_025_000_000}


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["1.250", "12,5"], "vi"),
        (["1.250", "1,234,567"], "en"),
        (["12,5", "12.5"], "both"),
        (["1.250", "1,250"], "both"),
        (["1.250", "80"], None),
    ],
)
def test_a_column_tells_its_style_by_what_leaves_no_choice(texts: list[str], style: Style | None) -> None:
    assert style_of(texts) == style


def test_the_style_of_its_column_settles_a_lone_separator() -> None:
    assert value_of("1.250", "vi") == 1250
    assert value_of("1.250", "en") == Decimal("1.25")
    assert isinstance(read("1.250", "both"), Unclear)
