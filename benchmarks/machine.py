"""The machine and the versions that a report was measured on."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.browser.chromium import installed

PACKAGES = ("streamlit", "duckdb", "plotly", "pandas", "pyarrow", "xlsxwriter")


def description() -> list[str]:
    """Day, machine and versions, a line each."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    system = f"{memory():.0f} GB of memory, {platform.system()} {platform.release()}"
    return [
        f"- measured on {datetime.now(tz=UTC).date()}: {os.cpu_count()} cores ({processor()}), {system}",
        f"- python {platform.python_version()}, {packages}, {browser()}",
        "- n: how often it was done; p50 and p95: half and 95 % of the times stay below",
    ]


def processor() -> str:
    """The model of the processor, as the system names it."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def memory() -> float:
    """Gigabytes of memory."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def browser() -> str:
    """Name and version of the browser that was driven."""
    found = installed()
    if found is None:
        return "no browser"
    return subprocess.run([found, "--version"], capture_output=True, check=True, text=True).stdout.strip()
