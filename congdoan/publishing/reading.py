"""Reads a file as far as publishing goes: with what is remembered of its sender, beside what is published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from congdoan import paths
from congdoan.catalogue import Language
from congdoan.control import imports, store
from congdoan.intake import guarded, storing
from congdoan.intake.guarded import Reading, Tell
from congdoan.intake.model import Known, Understood
from congdoan.publishing.prepared import Prepared, known, prepare


def read(
    data: bytes,
    name: str,
    folder: Path,
    answers: Mapping[str, str] | None = None,
    fixes: Mapping[str, str] | None = None,
    mark: Language | None = None,
    tell: Tell = lambda _step, _done, _of: None,
    facts: Path = paths.FACTS,
) -> tuple[Reading, Prepared]:
    """Reads a file into an empty folder and prepares its figures there.

    `answers` and `fixes` are those of `understand`; columns without an answer have the one that was given for
    the same layout before.
    """
    against, fixed = known(folder, store.folder(), facts), dict(fixes or {})
    told = dict(answers or {})
    reading = _read(data, name, folder / "first", against, told, fixed, mark, tell)
    missing = {key: said for key, said in _remembered(reading.understood).items() if key not in told}
    if missing:
        reading = _read(data, name, folder / "again", against, {**missing, **told}, fixed, mark, tell)
    storing.keep(reading.folder, reading.understood)
    return reading, prepare(reading, store.folder(), fixed)


def unsure(understood: Understood) -> dict[str, list[str]]:
    """The keys of the columns that have to be asked about, by the layout of their sheets."""
    layouts = {one.name: one.layout for one in understood.sheets}
    found: dict[str, list[str]] = {}
    for column in understood.columns:
        if column.meaning == "=unsure" and column.sheet in layouts:
            found.setdefault(layouts[column.sheet], []).append(column.key)
    return found


def _remembered(understood: Understood) -> dict[str, str]:
    asked = unsure(understood)
    kept = imports.remembered() if asked else {}
    return {
        key: kept[layout][key]
        for layout, keys in asked.items()
        for key in keys
        if key in kept.get(layout, {})
    }


def _read(
    data: bytes,
    name: str,
    folder: Path,
    against: Known,
    answers: Mapping[str, str],
    fixes: Mapping[str, str],
    mark: Language | None,
    tell: Tell,
) -> Reading:
    folder.mkdir()
    return guarded.read(data, name, against, folder, answers, tell, mark=mark, fixes=fixes)
