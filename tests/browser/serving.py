"""The running product, for tests and pictures: a server of its own on a free port, and watched pages."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from congdoan.paths import ROOT
from congdoan.text import words

HOST = "127.0.0.1"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROKEN = re.compile("|".join(re.escape(said.split("{")[0]) for said in words()["state.error"].values()))
PATIENCE = 60_000  # milliseconds: two busy cores, a first visit
expect.set_options(timeout=PATIENCE)  # who waits for what comes in the end loses no time by it


def visitor_from_vietnam(browser: Browser) -> BrowserContext:
    """A browser profile of its own, as a visitor from Việt Nam has it."""
    return browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """Serves the product until the block ends; gives its address, prints its log when it dies."""
    port = free_port()
    address = f"http://{HOST}:{port}"
    place = ["--server.address", HOST, "--server.port", str(port), "--logger.enableRich", "false"]
    with log.open("wb") as output:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *place]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            wait_until_ready(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_ready(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Asks /readyz again until it answers 200, for as long as the server lives, a minute at most."""
    last = time.monotonic() + PATIENCE / 1000
    while not answers(f"{address}/readyz"):
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            assert time.monotonic() < last, f"the server is not ready:\n{tail(log)}"
        else:
            raise AssertionError(f"the server died:\n{tail(log)}")


def tail(log: Path) -> str:
    """The end of a server's log, where its last words stand."""
    return log.read_text(encoding="utf-8", errors="replace")[-4000:]


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


def watch(page: Page) -> list[str]:
    """What a page complains of from now on: errors in its console, and requests to other hosts."""
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != HOST:
            complaints.append(f"foreign host: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("request", on_request)
    return complaints


def expect_whole(page: Page) -> None:
    """A screen that broke off is not accepted, be it with Streamlit's traceback or with our own words."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text(BROKEN)).to_have_count(0)


def settle(page: Page) -> None:
    """Waits until the script has run to its end, its title stands, and no placeholder is left."""
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_attached()
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect_whole(page)


def visit(page: Page, address: str) -> None:
    """Opens an address and waits until it stands still."""
    page.goto(address, timeout=PATIENCE)
    settle(page)
