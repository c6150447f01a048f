"""A national form from its file to the published release and back: time, memory, and mere reading."""

import asyncio
import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import python_calamine

from benchmarks import form
from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import Server, serving
from benchmarks.session import visiting
from benchmarks.sets import BRANCHES, BUILD, QUICK, environment
from congdoan.ingest.build import serving as release
from congdoan.intake import published, storing
from congdoan.paths import ROOT
from congdoan.publishing.worker import JOB, SENT

HOW = """A form of 30 columns, a row per branch of the country, is read, prepared, published and taken back
as the screen has it done, each in a process of its own, beside a server with a visitor. *Mere reading* is
calamine on the workbook and DuckDB on the CSV, until the values are in Python; *reading and checking*
is the guarded process alone, which starts, knows every union body, and writes what would load.
Times of reading are of the processor, the others from begin to end; memory is what was resident at
most."""
T = TypeVar("T")
WORDS = {"author": "benchmark", "note": "national form", "reason": "benchmark"}
FILES = ("form.csv", "form.xlsx")
QUICK_BRANCHES = 2_000
PARTS = ("congdoan", "pages", "queries", "data/catalogue", "data/fonts", "data/geo")


@dataclass(frozen=True)
class Cost:
    """Seconds from begin to end, seconds of the processor, megabytes of memory at most."""

    seconds: float
    processor: float
    memory: float


def office(folder: Path, branches: int) -> Path:
    """A copy of the product whose register holds the branches of a form, which lies there as it was sent."""
    place = folder / "office"
    shutil.rmtree(place, ignore_errors=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, place / part)
    form.register(place / "data" / "facts", branches)
    (place / "warehouse").mkdir()
    spent(place, "congdoan", "build")
    for name in FILES:
        (place / "work" / name).mkdir(parents=True)
        shutil.copyfile(folder / name, place / "work" / name / SENT)
    return place


def spent(place: Path, module: str, *arguments: str) -> Cost:
    """What one process of the product in a place costs, with those it starts."""
    begun = time.perf_counter()
    variables = {**environment(place / "warehouse"), "PYTHONPATH": str(place)}
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, cwd=place, env=variables, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{module} {arguments} failed"
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def worked(place: Path, folder: Path, job: str, **told: Any) -> Cost:
    """What a piece of work costs that a screen has done."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / JOB).write_text(json.dumps({"job": job, **WORDS, **told}), encoding="utf-8")
    found = spent(place, "congdoan.publishing.worker", str(folder))
    print(f"{job}: {found}", file=sys.stderr)
    return found


def checked(place: Path, folder: Path, name: str) -> Cost:
    """What the guarded process costs that reads and checks a file."""
    work = place / "work" / f"checked-{name}"
    work.mkdir(parents=True)
    shutil.copyfile(folder / name, work / "input")
    apart(known, place, work)
    request = {"name": name, "year": form.YEAR + 1, "answers": {}, "fixes": {}, "mark": None}
    (work / "request.json").write_text(json.dumps(request), encoding="utf-8")
    found = spent(place, "congdoan.intake.child", str(work))
    understood = storing.kept(work)
    assert understood.loaded, understood.messages
    print(f"{name}: {understood.figures} figures, {found}", file=sys.stderr)
    return found


def apart(function: Callable[[Path, Any], T], folder: Path, told: object) -> T:
    """What a function gives in a process of its own: what this one takes counts for all that it starts."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(function, folder, told).result()


def known(place: Path, work: Path) -> None:
    """Writes the union bodies of a form where its reader looks for them."""
    storing.keep_known(work, published.from_facts(place / "data" / "facts", form.YEAR + 1))


def merely(folder: Path, name: str) -> float:
    """Seconds of the processor for reading a file and nothing else."""
    begun = time.process_time()
    if name.endswith("csv"):
        duckdb.read_csv(str(folder / name), skiprows=1).fetchall()
    else:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((folder / name).read_bytes()))
        book.get_sheet_by_index(0).to_python()
    return time.process_time() - begun


def visited(server: Server) -> float:
    """Megabytes of a server's memory after a visit to its first screen."""

    async def look() -> None:
        async with visiting(server.address) as session:
            await session.go({})

    asyncio.run(look())
    return server.memory()


def serving_now(place: Path) -> str | None:
    """The release of the real figures that serves."""
    return release(place / "warehouse", "real")


def published_and_back(place: Path) -> tuple[dict[str, Cost], float]:
    """What each piece of work costs, and how much a server grows in all of it."""
    work = place / "work"
    asked: dict[str, Any] = {"answers": {}, "fixes": {}, "lang": "vi"}
    with serving(ROOT / "app.py", environment(place / "warehouse"), "/readyz") as server:
        before = visited(server)
        found = {name: worked(place, work / name, "read", name=name, **asked) for name in FILES}
        found["publish"] = worked(place, work / FILES[0] / "first", "publish")
        assert serving_now(place) == "r2", "the form was not published"
        grown = visited(server) - before
        found["undo"] = worked(place, work / "undo", "undo", batch=1)
        assert serving_now(place) == "r1", "the form was not taken back"
        grown = max(grown, visited(server) - before)
    return found, grown


def measure() -> Section:
    """Reading each file, then publishing the form and taking it back."""
    branches = QUICK_BRANCHES if QUICK else BRANCHES["national"]
    folder = form.made(BUILD / f"yearly-form-{branches}", branches)
    place = office(folder, branches)
    mere = {name: apart(merely, folder, name) for name in FILES}
    read = {name: checked(place, folder, name) for name in FILES}
    work, grown = published_and_back(place)
    most = max(one.memory for one in (*read.values(), *work.values()))
    reaches = [
        Reach(
            "national form, CSV: reading and checking against DuckDB",
            3,
            read[FILES[0]].processor / mere[FILES[0]],
        ),
        Reach("... XLSX: against calamine", 3, read[FILES[1]].processor / mere[FILES[1]]),
        Reach("... memory of any process that reads or publishes it", 1500, most, "MB"),
        Reach("... growth of the server's memory", 50, grown, "MB"),
        Reach("... the release before it serves again", 10, work["undo"].seconds, "s"),
    ]
    rows: list[list[object]] = [[f"mere reading: {name}", "", took, ""] for name, took in mere.items()]
    rows += [_row(f"reading and checking: {name}", one) for name, one in read.items()]
    rows += [_row(f"to the preview: {name}" if name in FILES else name, one) for name, one in work.items()]
    table = Table(["what", "s", "s of the processor", "memory at most, MB"], rows)
    return Section("A national form comes in", HOW, reaches, [table])


def _row(what: str, cost: Cost) -> list[object]:
    return [what, cost.seconds, cost.processor, cost.memory]


if __name__ == "__main__":
    alone(measure)
