"""A draft can be looked at by whoever has its name, and nothing of it passes for published."""

import shutil
from pathlib import Path

import pytest

from congdoan import database
from congdoan.export import file_name
from congdoan.ingest import build, real
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.text import Language, say
from tests.asking import HAND, read_from
from tests.page.visits import said, source_lines, visit


@pytest.fixture(scope="module")
def desk(hand_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the hand-made figures, for the draft of these tests."""
    return shutil.copytree(hand_warehouse, tmp_path_factory.mktemp("draft") / "warehouse")


@pytest.fixture(scope="module")
def drafted(desk: Path) -> str:
    """The name of a draft beside those figures."""
    return real.preview((), HAND, desk)


@pytest.fixture
def draft(desk: Path, drafted: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of that draft, in the warehouse that is read."""
    read_from(desk, monkeypatch)
    return drafted


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_screen_of_a_draft_says_so_at_its_head_and_on_every_card(draft: str, lang: Language) -> None:
    app = visit("members", ban=draft, lang=lang)
    assert say("header.draft", lang) in said(app)
    lines = source_lines(app)
    assert lines
    assert all(say("mark.draft", lang) in line for line in lines)
    assert app.query_params["ban"] == draft


def test_a_file_of_a_draft_says_so_in_its_name(draft: str) -> None:
    about = context(Choice(release=draft), "x", "", ["members"], [], today())
    assert about.mark == say("mark.draft", "vi")
    assert file_name("doan-vien", "", "", about, "csv") == f"doan-vien_ban-nhap_{draft}.csv"


def test_a_draft_is_no_release_that_serves_or_is_kept_for_a_way_back(draft: str, desk: Path) -> None:
    assert database.version("real") == "r1"
    assert database.kept("real", draft)
    assert build(HAND, desk) == "r1"
