"""What a screen hands over off the stage is what it shows on it."""

import threading

import pytest
import streamlit as st

from congdoan.errors import SnapshotError
from congdoan.page.choice import choice_of
from congdoan.page.offstage import gather
from congdoan.text import say
from tests.page.visits import SCREENS, visit


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("dataset", ["that", "minh-hoa"])
def test_a_screen_hands_over_the_cards_it_draws_in_their_order(screen: str, dataset: str) -> None:
    drawn = [shown.title for shown in visit(screen, du_lieu=dataset).session_state["congdoan.shown"]]
    tiles = say("kpi.title", "vi")
    gathered = gather(screen, choice_of({"du-lieu": dataset}))
    assert [card.title for card in gathered.cards.values()] == [title for title in drawn if title != tiles]
    assert (tiles not in drawn) or gathered.tiles


@pytest.mark.usefixtures("both")
def test_a_card_without_rows_is_named_and_not_handed_over() -> None:
    gathered = gather("members", choice_of({"nam": "1901"}))
    assert [card.name for card in gathered.cards.values()] == ["missing"]
    assert gathered.empty["lead.latest"].startswith(say("page.members", "vi"))


@pytest.mark.usefixtures("both")
def test_where_nothing_is_missing_no_screen_says_that_it_has_nothing_to_show() -> None:
    whole = gather("overview", choice_of({"du-lieu": "minh-hoa", "nam": "2024"}))
    assert "missing" not in {card.name for card in whole.cards.values()} | set(whole.empty)


@pytest.mark.usefixtures("both")
def test_nothing_of_a_run_off_the_stage_stays_in_the_session() -> None:
    before = dict(st.session_state)
    gather("donations", choice_of({"nam": "1901"}))
    assert dict(st.session_state) == before


@pytest.mark.usefixtures("both")
def test_runs_side_by_side_hand_over_their_own_cards() -> None:
    found: dict[str, str] = {}

    def run(year: str) -> None:
        cards = gather("members", choice_of({"du-lieu": "minh-hoa", "nam": year})).cards.values()
        found[year] = next(iter(cards)).context.filters[1]

    threads = [threading.Thread(target=run, args=(str(year),)) for year in range(2018, 2024)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {str(year): str(year) for year in range(2018, 2024)}


def test_without_a_snapshot_it_says_so() -> None:
    with pytest.raises(SnapshotError):
        gather("members", choice_of({}))
