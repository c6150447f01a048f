"""Has a file read by a process of its own, which may fail without harm; tells progress, can be cancelled."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from congdoan import children
from congdoan.catalogue import Language
from congdoan.intake import child, limits, storing
from congdoan.intake.messages import Message, RefusalError, Said, Severity
from congdoan.intake.model import Known, Row, Understood

log = logging.getLogger("congdoan")
PATIENCE = 4 * limits.SECONDS
"""Seconds after which a process is stopped that waits rather than works."""
_GLANCE = 0.1
"""Seconds between two looks at whether reading was cancelled."""
_REASONS = {
    child.OUT_OF_MEMORY: "memory",
    child.OUT_OF_DISK: "disk",
    -signal.SIGABRT: "memory",
    -signal.SIGXCPU: "time",
    -signal.SIGKILL: "time",
    -signal.SIGXFSZ: "disk",
}

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Reading:
    """A file that was read: its name and sha256, what was understood, and the folder with its rows."""

    file: str
    sha256: str
    folder: Path
    understood: Understood

    @property
    def messages(self) -> tuple[Message, ...]:
        """All that was said about the file."""
        return self.understood.messages

    @property
    def worst(self) -> Severity:
        """The gravest severity of all messages; info where there is none."""
        found = {one.severity for one in self.messages}
        return "error" if "error" in found else "warning" if "warning" in found else "info"

    @property
    def checked(self) -> Path | None:
        """The file with its wrong cells marked; None where it was not asked for or not to be read."""
        path = self.folder / child.CHECKED
        return path if path.exists() else None

    def rows(self) -> Iterator[Row]:
        """The rows that would load."""
        return storing.rows(self.folder) if self.understood.loaded else iter(())


def read(
    data: bytes,
    name: str,
    known: Known,
    folder: Path,
    answers: Mapping[str, str] | None = None,
    tell: Tell = lambda _step, _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
    mark: Language | None = None,
    fixes: Mapping[str, str] | None = None,
) -> Reading:
    """Reads a file into an empty folder, which the caller removes; never raises for what the file holds.

    `answers` and `fixes` are those of `understand`. With `mark`, the folder also gets the file with its wrong
    cells marked and explained in that language.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        if len(data) > limits.FILE:
            raise RefusalError("file.large", size=len(data) >> 20, most=limits.FILE >> 20)
        (folder / "input").write_bytes(data)
        storing.keep_known(folder, known)
        asked = {"answers": dict(answers or {}), "fixes": dict(fixes or {}), "mark": mark}
        request = {"name": name, "year": known.year, **asked}
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        _run(folder, tell, cancelled)
        understood = storing.kept(folder)
    except RefusalError as refusal:
        understood = Understood((), (), (refusal.message(),), 0, 0)
    return Reading(name, digest, folder, understood)


def _run(folder: Path, tell: Tell, cancelled: Callable[[], bool]) -> None:
    """Runs the process to its end; a refusal when it was stopped, by itself, by a limit or by the caller."""
    process = children.start("congdoan.intake.child", folder)
    steps = [""]

    def tell_on(step: str, done: int, of: int) -> None:
        steps.append(step if step != "open" else "")
        tell(step, done, of)

    with process:
        try:
            _follow(process, tell_on, cancelled)
        finally:
            process.kill()
    if process.returncode:
        log.warning("reading a file ended with %s", process.returncode)
        reason = _REASONS.get(process.returncode, "broken")
        raise RefusalError("file.child", steps[-1], reason=Said(f"reading_limit.{reason}"))


def _follow(process: subprocess.Popen[bytes], tell: Tell, cancelled: Callable[[], bool]) -> None:
    """Passes on what the process tells until it ends."""
    until = time.monotonic() + PATIENCE
    assert process.stdout is not None
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        while True:
            if cancelled():
                raise RefusalError("file.cancelled")
            if time.monotonic() > until:
                raise RefusalError("file.child", reason=Said("reading_limit.time"))
            if waiting.select(_GLANCE) and not _pass_on(process.stdout, tell):
                process.wait()
                return


def _pass_on(stream: IO[bytes], tell: Tell) -> bool:
    """Tells the steps that are there; False when there will be no more."""
    told = os.read(stream.fileno(), 65_536)
    for line in told.splitlines():
        if line.startswith(b"[") and line.endswith(b"]"):
            tell(*json.loads(line))
    return bool(told)
