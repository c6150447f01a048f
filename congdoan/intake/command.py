"""`python -m congdoan import`: reads files, says what would load and what is wrong, as text or as JSON."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from congdoan import formats
from congdoan.catalogue import Language
from congdoan.errors import DataError
from congdoan.intake import guarded, published
from congdoan.intake.guarded import Reading
from congdoan.intake.messages import RefusalError
from congdoan.intake.model import Figure, Known, Row, Understood, Value
from congdoan.intake.periods import periods
from congdoan.intake.template import template
from congdoan.text import name, say

EXITS = {"info": 0, "warning": 1, "error": 2}
"""What the command ends with, by the gravest message of all files."""


def run(
    paths: Sequence[Path], as_json: bool, lang: Language, mark: Path | None = None, known: Known | None = None
) -> int:
    """Reads files one after the other and prints what they say; 0, 1 with warnings, 2 with errors.

    With `mark`, a folder, each file is also written there with its wrong cells marked. Without `known` files
    are held against the figures in git.
    """
    known, worst = known or published.from_facts(), 0
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="congdoan-") as folder:
            reading = _read(path, known, Path(folder), lang if mark else None)
            if mark and reading.checked:
                shutil.copyfile(reading.checked, mark / f"{path.stem}-checked.xlsx")
            for piece in _json(reading, lang) if as_json else plain(reading, lang):
                sys.stdout.write(piece)
            worst = max(worst, EXITS[reading.worst])
    return worst


def make_template(unit: str, period: str, out: Path | None, lang: Language) -> str:
    """Writes the template for a unit and the ones below it; DataError when unit or period is none."""
    known, spans = published.from_facts(), periods(period)
    if len(spans) != 1:
        raise DataError(f"found {period!r} as period; allowed: one, such as 2025 or '6 tháng đầu năm 2025'.")
    found = known.units.unit(unit, spans[0].end)
    if found.state != "one":
        near = f" Nearest: {', '.join(found.near)}." if found.near else ""
        raise DataError(
            f"found {unit!r} as union body; allowed: a name or org_id of organisations.csv.{near}"
        )
    below = [one for one in published.below(found.code) if known.units.units[one].exists(spans[0].end)]
    units = [known.units.units[one] for one in (found.code, *below)]
    path = out or Path(formats.file_name("mau", found.code, period) + ".xlsx")
    path.write_bytes(template(units, period, lang))
    return f"{path}: {len(units)} rows."


def _read(path: Path, known: Known, folder: Path, mark: Language | None) -> Reading:
    try:
        data = path.read_bytes()
    except OSError as error:
        refusal = RefusalError("file.unreadable", reason=error.strerror)
        return Reading(path.name, "", folder, Understood((), (), (refusal.message(),), 0, 0))
    return guarded.read(data, path.name, known, folder, mark=mark)


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
                **_status(row, one),
            }
            for one in row.figures
        ],
    }


def _status(row: Row, figure: Figure) -> dict[str, str]:
    """What the file calls a figure, where it calls it anything."""
    called = row.status or figure.series.status
    return {"status": called} if called else {}


def _messages(reading: Reading, lang: Language) -> Iterator[dict[str, str]]:
    for one in reading.messages:
        said = {"severity": one.severity, "code": one.code, "text": one.text(lang)}
        yield {"sheet": one.sheet, "cell": one.cell, **said}


def plain(reading: Reading, lang: Language) -> Iterator[str]:
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
