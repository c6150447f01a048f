"""Every reading query with the inputs that the screens give it, on the national set."""

import sys
from collections.abc import Mapping
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from benchmarks.asking import reading, seconds
from benchmarks.report import Section, Table, alone
from benchmarks.sets import repeat
from benchmarks.timing import Timing, timing
from benchmarks.views import CODES, COUNTRY, SLUGS, province
from congdoan import database
from congdoan.paths import ROOT
from congdoan.queries import all_queries

HOW = """What the screens asked when they were opened for the country, for a province, for a unit and for a
document is asked again in one process, each question so many times; per query the times of all its
questions together, the slowest query first. Times in ms."""
SCRIPT = ROOT / "tests" / "page" / "scripts" / "one_screen.py"
Inputs = Mapping[str, Any]
Question = tuple[str, Inputs]
LISTS = {
    "don-vi": ("organisations", "organisations/search", "org"),
    "nguon": ("sources", "sources/list", "source"),
}
"""What opens one row of a list: the key of the address, the screen, the query of the list, its column."""


def asked_by(screen: str, choices: Mapping[str, str]) -> list[Question]:
    """What a screen asks for a view."""
    found: list[Question] = []
    ask = database.rows

    def noted(name: str, dataset: str, inputs: Inputs, release: str | None = None) -> database.Rows:
        if dataset == "simulated":
            found.append((name, dict(inputs)))
        return ask(name, dataset, inputs, release)

    app = AppTest.from_file(str(SCRIPT), default_timeout=300)
    app.session_state["screen"] = screen
    app.query_params.update(choices)
    with patch.object(database, "rows", noted):
        app.run()
    assert not app.exception, app.exception
    return found


def questions() -> list[Question]:
    """All different questions of the screens; the last row of a list stands for every unit or document."""
    views = [(screen, view) for screen in SLUGS for view in (COUNTRY, province(CODES[0]))]
    found = [one for screen, view in views for one in asked_by(screen, view)]
    for key, (screen, query, column) in LISTS.items():
        inputs = next(inputs for name, inputs in found if name == query)
        first = str(database.rows(query, "simulated", inputs).values[column][-1])
        found += asked_by(screen, {**COUNTRY, key: first})
    different = {repr((name, sorted(inputs.items()))): (name, inputs) for name, inputs in found}
    return list(different.values())


def measure() -> Section:
    """Times every query that a screen asked."""
    n = repeat(5, 1)
    times: dict[str, list[float]] = {}
    with reading("national"):
        every = questions()
        print(f"{len(every)} questions", file=sys.stderr)
        for name, inputs in every:
            times.setdefault(name, []).extend(seconds(name, inputs) for _ in range(n))
    found = sorted(((name, timing(taken)) for name, taken in times.items()), key=lambda one: -one[1].p95)
    rows = [line(name, one, n) for name, one in found]
    total = sum(one.p50 for _, one in found)
    rows.append(["all, one question each", "", "", 1000 * total, ""])
    how = f"{HOW} Queries that no opened screen asks: {', '.join(unasked(times)) or 'none'}."
    tables = [Table(["query", "questions", "n", "p50", "p95"], rows)]
    return Section("Queries", how, (), tables)


def unasked(times: Mapping[str, object]) -> list[str]:
    """The queries that were not timed, such as those behind a button."""
    return sorted(f"`{query.name}`" for query in all_queries() if query.name not in times)


def line(name: str, found: Timing, n: int) -> list[object]:
    """One row of the table."""
    return [name, found.n // n, found.n, 1000 * found.p50, 1000 * found.p95]


if __name__ == "__main__":
    alone(measure)
