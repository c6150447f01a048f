"""A deck of one's own keeps the order and words it was given, and comes back whole when it was deleted."""

from dataclasses import replace

import pytest

from congdoan.control import decks
from congdoan.control.decks import KeptStep
from congdoan.errors import StoreError

pytestmark = pytest.mark.usefixtures("kept_in")
STEP = KeptStep(
    "welfare", "lead_latest", {"nam": "2021", "tinh": "04", "dia-gioi": "34"}, "Chăm lo", "Nói chậm"
)


def captions() -> list[str]:
    [deck] = decks.decks()
    return [step.caption for step in deck.steps]


def three() -> int:
    deck = decks.make("Họp giao ban", "real", STEP)
    for caption in ("hai", "ba"):
        decks.add(deck, replace(STEP, caption=caption))
    return deck


def test_a_deck_holds_its_steps_as_they_were_added() -> None:
    number = three()
    [deck] = decks.decks()
    assert (deck.deck, deck.name, deck.dataset) == (number, "Họp giao ban", "real")
    assert replace(deck.steps[0], step=0) == STEP
    assert deck.steps[0].parameters == STEP.parameters
    assert captions() == ["Chăm lo", "hai", "ba"]


def test_steps_change_places_and_words_and_go_alone() -> None:
    three()
    [deck] = decks.decks()
    first, second, third = (step.step for step in deck.steps)
    decks.swap(second, third)
    assert captions() == ["Chăm lo", "ba", "hai"]
    decks.swap(first, third)
    decks.word(second, "Hai, mới", "")
    assert captions() == ["ba", "Chăm lo", "Hai, mới"]
    decks.remove(first)
    assert captions() == ["ba", "Hai, mới"]


def test_a_note_keeps_its_lines_and_a_caption_is_one() -> None:
    decks.make("Họp giao ban", "real", replace(STEP, caption="Chăm\nlo", note=" Nói chậm \n\nDừng ở  2021\t"))
    [deck] = decks.decks()
    assert (deck.steps[0].caption, deck.steps[0].note) == ("Chăm lo", "Nói chậm\nDừng ở 2021")


def test_a_deleted_deck_comes_back_whole_unless_its_name_is_in_use() -> None:
    number = three()
    before = decks.decks()
    decks.delete(number)
    assert decks.decks() == ()
    decks.restore(number)
    assert decks.decks() == before
    decks.delete(number)
    decks.make("Họp giao ban", "real", STEP)
    with pytest.raises(StoreError) as caught:
        decks.restore(number)
    assert caught.value.reason == "deck_taken"


def test_a_name_is_used_once() -> None:
    three()
    other = decks.make("Khác", "real", STEP)
    for act in (
        lambda: decks.make(" Họp  giao ban", "real", STEP),
        lambda: decks.rename(other, "Họp giao ban"),
    ):
        with pytest.raises(StoreError, match="already"):
            act()


def test_a_deck_whose_first_caption_is_refused_is_not_begun() -> None:
    with pytest.raises(ValueError, match="allowed: 1 to 120"):
        decks.make("Rỗng", "real", replace(STEP, caption=" "))
    assert decks.decks() == ()


def test_others_do_not_see_a_deck() -> None:
    three()
    assert decks.decks("somebody") == ()
