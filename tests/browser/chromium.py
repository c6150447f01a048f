"""The Chromium that the browser tests drive: found on this machine, or installed (`make browser`)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> Path | None:
    """The Chromium named by CHROMIUM or on the path that starts; None leaves the choice to Playwright."""
    found = (shutil.which(name) for name in (os.environ.get("CHROMIUM", ""), *NAMES))
    return next((Path(path) for path in found if path and starts(Path(path))), None)


def fetched() -> Path | None:
    """The build that Playwright fetched for itself, if it did and it starts."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if starts(path) else None


def starts(executable: Path) -> bool:
    """Whether the file is there and has all its libraries."""
    if not executable.is_file():
        return False
    return subprocess.run([executable, "--version"], capture_output=True, check=False).returncode == 0


def from_playwright() -> None:
    """Playwright's own build, without system libraries."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def from_debian() -> None:
    """The distribution's package, where this user may install it."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    subprocess.run(command, env=quiet, check=False)


def install() -> Path | None:
    """The first way of installing that leaves a Chromium that starts."""
    ways: tuple[Callable[[], None], ...] = (from_playwright, from_debian)
    for way in ways:
        way()
        if found := installed() or fetched():
            return found
    return None


def main() -> int:
    """Print the browser's path; 1 when there is none and none could be installed."""
    if found := installed() or fetched() or install():
        print(f"browser: {found}")
        return 0
    print("No Chromium: install the package `chromium` or `google-chrome`, or set CHROMIUM to its path.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
