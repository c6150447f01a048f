"""Awkward spreadsheets as staff send them, each with what should load and what should be said.

`python -m tests.intake.awkward FOLDER` writes them all, with a JSON of what is expected beside each.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.intake import cases_kinds, cases_layouts, cases_names, cases_numbers

EVERY = (*cases_kinds.CASES, *cases_layouts.CASES, *cases_numbers.CASES, *cases_names.CASES)


def main(folder: Path) -> None:
    """Writes every file, and what is expected of it beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in EVERY:
        (folder / case.name).write_bytes(case.data)
        expected = {"loads": case.loads, "says": case.says, "told": case.told}
        told = json.dumps(expected, ensure_ascii=False, indent=1)
        (folder / f"{case.name}.json").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
