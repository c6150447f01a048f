"""The process that reads one file: with little memory and time, without a network, in a folder of its own.

`python -m congdoan.intake.child FOLDER` reads `input` there and leaves what it understood beside it.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import sys
from pathlib import Path

from congdoan.intake import checked, limits, storing
from congdoan.intake.grid import fixed
from congdoan.intake.messages import RefusalError
from congdoan.intake.opening import sheets
from congdoan.intake.understanding import understand

OUT_OF_MEMORY = 3
OUT_OF_DISK = 4
CHECKED = "checked.xlsx"
"""The file written back with what is wrong marked, where it was asked for."""
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_LARGEST = 1 << 30
"""Bytes of the largest file that may be written."""


def main(folder: Path) -> int:
    """Reads the file of a folder; 0, or why it could not be read."""
    _confine()
    gc.disable()  # nothing of one file goes round in circles, and looking for that takes a fifth of the time
    request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
    try:
        with storing.store(folder) as store:
            understood = understand(
                (folder / "input").read_bytes(),
                request["name"],
                storing.known(folder, request["year"]),
                store.take,
                request["answers"],
                _tell,
                request["fixes"],
            )
        storing.keep(folder, understood)
        if request["mark"]:
            grids, _ = sheets((folder / "input").read_bytes(), request["name"])
            marked = fixed(grids, request["fixes"])
            checked.write(folder / CHECKED, marked, understood.messages, request["mark"])
    except RefusalError:  # said already: such a file has no sheets to mark
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    except OSError:
        return OUT_OF_DISK
    return 0


def _confine() -> None:
    """Sets the limits; the network is cut by the system where it allows that, and by Python in any case."""
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, _LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")):
        raise PermissionError(event)


def _tell(step: str, done: int, of: int) -> None:
    os.write(1, json.dumps([step, done, of]).encode() + b"\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
