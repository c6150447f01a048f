"""Screens are answered from what is summed; figures of branches are read one by one only where asked for."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from congdoan import database
from congdoan.page.rows import forget
from congdoan.queries import load
from congdoan.text import say
from tests.page.visits import SCREENS, said, visit

LONG = "unlisted_figures"
BRANCH = "cs-79-00001"
Question = tuple[str, dict[str, Any]]
"""A query and its inputs."""


@contextmanager
def simulated(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = warehouse / (warehouse / database.POINTERS["simulated"]).read_text(encoding="utf-8").strip()
    with closing(duckdb.connect(str(path), read_only=True, config=dict(database.LOCKED))) as connection:
        yield connection


def plan(connection: duckdb.DuckDBPyConnection, name: str, inputs: Mapping[str, Any]) -> str:
    """How the engine would answer a query, as text."""
    query = load(name)
    found = connection.execute(f"explain {query.sql}", {key: inputs.get(key) for key in query.inputs})
    return str(found.fetchall())


def asked_by(
    monkeypatch: pytest.MonkeyPatch, screen: str, **address: str
) -> list[tuple[str, dict[str, Any]]]:
    """Every question that a screen puts to the snapshot, with what it is asked for."""
    asked: dict[str, Question] = {}
    answer = database.rows

    def heard(
        name: str, dataset: str, inputs: Mapping[str, Any], release: str | None = None
    ) -> database.Rows:
        asked[f"{name} {json.dumps(dict(inputs), sort_keys=True)}"] = (name, dict(inputs))
        return answer(name, dataset, inputs, release)

    forget()
    monkeypatch.setattr(database, "rows", heard)
    assert not visit(screen, du_lieu="minh-hoa", **address).exception
    return list(asked.values())


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_reads_the_figures_of_all_branches_one_by_one(
    screen: str, both: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_by(monkeypatch, screen)
    assert asked
    with simulated(both) as connection:
        assert not [name for name, inputs in asked if LONG in plan(connection, name, inputs)]


def test_the_screen_of_a_branch_reads_its_figures(both: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_by(monkeypatch, "organisations", don_vi=BRANCH)
    with simulated(both) as connection:
        assert [name for name, inputs in asked if LONG in plan(connection, name, inputs)] == [
            "figures/of_unit"
        ]


@pytest.mark.usefixtures("both")
def test_lists_name_the_figures_of_branches_where_these_are_asked_for() -> None:
    def levels(**inputs: Any) -> set[bool]:
        rows = database.rows("figures/list", "simulated", {"scheme": "34", "metrics": ["members"], **inputs})
        return {org.startswith("cs-") for org in rows.values["org"]}

    assert levels() == {False}
    assert levels(every=True) == {True, False}
    assert levels(kind="cdcs") == levels(org=BRANCH, metrics=None) == {True}


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(("address", "told"), [({}, True), ({"loai": "cdcs"}, False)])
def test_a_list_says_where_it_leaves_single_branches_out(address: dict[str, str], told: bool) -> None:
    words = say("card.without_branches", "vi")
    assert any(words in text for text in said(visit("members", du_lieu="minh-hoa", **address))) == told
    assert not any(words in text for text in said(visit("members", **address)))
