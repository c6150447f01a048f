"""The process that does a piece of work for a screen: `python -m congdoan.publishing.worker FOLDER`.

`job.json` in the folder says what; each line it writes tells a step as JSON, the last one how it ended. So a
screen can show progress and stop it, and the server keeps its memory.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from congdoan.errors import CongdoanError, StoreError
from congdoan.publishing.prepared import prepared
from congdoan.publishing.publish import RefusedError, Words, draft, publish, undo
from congdoan.publishing.reading import read

log = logging.getLogger("congdoan")
JOB, SENT = "job.json", "sent"
"""What is to be done, and the file as it was sent."""


def main(folder: Path) -> int:
    """Does the work of a folder and tells how it ended; 0, also where it was refused."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what this one started ends with it
    job = json.loads((folder / JOB).read_text(encoding="utf-8"))
    try:
        ended = _JOBS[job["job"]](folder, job)
    except (RefusedError, StoreError) as error:
        log.warning("%s: %s", job["job"], error)
        ended = {"refused": error.reason}
    except ValueError as error:
        log.warning("%s: %s", job["job"], error)
        ended = {"refused": "words"}
    except CongdoanError:
        log.exception("%s", job["job"])
        ended = {"refused": "failed"}
    _tell({"ended": ended})
    return 0


def _read(folder: Path, job: Mapping[str, Any]) -> dict[str, Any]:
    data = (folder / SENT).read_bytes()
    reading, _ = read(
        data, job["name"], folder, job["answers"], job["fixes"], job["lang"], lambda *step: _tell(step)
    )
    return {"folder": reading.folder.name}


def _publish(folder: Path, job: Mapping[str, Any]) -> dict[str, Any]:
    batch = publish(prepared(folder), _words(job), tell=_step)
    return {"batch": batch.batch, "release": batch.served_by}


def _draft(folder: Path, job: Mapping[str, Any]) -> dict[str, Any]:
    return {"release": draft(prepared(folder), _words(job), tell=_step)}


def _undo(_folder: Path, job: Mapping[str, Any]) -> dict[str, Any]:
    batch = undo(job["batch"], _words(job), tell=_step)
    return {"batch": batch.batch, "release": batch.served_by}


_JOBS: Mapping[str, Callable[[Path, Mapping[str, Any]], dict[str, Any]]] = {
    "read": _read,
    "publish": _publish,
    "draft": _draft,
    "undo": _undo,
}


def _words(job: Mapping[str, Any]) -> Words:
    return Words(job["author"], job["note"], job["reason"])


def _step(step: str) -> None:
    done, _, rest = step.partition(" of ")
    of = rest.partition(":")[0]
    _tell(("build", int(done) if done.isdecimal() else 0, int(of) if of.isdecimal() else 0))


def _tell(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
