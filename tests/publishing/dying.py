"""Another process that publishes, or takes back, and dies at a point that a test aims at.

`dying.py ACT FOLDER POINT` does it in the warehouse of CONGDOAN_WAREHOUSE, with what was read into FOLDER.
Each call of what touches the disk is two points, before and after it; at POINT, counted from 1, it kills
itself. It says how many points there were when it came to its end. `dying.py refused FOLDER ROOM` says why
nothing was published.
"""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from congdoan.control import imports
from congdoan.errors import CongdoanError
from congdoan.ingest import real, releases
from congdoan.publishing import publish as publishing
from congdoan.publishing.prepared import prepared
from tests.asking import HAND
from tests.publishing.sending import WORDS, take_back

building = import_module("congdoan.ingest.build")  # of this name the package has the function
TOUCHING = (
    (imports, "add"),
    (imports, "finish"),
    (building, "_write"),
    (building, "verify"),
    (building, "_keep"),
    (building, "_point"),
    (releases, "retire"),
    (shutil, "copyfile"),
    (os, "fsync"),
    (Path, "replace"),
    (real, "publish"),
)
NOBODY = 65534
passed = [0]


def aim(owner: Any, name: str, last: int) -> None:
    """Has a function count a point before and after each call, and die at the one aimed at."""
    function: Callable[..., Any] = getattr(owner, name)

    def counted(*given: Any, **named: Any) -> Any:
        point(last)
        result = function(*given, **named)
        point(last)
        return result

    setattr(owner, name, counted)


def point(last: int) -> None:
    passed[0] += 1
    if passed[0] == last:
        os.kill(os.getpid(), signal.SIGKILL)


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def refused(folder: str, room: str) -> None:
    """Says why a file is not published when no file may grow beyond so many bytes, or, without, by nobody."""
    found = prepared(Path(folder))
    if room != "nobody":
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    elif os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        publishing.publish(found, WORDS, HAND)
    except CongdoanError as error:
        say(f"{type(error).__name__} {error}")


def main(act: str, folder: str, last: str) -> None:
    if act == "refused":
        refused(folder, last)
        return
    if act == "large":
        publishing.MOST_ROWS = 1
    for owner, name in TOUCHING:
        aim(owner, name, int(last))
    say("ready")
    if act == "undo":
        take_back(1)
    else:
        publishing.publish(prepared(Path(folder)), WORDS, HAND)
    say(passed[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
