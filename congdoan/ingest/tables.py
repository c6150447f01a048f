"""Checks the lines of a file: each cell against its field, each key against the others."""

from __future__ import annotations

from collections.abc import Mapping

from congdoan.errors import DataError
from congdoan.ingest.fields import Check
from congdoan.lines import Line, Problem

SHOWN = 20


def check(lines: list[Line], fields: Mapping[str, Check]) -> list[Problem]:
    """Every cell that breaks the rule of its field."""
    found = []
    for line in lines:
        for column, rule in fields.items():
            wrong = rule(line.cells[column])
            if wrong:
                found.append(line.problem(column, *wrong))
    return found


def unique(lines: list[Line], *key: str) -> list[Problem]:
    """Every line whose key was used by an earlier line."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for line in lines:
        value = tuple(line.cells[column] for column in key)
        if value in seen:
            found.append(line.problem(key[-1], f"a key that line {seen[value]} does not use"))
        seen.setdefault(value, line.number)
    return found


def refuse(problems: list[Problem]) -> None:
    """DataError naming the first twenty problems and how many more there are; nothing when there are none."""
    if not problems:
        return
    noun = "problem" if len(problems) == 1 else "problems"
    more = len(problems) - SHOWN
    tail = [f"... and {more} more."] if more > 0 else []
    raise DataError(
        "\n".join(
            [
                f"{len(problems)} {noun} in the input files; nothing was published.",
                *(str(problem) for problem in problems[:SHOWN]),
                *tail,
            ]
        )
    )
