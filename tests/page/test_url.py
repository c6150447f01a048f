"""The address of a view: what goes in comes out, and nothing stands in it that nobody chose."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from congdoan.catalogue import provinces
from congdoan.page import url
from congdoan.page.choice import choice_of
from congdoan.paths import ROOT
from congdoan.text import name, say

SCRIPT = ROOT / "tests" / "page" / "scripts" / "address.py"
EVERYTHING = {
    "du-lieu": "minh-hoa",
    "lang": "en",
    "nam": "2018-2021",
    "dia-gioi": "63",
    "tinh": "15,24",
    "loai": "cdcs",
    "cung-don-vi": "co",
    "ban-do": "vien",
    "ban": "m3",
    "tro-lai": "bo=tong-ket-nam&buoc=3&nam=2021",
    "tim": "may mặc & giày 10%",
    "don-vi": "NA-1",
    "nguon": "S01",
    "so": "F0001",
}
REUSED = ("15", "24", "44", "52", "80", "82", "91")
"""Codes that mean another province since 1 July 2025."""
BAD = {
    "du-lieu": "thu",
    "lang": "fr",
    "nam": "20-25",
    "dia-gioi": "64",
    "tinh": "99",
    "loai": "hoi",
    "ban-do": "cau",
    "so": "",
    "tim": "x" * 201,
}


def visit(**address: str) -> AppTest:
    """A new session that opens an address."""
    app = AppTest.from_file(str(SCRIPT))
    for key, value in address.items():
        app.query_params[key.replace("_", "-")] = value
    return app.run()


def take(app: AppTest, *steps: tuple[Any, ...]) -> dict[str, Any]:
    """The address after steps such as `("choose", "nam", "2020")`, taken within one run."""
    app.session_state["steps"] = list(steps)
    return dict(app.run().query_params)


@pytest.mark.parametrize(
    "address",
    [
        {},
        EVERYTHING,
        {"nam": "2020"},
        {"tinh": "04,25", "dia-gioi": "34"},
        {"dia-gioi": "63"},
        {"so": "F0001", "lang": "en"},
    ],
)
def test_an_address_comes_back_as_it_was(address: dict[str, str]) -> None:
    assert url.parse(address) == (address, [])
    shared = {key: value for key, value in address.items() if key in url.SHARED}
    assert choice_of(address).parameters() == shared
    assert visit(**{key.replace("-", "_"): value for key, value in address.items()}).query_params == address


@pytest.mark.parametrize(("key", "value"), BAD.items())
def test_a_bad_value_is_left_out_with_one_notice_that_says_what_is_allowed(key: str, value: str) -> None:
    good, notices = url.parse({"nguon": "S01", key: value})
    assert good == {"nguon": "S01"}
    rule = key.replace("-", "_") if key not in url.OWN else "own"
    assert len(notices) == 1
    assert notices[0].startswith(f"Bỏ qua {key}={value[:40]}")
    assert say(f"url.allowed.{rule}", "vi") in notices[0]


@pytest.mark.parametrize(
    "years", ["2021-2018", "1899", "2101", "2020-", "-2020", "2020-2021-2022", "２０２０", "nay", "2020\n"]
)
def test_years_are_one_year_or_a_span_in_order(years: str) -> None:
    assert url.parse({"nam": years})[0] == {}


@pytest.mark.parametrize("codes", ["04,", ",", "04;26", "4", "04,99", "34:04", "VN"])
def test_one_bad_province_takes_back_all_of_them(codes: str) -> None:
    good, notices = url.parse({"tinh": codes, "lang": "en"})
    assert good == {"lang": "en"}
    allowed = say("url.allowed.tinh", "en")
    assert notices == [f"Ignored tinh={codes} in the address. Allowed: {allowed}."]


def test_provinces_of_unknown_boundaries_are_not_guessed() -> None:
    good, notices = url.parse({"dia-gioi": "64", "tinh": "04"})
    assert good == {}
    assert len(notices) == 2


def test_a_notice_is_given_once_and_the_bad_value_leaves_the_address() -> None:
    app = visit(nam="20", lang="en")
    assert len(app.session_state["notices"]) == 1
    assert app.query_params == {"lang": "en"}
    assert app.run().session_state["notices"] == []


def test_a_key_that_is_not_ours_is_dropped_without_a_word() -> None:
    app = visit(utm_source="mail", nam="2020")
    assert app.session_state["notices"] == []
    assert app.query_params == {"nam": "2020"}


def test_only_what_the_user_chose_stands_in_the_address() -> None:
    assert visit().query_params == {}
    assert visit(du_lieu="that", lang="vi", dia_gioi="34").query_params == {}
    app = visit()
    assert take(app, ("choose", "nam", "2020")) == {"nam": "2020"}
    assert take(app, ("toggle_place", "34:04")) == {"nam": "2020", "dia-gioi": "34", "tinh": "04"}
    assert take(app, ("toggle_place", "34:04"), ("choose", "nam", None)) == {}


def test_provinces_are_always_written_with_their_boundaries() -> None:
    assert visit(tinh="04").query_params == {"dia-gioi": "34", "tinh": "04"}
    assert take(visit(), ("choose", "tinh", "04,25")) == {"dia-gioi": "34", "tinh": "04,25"}
    assert take(visit(dia_gioi="63"), ("choose", "tinh", "26")) == {"dia-gioi": "63", "tinh": "26"}


@pytest.mark.parametrize("code", REUSED)
def test_a_code_that_was_given_again_belongs_to_the_boundaries_beside_it(code: str) -> None:
    today, former = (
        choice_of(url.parse({"tinh": code, "dia-gioi": scheme})[0]).places for scheme in ("34", "63")
    )
    assert (today, former) == ((f"34:{code}",), (f"63:{code}",))
    assert name("place", today[0], "vi") != name("place", former[0], "vi")


def test_these_seven_are_all_the_codes_that_mean_another_province_now() -> None:
    known = provinces()
    same = [place[3:] for place in known if place.startswith("34:") and f"63:{place[3:]}" in known]
    assert tuple(code for code in same if known[f"34:{code}"].vi not in known[f"63:{code}"].vi) == REUSED


def test_former_provinces_become_those_that_cover_them_today() -> None:
    app = visit(tinh="10,15,27", dia_gioi="63")
    assert take(app, ("set_scheme", "34")) == {"dia-gioi": "34", "tinh": "15,24"}


def test_provinces_of_today_become_all_the_former_ones_they_are_made_of() -> None:
    app = visit(tinh="15,79")
    assert take(app, ("set_scheme", "63")) == {"dia-gioi": "63", "tinh": "10,15,74,77,79"}


@pytest.mark.parametrize("scheme", ["34", "63"])
def test_the_same_boundaries_again_change_nothing(scheme: str) -> None:
    address = {"dia-gioi": scheme, "tinh": "15"}
    assert take(visit(dia_gioi=scheme, tinh="15"), ("set_scheme", scheme)) == address


def test_boundaries_alone_stand_in_the_address_only_when_they_are_the_former_ones() -> None:
    app = visit()
    assert take(app, ("set_scheme", "63")) == {"dia-gioi": "63"}
    assert take(app, ("set_scheme", "34")) == {}


def test_a_click_on_a_province_adds_it_and_the_next_click_takes_it_out() -> None:
    app = visit(tinh="25")
    assert take(app, ("toggle_place", "34:04"))["tinh"] == "04,25"
    assert take(app, ("toggle_place", "34:25"))["tinh"] == "04"


def test_a_click_on_a_former_province_shown_among_todays_means_the_one_it_lies_in_now() -> None:
    app = visit()
    successor = provinces()["63:70"].successor
    assert successor != "70"
    assert take(app, ("toggle_place", "63:70@34"))["tinh"] == successor
    assert take(app, ("toggle_place", "63:70@34")) == {}
    assert take(visit(dia_gioi="63"), ("toggle_place", "63:70"))["tinh"] == "70"


@pytest.mark.parametrize("code", REUSED)
def test_a_click_on_a_province_of_the_other_boundaries_means_its_ground_and_never_its_code(code: str) -> None:
    former = sorted(one.code for one in provinces().values() if one.scheme == "63" and one.successor == code)
    inside = visit(dia_gioi="63")
    assert take(inside, ("toggle_place", f"34:{code}@63"))["tinh"] == ",".join(former)
    assert take(inside, ("toggle_place", f"34:{code}@63")) == {"dia-gioi": "63"}
    assert take(visit(), ("toggle_place", f"63:{code}@34"))["tinh"] == provinces()[f"63:{code}"].successor


@pytest.mark.parametrize("place", ["VN", "total"])
def test_a_click_on_the_whole_country_chooses_nothing(place: str) -> None:
    assert take(visit(), ("toggle_place", place)) == {}


def test_a_click_in_the_menu_keeps_the_filters_and_drops_what_one_screen_shows() -> None:
    app = visit(**{key.replace("-", "_"): value for key, value in EVERYTHING.items()})
    app.session_state[url.SCREEN] = "/another"
    app.query_params.clear()
    assert app.run().query_params == {key: EVERYTHING[key] for key in url.SHARED}


@pytest.mark.parametrize("empty", [True, False], ids=["by the menu", "by Back"])
def test_whoever_left_a_slide_comes_back_to_it_on_the_screen_of_presentations(
    empty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visit(nam="2020", tro_lai="bo=tong-ket-nam&buoc=3&nam=2021&tu-dong=30")
    monkeypatch.setattr(url, "_screen", lambda: "/trinh-chieu")
    if empty:
        app.query_params.clear()
    slide = {"nam": "2021", "bo": "tong-ket-nam", "buoc": "3", "tu-dong": "30"}
    assert app.run().query_params == slide
    assert app.run().query_params == slide


def test_back_to_an_empty_address_of_the_same_screen_takes_the_choices_back() -> None:
    app = visit(nam="2020", loai="cdcs")
    app.query_params.clear()
    assert app.run().query_params == {}


def test_a_new_address_replaces_every_choice() -> None:
    app = visit(nam="2020", loai="cdcs")
    app.query_params = {"tinh": "04"}
    assert app.run().query_params == {"dia-gioi": "34", "tinh": "04"}


def test_clearing_the_filters_keeps_language_data_set_and_what_the_screen_shows() -> None:
    app = visit(**{key.replace("-", "_"): value for key, value in EVERYTHING.items()})
    kept = ("du-lieu", "lang", "cung-don-vi", "ban-do", "ban", "tro-lai", *"tim don-vi nguon so".split())
    assert take(app, ("clear",)) == {key: EVERYTHING[key] for key in kept}
