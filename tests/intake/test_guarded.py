"""What a file can do to the process that reads it, and that nothing reaches the one that asks."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from congdoan.intake import guarded, limits, published
from congdoan.paths import ROOT
from tests.intake.bombs import BOMBS

TABLE = "Tỉnh;Năm;Đoàn viên;Đoàn viên nữ\nCao Bằng;2019;52.000;21.000\nHà Giang;2019;41.000;20.000\n".encode()


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_quickly_and_the_asking_process_stays_small(bomb: str, tmp_path: Path) -> None:
    make, code = BOMBS[bomb]
    data, known = make(), published.from_facts(year=2026)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    reading = guarded.read(data, "bomb.xlsx", known, tmp_path)
    assert time.monotonic() - began < 25
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024
    assert [one.code for one in reading.messages if one.severity == "error"]
    assert reading.messages[0].code.startswith(code), reading.messages
    assert not list(reading.rows())


def test_what_is_read_in_the_process_comes_back_whole(tmp_path: Path) -> None:
    steps: list[str] = []
    reading = guarded.read(
        TABLE,
        "a.csv",
        published.from_facts(year=2026),
        tmp_path,
        tell=lambda step, _d, _o: steps.append(step),
    )
    rows = list(reading.rows())
    assert [(row.unit, row.period.year) for row in rows] == [("ldld-cao-bang", 2019), ("ldld-ha-giang", 2019)]
    assert [figure.value for row in rows for figure in row.figures] == [52_000, 21_000, 41_000, 20_000]
    assert steps[:2] == ["open", "a"]
    assert reading.worst == "info"


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    known = published.from_facts(year=2026)
    reading = guarded.read(TABLE, "a.csv", known, tmp_path, cancelled=lambda: True)
    assert [one.code for one in reading.messages] == ["file.cancelled"]


def test_a_file_that_is_too_large_starts_no_process(tmp_path: Path) -> None:
    known = published.from_facts(year=2026)
    reading = guarded.read(b" " * (limits.FILE + 1), "a.csv", known, tmp_path)
    assert [one.code for one in reading.messages] == ["file.large"]
    assert not list(tmp_path.iterdir())


def confined(code: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of Python inside the limits of the reading process."""
    script = f"from congdoan.intake import child\nchild._confine()\n{code}"
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_reading_process_reaches_no_network() -> None:
    assert "PermissionError" in confined("import socket; socket.socket()").stderr


def test_the_reading_process_starts_no_other() -> None:
    assert "PermissionError" in confined("import subprocess; subprocess.run(['true'])").stderr


def test_the_reading_process_has_bounded_memory() -> None:
    done = confined(f"bytearray({limits.MEMORY})")
    assert "MemoryError" in done.stderr


def test_the_reading_process_has_bounded_time() -> None:
    limited = confined("import resource; print(resource.getrlimit(resource.RLIMIT_CPU)[0])")
    assert int(limited.stdout) == limits.SECONDS == 30


def test_a_reader_that_breaks_names_the_sheet_it_was_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def follow(process: subprocess.Popen[bytes], tell: guarded.Tell, _cancelled: object) -> None:
        tell("Tỉnh", 0, 1)
        process.kill()

    monkeypatch.setattr(guarded, "_follow", follow)
    reading = guarded.read(TABLE, "a.csv", published.from_facts(year=2026), tmp_path)
    assert [(one.code, one.sheet) for one in reading.messages] == [("file.child", "Tỉnh")]


def test_a_reader_that_waits_too_long_is_a_refusal_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "PATIENCE", 0)
    reading = guarded.read(TABLE, "a.csv", published.from_facts(year=2026), tmp_path)
    assert [one.code for one in reading.messages] == ["file.child"]
    assert "đọc quá lâu" in reading.messages[0].vi
