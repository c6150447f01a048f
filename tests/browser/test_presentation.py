"""What happens in the meeting: slides by keys, a look into the dashboard and back, a file from a stick."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as Waited

from congdoan import decks
from congdoan.packs import FORMS, save
from congdoan.page.choice import Choice
from congdoan.page.deck_offers import LOOK_AGAIN
from congdoan.page.packing import pack
from congdoan.text import say
from tests.browser.screens import OFFICE, PHONE, PROJECTOR, address
from tests.browser.serving import PATIENCE, settle, visit, watch

CAO_BANG = {"bo": "tong-ket-nam", "nam": "2021", "dia-gioi": "34", "tinh": "04"}
COUNTRY = {"bo": "tong-ket-nam", "du-lieu": "minh-hoa", "nam": "2024"}
HALLS = (PROJECTOR, OFFICE, ViewportSize(width=1024, height=768))
LYING = ViewportSize(width=740, height=360)
LIMITS = [24, 40, 64]
"""Px that any text has at least, a finding, and a value."""
ON_A_PHONE = [13, 22, 35]
BEGINNINGS = {
    **dict.fromkeys((".pptx", ".docx", ".xlsx"), b"PK"),
    ".pdf": b"%PDF",
    ".html": b"<!doctype html>",
}
FAULTS = (Path(__file__).parent / "slide_faults.js").read_text(encoding="utf-8")
FITTED = f"(limits) => Object.values(({FAULTS})(limits)).every((found) => !found.length)"


def slide(page: Page) -> tuple[int, int]:
    """Which slide is shown, of how many, once its chart is there."""
    expect(page.locator(".deck-count")).to_be_visible()
    charts = page.locator(".deck-chart")
    expect(charts.or_(page.locator(".deck-body > :first-child")).first).to_be_attached()
    if charts.count():
        expect(charts).to_have_attribute("data-painted", re.compile(r"\d+"))
    at, _, of = page.locator(".deck-count").inner_text().partition("/")
    return int(at), int(of)


def present(page: Page, server: str, **choice: str) -> int:
    """Opens a deck; how many slides it has."""
    page.goto(address(server, "trinh-chieu", "vi", **choice), timeout=PATIENCE)
    return slide(page)[1]


def press(page: Page, *keys: str) -> int:
    """Presses keys one after the other; the slide that is shown then."""
    for key in keys:
        page.keyboard.press(key)
    return slide(page)[0]


def test_keys_go_through_the_slides_and_loading_again_comes_back(tab: Page, server: str) -> None:
    tab.set_viewport_size(OFFICE)
    last = present(tab, server, **CAO_BANG)
    assert press(tab, "ArrowRight", " ", "PageDown") == 4
    assert press(tab, "ArrowLeft", "PageUp") == 2
    assert press(tab, "PageUp", "PageUp") == 1
    assert press(tab, "End", "ArrowRight") == last
    assert press(tab, "Home") == 1
    press(tab, "ArrowRight", "ArrowRight")
    expect(tab).to_have_url(re.compile("buoc=3"))
    tab.reload()
    assert slide(tab) == (3, last)


@pytest.fixture
def touched(browser: Browser, server: str) -> Iterator[Page]:
    """A screen that is touched, with a page before that of the presentation."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport=HALLS[-1])
    page = context.new_page()
    page.goto(f"{server}/readyz")
    yield page
    context.close()


def test_a_swipe_goes_to_the_next_slide_and_back_to_the_one_before(touched: Page, server: str) -> None:
    finger = touched.context.new_cdp_session(touched)

    def swipe(start: int, end: int) -> int:
        for at in (start, (start + end) // 2, end):
            kind = "touchStart" if at == start else "touchMove"
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at, "y": 400}]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        return slide(touched)[0]

    present(touched, server, **CAO_BANG)
    assert [swipe(800, 200), swipe(800, 200), swipe(200, 800)] == [2, 3, 2]
    touched.locator(".deck").tap(position={"x": 500, "y": 300})
    touched.get_by_role("button", name=say("deck.leave", "vi")).tap()
    expect(touched.get_by_role("button", name=say("deck.start", "vi")).first).to_be_visible()


def test_table_notes_and_keys_open_and_close_and_typing_keeps_its_keys(tab: Page, server: str) -> None:
    tab.set_viewport_size(OFFICE)
    present(tab, server, **CAO_BANG, buoc="5")
    press(tab, "b")
    expect(tab.locator(".deck table")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator(".deck-chart")).to_be_visible()
    for key, panel in (("n", ".deck-notes"), ("?", ".deck-help")):
        tab.keyboard.press(key)
        expect(tab.locator(panel)).to_be_visible()
        tab.keyboard.press("Escape")
        expect(tab.locator(panel)).to_have_count(0)
    tab.keyboard.press("n")
    notes, source = (tab.locator(which).bounding_box() for which in (".deck-notes", ".deck footer"))
    assert notes
    assert source
    assert notes["y"] + notes["height"] <= source["y"], "the source stays in sight"
    tab.evaluate("document.querySelector('.deck').append(document.createElement('textarea'))")
    tab.locator(".deck textarea").press_sequentially("bn ?")
    assert slide(tab)[0] == 5
    expect(tab.locator(".deck textarea")).to_have_value("bn ?")


