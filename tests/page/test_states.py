"""Without figures a screen says so in plain words, with the command that brings them, and heals by itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from congdoan import database
from congdoan.text import Language, name, say
from tests.asking import read_from
from tests.page.visits import heading, said, visit

DATASETS = ("that", "minh-hoa")


@pytest.fixture
def copied(both_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A warehouse of its own that a test may break."""
    warehouse = tmp_path / "warehouse"
    shutil.copytree(both_warehouse, warehouse)
    return read_from(warehouse, monkeypatch)


def snapshot(warehouse: Path, dataset: str) -> Path:
    pointer = warehouse / database.POINTERS[dataset]
    return warehouse / pointer.read_text(encoding="utf-8").strip()


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def corrupt(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)


def foreign(path: Path) -> None:
    path.unlink()
    duckdb.connect(str(path)).close()


@pytest.mark.parametrize("harm", [missing, empty, corrupt, foreign])
@pytest.mark.parametrize(("dataset", "code"), [("that", "real"), ("minh-hoa", "simulated")])
def test_a_harmed_snapshot_is_told_with_the_command_and_heals_when_it_returns(
    copied: Path, harm: Callable[[Path], None], dataset: str, code: str
) -> None:
    path = snapshot(copied, code)
    whole = path.read_bytes()
    harm(path)
    app = visit("organisations", du_lieu=dataset)
    assert not app.exception
    assert heading(app) == say("state.no_snapshot.title", "vi")
    assert [shown.value for shown in app.code] == ["make data"]
    path.write_bytes(whole)
    assert heading(app.run()) == say("page.organisations", "vi")
    assert not app.exception


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("dataset", DATASETS)
def test_an_empty_warehouse_is_told_in_words_without_paths_or_tracebacks(
    lang: Language, dataset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_from(tmp_path, monkeypatch)
    app = visit("overview", du_lieu=dataset, lang=lang)
    assert not app.exception
    assert said(app) == [
        say("state.no_snapshot.title", lang),
        say("state.no_snapshot.what", lang),
        "make data",
    ]


def test_from_simulated_figures_that_nobody_made_a_button_leads_back_to_the_real_ones(copied: Path) -> None:
    (copied / database.POINTERS["simulated"]).unlink()
    app = visit("organisations", du_lieu="minh-hoa", lang="en", nam="2020")
    [back] = app.button
    assert back.label == name("dataset", "real", "en")
    back.click().run()
    assert heading(app) == say("page.organisations", "en")
    assert app.query_params == {"lang": "en", "nam": "2020"}
