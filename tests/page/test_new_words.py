"""A dashboard that runs while the catalogue changes: it learns new words, and outlives a broken file."""

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from congdoan import catalogue, database, server
from congdoan.catalogue import items, metrics
from congdoan.ingest import build
from congdoan.paths import CATALOGUE
from congdoan.text import name, say
from tests.asking import Edit, changed, edit, finished
from tests.page.visits import heading, visit

LAST = "\ncollective_agreements,other,"
METRIC = "\npicnics,other,outing,sum,sum,never,,45,Dã ngoại,Picnics,Số chuyến đi.,Outings of members."
NEW: tuple[Edit, ...] = (
    ("metrics", LAST, METRIC + LAST),
    ("text", "\nunit.person,", "\nunit.outing,chuyến,outings\nunit.person,"),
    ("text", "page.explorer,Bảng số liệu", "page.explorer,Bảng mới"),
)
FIGURE = ("facts", "blood_donors,,,,15,,,person", "picnics,,,,15,,,outing")
BROKEN = ("items", "dimension,item,rank", "dimensions,item,rank")
MENDED = ("items", "dimensions,item,rank", "dimension,item,rank")


@pytest.fixture
def folder(own_hand: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Figures and a catalogue that a test may change, served by a dashboard that runs."""
    own = changed(own_hand.parent / "catalogue", origin=CATALOGUE)
    changed(own_hand.parent / "facts")
    monkeypatch.setattr("congdoan.paths.CATALOGUE", own)
    monkeypatch.setattr(catalogue, "CATALOGUE", own)
    yield own_hand.parent
    catalogue.renew()


def publish_new_words(folder: Path) -> None:
    edit(folder / "catalogue", *NEW)
    edit(folder / "facts", FIGURE)
    assert build(folder / "facts", folder / "warehouse") == "r2"


def test_a_figure_of_a_new_metric_is_shown_in_its_new_words_without_restart(folder: Path) -> None:
    app = visit("explorer", chi_tieu="picnics")
    assert heading(app) == "Bảng số liệu"
    assert "picnics" not in metrics()
    publish_new_words(folder)
    app.run()
    assert not app.exception
    assert heading(app) == "Bảng mới"
    assert app.multiselect[0].value == ["picnics"]
    assert "Dã ngoại" in app.multiselect[0].options
    assert name("unit", "outing", "vi") == "chuyến"
    assert not visit("organisations", don_vi="ldld-vinh-phuc").exception


def test_a_change_that_no_build_has_checked_is_not_shown(folder: Path) -> None:
    app = visit("explorer")
    edit(folder / "catalogue", *NEW)
    assert heading(app.run()) == "Bảng số liệu"


def test_a_catalogue_that_breaks_while_serving_leaves_the_last_good_one_until_it_is_mended(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visit("overview")
    publish_new_words(folder)
    edit(folder / "catalogue", BROKEN)
    with caplog.at_level(logging.ERROR, "congdoan"):
        app.run()
    assert not app.exception
    assert heading(app) == say("page.overview", "vi")
    [told] = [record.getMessage() for record in caplog.records if record.name == "congdoan"]
    assert "items.csv, line 1: found 'dimensions' as column 1; allowed: 'dimension'." in told
    assert "picnics" not in metrics()
    edit(folder / "catalogue", MENDED)
    monkeypatch.setattr(catalogue._held, "not_before", 0)
    assert "picnics" in metrics()
    assert items()


def test_no_reader_of_a_new_release_sees_the_catalogue_before_it(folder: Path) -> None:
    publish_new_words(folder)
    start = threading.Barrier(8)

    def read(_thread: int) -> bool:
        start.wait()
        assert database.release("real").release == "r2"
        return "picnics" in metrics()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(8)))


def asked(path: str) -> tuple[int, str]:
    """Status and text of an address, through all layers of the server."""
    app, sent = Starlette(routes=server.routes(), middleware=server.middleware()), []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    finished(app(scope, receive, send))
    return sent[0]["status"], sent[1]["body"].decode()


def test_readiness_asks_for_figures_and_for_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked("/readyz") == (200, "ready r1")
    server._headers.cache_clear()
    monkeypatch.setattr(catalogue, "_held", catalogue._Held())
    edit(folder / "catalogue", BROKEN)
    status, told = asked("/readyz")
    assert (status, told.split(":")[0]) == (503, "not ready")
    assert "items.csv, line 1: found 'dimensions'" in told
    edit(folder / "catalogue", MENDED)
    assert asked("/readyz") == (200, "ready r1")
