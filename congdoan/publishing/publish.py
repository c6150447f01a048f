"""Publishes a batch, takes one back, makes a draft: before or after, whatever happens in between.

The batch is kept first, on disk, as not yet ended; then the snapshot is made, then the pointer is swapped,
then the batch ends as published. Where anything fails, the old release goes on serving.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from congdoan.control import imports, store
from congdoan.control.clock import now
from congdoan.control.imports import Batch
from congdoan.errors import CongdoanError, DataError, StoreError
from congdoan.ingest import Tell, silent
from congdoan.ingest.build import hash_of, serving, sync
from congdoan.ingest.imports import stage
from congdoan.ingest.real import alone, input_hash, inputs, preview, serve, settle, standing
from congdoan.publishing.prepared import FILE, Prepared
from congdoan.publishing.workshop import figures, keep, workshop

MOST_ROWS = 50_000
"""Figures of a batch that the store itself holds; those of a larger one lie in a file beside it."""


class RefusedError(CongdoanError):
    """What was asked for is not done, and nothing was changed; `reason` is a code of why."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True)
class Words:
    """What somebody says who publishes: a name, a note, and why published figures change."""

    author: str
    note: str
    reason: str = ""


def publish(prepared: Prepared, words: Words, facts: Path | None = None, tell: Tell = silent) -> Batch:
    """Publishes what was prepared; the batch, with the release that serves it.

    RefusedError when there is nothing in it, or other figures serve than it was prepared against;
    DataError or StoreError, and nothing is changed, when it cannot be carried out.
    """
    if not prepared.figures:
        raise RefusedError("no_figures", f"{prepared.file} holds no figure that can be published.")
    batch = Batch(
        prepared.file, prepared.sha256, words.author, words.note, words.reason, prepared.release,
        prepared.figures, prepared.new, prepared.changed, content="",
    )  # fmt: skip
    with _at_work() as warehouse:
        if serving(warehouse, "real") != prepared.release:
            raise RefusedError("moved", f"{prepared.release} serves no more. Read the file again.")
        return _serve(_kept(batch, prepared.path), facts, tell)


def undo(batch: int, words: Words, facts: Path | None = None, tell: Tell = silent) -> Batch:
    """Takes back what a batch did, by another batch; that one, with the release that serves then.

    RefusedError when there is no such batch in force.
    """
    with _at_work() as warehouse, tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
        every = imports.published(imports.batches())
        meant = next((one for one in imports.in_force(every) if one.batch == batch), None)
        if meant is None:
            raise RefusedError("not_in_force", f"There is no published batch {batch} that is not taken back.")
        taken = Batch(
            meant.file, meant.sha256, words.author, words.note, words.reason,
            serving(warehouse, "real") or "", 0, 0, 0, content="", undoes=batch, batch=every[-1].batch + 1,
        )  # fmt: skip
        counted = _taken_back(every, taken, warehouse, Path(folder), facts)
        changed = counted.get("changed", 0) + counted.get("gone", 0)
        taken = replace(taken, figures=counted["figures"], new=counted.get("new", 0), changed=changed)
        return _serve(_kept(taken, Path(folder) / FILE), facts, tell)


def draft(prepared: Prepared, words: Words, facts: Path | None = None, tell: Tell = silent) -> str:
    """Makes a snapshot with what was prepared, to look at before it is published; its name."""
    with _at_work() as warehouse:
        next_one = len(imports.batches()) + 1
        batch = Batch(
            prepared.file, prepared.sha256, words.author, words.note, "", prepared.release, prepared.figures,
            0, 0, content=imports.file_hash(prepared.path), parquet=str(prepared.path.resolve()),
            batch=next_one, made_at=now(),
        )  # fmt: skip
        return preview([*standing(), batch], facts, warehouse, tell)


@contextmanager
def _at_work() -> Iterator[Path]:
    """The warehouse, for one at a time, with nothing left open; StoreError for what the system refuses."""
    warehouse = store.folder()
    try:
        with alone(warehouse):
            settle(warehouse)
            yield warehouse
    except OSError as error:
        reason = "full" if error.errno in store.NO_ROOM else "read_only"
        raise StoreError(
            f"{warehouse.name} cannot be written: {error.strerror}. Nothing was published.", reason
        ) from error


def _kept(batch: Batch, figures_of: Path) -> Batch:
    """Keeps a batch with its prepared figures, in the store or as a file beside it, on disk."""
    if batch.figures > MOST_ROWS:
        content = imports.file_hash(figures_of)
        _beside(figures_of, f"{content}.parquet")
        return imports.add(replace(batch, content=content, parquet=f"{content}.parquet"))
    rows = figures(figures_of)
    return imports.add(replace(batch, content=imports.content_of(rows)), rows)


def _beside(path: Path, name: str) -> None:
    """Puts a file beside the store under its name, whole and on disk."""
    folder = store.folder() / imports.PARQUET
    folder.mkdir(exist_ok=True)
    aside = folder / f"{name}.writing"
    try:
        shutil.copyfile(path, aside)
        sync(aside)
        aside.replace(folder / name)
    finally:
        aside.unlink(missing_ok=True)
    sync(folder)


def _serve(batch: Batch, facts: Path | None, tell: Tell) -> Batch:
    """Publishes the files with all batches that stand and this one; it ends as left where that fails."""
    every = [*imports.published(imports.batches()), batch]
    try:
        release = serve(imports.standing(every), facts, store.folder(), tell)
    except (CongdoanError, OSError, duckdb.Error) as error:
        with suppress(StoreError):  # then it is ended when somebody begins anew
            imports.finish(batch.batch, batch.author)
        if isinstance(error, duckdb.Error):
            raise DataError(f"The snapshot cannot be written. Nothing was published. ({error})") from error
        raise
    imports.finish(batch.batch, batch.author, release)
    return replace(batch, published=True, served_by=release)


def _taken_back(
    every: list[Batch], taken: Batch, warehouse: Path, folder: Path, facts: Path | None
) -> dict[str, int]:
    """Prepares what taking a batch back changes; how many figures of each kind."""
    root = {one.batch: one for one in every}
    batch = root[taken.undoes or 0]
    while batch.undoes is not None:
        batch = root[batch.undoes]
    then = imports.standing([*every, taken])
    with workshop(warehouse, folder) as connection:
        made_against = hash_of(warehouse / f"{batch.release}.duckdb")
        if batch.batch == taken.undoes and made_against == input_hash(then, facts):
            stage(connection, [batch])
            return keep(connection, folder / FILE, "given_back")
        now_ = imports.standing(every)
        concerned = {one.batch: one for one in (*now_, *then, batch)}
        stage(connection, [concerned[number] for number in sorted(concerned)])
        connection.register("staged_facts", inputs(facts)["staged_facts"])
        held, later = ([one.batch for one in some] for some in (now_, then))
        return keep(connection, folder / FILE, "taken_back", batch=batch.batch, now=held, then=later)
