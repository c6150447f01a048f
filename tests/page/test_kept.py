"""What a view was made of is made once: a second visit to the same view finds all of it again."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from congdoan import database
from congdoan.database import Rows
from congdoan.page.rows import forget
from tests.page.visits import SCREENS, WITHOUT_CARDS, visit

pytestmark = pytest.mark.usefixtures("both")


def shown(app: AppTest) -> list[Any]:
    """The tables and contexts behind the cards and tiles of a screen."""
    parts = app.session_state["congdoan.shown"]
    return [one for part in parts for one in (part.table, part.context)]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_view_seen_before_makes_no_card_anew(screen: str) -> None:
    first = shown(visit(screen, du_lieu="minh-hoa"))
    again = shown(visit(screen, du_lieu="minh-hoa"))
    assert bool(first) == (screen not in WITHOUT_CARDS)
    assert [id(one) for one in again] == [id(one) for one in first]


def test_views_of_other_filters_and_languages_are_made_of_their_own() -> None:
    first = shown(visit("members", du_lieu="minh-hoa"))
    for other in ({"nam": "2020-2023"}, {"lang": "en"}, {"du_lieu": "that"}):
        assert not {id(one) for one in shown(visit("members", **{"du_lieu": "minh-hoa", **other}))} & {
            id(one) for one in first
        }


def test_what_a_screen_asked_last_is_asked_ahead_of_the_next_choice_and_nothing_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: Counter[str] = Counter()
    beside = threading.Event()
    answer = database.rows

    def heard(name: str, dataset: str, inputs: Mapping[str, Any], release: str | None = None) -> Rows:
        asked[f"{name} {sorted(inputs.items())}"] += name != "release"
        if threading.current_thread().name.startswith("answers"):
            beside.set()
        elif name != "release":
            beside.wait(10)  # else the script may be faster than the threads beside it
        return answer(name, dataset, inputs, release)

    visit("members", du_lieu="minh-hoa", tinh="01")
    forget()
    monkeypatch.setattr(database, "rows", heard)
    visit("members", du_lieu="minh-hoa", tinh="79")
    assert beside.is_set()
    assert max(asked.values()) == 1
    of_query = Counter(question.partition(" ")[0] for question in asked)
    assert of_query["totals/over_years"] == of_query["sources/of_figures"] == 1
    assert of_query["places/latest"] == 1


class AtOnce:
    """An executor that does what it is given before it goes on, and knows when it does."""

    def __init__(self) -> None:
        self.busy = False

    def submit(self, work: Callable[[], object]) -> None:
        self.busy = True
        work()
        self.busy = False


@pytest.mark.parametrize("screen", ["members", "welfare", "donations"])
def test_of_another_province_all_is_answered_before_a_screen_comes_to_it(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, left = AtOnce(), list[str]()
    answer = database.rows

    def heard(name: str, dataset: str, inputs: Mapping[str, Any], release: str | None = None) -> Rows:
        left.extend([] if beside.busy else [name])
        return answer(name, dataset, inputs, release)

    forget()
    visit(screen, du_lieu="minh-hoa", tinh="01")
    monkeypatch.setattr(import_module("congdoan.page.rows"), "_beside", beside)
    monkeypatch.setattr(database, "rows", heard)
    visit(screen, du_lieu="minh-hoa", tinh="79")
    assert set(left) <= {"figures/disputed"}, "which is asked of what was found"


@pytest.mark.parametrize("chosen", [{}, {"tinh": "79"}, {"noi": "34-79,34-01", "nam": "2018-2022"}])
def test_the_comparison_has_its_cards_answered_beside_it_and_asks_nothing_twice(
    chosen: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    beside: set[str] = set()
    answer = database.rows

    def heard(name: str, dataset: str, inputs: Mapping[str, Any], release: str | None = None) -> Rows:
        asked[name] += 1
        if threading.current_thread().name.startswith("answers"):
            beside.add(name)
        return answer(name, dataset, inputs, release)

    forget()
    monkeypatch.setattr(database, "rows", heard)
    visit("comparison", du_lieu="minh-hoa", **chosen)
    cards = ("side_by_side", "clusters", "over_years", "ranking", "funnel")
    assert {f"comparison/{card}" for card in cards[1:]} & beside
    assert {asked[f"comparison/{card}"] for card in cards} == {1}
