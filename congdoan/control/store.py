"""The control store: one SQLite file beside the snapshots, read and written by several threads and processes.

What is written is on disk before anybody hears that it is, and all of a change is there or none of it. Its
tables are made by the numbered scripts in `queries/control/`, its statements stand in the folders below.
"""

from __future__ import annotations

import errno
import fcntl
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from congdoan.errors import QueryError, StoreError
from congdoan.paths import QUERIES, WAREHOUSE
from congdoan.queries import statements

FILE = "control.sqlite"
PATIENCE = 10.0
"""Seconds that a writer waits for another one."""

Record = dict[str, Any]
Run = Callable[..., list[Record]]
"""Carries out one statement, `run("views/add", name=...)`, and gives the rows that it returns."""

_SCRIPTS = QUERIES / "control"
_SETTINGS = ("synchronous = full", "foreign_keys = on")
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says of a disk without room."""
_REASONS = {
    "read_only": ("READONLY", "CANTOPEN", "PERM", "AUTH"),
    "full": ("FULL", "IOERR"),
    "busy": ("BUSY", "LOCKED", "PROTOCOL"),
    "damaged": ("CORRUPT", "NOTADB"),
}
_ADVICE = {
    "read_only": "cannot be opened for writing: give this user the right to write it and its folder",
    "full": "cannot be written: the disk is full or fails; free some space",
    "busy": "is being written by another process; try again in a moment",
    "damaged": "is damaged or no control store; put a good copy in its place",
    "newer": "was written by a later version of the program; run that one",
}


@dataclass
class _Reader:
    """The connection that all readers share one after another, the file it has open, and the how manieth."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    connection: sqlite3.Connection | None = None
    file: tuple[int, int, Path] | None = None
    opened: int = 0


_reader = _Reader()


def folder() -> Path:
    """Where the store lies, beside the snapshots."""
    return WAREHOUSE


def rows(statement: str, **inputs: Any) -> list[Record]:
    """The rows of one reading statement, none where nobody has written yet; StoreError when unreadable."""
    path = WAREHOUSE / FILE
    if not path.is_file():
        return []
    with _reading(path) as connection:
        return _run(connection, statement, **inputs)


def state() -> tuple[int, int]:
    """What changes whenever anybody has written: what was read may be kept until then."""
    path = WAREHOUSE / FILE
    if not path.is_file():
        return (0, 0)
    with _reading(path) as connection:
        return _reader.opened, _number(connection, "data_version")


@contextmanager
def change() -> Iterator[Run]:
    """One change of one or more statements: on disk when the block has ended, undone when it raises."""
    path = WAREHOUSE / FILE
    with _told(path), closing(_writer(path)) as connection, connection:
        connection.execute("begin immediate")
        _bring_up_to_date(connection, path)
        yield partial(_run, connection)


@cache
def text(statement: str) -> str:
    """The SQL in `queries/control/<statement>.sql`; QueryError names the file that is missing."""
    path = _SCRIPTS / f"{statement}.sql"
    if not path.is_file():
        raise QueryError(f"There is no statement {statement}: expected {statement}.sql in queries/control/.")
    return path.read_text(encoding="utf-8")


def _run(connection: sqlite3.Connection, statement: str, **inputs: Any) -> list[Record]:
    return [dict(row) for row in connection.execute(text(statement), inputs).fetchall()]


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The shared connection to the file that lies there now, with all tables that there should be."""
    with _told(path), _reader.lock:
        found = path.stat()
        file = (found.st_dev, found.st_ino, path)
        if _reader.connection is None or _reader.file != file:
            _close()
            _reader.connection, _reader.file = _current(path), file
            _reader.opened += 1
        try:
            yield _reader.connection
        except sqlite3.Error:
            _close()
            raise


def _close() -> None:
    if _reader.connection is not None:
        _reader.connection.close()
    _reader.connection = _reader.file = None


def _current(path: Path) -> sqlite3.Connection:
    """A connection for readers; an older file gets its new tables first."""
    connection = _connect(path)
    try:
        if _number(connection, "user_version") != _scripts()[-1][0]:
            with change():
                pass
        connection.execute("pragma query_only = on")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _writer(path: Path) -> sqlite3.Connection:
    """A connection for one change; the first one makes the file, one process at a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = _connect(path)
    try:
        with (path.parent / ".lock-control").open("a", encoding="utf-8") as handle:
            # Two that make a file ready for many at the same moment would not wait for each other.
            fcntl.flock(handle, fcntl.LOCK_EX)
            connection.execute("pragma journal_mode = wal")
    except (OSError, sqlite3.Error):
        connection.close()
        raise
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    # Transactions are begun here and not by the module; the readers' lock minds their threads.
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for setting in _SETTINGS:
        connection.execute(f"pragma {setting}")
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Carries out the scripts that the file has not seen, within the change that goes on."""
    seen, scripts = _number(connection, "user_version"), _scripts()
    if seen > scripts[-1][0]:
        raise _error(path, "newer")
    for number, script in scripts:
        if number > seen:
            for statement in _split(script):
                connection.execute(statement)
            connection.execute(f"pragma user_version = {number}")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"pragma {pragma}").fetchone()[0])


@cache
def _scripts() -> tuple[tuple[int, str], ...]:
    """The scripts that make the tables, by their numbers; the last one is the version of the file."""
    return tuple((int(name.split("_")[0]), script) for name, script in statements(_SCRIPTS))


def _split(script: str) -> Iterator[str]:
    """The statements of a script; those within a trigger belong to it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into an error that says what to do; broken rules pass."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        code = str(getattr(error, "sqlite_errorname", "")).removeprefix("SQLITE_")
        fits = [reason for reason, codes in _REASONS.items() if code.startswith(codes)]
        if not fits:
            raise
        raise _error(path, fits[0], error) from error
    except OSError as error:
        raise _error(path, "full" if error.errno in NO_ROOM else "read_only", error) from error


def _error(path: Path, reason: str, cause: object = "") -> StoreError:
    told = f" ({cause})" if cause else ""
    return StoreError(f"{path.name} {_ADVICE[reason]}. Nothing was changed.{told}", reason)
