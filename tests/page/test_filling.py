"""The list of decks stands at once; they are filled beside it, each once, and what goes wrong is said."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from congdoan import decks
from congdoan.control.notes import About, write
from congdoan.control.store import FILE
from congdoan.packs import FORMS, Pack
from congdoan.page import deck_offers, filling
from congdoan.page.choice import Choice
from congdoan.page.filling import Wanted
from congdoan.text import say
from tests.page.visits import visit

pytestmark = pytest.mark.usefixtures("real", "kept_in")
FILLING = say("deck.filling", "vi")
ADDRESS = {"nam": "2021", "dia_gioi": "34", "tinh": "04"}


@pytest.fixture
def held_up() -> Iterator[threading.Event]:
    """Keeps the thread beside the screens from filling anything until the event is set."""
    free = threading.Event()
    filling._beside.submit(free.wait)
    yield free
    free.set()


def wished(year: int, deck: str = "tong-ket-nam") -> Wanted:
    cao_bang = Choice(places=("34:04",), year_from=year, year_to=year)
    return filling.wanted(decks.templates()[deck], cao_bang, "")


def filled_beside(app: AppTest | None = None) -> None:
    """Waits until all is filled that is begun, first what the list of a visit has had open for a while."""
    filling.begin(app.session_state[deck_offers._WANTED] if app else ())
    filling._beside.submit(int).result()


def captions(app: AppTest) -> list[str]:
    return [one.value for one in app.caption if "Cao Bằng" in one.value]


def test_the_list_stands_with_all_it_offers_before_a_deck_is_filled(held_up: threading.Event) -> None:
    app = visit("presentation", **ADDRESS)
    assert not app.exception
    assert all(one.endswith(FILLING) for one in captions(app))
    assert len(captions(app)) == len(decks.templates())
    assert len(app.get("download_button")) == len(FORMS) * len(decks.templates())
    steps = decks.templates()["tong-ket-nam"].steps
    assert any(steps[1].caption_vi in one.value for one in app.text)
    held_up.set()
    filled_beside(app)
    assert not any(FILLING in one for one in captions(app.run()))
    made = filling.filled(wished(2021))
    assert captions(app)[1].endswith(f" · {len(made.slides)} trang, bỏ qua {made.left_out} phần")


def test_a_deck_is_filled_once_whoever_asks_for_it_and_when() -> None:
    one = wished(2021)
    with ThreadPoolExecutor(4) as pool:
        made = [*pool.map(filling.filled, [one, one, wished(2021), one])]
    filling.begin([one])
    filled_beside()
    assert {id(pack) for pack in [*made, filling.ended(one)]} == {id(made[0])}


def test_whoever_opens_a_deck_does_not_wait_for_those_before_it(held_up: threading.Event) -> None:
    first, wanted = wished(2020), wished(2019)
    filling.begin([first, wanted])
    assert filling.filled(wanted).slides
    assert filling.ended(first) is None
    assert not held_up.is_set()


def test_decks_that_nobody_waits_for_any_more_are_not_filled(held_up: threading.Event) -> None:
    left, back = wished(2018), wished(2017)
    filling.begin([left, back])
    filling.leave([left, back])
    filling.begin([back])
    held_up.set()
    filled_beside()
    assert filling.ended(left) is None
    assert isinstance(filling.ended(back), Pack)


def test_a_deck_tells_the_notes_of_today_not_those_from_when_it_was_first_filled() -> None:
    before = filling.filled(wished(2021))
    write(About("real", "awards", "34:04", None, 2021, "2021"), "Chưa kể khen đột xuất", "Lan")
    after = filling.filled(wished(2021))
    assert "Chưa kể khen đột xuất" not in " ".join(before.context.notes)
    assert "Chưa kể khen đột xuất" in " ".join(after.context.notes)


def test_what_goes_wrong_beside_the_screen_is_said_and_tried_again(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / FILE).write_bytes(b"no store" * 512)
    app = visit("presentation", **ADDRESS)
    filled_beside(app)
    app.session_state[deck_offers._TOLD] = True  # as the part of the page that looks again leaves it
    app.run()
    assert [one.value for one in app.error].count(say("store.damaged", "vi")) >= len(decks.templates())
    (kept_in / FILE).unlink()
    app.run()
    filled_beside(app)
    app.run()
    assert not app.error
    assert not any(FILLING in one for one in captions(app))


def test_a_deck_that_is_still_to_be_filled_begins_with_its_cover() -> None:
    one = wished(2012)
    [first] = json.loads(filling.cover(one))["deck"]["slides"]
    assert filling.ended(one) is None
    whole = filling.filled(one)
    assert first["title"] == whole.slides[0].title
    assert first["code"] == whole.slides[0].code
    assert first["lines"] == [*whole.slides[0].lines, FILLING]
