"""The real figures: those of the files in git, and over them the imports that stand."""

from __future__ import annotations

import fcntl
import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from congdoan import decks, paths
from congdoan.control import imports, store
from congdoan.control.imports import Batch
from congdoan.database import DRAFT
from congdoan.errors import CongdoanError
from congdoan.ingest import read
from congdoan.ingest.build import (
    SCRIPTS,
    Inputs,
    Tell,
    again,
    draft,
    made_from,
    one_row,
    publish,
    serving,
    silent,
)
from congdoan.ingest.imports import holds, with_imports
from congdoan.ingest.releases import PREFIXES

log = logging.getLogger("congdoan")
_UNFINISHED = (
    f"{PREFIXES['real']}[0-9]*.building*",
    f"{DRAFT}[0-9]*.building*",
    f"{imports.PARQUET}/*.writing",
)


def build(facts: Path | None = None, warehouse: Path | None = None, tell: Tell = silent) -> str:
    """Publishes the real data set, CSV and the imports that stand; the name of the release that serves now.

    Nothing is written when the inputs are those of the serving release. DataError, and the old release
    goes on serving, when any input is wrong.
    """
    target = warehouse or paths.WAREHOUSE
    with alone(target):
        settle(target)
        return serve(standing() if _has_store(target) else (), facts, target, tell)


def serve(batches: Sequence[Batch], facts: Path | None, warehouse: Path, tell: Tell = silent) -> str:
    """Publishes the files with these batches over them; the name of the release that serves now."""
    made_from = input_hash(batches, facts)
    former = again("real", made_from, warehouse)
    return former or publish("real", inputs(facts), made_from, warehouse, tell, batches)


def preview(batches: Sequence[Batch], facts: Path | None, warehouse: Path, tell: Tell = silent) -> str:
    """Makes a snapshot that never serves and is no release, to look at; its name."""
    return draft("real", inputs(facts), input_hash(batches, facts), warehouse, tell, batches)


def inputs(facts: Path | None = None) -> Inputs:
    """The frames of the files, checked; DataError names every broken rule."""
    files = read.facts(facts or paths.FACTS, read.catalogue(paths.CATALOGUE))
    decks.templates()
    # The real figures name only the unions that somebody wrote about, so no sum of branches can be whole.
    return {**read.staged(files), "register": one_row(register_complete=False)}


def input_hash(batches: Sequence[Batch], facts: Path | None = None) -> str:
    """What tells a release of these files and batches from every other one."""
    return with_imports(read.fingerprint(facts or paths.FACTS, paths.CATALOGUE, SCRIPTS), batches)


def standing() -> list[Batch]:
    """The published batches whose figures hold, the oldest first."""
    return imports.standing(imports.published(imports.batches()))


@contextmanager
def alone(warehouse: Path, *, wait: bool = True) -> Iterator[None]:
    """One at a time decides what the real figures are; others wait, or BlockingIOError.

    Who dies leaves nothing locked; what they had not finished writing is removed.
    """
    warehouse.mkdir(parents=True, exist_ok=True)
    with (warehouse / ".lock-imports").open("w", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        for pattern in _UNFINISHED:
            for path in warehouse.glob(pattern):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        yield


def settle(warehouse: Path) -> list[Batch]:
    """Ends what a crash left open, within `alone`: as published where a release serves it; those batches.

    Whoever made such a batch was never told that it is published.
    """
    every = imports.batches() if _has_store(warehouse) else []
    pending = [one for one in every if one.published is None]
    for one in pending:
        before = [other for other in every if other.published and other.batch < one.batch]
        served = holds(made_from("real", warehouse), imports.standing([*before, one]))
        imports.finish(one.batch, one.author, serving(warehouse, "real") or "" if served else "")
    return pending


def settle_left() -> None:
    """Ends what a crash left open, when the server starts, unless somebody is publishing just now."""
    warehouse = store.folder()
    try:
        with alone(warehouse, wait=False):
            ended = settle(warehouse)
    except (OSError, CongdoanError) as error:  # the next one who publishes does it
        log.warning("imports left open were not looked for: %s", error)
        return
    for one in ended:
        log.warning("batch %s (%s) was left open by a crash and is ended now", one.batch, one.file)


def _has_store(warehouse: Path) -> bool:
    """Whether the imports kept are those of this warehouse: they lie beside the snapshots."""
    return warehouse.resolve() == store.folder().resolve()
