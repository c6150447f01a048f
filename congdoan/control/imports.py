"""The batches of figures that were imported, for good: what each brought, who sent it, how it ended."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from congdoan.control import audit
from congdoan.control.clock import now
from congdoan.control.plain import plain
from congdoan.control.store import Record, change, folder, rows

FIGURE = (
    "number sheet row cell org_id period_type period_start period_end metric item recipient occasion unit "
    "value qualifier kind before_value before_qualifier suspicious typed status"
).split()
"""What is kept of each figure: `value` is none where it is taken back, `before_value` where it is new,
`status` where it is taken back or was imported before figures could be preliminary."""
LONGEST = 500
LONGEST_AUTHOR = 80
PARQUET = "imports"
"""The folder beside the store with the figures of batches that are too large for it."""
_AT_ONCE = 10_000


@dataclass(frozen=True)
class Batch:
    """A set of figures that somebody imported, or took back; `published` is None until it has an end.

    `release` served when it was made, `served_by` is the first release with it. Moments are in UTC.
    """

    file: str
    sha256: str
    author: str
    note: str
    reason: str
    release: str
    figures: int
    new: int
    changed: int
    content: str
    undoes: int | None = None
    parquet: str | None = None
    batch: int = 0
    made_at: str = ""
    published: bool | None = None
    served_by: str | None = None
    ended_at: str | None = None


def add(batch: Batch, figures: Sequence[Sequence[object]] = ()) -> Batch:
    """Keeps a batch with its figures, each in the order of FIGURE; it is on disk when this returns.

    ValueError without an author, for too long a text, and without a reason where published figures change.
    """
    author, note = plain(batch.author, LONGEST_AUTHOR), plain(batch.note, LONGEST)
    reason = plain(batch.reason, LONGEST) if batch.changed else ""
    columns = "undoes file sha256 release figures new changed content parquet".split()
    given = {column: getattr(batch, column) for column in columns}
    moment = now()
    with change() as run:
        [row] = run("imports/add", **given, author=author, note=note, reason=reason, made_at=moment)
        for start in range(0, len(figures), _AT_ONCE):
            part = json.dumps([list(one) for one in figures[start : start + _AT_ONCE]], ensure_ascii=False)
            run("imports/add_figures", batch=row["batch"], figures=part)
        audit.log(run, "made", author, moment, row)
    return Batch(**row)


def finish(batch: int, author: str, release: str = "") -> None:
    """Says how a batch ended: published by a release, or left unpublished where none is named."""
    moment = now()
    given = {"batch": batch, "published": int(bool(release)), "release": release}
    with change() as run:
        [row] = run("imports/finish", **given, author=author, ended_at=moment)
        audit.log(run, "published" if release else "left", author, moment, row)


def batches() -> list[Batch]:
    """All batches, the oldest first."""
    return [_batch(row) for row in rows("imports/all")]


def figures(batch: int) -> list[Record]:
    """The figures of a batch that the store itself holds, in their order."""
    return rows("imports/figures", batch=batch)


def in_force(every: Sequence[Batch]) -> list[Batch]:
    """Those of some batches that no other one in force takes back, the oldest first."""
    taken_back: set[int] = set()
    found = []
    for one in reversed(every):
        if one.batch not in taken_back:
            found.append(one)
            taken_back.update([one.undoes] if one.undoes else [])
    return found[::-1]


def standing(every: Sequence[Batch]) -> list[Batch]:
    """Those of some batches in force that bring figures, the oldest first."""
    return [one for one in in_force(every) if one.undoes is None]


def published(every: Sequence[Batch]) -> list[Batch]:
    """Those of some batches that were published."""
    return [one for one in every if one.published]


def content_of(figures: Sequence[Sequence[object]]) -> str:
    """The hash of figures as a batch keeps them, each in the order of FIGURE."""
    digest = hashlib.sha256()
    for one in figures:
        said = list(one) if one[-1] is not None else list(one[:-1])
        digest.update(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()


def file_hash(path: Path) -> str:
    """The SHA-256 of a file; OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def parquet_of(batch: Batch) -> Path | None:
    """The file that holds the figures of a large batch; None for one whose figures the store holds."""
    return folder() / PARQUET / batch.parquet if batch.parquet else None


def faults() -> Iterator[audit.Fault]:
    """Everything in the store that is not as it was written: entries of the log, batches, their figures."""
    yield from audit.faults()
    for one in batches():
        path = parquet_of(one)
        if path:
            found = file_hash(path) if path.is_file() else ""
        else:
            found = content_of([[row[name] for name in FIGURE] for row in figures(one.batch)])
        if found != one.content:
            yield audit.Fault("figures", one.batch)


def remember(layout: str, answers: Mapping[str, str]) -> None:
    """Remembers what the columns of a sender's layout are, by their headings."""
    moment = now()
    with change() as run:
        for heading, answer in answers.items():
            run("imports/answer", layout=layout, heading=heading, answer=answer, answered_at=moment)


def remembered() -> dict[str, dict[str, str]]:
    """What the columns of layouts were said to be, by the layout and the heading."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("imports/answers"):
        found.setdefault(str(row["layout"]), {})[str(row["heading"])] = str(row["answer"])
    return found


def _batch(row: Record) -> Batch:
    published = row["published"]
    return Batch(**{**row, "published": None if published is None else bool(published)})
