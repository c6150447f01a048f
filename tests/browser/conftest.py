"""A running server and a clean browser page for each test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from congdoan.control import store
from congdoan.simulate import simulate
from tests.browser.chromium import installed
from tests.browser.serving import FLAGS, expect_whole, serving, visitor_from_vietnam, watch


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test below this folder opens a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": installed(), "args": FLAGS}


@pytest.fixture(scope="session")
def environment(real_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a server of ours finds in its environment: real figures, and a simulated country beside them."""
    warehouse = shutil.copytree(real_warehouse, tmp_path_factory.mktemp("served") / "warehouse")
    simulate(warehouse)
    return {**os.environ, "CONGDOAN_WAREHOUSE": str(warehouse)}


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the shared server prints."""
    return tmp_path_factory.mktemp("server") / "log"


@pytest.fixture(scope="session")
def server(environment: dict[str, str], server_log: Path) -> Iterator[str]:
    """Address of the server that the whole session shares."""
    with serving(environment, server_log) as address:
        yield address


@pytest.fixture(scope="session")
def own_server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server of the tests that change something prints."""
    return tmp_path_factory.mktemp("own") / "log"


@pytest.fixture(scope="session")
def own_server(environment: dict[str, str], own_server_log: Path) -> Iterator[str]:
    """Address of a server with a warehouse of its own, for tests that keep or publish something there."""
    folder, kept = own_server_log.parent / "warehouse", shutil.ignore_patterns(f"{store.FILE}*")
    shutil.copytree(environment["CONGDOAN_WAREHOUSE"], folder, ignore=kept)
    with serving({**environment, "CONGDOAN_WAREHOUSE": str(folder)}, own_server_log) as address:
        yield address


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor from Việt Nam, who keeps the browser's cache from page to page."""
    context = visitor_from_vietnam(browser)
    yield context
    context.close()


@pytest.fixture
def tab(visitor: BrowserContext, server_log: Path) -> Iterator[Page]:
    """A page that must stay clean: no console error, no other host asked, no error on it or in the log."""
    page = visitor.new_page()
    complaints = watch(page)
    before = len(printed(server_log))
    yield page
    expect_whole(page)
    page.close()
    assert not complaints
    assert "Traceback" not in (new := printed(server_log)[before:]), new


def printed(log: Path) -> str:
    """What a server has printed until now; nothing before it starts."""
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
