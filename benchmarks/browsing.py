"""A page in Chromium, timed by its own clock: from the click, or from the start of loading, until painted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.chromium import installed
from tests.browser.serving import FLAGS, PATIENCE, visitor_from_vietnam

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
OFFICE = ViewportSize(width=1366, height=768)
HEIGHT = "(document.querySelector('[data-testid=stMain]') ?? document.scrollingElement).scrollHeight"


@dataclass(frozen=True)
class Painted:
    """Milliseconds until the last change was painted, charts that changed, and milliseconds of long tasks."""

    milliseconds: float
    charts: int
    long_tasks: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests use, too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def visitor(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has never been there: nothing is kept from before."""
    context = visitor_from_vietnam(browser)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_viewport_size(OFFICE)
    page.set_default_timeout(2 * PATIENCE)
    yield page
    context.close()


def settled(page: Page) -> Painted:
    """Waits until nothing changes any more; the last change counts, from the last click or the start."""
    told: dict[str, Any] = page.evaluate("() => bench.settled()")
    return Painted(told["milliseconds"], told["charts"], told["longTasks"])


def show_all(page: Page) -> None:
    """Makes the window higher than the page, so that every chart is in sight also when the page grows."""
    height = page.evaluate(HEIGHT) + OFFICE["height"]
    page.set_viewport_size(ViewportSize(width=OFFICE["width"], height=height))
    page.wait_for_timeout(500)
    settled(page)
