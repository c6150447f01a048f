"""Another process that writes notes into the store of CONGDOAN_WAREHOUSE, as a test tells it.

`writer.py some N` writes N notes, `writer.py dies PLACE` ends itself in the middle of a change without a word
to anybody: before its statements, between them, or when all are carried out and nothing is committed.
"""

import os
import resource
import sys
from collections.abc import Callable

from congdoan.control import notes, store
from congdoan.control.store import change
from congdoan.errors import StoreError

NOBODY = 65534
ABOUT = notes.About("real", "members", "34:04", None, 2021, "2021")


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def some(count: str) -> None:
    for number in range(int(count)):
        say(notes.write(ABOUT, f"ghi chú {number} của {os.getpid()}", "máy này"))


def dies(place: str) -> None:
    with change() as run:
        if place == "before":
            os._exit(9)
        [added] = run("notes/add", **vars(ABOUT))
        if place == "between":
            os._exit(9)
        wording = {"note": added["note"], "number": 1, "words": "x", "author": "y", "written_at": "z"}
        run("notes/word", **wording)
        if place == "at_the_end":
            os._exit(9)


def full(bytes_left: str) -> None:
    """No file may grow beyond so many bytes, as on a disk without room; says why it stopped."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(bytes_left), int(bytes_left)))
    try:
        while True:
            say(notes.write(ABOUT, "ghi chú " + "dài " * 100, "máy này"))
    except StoreError as error:
        say(error.reason)


def refused() -> None:
    """Says why a note is not taken from a user without rights, whom one with all rights becomes."""
    if os.geteuid() == 0:
        for known in ("notes/add", "notes/word"):
            store.text(known)
        store._scripts()
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        notes.write(ABOUT, "ghi chú", "máy này")
    except StoreError as error:
        say(f"{error.reason} {error}")


if __name__ == "__main__":
    acts: dict[str, Callable[..., None]] = {"some": some, "dies": dies, "full": full, "refused": refused}
    acts[sys.argv[1]](*sys.argv[2:])
