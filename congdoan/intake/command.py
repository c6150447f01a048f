"""`python -m congdoan import`: reads files, says what would load and what is wrong, as text or as JSON."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from congdoan import formats
from congdoan.catalogue import Language
from congdoan.intake import guarded, published
from congdoan.intake.guarded import Reading
from congdoan.intake.messages import RefusalError
from congdoan.intake.model import Known, Row, Understood, Value
from congdoan.text import name, say

EXITS = {"info": 0, "warning": 1, "error": 2}
"""What the command ends with, by the gravest message of all files."""


def run(paths: Sequence[Path], as_json: bool, lang: Language, year: int | None = None) -> int:
    """Reads files one after the other and prints what they say; 0, 1 with warnings, 2 with errors."""
    known, worst = published.from_facts(year=year), 0
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
            reading = _read(path, known, Path(folder))
            for piece in _json(reading, lang) if as_json else _plain(reading, lang):
                sys.stdout.write(piece)
            worst = max(worst, EXITS[reading.worst])
    return worst


def _read(path: Path, known: Known, folder: Path) -> Reading:
    try:
        data = path.read_bytes()
    except OSError as error:
        refusal = RefusalError("file.unreadable", reason=error.strerror)
        return Reading(path.name, "", folder, Understood((), (), (refusal.message(),), 0, 0))
    return guarded.read(data, path.name, known, folder)


def _json(reading: Reading, lang: Language) -> Iterator[str]:
    """One JSON object for a file, on one line."""
    yield f'{{"file": {_dumped(reading.file)}, "rows": ['
    for number, row in enumerate(reading.rows()):
        yield (", " if number else "") + _dumped(record(row))
    yield f'], "messages": {_dumped(list(_messages(reading, lang)))}}}\n'


def record(row: Row) -> dict[str, Any]:
    """A row as the machine-readable output has it."""
    return {
        "sheet": row.sheet,
        "row": row.row,
        "unit": row.unit,
        "province": row.province or None,
        "year": row.period.year,
        "figures": [
            {
                "metric": one.series.metric,
                "item": one.series.item or None,
                "recipient": one.series.recipient or None,
                "value": _value(one.value),
                "qualifier": one.qualifier,
            }
            for one in row.figures
        ],
    }


def _messages(reading: Reading, lang: Language) -> Iterator[dict[str, str]]:
    for one in reading.messages:
        said = {"severity": one.severity, "code": one.code, "text": one.text(lang)}
        yield {"sheet": one.sheet, "cell": one.cell, **said}


def _plain(reading: Reading, lang: Language) -> Iterator[str]:
    """What people read: how much would load, then every message with its place."""
    understood = reading.understood
    counts = {"rows": understood.loaded, "figures": understood.figures}
    numbers = {key: formats.number(count, lang) for key, count in counts.items()}
    yield say("intake.would_load", lang, file=reading.file, **numbers) + "\n"
    for one in reading.messages:
        place = "!".join(filter(None, (one.sheet, one.cell)))
        yield f"  {name('severity', one.severity, lang)}  {place}  {one.text(lang)}  [{one.code}]\n"


def _value(value: Value) -> int | float:
    return float(value) if isinstance(value, Decimal) and value != value.to_integral_value() else int(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
