"""Pictures of every screen, to be looked at: `make shots`.

They go to `build/shots/<data set>/<language>/<size>/<screen>.png`; those of the README to `tests/shots`.
"""

import os
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import BrowserContext, ViewportSize, expect, sync_playwright

from congdoan.paths import ROOT, WAREHOUSE
from congdoan.text import Language
from tests.browser.chromium import installed
from tests.browser.screens import LANGUAGES, OFFICE, SCREENS, SIZES, address
from tests.browser.serving import FLAGS, serving, settle, visit, visitor_from_vietnam

FOLDER = ROOT / "build" / "shots"
README = ROOT / "tests" / "shots"
DATASETS = ("that", "minh-hoa")
SHOWN: dict[str, tuple[str, int, dict[str, str]]] = {
    "tong-quan.png": ("", 1100, {}),
    "doan-vien.png": ("doan-vien", 1100, {"du-lieu": "minh-hoa"}),
    "trinh-chieu.png": (
        "trinh-chieu",
        OFFICE["height"],
        {"du-lieu": "minh-hoa", "nam": "2025", "bo": "tong-ket-nam", "buoc": "3"},
    ),
}
"""The pictures of the README: the screen, the height in px, what the address chooses."""


def shoot(visitor: BrowserContext, server: str, slug: str, lang: Language, dataset: str) -> Iterator[Path]:
    """Opens a screen once and pictures the whole of it at every size."""
    page = visitor.new_page()
    page.set_viewport_size(SIZES[0])
    visit(page, address(server, slug, lang, **{"du-lieu": dataset}))
    for size in SIZES:
        path = FOLDER / dataset / lang / f"{size['width']}x{size['height']}" / f"{slug or 'tong-quan'}.png"
        page.set_viewport_size(size)
        settle(page)
        page.set_viewport_size(whole(page.evaluate(HEIGHT), size))
        settle(page)
        expect(page.locator(".congdoan-plot:not(:has(.main-svg))")).to_have_count(0)
        page.screenshot(path=path, animations="disabled")
        yield path
    page.close()


HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


def whole(height: int, size: ViewportSize) -> ViewportSize:
    """A window of the same width, high enough to show all that would scroll."""
    return ViewportSize(width=size["width"], height=min(max(height, size["height"]), 12_000))


def show_in_readme(visitor: BrowserContext, server: str, name: str) -> Path:
    """One picture of the README: the upper part of a screen, at the width of an office."""
    slug, height, chosen = SHOWN[name]
    page = visitor.new_page()
    page.set_viewport_size(ViewportSize(width=OFFICE["width"], height=height))
    visit(page, address(server, slug, "vi", **chosen))
    expect(page.locator(".js-plotly-plot, .congdoan-plot").first).to_be_visible()
    page.screenshot(path=README / name, animations="disabled")
    page.close()
    return README / name


def main() -> int:
    """Serves the warehouse of this clone and pictures it; prints each file."""
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(WAREHOUSE)}
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, serving(environment, FOLDER / "server.log") as server:
        visitor = visitor_from_vietnam(playwright.chromium.launch(executable_path=installed(), args=FLAGS))
        for slug, lang, dataset in product(SCREENS, LANGUAGES, DATASETS):
            for path in shoot(visitor, server, slug, lang, dataset):
                print(path.relative_to(ROOT))
        for name in SHOWN:
            print(show_in_readme(visitor, server, name).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
