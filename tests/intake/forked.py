"""The reading process, spared its start: forked from one with the same modules, within all of its limits."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn, Self

from congdoan.intake import child


class Forked:
    """What `guarded` needs of a process that runs `congdoan.intake.child`; for processes without threads."""

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], stderr: IO[bytes], **_: object
    ) -> None:
        read, write = os.pipe()
        self.returncode: int | None = None
        self.pid = os.fork()
        if not self.pid:
            os.dup2(write, 1)
            os.dup2(stderr.fileno(), 2)
            os.chdir(cwd)
            os.environ.clear()
            os.environ.update(env)
            _read(Path(command[-1]))
        os.close(write)
        self.stdout = os.fdopen(read, "rb", 0)

    def wait(self) -> None:
        """Waits for its end, as `Popen` counts it: below zero the signal that ended it."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kill(self) -> None:
        """Ends it where it has not ended."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stdout.close()
        self.wait()


def _read(folder: Path) -> NoReturn:
    """Reads, says what went wrong where anything did, and ends, as a process does."""
    code = 1
    try:
        code = child.main(folder)
    finally:
        if sys.exc_info()[0]:
            traceback.print_exc()
        os._exit(code)
