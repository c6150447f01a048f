"""Processes of ours that do one thing and end: what goes wrong in them, and their memory, ends with them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from congdoan.paths import ROOT


def start(module: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process that runs a module on a folder, in nothing of this one's environment.

    What it tells comes as its output; its errors are written to `errors` in the folder.
    """
    own = folder / "tmp"
    own.mkdir()
    with (folder / "errors").open("wb") as errors:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", module, str(folder.resolve())],
            cwd=ROOT,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "TMPDIR": str(own), "HOME": str(own)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