def test_where_there_is_no_table_twin_its_key_does_nothing(tab: Page, server: str) -> None:
    present(tab, server, **CAO_BANG, buoc="2")
    expect(tab.locator(".deck-tiles")).to_be_visible()
    press(tab, "b")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name=say("deck.start", "vi")).first).to_be_visible()


def test_a_question_is_answered_in_the_dashboard_and_esc_returns_to_the_slide(tab: Page, server: str) -> None:
    tab.set_viewport_size(OFFICE)
    last = present(tab, server, **CAO_BANG, buoc="5", **{"tu-dong": "900"})
    ways = (
        lambda: tab.keyboard.press("Escape"),
        lambda: tab.get_by_text(say("header.back", "vi")).click(),
        tab.go_back,
    )
    for back in ways:
        tab.keyboard.press("Enter")
        expect(tab.locator(".st-key-back")).to_be_visible()
        settle(tab)
        expect(tab).to_have_url(re.compile(r"khen-thuong\?.*nam=2021.*tinh=04.*the=awards_upper"))
        expect(tab.locator(".st-key-card_awards_upper")).to_be_in_viewport(ratio=0.5)
        back()
        assert slide(tab) == (5, last)
        expect(tab).to_have_url(re.compile("tu-dong=900"))
    tab.keyboard.press("Escape")
    start = tab.get_by_role("button", name=say("deck.start", "vi")).first
    expect(start).to_be_visible()
    settle(tab)
    start.click()
    assert slide(tab)[0] == 1, "another deck begins with its cover"


def test_the_list_tells_of_each_deck_once_it_is_filled_and_then_asks_no_more(tab: Page, server: str) -> None:
    sent: list[object] = []

    def asked(frame: object) -> None:
        sent.append(frame)

    tab.on("websocket", lambda socket: socket.on("framesent", asked))
    visit(tab, address(server, "trinh-chieu", "vi", **{**COUNTRY, "bo": "", "nam": "2020"}))
    start = tab.get_by_role("button", name=say("deck.start", "vi"))
    expect(start).to_have_count(len(decks.templates()))
    expect(tab.get_by_text(re.compile(r"· \d+ trang, bỏ qua \d+ phần"))).to_have_count(len(decks.templates()))
    settle(tab)
    sent.clear()
    tab.wait_for_timeout(3 * LOOK_AGAIN * 1000)
    assert not sent
    start.nth(1).click()
    assert slide(tab)[0] == 1


def test_a_deck_for_a_hall_goes_on_by_itself_and_begins_again(tab: Page, server: str) -> None:
    tab.set_viewport_size(OFFICE)
    last = present(tab, server, **CAO_BANG, buoc="10", **{"tu-dong": "1"})
    for at in (last, 1, 2):
        expect(tab.locator(".deck-count")).to_have_text(f"{at}/{last}")


def test_a_slide_that_a_key_led_to_stays_for_the_whole_of_its_time(tab: Page, server: str) -> None:
    tab.clock.install()
    present(tab, server, **CAO_BANG, buoc="3", **{"tu-dong": "60"})
    tab.clock.run_for(50_000)
    press(tab, "ArrowRight")
    tab.clock.run_for(50_000)
    assert slide(tab)[0] == 4
    tab.clock.run_for(20_000)
    assert slide(tab)[0] == 5


@pytest.mark.parametrize("choice", [CAO_BANG, COUNTRY], ids=["real", "simulated"])
def test_every_slide_is_read_from_the_last_row_and_nothing_is_cut(
    tab: Page, server: str, choice: dict[str, str]
) -> None:
    tab.set_viewport_size(OFFICE)
    last = present(tab, server, **choice)
    for at in range(1, last + 1):
        for size in HALLS:
            tab.set_viewport_size(size)
            tab.wait_for_function("document.querySelector('.deck').style.getPropertyValue('--u') !== ''")
            assert slide(tab)[0] == at
            with suppress(Waited):  # a slide fits itself to its window within a moment
                tab.wait_for_function(FITTED, arg=LIMITS, timeout=3000)
            found = tab.evaluate(FAULTS, LIMITS)
            assert not {name: faults for name, faults in found.items() if faults}, (at, size)
        tab.keyboard.press("ArrowRight")


