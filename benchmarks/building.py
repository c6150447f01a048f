"""Making the national set and publishing it: time, most memory, size. The others measure what it makes."""

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


def built(folder: Path, dataset: str, *command: str) -> Built:
    """Runs one command of the product on a warehouse that has nothing of the data set yet."""
    begun = time.perf_counter()
    program = [sys.executable, "-m", "congdoan", *command]
    process = subprocess.Popen(program, cwd=ROOT, env=environment(folder), stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} failed"
    took = time.perf_counter() - begun
    name = (folder / POINTERS[dataset]).read_text(encoding="utf-8").strip()
    return Built(took, used.ru_maxrss / 1024**2, (folder / name).stat().st_size / 1024**3)


def measure() -> Section:
    """Both data sets, from nothing."""
    size = "medium" if QUICK else "national"
    folder, branches = BUILD / size, str(BRANCHES[size])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = {
        "build (the figures in git)": built(folder, "real", "build"),
        f"simulate --branches {branches}": built(folder, "simulated", "simulate", "--branches", branches),
    }
    most = max(one.memory for one in found.values())
    rows = [[what, one.seconds, one.memory, one.size] for what, one in found.items()]
    reach = Reach("building and publishing the national set: memory", 6, most, "GB")
    table = Table(["command", "s", "memory at most, GB", "published, GB"], rows)
    return Section("Building", HOW, [reach], [table])


if __name__ == "__main__":
    alone(measure)
