"""A tile takes notes and goes into decks as cards do; its notes stand on it and in all of its files."""

from typing import Any

import pytest

from congdoan.control import decks as store
from congdoan.control.decks import KeptStep
from congdoan.control.notes import About, write
from congdoan.formats import MISSING
from congdoan.page.choice import Choice
from congdoan.page.own_decks import deck_of, own_decks
from congdoan.page.packing import pack
from congdoan.text import say
from tests.page.visits import tiles, visit

pytestmark = pytest.mark.usefixtures("real", "kept_in")
MEMBERS = "Đoàn viên"
WORDS = "Đã đối chiếu với văn phòng"


def noted(year: int) -> None:
    write(About("real", "members", "VN", None, year, str(year)), WORDS, "Lan")


def offered(label: str, screen: str = "members", **address: str) -> dict[str, Any]:
    """The actions of a tile in words."""
    tile = next(tile for tile in tiles(visit(screen, **address)) if tile["label"] == label)
    return {one["act"]: one["label"] for one in tile["actions"]}


def shown_year() -> int:
    """The year of the members on the tile without filters."""
    [tile] = [tile for tile in tiles(visit("members")) if tile["label"] == MEMBERS]
    return next(int(word) for remark in tile["remarks"] for word in remark.split() if word.isdecimal())


@pytest.mark.parametrize("screen", ["overview", "members", "welfare", "donations", "awards"])
def test_every_tile_offers_a_note_and_where_it_says_something_a_deck(screen: str) -> None:
    for tile in tiles(visit(screen)):
        says = tile["lines"] or tile["value"] != MISSING
        assert [one["act"] for one in tile["actions"]] == (["note", "deck"] if says else ["note"])
    assert offered(MEMBERS) == {"note": say("notes.action", "vi"), "deck": say("card.deck", "vi")}


def test_a_note_stands_on_the_tile_of_its_metric_and_year_alone() -> None:
    noted(year := shown_year())
    assert offered(MEMBERS)["note"] == say("notes.count", "vi", count=1)
    assert offered("Công đoàn cơ sở")["note"] == say("notes.action", "vi")
    assert offered(MEMBERS, nam=str(year - 1))["note"] == say("notes.action", "vi")


def test_a_note_on_a_tile_goes_into_the_workbook_of_the_screen_and_into_packs() -> None:
    noted(shown_year())
    shown = visit("members").session_state["congdoan.shown"]
    [sheet] = [part for part in shown if part.title == say("kpi.title", "vi")]
    assert any(WORDS in line for line in sheet.context.notes)
    store.make("Họp", "real", KeptStep("members", "tiles/members", {}, "Đoàn viên"))
    [own] = own_decks()
    made = pack(deck_of(own), Choice())
    assert any(WORDS in line for line in made.slides[1].context.notes)
    assert any(WORDS in line for line in made.context.notes)


def test_a_tile_in_a_deck_is_that_tile_alone() -> None:
    store.make("Họp", "real", KeptStep("members", "tiles/members_joined", {"nam": "2025"}, "Kết nạp mới"))
    [own] = own_decks()
    slide = pack(deck_of(own), Choice()).slides[1]
    assert [tile.key for tile in slide.tiles] == ["members_joined"]
    assert slide.address.startswith("/doan-vien?nam=2025")
