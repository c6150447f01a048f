"""Servers to measure, each a process of its own whose memory and processor time can be read."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sets import BUILD, environment, warehouse
from congdoan.paths import ROOT
from tests.browser.serving import HOST, answers, free_port, tail

RIVALS = ROOT / "benchmarks" / "rivals"
PATIENCE = 120.0


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    address: str
    pid: int

    def memory(self) -> float:
        """Megabytes that are resident now."""
        return _status(self.pid, "VmRSS")

    def most_memory(self) -> float:
        """Megabytes that were resident at most since the start or since `forget_most`."""
        return _status(self.pid, "VmHWM")

    def forget_most(self) -> None:
        """Lets the record of most memory begin anew."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5", encoding="ascii")

    def processor_time(self) -> float:
        """Seconds that the process worked, of all its threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def product(size: str) -> Iterator[Server]:
    """Serves the product with the country of a size."""
    with serving(ROOT / "app.py", environment(warehouse(size)), "/readyz") as server:
        yield server


@contextmanager
def rival(name: str, **variables: str) -> Iterator[Server]:
    """Serves one of the pages that the product is held against, with plain Streamlit."""
    with serving(RIVALS / f"{name}.py", {**environment(warehouse("national")), **variables}) as server:
        yield server


@contextmanager
def serving(script: Path, variables: dict[str, str], ready: str = "/_stcore/health") -> Iterator[Server]:
    """Serves a script until the block ends; says its last words when it dies."""
    port = free_port()
    address = f"http://{HOST}:{port}"
    place = ["--server.address", HOST, "--server.port", str(port), "--logger.enableRich", "false"]
    BUILD.mkdir(parents=True, exist_ok=True)
    log = BUILD / f"{script.stem}.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "streamlit", "run", str(script), *place]
        process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=output, stderr=output)
        try:
            _wait(process, address + ready, log)
            yield Server(address, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    last = time.monotonic() + PATIENCE
    while not answers(address):
        assert process.poll() is None, f"the server died:\n{tail(log)}"
        assert time.monotonic() < last, f"the server is not ready:\n{tail(log)}"
        time.sleep(0.1)


def _status(pid: int, key: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    found = next(line for line in lines if line.startswith(f"{key}:"))
    return int(found.split()[1]) / 1024
