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


def retire(warehouse: Path, dataset: str, former: str | None = None) -> None:
    """Notes the newest release and removes all files but the newest few, and the one that served before.

    Who has an older one open reads on: on disk it ends when it is closed.
    """
    numbers = sorted(_numbers(warehouse, dataset))
    _note(warehouse, dataset).write_text(f"{numbers[-1]}\n", encoding="utf-8")
    for number in numbers[:-KEPT]:
        name = f"{PREFIXES[dataset]}{number}"
        if name != former:
            (warehouse / f"{name}.duckdb").unlink()


def names(warehouse: Path, dataset: str) -> list[str]:
    """The releases that are kept, the newest first."""
    return [f"{PREFIXES[dataset]}{number}" for number in sorted(_numbers(warehouse, dataset), reverse=True)]


def forget_drafts(warehouse: Path, prefix: str) -> None:
    """Removes all but the newest few drafts, whose names begin with a letter of their own."""
    drafts = sorted(warehouse.glob(f"{prefix}[1-9]*.duckdb"), key=lambda path: path.stat().st_mtime)
    for path in drafts[:-KEPT]:
        path.unlink()


def _numbers(warehouse: Path, dataset: str) -> list[int]:
    pattern = re.compile(rf"{PREFIXES[dataset]}(\d+)\.duckdb")
    return [int(found[1]) for path in warehouse.iterdir() if (found := pattern.fullmatch(path.name))]


def _note(warehouse: Path, dataset: str) -> Path:
    return warehouse / f".last-{dataset}"
