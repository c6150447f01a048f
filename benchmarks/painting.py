"""A filter choice in the browser until the overview is painted: against the floor and two simple pages."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from shutil import copy
from threading import Thread

from playwright.sync_api import Browser, Page

from benchmarks.browsing import Painted, chromium, settled, show_all, visitor
from benchmarks.captured import FOLDER, PLACES, capture
from benchmarks.interactions import floor
from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import RIVALS, Server, product, rival
from benchmarks.sets import repeat, snapshot
from benchmarks.timing import Timing, timing
from benchmarks.views import CODES
from congdoan.text import name, say

HOW = """Chromium, a real click on a province while the overview shows the whole country; from the click
until the last change of a tile, heading, chart or table is painted (two animation frames after it),
by the page's own clock. The window is 1366 x 768, which the tiles fill, so that charts wait to be
seen; once more it is as high as the page, so that all are drawn: that is held against the others.
*Bare*: `Plotly.react` of the very charts of the overview in a page without anything else; floor =
server time of the page of precomputed answers + bare. The two rivals show the same tiles and charts
from the long table: SQL and plotly.express, and pandas and plotly.express. Milliseconds, p50 (p95)."""
ALL = "Cả nước"
Pick = Callable[[Page, str], None]


def pick_in_product(page: Page, place: str) -> None:
    """Back to the whole country, opens the list of provinces, then clicks one."""
    chip = page.get_by_role("button", name=say("filter.clear", "vi"))
    if chip.count():
        chip.click()
        settled(page)
    page.get_by_role("button", name=re.compile(f"^{say('filter.provinces', 'vi')}")).click()
    shown = page.get_by_test_id("stPopoverBody").get_by_test_id("stButtonGroup")
    shown.get_by_text(re.compile(rf"^{re.escape(place)} \(")).click()


def pick_in_rival(page: Page, place: str) -> None:
    """Back to the whole country, then another option of the select box."""
    for option in (ALL, place):
        settled(page)
        box = page.get_by_test_id("stSelectbox").first.get_by_role("combobox")
        if box.input_value() != option:
            box.click()
            page.keyboard.type(option)
            page.get_by_role("option", name=option, exact=True).click()


def pick_in_bare(page: Page, _place: str) -> None:
    """The next precomputed answer."""
    page.get_by_role("button").click()


def painted(
    browser: Browser, address: str, pick: Pick, n: int, whole: bool = False, drawn: bool = True
) -> list[Painted]:
    """Times so many choices on one page, after one that does not count; `drawn`: each changes a chart."""
    names = [name("place", f"34:{code}", "vi") for code in CODES[len(PLACES) :]]
    names = names[::-1] if whole else names  # other provinces, so that no answer is held from before
    with visitor(browser) as page:
        page.goto(address)
        settled(page)
        if whole:
            show_all(page)
        found = []
        for place in names[: n + 1]:
            pick(page, place)
            found.append(settled(page))
        assert page.get_by_test_id("stException").count() == 0
    print(f"{address}: {[round(one.milliseconds) for one in found]} ms", file=sys.stderr)
    assert not drawn or all(one.charts for one in found), "a choice changed no chart"
    return found[1:]


@contextmanager
def bare() -> Iterator[str]:
    """Serves the page with nothing but charts."""
    for file in ("bare.html", "bare.js"):
        copy(RIVALS / file, FOLDER)
    handler = partial(SimpleHTTPRequestHandler, directory=str(FOLDER))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/bare.html"
        server.shutdown()


def of_rival(browser: Browser, script: str, n: int) -> list[Painted]:
    """Times a page that asks the long table."""
    with rival(script, BENCH_SNAPSHOT=str(snapshot("national"))) as server:
        return painted(browser, server.address, pick_in_rival, n)


def of_floor(server: Server, n: int) -> list[float]:
    """Server times of the page of precomputed answers."""
    with rival("floor", BENCH_ANSWERS=str(capture(server))) as low:
        return floor(low, n)


def of_bare(browser: Browser, n: int) -> list[Painted]:
    """Times the drawing of the same charts and nothing else."""
    with bare() as address:
        return painted(browser, address, pick_in_bare, n)


def measure() -> Section:
    """Times until painted, each page with the same browser."""
    n = repeat(10, 3)
    with product("national") as server:
        served = of_floor(server, 2 * n)
        with chromium() as browser:
            country = server.address + "/?du-lieu=minh-hoa"
            ours = painted(browser, country, pick_in_product, n, drawn=False)
            high = painted(browser, country, pick_in_product, n, whole=True)
    with chromium() as browser:
        drawn = of_bare(browser, n)
        naive, frames = of_rival(browser, "naive", n), of_rival(browser, "frames", n)
    low = middle(drawn).p50 + timing(served).p50
    first = middle(high).p50
    reaches = [
        Reach("filter choice until painted, overview, against floor + bare Plotly.react", 2, first / low),
        Reach("... naive Streamlit + DuckDB against it", 4, middle(naive).p50 / first, at_least=True),
        Reach("... Streamlit + pandas against it", 8, middle(frames).p50 / first, at_least=True),
    ]
    rows = [
        line("overview", ours, low),
        line("overview, window as high as the page", high, low),
        line("bare Plotly.react", drawn, low),
        ["floor, server", len(served), timing(served).words(), timing(served).p50 / low, "", ""],
        ["floor + bare", "", f"{1000 * low:.0f}", 1.0, "", ""],
        line("Streamlit + DuckDB", naive, low),
        line("Streamlit + pandas", frames, low),
    ]
    table = Table(["page", "n", "painted", "× floor", "charts redrawn", "long tasks"], rows)
    return Section("A filter choice until painted", HOW, reaches, [table])


def middle(found: list[Painted]) -> Timing:
    """The timing of what was painted, in seconds."""
    return timing([one.milliseconds / 1000 for one in found])


def line(label: str, found: list[Painted], low: float) -> list[object]:
    """One row of the table: a page, its times, its ratio to the floor, charts and long tasks in ms."""
    times = middle(found)
    work = timing([one.long_tasks for one in found]).p50
    charts = round(timing([one.charts for one in found]).p50)
    return [label, times.n, times.words(), times.p50 / low, charts, round(work)]


if __name__ == "__main__":
    alone(measure)
