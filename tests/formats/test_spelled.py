"""Numbers and amounts in words: the rules of each language, and every word read back."""

import random

import pytest

from congdoan.formats import MISSING, money_spelled, spelled
from congdoan.text import Language, say

VIETNAMESE = [
    (0, "không"),
    (5, "năm"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (55, "năm mươi lăm"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (104, "một trăm linh bốn"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (115, "một trăm mười lăm"),
    (121, "một trăm hai mươi mốt"),
    (1_000, "một nghìn"),
    (1_001, "một nghìn không trăm linh một"),
    (1_020, "một nghìn không trăm hai mươi"),
    (1_100, "một nghìn một trăm"),
    (21_000, "hai mươi mốt nghìn"),
    (1_000_005, "một triệu không trăm linh năm"),
    (1_005_000, "một triệu không trăm linh năm nghìn"),
    (3_906_130_000, "ba tỷ chín trăm linh sáu triệu một trăm ba mươi nghìn"),
    (10**12, "một nghìn tỷ"),
    (10**12 + 5_000, "một nghìn tỷ không trăm linh năm nghìn"),
    (1_005 * 10**9, "một nghìn không trăm linh năm tỷ"),
    (-21, "âm hai mươi mốt"),
]
ENGLISH = [
    (0, "zero"),
    (15, "fifteen"),
    (20, "twenty"),
    (21, "twenty-one"),
    (100, "one hundred"),
    (105, "one hundred and five"),
    (1_005, "one thousand and five"),
    (1_100, "one thousand one hundred"),
    (1_005_000, "one million five thousand"),
    (3_906_130_000, "three billion nine hundred and six million one hundred and thirty thousand"),
    (10**12, "one trillion"),
    (10**15, "one thousand trillion"),
    (-21, "minus twenty-one"),
]


@pytest.mark.parametrize(("count", "words"), VIETNAMESE)
def test_vietnamese_counts_with_mot_lam_tu_and_linh(count: int, words: str) -> None:
    assert spelled(count, "vi") == words


@pytest.mark.parametrize(("count", "words"), ENGLISH)
def test_english_counts_with_hyphens_and_and(count: int, words: str) -> None:
    assert spelled(count, "en") == words


def test_an_amount_ends_with_its_money() -> None:
    assert money_spelled(3_906_130_000, "vi") == (
        "ba tỷ chín trăm linh sáu triệu một trăm ba mươi nghìn đồng"
    )
    assert money_spelled(62_000_000.0, "en") == "sixty-two million dong"
    assert money_spelled(0, "vi") == "không đồng"


def test_half_a_dong_is_rounded_as_its_digits_are() -> None:
    assert money_spelled(757_588.5, "vi") == money_spelled(757_589, "vi")


def test_what_is_missing_is_no_zero_in_words() -> None:
    assert spelled(None, "vi") == money_spelled(float("nan"), "en") == MISSING


def test_decimals_are_never_rounded_away_unseen() -> None:
    with pytest.raises(ValueError, match="decimals"):
        spelled(12.5, "vi")


SCALES = {
    "vi": {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "trăm": 100, "mươi": 10},
    "en": {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3, "hundred": 100},
}


def read_back(words: str, lang: Language) -> int:
    """The number that words say, by the largest scale in them: so many of it, and what follows."""
    if words.startswith(minus := say("spelled.minus", lang, number="")):
        return -read_back(words.removeprefix(minus), lang)
    tokens = [token for token in words.replace("-", " ").split() if token not in ("and", "linh")]
    return _read(tokens, lang)


def _read(tokens: list[str], lang: Language) -> int:
    for scale, worth in SCALES[lang].items():
        if scale in tokens:
            at = len(tokens) - 1 - tokens[::-1].index(scale)
            return _read(tokens[:at], lang) * worth + _read(tokens[at + 1 :], lang)
    return sum(_worth(token, lang) for token in tokens)


def _worth(token: str, lang: Language) -> int:
    ones = {say(f"spelled.after_tens.{digit}", lang): digit for digit in range(1, 10)}
    whole = {say(f"spelled.{count}", lang): count for count in (*range(20), *range(20, 100, 10))}
    known: dict[str, int] = {**ones, **whole}
    return known[token]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_number_in_words_reads_back_as_itself(lang: Language) -> None:
    drawn = random.Random(5)
    counts = [*range(2_000), *(drawn.randrange(10 ** drawn.randrange(1, 16)) for _ in range(1_000))]
    counts += [10**power + step for power in range(3, 16) for step in (-1, 0, 1, 5, 1_005)]
    for count in [*counts, *(-count for count in counts if count)]:
        assert read_back(spelled(count, lang), lang) == count, count


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_two_numbers_sound_alike(lang: Language) -> None:
    words = [spelled(count, lang) for count in range(0, 1_200_000, 41)]
    assert len(set(words)) == len(words)
