"""The documents say what is so: their commands run, their links lead somewhere, their pictures are small."""

import re
import subprocess
from pathlib import Path

import pytest

from congdoan.errors import REPAIR
from congdoan.paths import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<target>[^)\s#]+)")
NAMED = re.compile(r"`(?P<path>(?:data|queries|congdoan|pages|tests|benchmarks|\.ci|\.streamlit)/[\w./-]*)`")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def tasks() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


def pictures() -> list[Path]:
    return [ROOT / target for target in LINK.findall(text("README.md")) if target.endswith(".png")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_command_of_a_document_is_a_task(name: str) -> None:
    asked = set(re.findall(r"(?:^|`)make ([a-z]+)", text(name), re.MULTILINE))
    assert asked <= tasks()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_and_named_path_of_a_document_leads_somewhere(name: str) -> None:
    targets = LINK.findall(text(name)) + NAMED.findall(text(name))
    built = "data/warehouse"
    assert not [target for target in targets if not target.startswith(built) and not (ROOT / target).exists()]


def test_the_readme_fits_on_two_screens() -> None:
    assert len(text("README.md").splitlines()) <= 150


def test_the_readme_shows_small_current_pictures() -> None:
    assert pictures()
    assert not [picture.name for picture in pictures() if picture.stat().st_size > 300_000]


def test_every_task_of_the_makefile_is_explained() -> None:
    explained = set(re.findall(r"^([a-z]+):[^#\n]*## \S", text("Makefile"), re.MULTILINE))
    assert explained == tasks()


def test_the_command_that_errors_advise_builds_both_data_sets_however_new_they_are() -> None:
    command = [*REPAIR.split(), "--dry-run", "--assume-old=.venv/run.stamp"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert re.search(r"-m congdoan build && \S+ -m congdoan simulate", told)


def test_what_ci_runs_is_the_test_command_of_the_readme() -> None:
    assert text(".ci/run").rstrip().endswith("make test")
    assert "make test" in text("README.md")
