"""Reads all input files of a data set, and refuses them together when any line is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from congdoan.catalogue import fold, lines
from congdoan.ingest import catalogue_rules, rules, specs, target_rules
from congdoan.ingest.tables import check, refuse, unique
from congdoan.lines import Line, Problem, read

if TYPE_CHECKING:
    import pandas as pd

FACT_COLUMNS = (
    "figure_id",
    "source_id",
    "org_id",
    "year",
    "period_type",
    "period_start",
    "period_end",
    "metric",
    "item",
    "recipient",
    "occasion",
    "value",
    "value_text_vi",
    "value_text_en",
    "unit",
    "qualifier",
    "status",
    "scope",
    "part_of",
    "source_line",
    "note_vi",
    "note_en",
)
ORGANISATION_COLUMNS = (
    "org_id",
    "name_vi",
    "name_en",
    "level",
    "kind",
    "parent_id",
    "place_63",
    "place_34",
    "province_basis",
    "valid_from",
    "valid_to",
    "ending",
    "successor_id",
    "note_vi",
    "note_en",
    "sector",
)
TARGET_COLUMNS = (
    "target_id",
    "source_id",
    "org_id",
    "year",
    "metric",
    "item",
    "value",
    "unit",
    "assigned_by",
    "source_line",
    "note_vi",
    "note_en",
)

Staged = dict[str, "pd.DataFrame"]


def catalogue(folder: Path) -> dict[str, list[Line]]:
    """The catalogue's files by name, checked; DataError names every broken rule."""
    found = lines(folder)
    refuse(catalogue_rules.cells(found))
    refuse(catalogue_rules.between(found))
    return found


def facts(folder: Path, known: Mapping[str, list[Line]]) -> dict[str, list[Line]]:
    """Sources, organisations, facts and targets of a folder, checked; DataError names every broken rule."""
    sources = read(folder / "sources.csv", tuple(specs.SOURCES))
    organisations = read(folder / "organisations.csv", ORGANISATION_COLUMNS)
    figures = read(folder / "facts.csv", FACT_COLUMNS)
    targets = read(folder / "targets.csv", TARGET_COLUMNS, may_be_empty=True)
    refuse(_cell_problems(sources, organisations, figures, targets, specs.codes(known)))
    metrics = {line.cells["metric"]: line for line in known["metrics"]}
    items: dict[str, set[str]] = {}
    for line in known["items"]:
        items.setdefault(line.cells["dimension"], set()).add(line.cells["item"])
    refuse(
        rules.organisations(organisations, known["provinces"])
        + rules.figures(figures, metrics, items)
        + rules.clusters(known["clusters"], organisations)
        + target_rules.targets(targets, metrics, items, organisations)
    )
    return {"sources": sources, "organisations": organisations, "facts": figures, "targets": targets}


def _cell_problems(
    sources: list[Line],
    organisations: list[Line],
    figures: list[Line],
    targets: list[Line],
    codes: specs.Codes,
) -> list[Problem]:
    source_ids = frozenset(line.cells["source_id"] for line in sources)
    org_ids = frozenset(line.cells["org_id"] for line in organisations)
    figure_ids = frozenset(line.cells["figure_id"] for line in figures)
    return [
        *unique(sources, "source_id"),
        *unique(organisations, "org_id"),
        *unique(figures, "figure_id"),
        *unique(targets, "target_id"),
        *check(sources, specs.SOURCES),
        *check(organisations, specs.organisations(codes, org_ids)),
        *check(figures, specs.facts(codes, org_ids, source_ids, figure_ids)),
        *check(targets, specs.targets(codes, org_ids, source_ids)),
    ]


def staged(files: Mapping[str, list[Line]]) -> Staged:
    """One frame of texts per file for the building scripts, with its lines and what search looks at."""
    return {f"staged_{name}": _frame(name, lines) for name, lines in files.items()}


def _frame(name: str, lines: list[Line]) -> pd.DataFrame:
    import pandas as pd

    searched = {
        "provinces": ("vi", "en", "aliases"),
        "organisations": ("name_vi", "name_en"),
        "sources": ("source_id", "publisher_vi", "publisher_en", "title_vi", "title_en"),
    }.get(name, ())
    records = []
    for line in lines:
        key = {"search_key": fold(" ".join(line.cells[column] for column in searched))} if searched else {}
        records.append({**line.cells, **key, "line": str(line.number)})
    if not records:  # of all files only this one may be without a line
        return pd.DataFrame({column: pd.Series(dtype="str") for column in (*TARGET_COLUMNS, "line")})
    return pd.DataFrame.from_records(records).astype("object")


def fingerprint(*folders: Path) -> str:
    """A hash of every CSV and building script of the folders: equal inputs need no new release."""
    digest = hashlib.sha256()
    for path in sorted(
        path for folder in folders for path in [*folder.rglob("*.csv"), *folder.rglob("*.sql")]
    ):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
