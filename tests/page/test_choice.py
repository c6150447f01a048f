"""What the user chose, as queries bind it, as titles and files say it, and as links hand it on."""

import pytest

from congdoan.page.choice import Choice, choice_of
from congdoan.text import Language

FULL = {
    "du-lieu": "minh-hoa",
    "lang": "en",
    "nam": "2018-2021",
    "dia-gioi": "63",
    "tinh": "15,24",
    "loai": "cdcs",
    "so": "F0001",
}
SCHEMES: dict[Language, str] = {
    "vi": "34 tỉnh, thành phố (từ 1/7/2025)",
    "en": "34 provinces (from 1 July 2025)",
}


def test_no_choice_is_the_whole_country_in_real_figures_and_in_vietnamese() -> None:
    assert choice_of({}) == Choice() == Choice("real", "vi", "34", (), None, None, "all", {}, "tiles")


def test_queries_get_nothing_for_what_was_not_chosen() -> None:
    assert Choice().inputs() == {
        "scheme": "34",
        "places": None,
        "year_from": None,
        "year_to": None,
        "kind": "all",
    }


def test_queries_get_provinces_with_their_boundaries() -> None:
    assert choice_of(FULL).inputs() == {
        "scheme": "63",
        "places": ["63:15", "63:24"],
        "year_from": 2018,
        "year_to": 2021,
        "kind": "cdcs",
    }


def test_one_year_is_a_span_that_begins_and_ends_with_it() -> None:
    chosen = choice_of({"nam": "2020"})
    assert (chosen.year_from, chosen.year_to) == (2020, 2020)
    assert chosen.years_words() == "2020"
    assert chosen.parameters() == {"nam": "2020"}
    assert choice_of({"nam": "2020-2020"}).parameters() == {"nam": "2020"}


def test_a_province_named_twice_counts_once() -> None:
    assert choice_of({"tinh": "25,04,25"}).places == ("34:25", "34:04")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", ("Toàn quốc", "Mọi năm có số liệu")), ("en", ("Whole country", "All years with figures"))],
)
def test_no_choice_has_words_too(lang: Language, words: tuple[str, str]) -> None:
    assert Choice(lang=lang).words() == (*words, SCHEMES[lang])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "vi",
            ("Yên Bái, Bắc Giang", "2018–2021", "63 tỉnh, thành phố (đến 30/6/2025)", "Công đoàn cơ sở"),
        ),
        ("en", ("Yên Bái, Bắc Giang", "2018–2021", "63 provinces (to 30 June 2025)", "Grassroots branch")),
    ],
)
def test_every_filter_stands_in_the_words(lang: Language, words: tuple[str, ...]) -> None:
    assert choice_of({**FULL, "lang": lang}).words() == words


def test_more_than_six_provinces_are_counted_and_not_named() -> None:
    codes = "01,04,08,11,12,14,15".split(",")
    assert choice_of({"tinh": ",".join(codes)}).places_words() == "7 tỉnh, thành"
    assert choice_of({"tinh": ",".join(codes), "lang": "en"}).places_words() == "7 provinces"
    assert choice_of({"tinh": ",".join(codes[:6])}).places_words().count(",") == 5


def test_links_carry_the_choices_without_those_of_one_screen() -> None:
    assert choice_of(FULL).parameters() == {key: value for key, value in FULL.items() if key != "so"}
    assert choice_of(FULL).own["so"] == "F0001"


def test_links_to_what_explains_a_figure_carry_language_and_data_set_only() -> None:
    assert choice_of(FULL).address() == "du-lieu=minh-hoa&lang=en&"
    assert choice_of({"lang": "en", "nam": "2020"}).address() == "lang=en&"
    assert choice_of({"nam": "2020"}).address() == ""
