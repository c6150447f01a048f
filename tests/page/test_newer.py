"""What changed behind a view is counted figure by figure within its filters, or said to be unknown."""

import shutil
from pathlib import Path

import pytest

from congdoan.ingest import build
from congdoan.page.choice import Choice
from congdoan.page.newer import Changes, _between, changes
from tests.asking import changed, publish_again, read_from

CAO_BANG = Choice(places=("34:04",))
EDITS = (
    ("facts", "2021-12-31,members,,,,120,,,person,over", "2021-12-31,members,,,,121,,,person,over"),
    ("facts", "2021-12-31,branches,,,,4,,,branch,exact", "2021-12-31,branches,,,,4,,,branch,about"),
    ("facts", "H1-F01,H1", "H1-F99,H1"),
)
"""A value, a certainty, and a figure that is taken back for another; all of Cao Bằng, 2020 and 2021."""


@pytest.fixture(scope="module")
def released(hand_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases: the hand-made figures, and an edited copy of them."""
    folder = tmp_path_factory.mktemp("released")
    warehouse = shutil.copytree(hand_warehouse, folder / "warehouse")
    build(changed(folder / "facts", *EDITS), warehouse)
    return warehouse


@pytest.fixture(autouse=True)
def _serving(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _between.cache_clear()  # type: ignore[attr-defined]  # releases of other warehouses have the same names
    read_from(released, monkeypatch)


@pytest.mark.parametrize(
    ("choice", "metrics", "expected"),
    [
        (CAO_BANG, None, Changes(1, 2, 1, ("members", "branches"))),
        (CAO_BANG, ["members", "branches"], Changes(1, 2, 1, ("members", "branches"))),
        (CAO_BANG, ["branches"], Changes(0, 1, 0, ("branches",))),
        (Choice(year_from=2021, year_to=2021), None, Changes(0, 2, 0, ("members", "branches"))),
        (
            Choice(scheme="63", places=("63:04",), year_from=2020, year_to=2020),
            None,
            Changes(1, 0, 1, ("members",)),
        ),
        (Choice(kind="ldld_tinh"), ["members"], Changes(1, 1, 1, ("members",))),
    ],
)
def test_new_changed_and_withdrawn_figures_are_counted_within_the_filters(
    choice: Choice, metrics: list[str] | None, expected: Changes
) -> None:
    assert changes(choice, metrics, "r1") == expected


@pytest.mark.parametrize(
    ("choice", "metrics"),
    [
        (Choice(places=("34:25",)), None),
        (CAO_BANG, ["welfare_amount"]),
        (Choice(year_from=2018, year_to=2019), None),
        (Choice(kind="cdcs"), None),
    ],
)
def test_what_changed_elsewhere_does_not_count(choice: Choice, metrics: list[str] | None) -> None:
    found = changes(choice, metrics, "r1")
    assert found == Changes(0, 0, 0)
    assert not found


def test_of_a_release_that_is_gone_nothing_is_counted() -> None:
    assert changes(CAO_BANG, ["members"], "r0") is None


def test_of_the_single_branches_of_a_complete_register_nothing_is_counted(
    own_hand: Path,
) -> None:
    publish_again(own_hand, "complete", complete=True)
    assert changes(Choice(kind="cdcs"), ["members"], "r1") is None
    assert changes(CAO_BANG, ["branches"], "r1") == Changes(0, 0, 0)
