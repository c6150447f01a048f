"""Every screen by deep link in a real browser: in both languages, at every size, for everyone."""

import io
import json
from pathlib import Path
from urllib.request import urlopen

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from congdoan.text import Language, say
from tests.browser.screens import (
    LANGUAGES,
    OFFICE,
    PHONE,
    PROJECTOR,
    SCREENS,
    address,
    barriers,
    sideways,
    title,
)
from tests.browser.serving import PATIENCE, serving, settle, visit

ORDER = {"vi": (PHONE, PROJECTOR, OFFICE), "en": (OFFICE, PROJECTOR, PHONE)}
"""The sizes of a window, one after the other: one language begins on a phone and widens, one narrows."""

BEYOND = """(links) => links.map((one) =>
    one.getBoundingClientRect().right - one.closest("td").getBoundingClientRect().right)"""
"""How far each link reaches over its cell, in px."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SCREENS)
def test_a_screen_opens_by_deep_link_and_fits_every_size_without_a_barrier(
    tab: Page, server: str, slug: str, lang: Language
) -> None:
    tab.set_viewport_size(ORDER[lang][0])
    visit(tab, address(server, slug, lang))
    expect(tab.locator("h1")).to_have_text([title(slug, lang)])
    expect(tab).to_have_title(say("app.tab", lang, page=title(slug, lang)))
    expect(tab.locator("html")).to_have_attribute("lang", lang)
    for size in ORDER[lang]:
        tab.set_viewport_size(size)
        settle(tab)
        assert sideways(tab) <= 0, size
        expect(tab.get_by_test_id("stTopNavLinkContainer").first).to_be_visible(visible=size != PHONE)
        assert size == PROJECTOR or not barriers(tab), size


def test_the_first_visitor_of_a_fresh_server_may_come_by_deep_link(
    tab: Page, environment: dict[str, str], tmp_path: Path
) -> None:
    with serving(environment, tmp_path / "log") as server:
        visit(tab, address(server, "ung-ho", "vi", nam="2018-2020"))
        expect(tab.locator("h1")).to_have_text([title("ung-ho", "vi")])
        expect(tab.get_by_role("navigation").get_by_role("link")).to_have_text([title("", "vi")])
        assert "nam=2018-2020" in tab.url
        tab.goto("about:blank")  # a page that is left calls no more for a server that has stopped


@pytest.mark.parametrize("path", ["khong-co", "khong-co/doan-vien"])
def test_an_address_of_no_screen_opens_the_first_one_and_says_so(
    visitor: BrowserContext, server: str, path: str
) -> None:
    page = visitor.new_page()
    visit(page, f"{server}/{path}")
    expect(page.get_by_role("dialog")).to_contain_text("Không có trang bạn yêu cầu")
    expect(page.locator("h1")).to_have_text([title("", "vi")])
    page.close()


def test_a_long_name_stays_in_its_column(tab: Page, server: str) -> None:
    federation = {"du-lieu": "minh-hoa", "don-vi": "ldld-lao-cai-2025"}
    visit(tab, address(server, "don-vi", "en", **federation))
    links = tab.locator(".congdoan-grid td a")
    expect(links.first).to_be_visible()
    assert max(links.evaluate_all(BEYOND)) <= 0


def test_on_paper_a_table_has_all_its_columns_below_a_head_that_each_sheet_repeats(
    tab: Page, server: str
) -> None:
    visit(tab, address(server, "doan-vien", "vi", nam="2023", **{"du-lieu": "minh-hoa"}))
    sheets = pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    long = [text for text in texts if text.count("30/11/2023") > 20]
    assert len(long) > 1
    for head in (say("column.figure", "vi"), say("column.source", "vi")):
        assert all(head in text for text in long), head


def test_no_page_that_embeds_ours_may_steer_it(server: str) -> None:
    with urlopen(f"{server}/_stcore/host-config", timeout=PATIENCE / 1000) as told:
        assert json.load(told)["allowedOrigins"] == []
