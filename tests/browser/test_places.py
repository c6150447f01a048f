"""Ways through places and the union tree, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from congdoan.text import say, words
from tests.browser.screens import OFFICE, address
from tests.browser.serving import settle, visit

FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until what has just opened has had its say in where the focus is."""


@pytest.fixture(autouse=True)
def office(tab: Page) -> None:
    tab.set_viewport_size(OFFICE)


def test_the_tree_is_walked_down_to_a_source_line_and_back_up(tab: Page, server: str) -> None:
    visit(tab, address(server, "don-vi", "vi", **{"don-vi": "tld"}))
    below = tab.locator(".st-key-card_organisation_below")
    below.get_by_role("link", name="LĐLĐ tỉnh Cao Bằng").click()
    settle(tab)
    expect(tab.get_by_role("heading", name="LĐLĐ tỉnh Cao Bằng")).to_be_visible()
    with tab.context.expect_page() as opened:
        tab.locator(".st-key-card_organisation_figures").get_by_role("link", name="S002-F02").first.click()
    line = opened.value
    settle(line)
    expect(line.get_by_role("heading", name=re.compile("S002-F02"))).to_be_visible()
    line.close()
    tab.get_by_role("button", name="Tổng Liên đoàn Lao động Việt Nam").click()
    settle(tab)
    expect(below.get_by_role("link", name="LĐLĐ tỉnh Cao Bằng")).to_be_visible()


def test_other_boundaries_keep_the_view_and_the_ground(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", nam="2020-2025", **{"dia-gioi": "34"}, tinh="25"))
    opened = tab.get_by_test_id("stPopoverBody")
    tab.get_by_role("button", name=re.compile("^" + say("filter.scheme", "vi"))).click()
    asked = opened.get_by_role("radiogroup")
    asked.evaluate("group => group.dataset.asked = 'once'")
    opened.locator("label", has_text=say("scheme.63", "vi")).click()
    settle(tab)
    expect(tab).to_have_url(re.compile(r"(?=.*dia-gioi=63)(?=.*nam=2020-2025)(?=.*tinh=17%2C25%2C26)"))
    expect(tab.get_by_role("button", name=say("scheme.63", "vi"))).not_to_have_count(0)
    settle(tab)
    expect(tab.locator("[data-asked=once]")).to_be_visible()
    expect(asked).to_have_count(1)
    tab.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    tab.get_by_role("button", name=re.compile("^" + say("filter.scheme", "vi"))).click()
    opened.locator("label", has_text=say("scheme.34", "vi")).click()
    settle(tab)
    expect(tab).to_have_url(re.compile(r"(?=.*dia-gioi=34)(?=.*nam=2020-2025)(?=.*tinh=25)"))


def test_a_place_is_chosen_with_the_keyboard_alone(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    opened = tab.get_by_test_id("stPopoverBody")
    button = tab.get_by_role("button", name=re.compile("^" + say("filter.provinces", "vi")))
    button.focus()
    tab.keyboard.press("Enter")
    expect(opened.get_by_text("Hà Nội (")).to_be_visible()
    tab.evaluate(FRAMES)
    tab.keyboard.press("Tab")
    search = opened.get_by_label(say("filter.search", "vi"))
    expect(search).to_be_focused()
    search.press_sequentially("cao bang", delay=50)
    expect(opened.get_by_text(words()["chrome.press_enter"]["vi"])).to_be_visible()
    tab.keyboard.press("Enter")
    settle(tab)
    expect(opened.get_by_text("Hà Nội (")).to_have_count(0)
    for key in ("Tab", "Tab", "Space"):
        tab.keyboard.press(key)
    expect(tab).to_have_url(re.compile("tinh=04"))
    settle(tab)
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
