"""No number is said that stands in no row, and each amount in words is the amount in digits."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from congdoan import formats
from congdoan.database import Rows
from congdoan.page.choice import Choice
from congdoan.page.rows import rows
from congdoan.page.subjects import SUBJECTS, UNIT, paragraphs
from congdoan.text import Language

VIEWS = (((), 2024), (("34:04",), 2024), (("34:25",), 2025), (("34:04", "34:79"), 2023), ((), None))
NUMBER = re.compile(r"(?<![\w/])\d[\d.,]*\d|(?<![\w/.,])\d(?![\w/])")
COMPUTED = re.compile(
    r"[\d.,]+ (điểm phần trăm|percentage points)|"
    r"\d[\d.,]*\s?%|\d+/\d+(/\d+)?|và \d+ khoản khác|other items: \d+|[\d.,]+ số liệu|: [\d.,]+; none"
    r"|\d+ [A-Z][a-z]+ \d{4}|và [\d.,]+ tài liệu khác"
    r"|other documents: [\d,]+|in the table: [\d,]+|this document: [\d,]+"
    r"|, [\d.,]+ nơi|places without figures .*|năm học \d+–\d+|của \d+ đơn vị|Ratings: \d+|this unit: \d+"
)
WORDS = {
    "vi": re.compile(r"([\d.]+) đồng \(bằng chữ: ([^;)]+?)[;)]"),
    "en": re.compile(r"VND ([\d,]+) \(in words: ([^;)]+?)[;)]"),
}
FEDERATION = "ldld-an-giang"
"""A unit of the simulated country."""
DOCUMENTS = ("S002", "S003")
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Rows]:
    """All rows that paragraphs were made of."""
    found: list[Rows] = []

    def keeping(query: str, choice: Choice, **inputs: Any) -> Rows:
        found.append(rows(query, choice, **inputs))
        return found[-1]

    for module in ("subjects", "side_by_side", "explorer", "documents"):
        monkeypatch.setattr(import_module(f"congdoan.page.{module}"), "ask", keeping)
    return found


def texts(lang: Language) -> Iterator[str]:
    for places, year in VIEWS:
        chosen = Choice("simulated", lang, "34", places, year, year, own={UNIT: FEDERATION})
        for subject in SUBJECTS:
            yield from paragraphs(chosen, subject)
    for document in DOCUMENTS:
        yield from paragraphs(Choice("real", lang, own={"nguon": document}), "documents")


def in_rows(found: list[Rows], lang: Language) -> set[str]:
    cells = {cell for one in found for of in one.values.values() for cell in of}
    numbers = [cell for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    written = {formats.number(cell, lang) for cell in numbers} | {str(int(cell)) for cell in numbers}
    return written | {formats.number(cell, lang, 0) for cell in numbers}


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_said_stands_in_a_row(asked: list[Rows], lang: Language) -> None:
    said = [COMPUTED.sub("", text.replace("\N{NO-BREAK SPACE}", " ")) for text in texts(lang)]
    known = in_rows(asked, lang)
    unknown = {(number, text[:80]) for text in said for number in NUMBER.findall(text) if number not in known}
    assert len(said) > 20
    assert not unknown


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_amount_in_words_is_the_amount_in_digits(lang: Language) -> None:
    pairs = [pair for text in texts(lang) for pair in WORDS[lang].findall(text)]
    assert len(pairs) > 30
    for digits, words in pairs:
        spelled = formats.money_spelled(int(re.sub("[.,]", "", digits)), lang)
        assert words.endswith(spelled), (digits, words)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_amount_is_said_without_words(lang: Language) -> None:
    money = re.compile(r"[\d.]+ đồng" if lang == "vi" else r"VND [\d,]+")
    for text in texts(lang):
        assert len(money.findall(text)) == len(WORDS[lang].findall(text)), text
