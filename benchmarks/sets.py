"""The figures that are timed: the simulated country in two sizes, made once and then kept.

`BENCH_MEDIUM` and `BENCH_NATIONAL` name warehouses that are there already; `BENCH_QUICK=1` measures shortly.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from congdoan.database import POINTERS
from congdoan.paths import ROOT

BUILD = ROOT / "build" / "bench"
BRANCHES = {"medium": 12_000, "national": 120_000}
QUICK = bool(os.environ.get("BENCH_QUICK"))


@cache
def warehouse(size: str) -> Path:
    """The warehouse with the country of a size, made first where it is missing or of another making."""
    if named := os.environ.get(f"BENCH_{size.upper()}"):
        return Path(named)
    run(BUILD / size, "build")
    run(BUILD / size, "simulate", "--branches", str(BRANCHES[size]))
    return BUILD / size


def snapshot(size: str) -> Path:
    """The file of the country of a size, as it is published now."""
    folder = warehouse(size)
    return folder / (folder / POINTERS["simulated"]).read_text(encoding="utf-8").strip()


def run(folder: Path, *command: str) -> None:
    """Runs a command of the product on a warehouse."""
    folder.mkdir(parents=True, exist_ok=True)
    program = [sys.executable, "-m", "congdoan", *command]
    subprocess.run(program, cwd=ROOT, env=environment(folder), check=True)


def environment(folder: Path) -> dict[str, str]:
    """What a program finds in its environment when it shall use a warehouse."""
    return {**os.environ, "CONGDOAN_WAREHOUSE": str(folder), "PYTHONPATH": str(ROOT)}


def repeat(full: int, quick: int) -> int:
    """How often to measure: as often as a report needs, or just to see that it works."""
    return quick if QUICK else full
