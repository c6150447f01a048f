"""What stops a build over a target, and that there need not be any."""

from pathlib import Path

import pytest

from congdoan.errors import DataError
from congdoan.ingest import build, read
from congdoan.paths import CATALOGUE
from tests.asking import Edit, changed

BRANCHES = "H1-T02,H1,ldld-cao-bang,2021,branches,,5,branch,tld"


def replaced(old: str, new: str) -> Edit:
    return "targets", BRANCHES, BRANCHES.replace(old, new)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (replaced("branches,", "branchs,"), "column metric: found 'branchs'"),
        (replaced("branches,,5,branch", "rated_share,kha,5,percent"), "a metric that adds up over units"),
        (replaced("branches,,5,branch", "awards,bang_khen_ldld,5,award"), "awards apart"),
        (replaced("branches,", "branches,tet"), "empty, it has no items"),
        (replaced("branches,,5,branch", "houses,nw,5,house"), "Nearest: 'new'."),
        (replaced("5,branch", "5,person"), "branch, the main unit of branches"),
        (replaced("5,branch", "0,branch"), "a plain number from 1"),
        (replaced("5,branch", "4.5,branch"), "with at most 0 decimals"),
        (replaced(",tld", ",tdl"), "Nearest: 'tld'."),
        (replaced("H1,ldld", "H9,ldld"), "a source_id of sources.csv"),
        (
            replaced("ldld-cao-bang,2021", "ldld-vinh-phuc,2026"),
            "a year from 1900 to 2025, in which ldld-vinh",
        ),
        (replaced("branches,,5,branch", "members,all,5,person"), "sets no target of 2021"),
    ],
)
def test_a_target_that_nothing_can_be_held_against_stops_the_build(
    edit: Edit, told: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as caught:
        read.facts(changed(tmp_path / "facts", edit), read.catalogue(CATALOGUE))
    assert "targets.csv, line " in str(caught.value)
    assert told in str(caught.value)


def test_a_country_without_targets_is_built(tmp_path: Path) -> None:
    folder = changed(tmp_path / "facts")
    targets = folder / "targets.csv"
    targets.write_text(targets.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert build(folder, tmp_path / "warehouse") == "r1"
