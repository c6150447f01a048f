"""Streamlit's own labels speak the language of the view, seen or heard, and the page says which it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from congdoan.page.header import LANGUAGES as NAMES
from congdoan.text import Language, say, words
from tests.browser.screens import LANGUAGES, PHONE, address
from tests.browser.serving import settle, visit

CHROME = {key: text for key, text in words().items() if key.startswith("chrome.")}
SPOKEN = """() => {
    const said = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.TEXT_NODE) said.push(node.data.trim());
        else for (const name of ["aria-label", "aria-description", "title", "placeholder"])
            said.push((node.getAttribute(name) ?? "").trim());
    }
    return said;
}"""


APART = """(code) => {
    const button = code.querySelector("button"), words = document.createRange();
    words.selectNodeContents(code.querySelector("code"));
    const { opacity } = getComputedStyle(code.querySelector(":scope > div"));
    return opacity === "1" && button.getBoundingClientRect().bottom <= words.getClientRects()[0].top;
}"""


def pattern(text: str) -> str:
    """A label as a regular expression; its `{gap}` takes any words."""
    return ".+".join(re.escape(part) for part in re.split(r"{\w+}", text))


ENGLISH = re.compile("|".join(pattern(text["en"]) for text in CHROME.values()))


def english_left(page: Page) -> list[str]:
    """Known English labels of Streamlit that still stand somewhere in the page."""
    return [text for text in page.evaluate(SPOKEN) if ENGLISH.fullmatch(text)]


def test_each_label_of_streamlit_is_translated_once() -> None:
    english = [text["en"] for text in CHROME.values()]
    assert len(english) == len(set(english))
    assert not [text["vi"] for text in CHROME.values() if ENGLISH.fullmatch(text["vi"])]  # else without end


@pytest.mark.parametrize("slug", ["", "doan-vien", "so-lieu"])
def test_no_english_label_is_left_with_a_popover_and_a_dialog_open(tab: Page, server: str, slug: str) -> None:
    visit(tab, address(server, slug, "vi"))
    expect(tab.locator("html")).to_have_attribute("lang", "vi")
    assert not english_left(tab)
    tab.get_by_test_id("stPopover").get_by_role("button").first.click()
    expect(tab.get_by_test_id("stPopoverBody")).to_be_visible()
    assert not english_left(tab)
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name=say("card.source", "vi"), exact=True).first.click()
    dialog = tab.get_by_role("dialog")
    expect(dialog.get_by_role("button", name=say("chrome.close", "vi"), exact=True)).to_be_visible()
    assert not english_left(tab)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_labels_follow_the_language_there_and_back(tab: Page, server: str, lang: Language) -> None:
    other: Language = "en" if lang == "vi" else "vi"
    visit(tab, address(server, "doan-vien", lang, **{"du-lieu": "minh-hoa"}))
    for wanted in (other, lang):
        tab.get_by_role("radio", name=NAMES[wanted], exact=True).first.click()
        expect(tab.locator("html")).to_have_attribute("lang", wanted)
        settle(tab)
        prefix = say("chrome.help_for", wanted, what="")
        expect(tab.get_by_role("button", name=re.compile(f"^{prefix}")).first).to_be_attached()
        assert bool(english_left(tab)) == (wanted == "en")


def test_the_button_that_copies_a_paragraph_is_there_and_lies_over_no_words(tab: Page, server: str) -> None:
    tab.set_viewport_size(PHONE)
    visit(tab, address(server, "doan-vien", "vi"))
    tab.get_by_role("button", name=say("paragraph.copy", "vi")).click()
    code = tab.get_by_test_id("stCode")
    expect(code).to_be_visible()
    assert code.evaluate(APART)
