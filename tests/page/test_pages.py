"""Every screen opens for everybody: in both languages, on both data sets, at any address."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from congdoan import server
from congdoan.page.url import DATASETS
from congdoan.text import Language, name, say, words
from tests.page.visits import SCREENS, WITHOUT_CARDS, heading, offered, said, source_lines, visit

pytestmark = pytest.mark.usefixtures("both")
MARKS = ("SỐ LIỆU MINH HỌA", "SIMULATED FIGURES")
NOWHERE = {"nam": "2016", "tinh": "96"}
ODD = (
    NOWHERE,
    {"nam": "1900", "loai": "cd_xa"},
    {"dia_gioi": "63", "tinh": "15,15,96", "lang": "en"},
    {
        "so": "<b>",
        "nguon": "![x](y)",
        "don_vi": "$x$",
        "tim": "[",
        "chi_tieu": "x,y",
        "hang": "x",
        "cot": "x",
        "muc": "x",
        "nam_xem": "x",
    },
)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_screen_opens_under_its_name_and_marks_every_simulated_card_and_no_real_one(
    screen: str, dataset: str, lang: Language
) -> None:
    app = visit(screen, du_lieu=dataset, lang=lang)
    assert not app.exception
    assert heading(app) == say(f"page.{screen}", lang)
    ignored = words()["url.ignored"][lang].partition("{")[0]
    assert not [notice.value for notice in app.info if notice.value.startswith(ignored)]
    marked = [text for text in said(app) if any(mark in text for mark in MARKS)]
    if dataset == "minh-hoa":
        assert set(source_lines(app)) < set(marked)
        assert [notice.value for notice in app.warning] == [say("header.simulated", lang)]
    else:
        assert source_lines(app) or screen in WITHOUT_CARDS
        assert not marked


def test_the_mark_says_in_both_languages_that_nothing_is_real() -> None:
    assert say("header.simulated", "vi").startswith(MARKS[0])
    assert say("header.simulated", "en").startswith(MARKS[1])


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("address", ODD)
def test_no_address_breaks_a_screen(screen: str, address: dict[str, str]) -> None:
    app = visit(screen, **address)
    assert not app.exception
    assert heading(app) == say(f"page.{screen}", "en" if "lang" in address else "vi")


@pytest.mark.parametrize("screen", ["organisations", "explorer"])
def test_bad_values_of_an_address_are_named_and_the_screen_is_shown_without_them(screen: str) -> None:
    app = visit(screen, nam="20", tinh="![x](y)", loai="hoi", lang="en")
    assert not app.exception
    assert [notice.value.split(" in the address")[0] for notice in app.info] == [
        "Ignored nam\\=20",
        "Ignored tinh\\=\\!\\[x\\]\\(y\\)",
        "Ignored loai\\=hoi",
    ]
    assert app.query_params == {"lang": "en"}


@pytest.mark.parametrize(
    ("address", "filters"),
    [({"loai": "cd_xa"}, ["kind"]), ({"nam": "1999"}, ["years"]), (NOWHERE, ["years", "provinces"])],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_empty_result_names_each_filter_that_emptied_it(
    address: dict[str, str], filters: list[str], lang: Language
) -> None:
    app = visit("members", lang=lang, **address)
    assert say("emptied.title", lang) in said(app)
    words = [say("emptied.way", lang, filter=say(f"filter.{code}", lang), count="") for code in filters]
    assert [label.split("(")[0] for label in offered(app)] == [text.split("(")[0] for text in words]


def test_taking_back_the_filter_that_emptied_a_screen_brings_its_figures() -> None:
    app = visit("members", loai="cd_xa")
    app.button("emptied_kind").click().run()
    assert app.query_params == {}
    assert offered(app) == []


def test_filters_that_empty_a_screen_only_together_are_taken_back_together() -> None:
    app = visit("donations", **NOWHERE)
    [label] = offered(app)
    assert label.startswith("Bỏ lọc Năm + Tỉnh, thành phố (có ")
    app.button("emptied_years_provinces").click().run()
    assert app.query_params == {}


@pytest.mark.parametrize(("years", "told"), [("2026", True), ("2009", False)])
def test_a_former_province_without_figures_says_in_which_it_goes_on(years: str, told: bool) -> None:
    merged = say("emptied.merged", "vi", former="Bắc Kạn", today=name("place", "34:19@63", "vi"))
    assert "Thái Nguyên (từ" in merged
    shown = said(visit("members", dia_gioi="63", tinh="06", nam=years))
    assert any(merged in text for text in shown) == told


def test_an_unknown_figure_document_or_union_is_named_as_plain_text() -> None:
    assert "\\<b\\>" in visit("sources", so="<b>").info[0].value
    assert "\\!\\[x\\]" in visit("sources", nguon="![x](y)").info[0].value
    assert "\\$x\\$" in visit("organisations", don_vi="$x$").info[0].value


def test_a_chip_takes_back_its_choice_and_leaves_the_others() -> None:
    app = visit("members", nam="2020", tinh="04")
    app.button("chip_2020").click().run()
    assert app.query_params == {"dia-gioi": "34", "tinh": "04"}
    app.button(f"chip_{name('place', '34:04', 'vi')}").click().run()
    assert app.query_params == {}
    assert not app.exception


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_start_of_the_app_is_the_overview_in_the_language_of_the_address(lang: Language) -> None:
    app = AppTest.from_file(str(server.SCRIPT), default_timeout=60)
    app.query_params["lang"] = lang
    assert heading(app.run()) == say("page.overview", lang)
    assert not app.exception


def test_the_filters_count_their_figures_as_numbers_are_written() -> None:
    app = visit("members", du_lieu="minh-hoa")
    counted = [*app.button_group("places_vi_34").options, *app.radio("kind_vi").options]
    thousands = [option for option in counted if re.search(r"\(\d{1,3}\.\d{3}", str(option))]
    assert len(thousands) > 1
    assert not [option for option in counted if re.search(r"\d{4}", str(option))]


def test_a_region_chooses_its_provinces_and_is_not_left_chosen_itself() -> None:
    app = visit("members")
    app.button_group("regions_vi").select(name("region", "north_central", "vi")).run()
    assert app.query_params == {"dia-gioi": "34", "tinh": "38,40,42,44,46"}
    assert app.button_group("regions_vi").value is None
