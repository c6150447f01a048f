"""The names of releases, none of which is used twice in a warehouse, and how many of them are kept."""

from __future__ import annotations

import re
from pathlib import Path

PREFIXES = {"real": "r", "simulated": "m"}
KEPT = 3
"""The one that serves and two before it, for a way back."""


def next_name(warehouse: Path, dataset: str) -> str:
    """A name that no release in the warehouse ever had, also where its file is gone."""
    note = _note(warehouse, dataset)
    last = note.read_text(encoding="utf-8").strip() if note.is_file() else ""
    numbers = [*_numbers(warehouse, dataset), int(last) if last.isdecimal() else 0]
    return f"{PREFIXES[dataset]}{max(numbers) + 1}"


def retire(warehouse: Path, dataset: str) -> None:
    """Notes the newest release and removes the files of all but the newest few.

    Who has an older one open reads on: on disk it ends when it is closed.
    """
    numbers = sorted(_numbers(warehouse, dataset))
    _note(warehouse, dataset).write_text(f"{numbers[-1]}\n", encoding="utf-8")
    for number in numbers[:-KEPT]:
        (warehouse / f"{PREFIXES[dataset]}{number}.duckdb").unlink()


def _numbers(warehouse: Path, dataset: str) -> list[int]:
    pattern = re.compile(rf"{PREFIXES[dataset]}(\d+)\.duckdb")
    return [int(found[1]) for path in warehouse.iterdir() if (found := pattern.fullmatch(path.name))]


def _note(warehouse: Path, dataset: str) -> Path:
    return warehouse / f".last-{dataset}"
