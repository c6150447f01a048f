"""A first visit to the overview, by a browser that keeps nothing yet: bytes on the wire and time."""

import sys

from playwright.sync_api import Browser

from benchmarks.browsing import Painted, chromium, settled, visitor
from benchmarks.counting import counted
from benchmarks.painting import line, middle
from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import product, rival
from benchmarks.sets import repeat, snapshot

HOW = """Chromium with an empty cache, browser and server on the same machine, the server warm; from the
start of loading until the last change of a tile, heading, chart or table is painted. Window 1366 x
768. The bytes are counted on the wire between browser and server, headers and messages of the
websocket included, on one more visit. Plain Streamlit: the page in SQL and plotly.express, served
by `streamlit run`; its answers are held by then, as the product's are. Milliseconds, p50 (p95)."""


def visits(browser: Browser, address: str, n: int) -> list[Painted]:
    """Times so many first visits, after one that warms the server."""
    found = [first_visit(browser, address) for _ in range(n + 1)]
    print(f"{address}: {[round(one.milliseconds) for one in found]} ms", file=sys.stderr)
    return found[1:]


def first_visit(browser: Browser, address: str) -> Painted:
    """One visit by a browser without a cache."""
    with visitor(browser) as page:
        page.goto(address, wait_until="commit")
        return settled(page)


def weight(browser: Browser, server: str, query: str) -> float:
    """Megabytes from the server on a first visit."""
    with counted(server) as wire:
        first_visit(browser, wire.address + query)
        return wire.received() / 1e6


def measure() -> Section:
    """First visits to the product and to plain Streamlit."""
    n = repeat(10, 2)
    country = "/?du-lieu=minh-hoa"
    with chromium() as browser:
        with product("national") as server:
            ours = visits(browser, server.address + country, n)
            light = weight(browser, server.address, country)
        with rival("naive", BENCH_SNAPSHOT=str(snapshot("national"))) as server:
            plain = visits(browser, server.address, n)
            heavy = weight(browser, server.address, "/")
    ratio = middle(ours).p50 / middle(plain).p50
    reaches = [
        Reach("cold load of the overview, on the wire", 3.5, light, "MB"),
        Reach("cold load of the overview, time against plain Streamlit", 0.7, ratio),
    ]
    rows = [
        [*line("overview", ours, middle(plain).p50), light],
        [*line("plain Streamlit", plain, middle(plain).p50), heavy],
    ]
    headings = ["page", "n", "painted", "× plain", "charts", "long tasks", "MB"]
    return Section("First visit", HOW, reaches, [Table(headings, rows)])


if __name__ == "__main__":
    alone(measure)