def test_on_a_phone_slides_are_smaller_and_nothing_is_cut(tab: Page, server: str) -> None:
    tab.set_viewport_size(PHONE)
    last = present(tab, server, **CAO_BANG)
    for at in range(1, last + 1):
        assert slide(tab)[0] == at
        with suppress(Waited):
            tab.wait_for_function(FITTED, arg=ON_A_PHONE, timeout=3000)
        found = tab.evaluate(FAULTS, ON_A_PHONE)
        assert not {name: faults for name, faults in found.items() if faults}, at
        tab.keyboard.press("ArrowRight")


def test_six_tiles_fit_a_phone_that_lies(tab: Page, server: str) -> None:
    tab.set_viewport_size(LYING)
    present(tab, server, **COUNTRY, buoc="2")
    expect(tab.locator(".deck-tiles > div")).to_have_count(6)
    found = tab.evaluate(FAULTS, ON_A_PHONE)
    assert not {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("size", HALLS, ids=lambda size: str(size["width"]))
def test_a_sum_on_a_slide_says_of_how_many_places_it_is(tab: Page, server: str, size: ViewportSize) -> None:
    tab.set_viewport_size(size)
    present(tab, server, bo="tong-ket-nam", nam="2025", buoc="2")
    members = tab.locator(".deck-tiles > div").filter(has_text="Đoàn viên")
    expect(members.locator(".deck-value")).to_have_text(re.compile(r"^khoảng [\d.]+ người$"))
    expect(members.locator(".deck-remark").first).to_have_text(re.compile(r"cộng \d+/34 nơi có số"))


def test_no_year_goes_where_the_legend_has_many_words(tab: Page, server: str) -> None:
    tab.set_viewport_size(HALLS[-1])
    last = present(tab, server, **COUNTRY)
    shown = tab.locator(".deck-top", has_text="Xếp loại công đoàn cơ sở")
    while not shown.count() and slide(tab)[0] < last:
        tab.keyboard.press("ArrowRight")
    slide(tab)
    expect(tab.locator(".deck-legend span")).to_have_count(4)
    years = tab.locator(".deck-chart .ytick text").all_text_contents()
    assert [year[:4] for year in years] == ["2020", "2021", "2022", "2023", "2024"]


@pytest.fixture
def offline(browser: Browser) -> BrowserContext:
    """A machine without any network."""
    return browser.new_context(offline=True, viewport=OFFICE)


def test_each_file_comes_from_the_screen_as_it_was_written(
    tab: Page, server: str, offline: BrowserContext, tmp_path: Path
) -> None:
    visit(tab, address(server, "trinh-chieu", "vi", **{**CAO_BANG, "bo": ""}))
    offer = tab.locator(".st-key-offer_tong-ket-nam")
    for form in FORMS:
        with tab.expect_download() as waiting:
            offer.get_by_role("button", name=say(f"deck.form.{form}", "vi"), exact=True).click()
        file = tmp_path / f"{form}{Path(waiting.value.suggested_filename).suffix}"
        waiting.value.save_as(file)
        assert file.read_bytes().startswith(BEGINNINGS[file.suffix]), form
    page = offline.new_page()
    page.goto((tmp_path / "html.html").as_uri())
    assert slide(page)[0] == 1
    offline.close()


@pytest.mark.usefixtures("real", "kept_in")
def test_the_file_opens_from_a_stick_without_a_network(offline: BrowserContext, tmp_path: Path) -> None:
    cao_bang = Choice(places=("34:04",), year_from=2021, year_to=2021)
    made = pack(decks.templates()["tong-ket-nam"], cao_bang, "http://localhost:8501")
    file = save("html", tmp_path, made)
    page = offline.new_page()
    complaints = watch(page)
    page.goto(file.as_uri())
    assert slide(page) == (1, len(made.slides))
    assert press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight") == 5
    expect(page.locator(".deck-chart svg").first).to_be_visible()
    for at, one in enumerate(made.slides, start=1):
        assert press(page, "Home", *["ArrowRight"] * (at - 1)) == at
        expect(page.locator(".deck h1")).to_have_text(one.title)
        expect(page.locator(".deck-qr")).to_have_text(one.code)
    page.reload()
    assert slide(page)[0] == len(made.slides)
    page.locator("body[data-paper=ready]").wait_for(state="attached", timeout=PATIENCE)
    cells = page.locator(".deck-paper td").all_text_contents()
    tables = [one.table for one in made.slides if one.table is not None and len(one.table) > 1]
    values = {table.shown(row, table.index("value")) for table in tables[:2] for row in range(len(table))}
    assert values <= set(cells)
    assert not complaints
    offline.close()
