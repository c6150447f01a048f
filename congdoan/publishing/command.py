"""`python -m congdoan import --publish`, `batches`, `undo` and `audit`: publishing at the command line."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from congdoan import formats
from congdoan.catalogue import Language
from congdoan.control import audit, imports, store
from congdoan.control.imports import Batch
from congdoan.errors import DataError
from congdoan.ingest import Tell
from congdoan.intake.command import plain
from congdoan.intake.model import Known
from congdoan.publishing import prepared
from congdoan.publishing.prepared import Prepared
from congdoan.publishing.publish import Words, publish, undo
from congdoan.publishing.reading import read
from congdoan.text import say

REFUSED = 2
"""What the command ends with where a file was not published."""


def known() -> Known:
    """What files are held against: the union bodies, and the figures that serve."""
    with tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
        return prepared.known(Path(folder), store.folder())


def published(paths: Sequence[Path], words: Words, yes: bool, lang: Language, tell: Tell) -> int:
    """Publishes files one after the other, each as a batch, and prints what they say; 0, or 2 with a refusal.

    Without `yes` a file with warnings or rows that are left out is not published.
    """
    refused = [path for path in paths if not _published(path, words, yes, lang, tell)]
    return REFUSED if refused else 0


def _published(path: Path, words: Words, yes: bool, lang: Language, tell: Tell) -> bool:
    with tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DataError(f"{path}: {error.strerror}.") from error
        reading, found = read(data, path.name, Path(folder))
        sys.stdout.writelines(plain(reading, lang))
        sys.stdout.write(_summary(found, lang))
        why = _hindrance(found, words, reading.worst != "info" and not yes)
        if why:
            sys.stdout.write(say(f"imports.refused.{why}", lang) + "\n")
            return False
        batch = publish(found, words, tell=tell)
    sys.stdout.write(_serves(batch, lang))
    return True


def _summary(found: Prepared, lang: Language) -> str:
    counts = {key: formats.number(getattr(found, key), lang) for key in ("new", "changed", "unchanged")}
    return say("imports.summary", lang, **counts) + "\n"


def _hindrance(found: Prepared, words: Words, doubted: bool) -> str:
    """Why a file cannot be published as it is; empty where it can."""
    if not found.figures:
        return "no_figures"
    if doubted:
        return "unacknowledged"
    if not words.note.strip() or not words.author.strip():
        return "words"
    return "reason" if found.changed and not words.reason.strip() else ""


def take_back(batch: int, author: str, reason: str, lang: Language) -> str:
    """Takes a batch back; what serves then."""
    return _serves(undo(batch, Words(author, reason, reason)), lang).rstrip()


def listed(lang: Language) -> str:
    """All batches, a line each, the newest first."""
    return "\n".join(_line(one, lang) for one in reversed(imports.batches())) or say("imports.none", lang)


def audited(lang: Language) -> int:
    """Prints everything that is not as it was written; 0, or 2 where anything is."""
    faults = list(imports.faults())
    for fault in faults:
        sys.stdout.write(say(f"audit.{fault.what}", lang, number=fault.number) + "\n")
    if faults:
        return REFUSED
    entries, newest = audit.newest()
    sys.stdout.write(say("audit.whole", lang, count=entries, hash=newest) + "\n")
    return 0


def _line(batch: Batch, lang: Language) -> str:
    state = say(f"imports.state.{state_of(batch, imports.batches())}", lang)
    counts = {key: formats.number(getattr(batch, key), lang) for key in ("figures", "new", "changed")}
    return say(
        "imports.line",
        lang,
        batch=batch.batch,
        at=batch.made_at.replace("T", " ").rstrip("Z"),
        author=batch.author,
        file=batch.file,
        note=batch.note,
        state=state,
        release=batch.served_by or "–",
        **counts,
    )


def state_of(batch: Batch, every: Sequence[Batch]) -> str:
    """What became of a batch: open, left, undone, or in force, as one that stands or one that undoes."""
    if not batch.published:
        return "open" if batch.published is None else "left"
    if batch not in imports.in_force(imports.published(every)):
        return "undone"
    return "undoing" if batch.undoes else "standing"


def _serves(batch: Batch, lang: Language) -> str:
    return say("imports.serves", lang, batch=batch.batch, release=batch.served_by or "") + "\n"
