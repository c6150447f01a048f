"""The log of what was done to the figures: each entry holds the hash of the one before it and of itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from congdoan.control.store import Record, Run, rows

Act = Literal["made", "published", "left"]
START = "0" * 64
"""Stands where the first entry has no other before it."""
_HASHED = ("at", "author", "act", "batch", "said", "former")


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was written: an entry altered or missing, else a batch, by its number."""

    what: Literal["entry", "gap", "batch", "figures"]
    number: int


def log(run: Run, act: Act, author: str, at: str, row: Mapping[str, Any]) -> None:
    """Adds an entry about a row of batches or batch_ends, within the change that writes it."""
    last = run("audit/last")
    entry = {"at": at, "author": author, "act": act, "batch": row["batch"], "said": told(row)}
    entry["former"] = str(last[0]["hash"]) if last else START
    run("audit/add", **entry, hash=_hash(entry))


def told(row: Mapping[str, Any]) -> str:
    """A row as an entry keeps it."""
    return json.dumps(dict(row), ensure_ascii=False, sort_keys=True)


def faults() -> list[Fault]:
    """Every entry that was altered or is missing, and every batch that differs from what was logged of it."""
    entries = rows("audit/all")
    logged = {(int(one["batch"]), one["act"] == "made"): _claim(one) for one in entries}
    kept = {
        (int(row["batch"]), True): (row["made_at"], row["author"], told(row)) for row in rows("imports/rows")
    }
    for row in rows("imports/ends"):
        kept[int(row["batch"]), False] = (row["ended_at"], row["author"], told(row))
    differing = (
        batch for batch, made in logged.keys() | kept if logged.get((batch, made)) != kept.get((batch, made))
    )
    return list(dict.fromkeys((*_chain(entries), *(Fault("batch", batch) for batch in sorted(differing)))))


def newest() -> tuple[int, str]:
    """How many entries there are, and the hash of the newest: noted elsewhere, it tells of a cut log."""
    entries = rows("audit/all")
    return len(entries), str(entries[-1]["hash"]) if entries else START


def _claim(entry: Record) -> tuple[str, str, str]:
    return entry["at"], entry["author"], entry["said"]


def _chain(entries: Iterable[Record]) -> Iterator[Fault]:
    former, expected = START, 1
    for entry in entries:
        number = int(entry["entry"])
        if number != expected:
            yield Fault("gap", expected)
        elif entry["hash"] != _hash(entry):
            yield Fault("entry", number)
        elif entry["former"] != former:  # the one before got another hash with its other content
            yield Fault("entry", max(1, number - 1))
        former, expected = str(entry["hash"]), number + 1


def _hash(entry: Mapping[str, Any]) -> str:
    return hashlib.sha256(told({key: entry[key] for key in _HASHED}).encode()).hexdigest()
