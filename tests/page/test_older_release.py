"""A view can be looked at in an older release as long as it is kept, and never without saying so."""

import shutil
from pathlib import Path

import pytest

from congdoan import database
from congdoan.database import kept
from congdoan.formats import markdown
from congdoan.page.choice import Choice
from congdoan.page.rows import rows
from congdoan.text import say
from tests.asking import changed, publish_again, read_from
from tests.page.visits import said, visit


@pytest.fixture(scope="module")
def released(hand_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse whose second release lacks one figure of the first."""
    folder = tmp_path_factory.mktemp("released")
    warehouse = shutil.copytree(hand_warehouse, folder / "warehouse")
    fewer = changed(folder / "facts")
    lines = (fewer / "facts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (fewer / "facts.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    assert publish_again(warehouse, "fewer", facts=fewer) == "r2"
    return warehouse


@pytest.fixture(autouse=True)
def _two_releases(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_from(released, monkeypatch)


def test_a_choice_of_an_older_release_reads_that_one() -> None:
    older, newest = (rows("figures/list", Choice(release=release)) for release in ("r1", ""))
    assert len(older) == len(newest) + 1


def test_readers_of_two_releases_do_not_close_each_others() -> None:
    counts = {name: database.release("real", name).figures for name in ("r1", "r2", "r1", "r2")}
    assert counts["r1"] == counts["r2"] + 1


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_screen_of_an_older_release_says_so_and_offers_the_newest(lang: str) -> None:
    app = visit("overview", ban="r1", lang=lang)
    assert say("header.older", app.query_params.get("lang", "vi"), release="r1", serving="r2") in said(app)
    assert app.query_params["ban"] == "r1"
    app = app.button(key="newest").click().run()
    assert "ban" not in app.query_params
    assert not app.warning


def test_a_release_that_is_kept_no_more_is_told_and_the_newest_shown() -> None:
    app = visit("overview", ban="r9")
    gone = say("header.release_gone", "vi", release="r9", serving="r2")
    assert markdown(gone) in said(app)
    assert "ban" not in app.query_params


def test_the_newest_release_by_name_is_nothing_special() -> None:
    app = visit("overview", ban="r2")
    assert not app.warning
    assert "ban" not in app.query_params


@pytest.mark.parametrize(("release", "there"), [("r1", True), ("r2", True), ("r3", False), ("m1", False)])
def test_only_releases_of_the_data_set_on_disk_are_kept(release: str, there: bool) -> None:
    assert kept("real", release) is there
