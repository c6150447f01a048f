"""Making the national set and publishing it: time, most memory, size."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Reach, Section, Table, alone
from benchmarks.sets import BRANCHES, BUILD, QUICK, environment
from congdoan.database import POINTERS
from congdoan.paths import ROOT

HOW = """A process of its own each, from the command to its end, with nothing built before: the figures are
made or read, checked, rolled up, written, verified and published. Memory is what was resident at
most."""


@dataclass(frozen=True)
class Built:
    """Seconds, and gigabytes of memory at most and of the published file."""

    seconds: float
    memory: float
    size: float


def built(dataset: str, *command: str) -> Built:
    """Runs one command of the product on an empty warehouse, then throws the warehouse away."""
    folder = BUILD / "built"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "congdoan", *command], cwd=ROOT, env=environment(folder), stdout=sys.stderr
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} failed"
    took = time.perf_counter() - begun
    size = published(folder, dataset).stat().st_size
    shutil.rmtree(folder)
    return Built(took, used.ru_maxrss / 1024**2, size / 1024**3)


def published(folder: Path, dataset: str) -> Path:
    """The file that serves a data set."""
    return folder / (folder / POINTERS[dataset]).read_text(encoding="utf-8").strip()


def measure() -> Section:
    """Every way of building."""
    branches = BRANCHES["medium" if QUICK else "national"]
    found = {
        f"simulate --branches {branches}": built("simulated", "simulate", "--branches", str(branches)),
        "build (the figures in git)": built("real", "build"),
    }
    most = max(one.memory for one in found.values())
    rows = [[what, one.seconds, one.memory, one.size] for what, one in found.items()]
    reaches = [Reach("building and publishing the national set: memory", 6, most, "GB")]
    table = Table(["command", "s", "memory at most, GB", "published, GB"], rows)
    return Section("Building", HOW, reaches, [table])


if __name__ == "__main__":
    alone(measure)
