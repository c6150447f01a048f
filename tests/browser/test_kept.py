"""What people keep, in a real browser: a view, the place they left, a note."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from congdoan.text import say
from tests.browser.screens import OFFICE, PHONE, address
from tests.browser.serving import PATIENCE, settle, visit

CARD = ".st-key-card_lead_latest_members_all"


@pytest.fixture
def server_log(own_server_log: Path) -> Path:
    """The log that the tab of these tests watches."""
    return own_server_log


@pytest.fixture
def server(own_server: str) -> str:
    """What is kept here is no other file's."""
    return own_server


@pytest.fixture(autouse=True)
def office(tab: Page) -> None:
    tab.set_viewport_size(OFFICE)


def press(within: Page | Locator, label: str, page: Page) -> None:
    within.get_by_role("button", name=label, exact=True).click()
    settle(page)


def test_a_view_is_saved_made_home_and_opened_from_the_start_which_stays_as_it_is(
    tab: Page, server: str
) -> None:
    visit(tab, address(server, "doan-vien", "vi", nam="2024", **{"dia-gioi": "34"}, tinh="01"))
    press(tab, say("views.button", "vi"), tab)
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label(say("views.name", "vi"), exact=True).fill("Hà Nội của tôi")
    press(dialog, say("views.save", "vi"), tab)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    expect(tab.get_by_text("Khung nhìn đã lưu: Hà Nội của tôi · của máy này")).to_be_visible()
    press(tab, say("views.button", "vi"), tab)
    press(dialog, say("views.edit", "vi"), tab)
    dialog.get_by_text(say("views.make_home", "vi")).click()
    press(dialog, say("views.change", "vi"), tab)
    visit(tab, address(server, "", "vi"))
    expect(tab.locator("h1")).to_have_text(say("page.overview", "vi"))
    assert "?" not in tab.url
    tab.get_by_role("link", name=say("views.home", "vi", name="Hà Nội của tôi")).click()
    expect(tab).to_have_url(re.compile(r"doan-vien\?(?=.*nam=2024)(?=.*tinh=01)"))
    settle(tab)
    expect(tab.locator("h1")).to_have_text(say("page.members", "vi"))


def test_the_browser_offers_the_place_that_was_left_last_on_the_bare_start_only(
    tab: Page, server: str
) -> None:
    visit(tab, address(server, "cham-lo", "vi", nam="2024"))
    way = tab.get_by_role("link", name=f"{say('views.last', 'vi')} Chăm lo · 2024")
    expect(way).to_have_count(0)
    visit(tab, address(server, "", "vi"))
    way.click()
    expect(tab).to_have_url(re.compile(r"cham-lo\?nam=2024$"))
    settle(tab)


def test_a_note_is_written_on_a_card_with_the_keyboard_and_counted_there(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", nam="2025", **{"dia-gioi": "34"}, tinh="01"))
    press(tab.locator(CARD), say("notes.action", "vi"), tab)
    dialog = tab.get_by_role("dialog")
    for label, typed in (("notes.unit", "Hà Nội"), ("notes.period", "2025")):
        dialog.get_by_label(say(label, "vi"), exact=True).press_sequentially(typed)
        tab.keyboard.press("Enter")
    dialog.get_by_label(say("notes.words", "vi"), exact=True).fill("Đã đối chiếu")
    press(dialog, say("notes.save", "vi"), tab)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    press(tab.locator(CARD), say("notes.count", "vi", count=1), tab)
    expect(dialog.get_by_text("Đã đối chiếu", exact=True).first).to_be_visible()
    expect(dialog.get_by_text("Đoàn viên · Hà Nội · năm 2025 · máy này")).to_be_visible()


def test_a_tile_takes_a_note_and_goes_into_a_deck_by_keyboard_on_a_phone_too(tab: Page, server: str) -> None:
    tab.set_viewport_size(PHONE)
    visit(tab, address(server, "doan-vien", "vi", nam="2025", **{"dia-gioi": "34"}, tinh="01"))
    dialog = tab.get_by_role("dialog")
    tab.get_by_role("button", name=f"{say('notes.action', 'vi')}: Công đoàn cơ sở", exact=True).press("Enter")
    dialog.get_by_label(say("notes.words", "vi"), exact=True).fill("Gồm cả nghiệp đoàn")
    press(dialog, say("notes.save", "vi"), tab)
    expect(dialog).to_have_count(0)
    count = f"{say('notes.count', 'vi', count=1)}: Công đoàn cơ sở"
    expect(tab.get_by_role("button", name=count, exact=True)).to_be_visible()
    tab.get_by_role("button", name=f"{say('card.deck', 'vi')}: Công đoàn cơ sở", exact=True).press("Enter")
    dialog.get_by_label(say("decks.name", "vi"), exact=True).fill("Họp tháng")
    press(dialog, say("decks.add", "vi"), tab)
    expect(dialog.get_by_text(say("decks.added", "vi", name="Họp tháng"))).to_be_visible()
    tab.goto(address(server, "trinh-chieu", "vi", bo="rieng-1", buoc="2"), timeout=PATIENCE)
    expect(tab.locator(".deck")).to_contain_text("CĐCS")
    expect(tab.locator(".deck-source")).to_contain_text(say("deck.noted", "vi", shown=1))
    tab.keyboard.press("n")
    expect(tab.locator(".deck-notes")).to_contain_text("Gồm cả nghiệp đoàn")
