"""What a file would change: each of its figures beside what is published of it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from congdoan import paths
from congdoan.ingest.build import serving
from congdoan.intake import published
from congdoan.intake.guarded import Reading
from congdoan.intake.messages import Message
from congdoan.intake.model import Known
from congdoan.intake.periods import Period
from congdoan.publishing.workshop import keep, script, workshop

if TYPE_CHECKING:
    import pandas as pd

FILE = "prepared.parquet"
TOLD = "prepared.json"
MOST_KNOWN = 300_000
"""Published figures up to which a file is held against each while it is read; else when it is prepared."""


@dataclasses.dataclass(frozen=True)
class Prepared:
    """The figures of a file beside a release: how many are new, changed, unchanged, suspicious."""

    folder: Path
    file: str
    sha256: str
    release: str
    figures: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    suspicious: int = 0

    @property
    def path(self) -> Path:
        """The Parquet file with the figures."""
        return self.folder / FILE


def known(folder: Path, warehouse: Path, facts: Path = paths.FACTS, year: int | None = None) -> Known:
    """The union bodies, and the whole figures of the serving release in place of those of the files."""
    found = published.from_facts(facts, year)
    if serving(warehouse, "real") is None:
        return found
    with workshop(warehouse, folder) as connection:
        rows = connection.execute(script("known"), {"most": MOST_KNOWN}).fetchall()
    figures = {(row[0], Period(*row[1:4]), row[4], row[5], row[6]): Decimal(row[7]) for row in rows}
    return dataclasses.replace(found, published=figures)


def prepare(reading: Reading, warehouse: Path, fixes: Mapping[str, str] | None = None) -> Prepared:
    """Compares the rows of a reading with the serving release and keeps the result in its folder.

    `fixes` are the texts typed in place of cells, by `sheet!cell`.
    """
    import pandas as pd

    release = serving(warehouse, "real") or ""
    found = Prepared(reading.folder, reading.file, reading.sha256, release)
    if reading.understood.loaded:
        with workshop(warehouse, reading.folder) as connection:
            connection.register("doubted", _places(reading.messages))
            typed = [(*place.rsplit("!", 1), text) for place, text in (fixes or {}).items()]
            frame = pd.DataFrame(typed, columns=["sheet", "cell", "typed"]).astype("str")
            connection.register("typed", frame)
            counted = keep(connection, found.path, "prepared", folder=str(reading.folder))
        found = Prepared(found.folder, found.file, found.sha256, release, **counted)
    told = {**dataclasses.asdict(found), "folder": None}
    (reading.folder / TOLD).write_text(json.dumps(told), encoding="utf-8")
    return found


def prepared(folder: Path) -> Prepared:
    """What was prepared in a folder; OSError where nothing was."""
    told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    return Prepared(**{**told, "folder": folder})


def _places(messages: Sequence[Message]) -> pd.DataFrame:
    """The cells about which there is a warning."""
    import pandas as pd

    found = {(one.sheet, one.cell) for one in messages if one.severity == "warning" and one.cell}
    return pd.DataFrame(sorted(found), columns=["sheet", "cell"]).astype("str")
