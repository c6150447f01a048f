"""Views that people keep: a screen with the choices of its address, under a name, for oneself or for all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from congdoan.control.clock import now
from congdoan.control.plain import plain
from congdoan.control.store import Record, change, rows
from congdoan.errors import StoreError

OWNER = "machine"
"""Who keeps views where nobody logs in."""
LONGEST_NAME = 80


@dataclass(frozen=True)
class View:
    """What is kept of a view. `parameters` are those of its address, without the language.

    `newest_years` says that it shows so many of the newest years in place of fixed ones; `release` is the one
    whose figures were last seen behind it. Moments are in UTC.
    """

    name: str
    screen: str
    parameters: Mapping[str, str] = field(hash=False)
    newest_years: int | None
    dataset: str
    release: str
    shared: bool = False
    owner: str = OWNER
    view: int = 0
    saved_at: str = ""
    used_at: str | None = None
    home: bool = False


def save(view: View) -> int:
    """Keeps a view; its number. ValueError for a name of no or too many signs, StoreError for one in use."""
    named = plain(view.name, LONGEST_NAME)
    columns = ("owner", "screen", "newest_years", "dataset", "release", "shared")
    kept = {column: getattr(view, column) for column in columns}
    written = json.dumps(dict(view.parameters), ensure_ascii=False)
    [added] = _carry_out("views/add", **kept, name=named, parameters=written, saved_at=now())
    return int(added["view"])


def views(owner: str = OWNER) -> tuple[View, ...]:
    """The views of an owner and those that are shared, the last used first."""
    return tuple(_view(row) for row in rows("views/all", owner=owner))


def rename(view: int, name: str) -> None:
    """Gives a view another name, under the rules of `save`."""
    _carry_out("views/rename", view=view, name=plain(name, LONGEST_NAME))


def share(view: int, *, shared: bool) -> None:
    """Shows a view to everybody, or to its owner alone."""
    _carry_out("views/share", view=view, shared=shared)


def use(view: int) -> None:
    """Notes that a view was opened just now."""
    _carry_out("views/use", view=view, used_at=now())


def see(view: int, release: str) -> None:
    """Notes that what is new behind a view was seen up to a release."""
    _carry_out("views/see", view=view, release=release)


def delete(view: int) -> None:
    """Takes a view away; `restore` brings it back as it was."""
    _carry_out("views/delete", view=view, deleted_at=now())


def restore(view: int) -> None:
    """Brings back a view that was taken away; StoreError when its name is in use by now."""
    _carry_out("views/restore", view=view)


def make_home(view: int | None, owner: str = OWNER) -> None:
    """Makes a view the one that the start of the dashboard offers to its owner, or none."""
    _carry_out("views/home", owner=owner, view=view)


def _carry_out(statement: str, **inputs: object) -> list[Record]:
    try:
        with change() as run:
            return run(statement, **inputs)
    except sqlite3.IntegrityError as error:
        raise StoreError("There is a view of this name already; take another name.", "name_taken") from error


def _view(row: Record) -> View:
    said = {"parameters": json.loads(str(row["parameters"])), "shared": bool(row["shared"])}
    return View(**{**row, **said, "home": bool(row["home"])})
