"""Has another process do a piece of work, and looks now and then how far it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from congdoan.control import store
from congdoan.paths import ROOT
from congdoan.publishing.worker import JOB


@dataclass(frozen=True, eq=False)
class Work:
    """A piece of work that goes on beside: its process and the last that it told."""

    process: subprocess.Popen[bytes]
    told: deque[Any] = field(default_factory=lambda: deque(maxlen=1))

    @property
    def step(self) -> tuple[str, int, int]:
        """What is being done, how much of it, of how much; the last is 0 where that is not known."""
        last = self.told[0] if self.told else None
        return (str(last[0]), int(last[1]), int(last[2])) if isinstance(last, list) else ("", 0, 0)

    @property
    def ended(self) -> dict[str, Any] | None:
        """How it ended: what it made, or as `refused` why it made nothing; None while it goes on."""
        last = self.told[0] if self.told else None
        if isinstance(last, dict):
            return dict(last["ended"])
        return None if self.process.returncode is None else {"refused": "broken"}

    def stop(self) -> None:
        """Ends it, with everything that it started."""
        self.process.terminate()


def start(folder: Path, job: Mapping[str, Any]) -> Work:
    """Begins a piece of work in a folder."""
    (folder / JOB).write_text(json.dumps(dict(job), ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, "-m", "congdoan.publishing.worker", str(folder)]
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(store.folder())}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)  # noqa: S603
    work = Work(process)
    assert process.stdout is not None
    threading.Thread(target=_listen, args=(process.stdout, work), daemon=True).start()
    return work


def _listen(stream: IO[bytes], work: Work) -> None:
    with stream:
        for line in stream:
            work.told.append(json.loads(line))
    work.process.wait()
