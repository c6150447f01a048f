"""When charts are drawn, in a real browser: those that a choice changes, once, and when they come near."""

import re

from playwright.sync_api import Page, ViewportSize, expect

from congdoan.page.plot import PLOTLY_ADDRESS
from congdoan.text import say
from tests.browser.screens import OFFICE, address
from tests.browser.serving import settle, visit

SIMULATED = {"du-lieu": "minh-hoa"}
WHOLE = ViewportSize(width=OFFICE["width"], height=6000)
LASTING = ["lead_years", "overview_coverage"]
COUNT_DRAWINGS = """() => {
  const react = Plotly.react;
  window.drawings = 0;
  Plotly.react = (...all) => { window.drawings += 1; return react(...all); };
}"""

MORE_ROOM = """(plots) => plots.filter((plot) => plot.layout.yaxis?.automargin).map((plot) =>
  Math.max(...["l", "r", "t", "b"].map((side) => plot._fullLayout._size[side] - plot.layout.margin[side])))"""
"""How many px each chart with labels took to its sides that it was not given."""


def test_a_chart_is_drawn_when_it_comes_near_and_every_chart_for_print(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", **SIMULATED))
    charts, blank = tab.locator(".congdoan-plot"), tab.locator(".congdoan-plot:not(:has(.main-svg))")
    charts.first.scroll_into_view_if_needed()
    expect(charts.first.locator(".main-svg").first).to_be_visible()
    assert blank.count() > 0
    charts.last.scroll_into_view_if_needed()
    expect(charts.last.locator(".main-svg").first).to_be_visible()
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(blank).to_have_count(0)


def test_typing_in_a_search_draws_no_chart(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", **SIMULATED))
    chart = tab.locator(".congdoan-plot").first
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".main-svg").first).to_be_visible()
    tab.get_by_role("button", name=re.compile("^" + say("filter.provinces", "vi"))).click()
    tab.evaluate(COUNT_DRAWINGS)
    tab.get_by_label(say("filter.search", "vi")).fill("lam dong")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name=re.compile("^Hà Nội"))).to_have_count(0)
    settle(tab)
    assert tab.evaluate("() => window.drawings") == 0


def test_a_choice_draws_every_chart_once_and_keeps_those_that_stay(tab: Page, server: str) -> None:
    tab.set_viewport_size(WHOLE)
    visit(tab, address(server, "", "vi", **SIMULATED))
    charts, blank = tab.locator(".congdoan-plot"), tab.locator(".congdoan-plot:not(:has(.main-svg))")
    newest = tab.locator(".st-key-card_lead_latest_members_all .main-svg")
    expect(tab.locator(".st-key-card_lead_ranking_members_all .main-svg").first).to_be_visible()
    expect(blank).to_have_count(0)
    lasting = tab.locator(", ".join(f"[class*=st-key-card_{card}] .congdoan-plot" for card in LASTING))
    lasting.evaluate_all("all => all.forEach((one) => { one.dataset.was = 'there'; })")
    tab.get_by_role("button", name=re.compile("^" + say("filter.provinces", "vi"))).click()
    options = tab.get_by_test_id("stPopoverBody").get_by_test_id("stButtonGroup").last
    options.evaluate("group => { group.dataset.was = 'asked'; }")
    tab.evaluate(COUNT_DRAWINGS)
    options.get_by_text(re.compile(r"^Nghệ An \(")).click()
    expect(newest.first).to_be_visible()
    settle(tab)
    expect(blank).to_have_count(0)
    assert tab.evaluate("() => window.drawings") == charts.count()
    expect(tab.locator("[data-was=there]")).to_have_count(len(LASTING))
    expect(tab.locator("[data-was=asked]")).to_be_visible()


def test_a_chart_is_given_the_room_that_its_labels_take_so_that_it_is_drawn_once(
    tab: Page, server: str
) -> None:
    tab.set_viewport_size(WHOLE)
    visit(tab, address(server, "", "vi", **SIMULATED))
    expect(tab.locator(".congdoan-plot:not(:has(.main-svg))")).to_have_count(0)
    rooms = tab.locator(".congdoan-plot").evaluate_all(MORE_ROOM)
    assert len(rooms) > 1
    assert max(rooms) <= 1


def test_the_page_itself_loads_the_chart_library_once(tab: Page, server: str) -> None:
    asked: list[str] = []
    tab.set_viewport_size(WHOLE)
    tab.on("request", lambda request: asked.append(request.url))
    visit(tab, address(server, "", "vi", **SIMULATED))
    expect(tab.locator(".congdoan-plot .main-svg").first).to_be_visible()
    assert [PLOTLY_ADDRESS in url for url in asked].count(True) == 1
    assert tab.locator(f"head script[async][src='{PLOTLY_ADDRESS}']").count() == 1


def test_a_chart_library_that_did_not_come_with_the_page_is_fetched_for_the_first_chart(
    page: Page, server: str
) -> None:
    page.route(f"**{PLOTLY_ADDRESS.partition('?')[0]}*", lambda route: route.abort(), times=1)
    page.set_viewport_size(WHOLE)
    page.goto(address(server, "", "vi", **SIMULATED))
    expect(page.locator(".congdoan-plot .main-svg").first).to_be_visible(timeout=30_000)
