"""Downloading one metric of every branch and year: time, and what it costs the server's memory."""

import csv
import sys
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import urlopen

import xlsxwriter

from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import Server, product
from benchmarks.sets import snapshot

HOW = """Every figure of one metric, all branches, places and years, as the download dialog offers it, read
to the last byte by a client that throws it away; each form from a server of its own that gave one
small file before. Memory: how much more was resident at most than before. The measure for XLSX is
`xlsxwriter` alone in its constant-memory mode: a part of the rows with the same cells, without any
query or format, times as many parts as there are."""
METRIC = "members"
FORMS = ("csv", "csv_excel", "parquet", "xlsx")
WRITTEN = 100_000
"""Rows that xlsxwriter writes alone."""


@dataclass(frozen=True)
class File:
    """A downloaded file: seconds until its last byte, bytes, lines, and megabytes that the server grew by."""

    seconds: float
    size: int
    lines: int
    growth: float


def address(form: str, **choices: str) -> str:
    """Where the product offers every figure of the metric as a file; the one place that knows."""
    release = snapshot("national").stem
    asked = {"dang": form, "bang": "figures/list", "ban": release, "chi-tieu": METRIC, "du-lieu": "minh-hoa"}
    return f"/tep?{urlencode({**asked, **choices})}"


def sample(form: str) -> str:
    """Where the same is for one province."""
    return address(form, tinh="04", **{"dia-gioi": "34"})


def fetched(server: Server, path: str) -> tuple[float, int, int]:
    """Seconds, bytes and lines of one answer; an answer that is a page is none."""
    begun, size, lines = time.perf_counter(), 0, 0
    with urlopen(server.address + path, timeout=900) as answer:
        assert "text/html" not in answer.headers["Content-Type"], f"no file at {path}"
        while data := answer.read(1 << 20):
            size += len(data)
            lines += data.count(b"\n")
    return time.perf_counter() - begun, size, lines


def downloaded(form: str) -> File:
    """One file, from a server that has given a small one only."""
    with product("national") as server:
        fetched(server, sample(form))
        server.forget_most()
        before = server.memory()
        took, size, lines = fetched(server, address(form))
        found = File(took, size, lines, server.most_memory() - before)
    print(f"{form}: {found}", file=sys.stderr)
    return found


def rows_of_a_province() -> list[list[str | float]]:
    """The rows that one province's file holds, numbers as numbers."""
    with product("national") as server, urlopen(server.address + sample("csv_excel"), timeout=600) as answer:
        text = answer.read().decode("utf-8-sig")
    read = list(csv.reader(text.splitlines(), delimiter=";"))
    widest = max(len(row) for row in read)
    return [[cell(text) for text in row] for row in read if len(row) == widest]


def cell(text: str) -> str | float:
    """A number where it is one."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


def xlsxwriter_alone(rows: list[list[str | float]]) -> float:
    """Seconds that xlsxwriter takes for each row, in its constant-memory mode."""
    begun = time.perf_counter()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "alone.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet = book.add_worksheet()
            for place, row in enumerate(islice(cycle(rows), WRITTEN)):
                sheet.write_row(place, 0, row)
    return (time.perf_counter() - begun) / WRITTEN


def measure() -> Section:
    """One file of each form."""
    found = {form: downloaded(form) for form in FORMS}
    alone_ = xlsxwriter_alone(rows_of_a_province()) * found["csv"].lines
    reaches = [
        Reach("download of one metric of all branches and years: CSV", 3, found["csv"].seconds, "s"),
        Reach("... Parquet", 2, found["parquet"].seconds, "s"),
        Reach("... XLSX against xlsxwriter alone", 1.3, found["xlsx"].seconds / alone_),
        Reach("... growth of the server's memory", 300, max(one.growth for one in found.values()), "MB"),
    ]
    rows: list[list[object]] = [
        [form, found["csv"].lines, one.seconds, one.size / 1e6, one.growth] for form, one in found.items()
    ]
    rows.append(["xlsxwriter alone", found["csv"].lines, alone_, "", ""])
    table = Table(["form", "rows", "s", "MB", "memory, MB"], rows)
    return Section("Downloads", HOW, reaches, [table])


if __name__ == "__main__":
    alone(measure)
