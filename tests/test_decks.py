"""Decks are data: a wrong line is named with what is allowed, and years are filled in."""

from pathlib import Path

import pytest

from congdoan import decks
from congdoan.decks import Step
from congdoan.errors import DataError
from congdoan.paths import CATALOGUE
from congdoan.text import words
from tests.asking import changed


@pytest.mark.parametrize(
    ("first", "last", "filled"),
    [(2021, 2021, "2017 2020 2021"), (2018, 2021, "2018 2020 2021")],
)
def test_a_single_year_looks_back_four_and_a_span_to_its_first(first: int, last: int, filled: str) -> None:
    step = Step("members", ("lead_years",), "a={from}&b={last}&c={year}")
    assert " ".join(step.parameters(first, last).values()) == filled


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "decks",
            "so-ket-6-thang,half",
            "so-ket-6-thang,month",
            "column period: found 'month'; allowed: half",
        ),
        ("deck_steps", "10,so-ket", "x,so-ket", "column step: found 'x'; allowed: a whole number"),
        ("deck_steps", ",,overview,tiles,nam={l", ",,none,tiles,nam={l", "column screen: found 'none'"),
        ("deck_steps", ",,,cover,", ",,,covers,", "column cards: found 'covers'"),
        ("deck_steps", "nam={last}-{year},B", "nam={next},B", "column filters: found 'nam={next}'"),
        ("deck_steps", ",Members over the years,", ",,", "column caption_en: found ''"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_allowed(
    file: str, old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        decks, "CATALOGUE", changed(tmp_path / "catalogue", (file, old, new), origin=CATALOGUE)
    )
    with pytest.raises(DataError, match=f"{file}.csv, line [0-9]+, {said}"):
        decks.templates()


def test_every_card_that_a_step_names_is_one_of_the_screens() -> None:
    titles = (key.removeprefix("card.").removesuffix(".title") for key in words() if key.startswith("card."))
    known = {title.replace(".", "_") for title in titles}
    steps = [step for deck in decks.templates().values() for step in deck.steps if step.screen]
    cards = {card for step in steps for card in step.cards} - {"tiles"}
    assert cards
    assert not [card for card in cards if not any(f"{card}_".startswith(f"{one}_") for one in known)]


def test_a_term_looks_at_all_of_its_years_and_compares_its_ends() -> None:
    steps = {step.cards[0]: step for step in decks.templates()["nhiem-ky"].steps}
    asked = {card: step.parameters(2021, 2025) for card, step in steps.items() if step.screen}
    assert asked["comparison_table"]["cac-ky"] == "2021,2025"
    assert {asked[card]["nam"] for card in ("tiles", "awards_upper", "awards_recipients", "missing")} == {
        "2021-2025"
    }
