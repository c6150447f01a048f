"""A deck on a telephone: nothing beyond its sides, every slide with its content, long tables scroll."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from congdoan import decks
from congdoan.packs import save
from congdoan.page.choice import Choice
from congdoan.page.packing import pack
from tests.browser.serving import watch
from tests.browser.test_presentation import press, slide

UPRIGHT, LYING = ViewportSize(width=360, height=740), ViewportSize(width=740, height=360)
CAO_BANG = Choice(places=("34:04",), year_from=2021, year_to=2021)
LEAST = 1 / 3
"""The part of the height that what a slide is about has at least."""
BESIDE = """() => [...document.querySelectorAll(".deck *")]
  .filter((part) => !part.closest("nav") && part.getBoundingClientRect().right > innerWidth + 1)
  .map((part) => part.className || part.textContent)"""


@pytest.mark.usefixtures("real", "kept_in")
@pytest.mark.parametrize("held", [UPRIGHT, LYING])
def test_every_slide_can_be_read_on_a_telephone(browser: Browser, held: ViewportSize, tmp_path: Path) -> None:
    context = browser.new_context(offline=True, viewport=held)
    made = pack(decks.templates()["so-ket-6-thang"], CAO_BANG, "http://localhost:8501")
    page = context.new_page()
    complaints = watch(page)
    page.goto(save("html", tmp_path, made).as_uri())
    for at, one in enumerate(made.slides, start=1):
        assert slide(page) == (at, len(made.slides))
        assert not page.evaluate(BESIDE), one.title
        room = page.locator(".deck-body").bounding_box()
        assert room is not None
        assert room["height"] >= LEAST * held["height"], one.title
        if one.table is not None and one.chart is None and len(one.table) > 1:
            expect(page.locator(".deck tbody tr")).to_have_count(len(one.table))
        press(page, "ArrowRight")
    assert not complaints
    context.close()


@pytest.mark.usefixtures("real", "kept_in")
def test_a_chart_with_hardly_any_room_shows_a_row(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 340})
    made = pack(decks.templates()["so-ket-6-thang"], CAO_BANG, "http://localhost:8501")
    page = context.new_page()
    at = next(one.step for one in made.slides if one.chart is not None)
    page.goto(f"{save('html', tmp_path, made).as_uri()}#{at}")
    assert slide(page)[0] == at
    expect(page.locator(".deck-more")).to_contain_text("1 trong 3 dòng")
    context.close()
