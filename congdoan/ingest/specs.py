"""The columns of every input file and the rule of each cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congdoan.ingest.fields import Check, anything, day, filled, number, one_of
from congdoan.lines import Line

PERIOD_TYPES = ("year", "half", "quarter", "school_year", "span", "as_of")
QUALIFIERS = ("exact", "over", "at_least", "almost", "at_most", "about")
STATUSES = ("preliminary", "final", "corrected")
SCOPES = ("total", "event", "part", "joint", "unclear")
RECIPIENTS = ("collective", "individual", "unsplit")
OCCASIONS = ("comprehensive", "thematic", "unstated")
LEVELS = ("tld", "provincial", "central_industry", "upper", "branch")
KINDS = (
    "tong",
    "ldld_tinh",
    "cd_nganh_tw",
    "ldld_huyen",
    "cd_nganh",
    "cd_vien_chuc",
    "cd_kcn",
    "cd_xa",
    "cdcs",
    "nghiep_doan",
)
SECTORS = ("public", "state_firm", "private_firm", "foreign_firm", "occupational")
ENDINGS = ("ceased", "merged", "dissolved")
BASES = ("stated", "inferred", "unknown")
SOURCE_KINDS = ("report", "news", "portal")
SCHEMES = ("63", "34")
HIGHEST = 9_000_000_000_000_000

SOURCES: Mapping[str, Check] = {
    "source_id": filled,
    "publisher_vi": filled,
    "publisher_en": filled,
    "title_vi": filled,
    "title_en": filled,
    "published_on": day(optional=True),
    "url": anything,
    "document": anything,
    "kind": one_of(SOURCE_KINDS),
    "note_vi": anything,
    "note_en": anything,
}


@dataclass(frozen=True)
class Codes:
    """The codes that the catalogue and the other files offer to a cell."""

    metrics: frozenset[str]
    units: frozenset[str]
    places_63: frozenset[str]
    places_34: frozenset[str]


def codes(catalogue: Mapping[str, list[Line]]) -> Codes:
    """The codes that the catalogue's files define."""
    metrics, provinces = catalogue["metrics"], catalogue["provinces"]
    return Codes(
        metrics=frozenset(line.cells["metric"] for line in metrics),
        units=frozenset(unit for line in metrics for unit in line.cells["unit"].split("|")),
        places_63=frozenset(line.cells["code"] for line in provinces if line.cells["scheme"] == "63"),
        places_34=frozenset(line.cells["code"] for line in provinces if line.cells["scheme"] == "34"),
    )


def organisations(known: Codes, org_ids: frozenset[str]) -> Mapping[str, Check]:
    """The fields of organisations.csv."""
    return {
        "org_id": filled,
        "name_vi": filled,
        "name_en": filled,
        "level": one_of(LEVELS),
        "kind": one_of(KINDS),
        "parent_id": one_of(org_ids, "an org_id of organisations.csv", optional=True),
        "place_63": one_of(known.places_63, "a province code of scheme 63", optional=True),
        "place_34": one_of(known.places_34, "a province code of scheme 34", optional=True),
        "province_basis": one_of(BASES),
        "valid_from": day(optional=True),
        "valid_to": day(optional=True),
        "ending": one_of(ENDINGS, optional=True),
        "successor_id": one_of(org_ids, "an org_id of organisations.csv", optional=True),
        "note_vi": anything,
        "note_en": anything,
        "sector": one_of(SECTORS, optional=True),
    }


def facts(
    known: Codes, org_ids: frozenset[str], source_ids: frozenset[str], figure_ids: frozenset[str]
) -> Mapping[str, Check]:
    """The fields of facts.csv. What depends on two cells of a line stands in `rules`."""
    return {
        "figure_id": filled,
        "source_id": one_of(source_ids, "a source_id of sources.csv"),
        "org_id": one_of(org_ids, "an org_id of organisations.csv"),
        "year": number(1900, 2100),
        "period_type": one_of(PERIOD_TYPES),
        "period_start": day(),
        "period_end": day(),
        "metric": one_of(known.metrics, "a metric of metrics.csv"),
        "item": anything,
        "recipient": one_of(RECIPIENTS, optional=True),
        "occasion": one_of(OCCASIONS, optional=True),
        "value": number(0, HIGHEST, places=2, optional=True),
        "value_text_vi": anything,
        "value_text_en": anything,
        "unit": one_of(known.units, "a unit of metrics.csv"),
        "qualifier": one_of(QUALIFIERS),
        "status": one_of(STATUSES),
        "scope": one_of(SCOPES),
        "part_of": one_of(figure_ids, "a figure_id of facts.csv", optional=True),
        "source_line": number(1, 1_000_000, optional=True),
        "note_vi": anything,
        "note_en": anything,
    }


def targets(known: Codes, org_ids: frozenset[str], source_ids: frozenset[str]) -> Mapping[str, Check]:
    """The fields of targets.csv. What depends on two cells of a line stands in `target_rules`."""
    return {
        "target_id": filled,
        "source_id": one_of(source_ids, "a source_id of sources.csv"),
        "org_id": one_of(org_ids, "an org_id of organisations.csv"),
        "year": number(1900, 2100),
        "metric": one_of(known.metrics, "a metric of metrics.csv"),
        "item": anything,
        "value": number(1, HIGHEST),
        "unit": one_of(known.units, "a unit of metrics.csv"),
        "assigned_by": one_of(org_ids, "an org_id of organisations.csv", optional=True),
        "source_line": number(1, 1_000_000, optional=True),
        "note_vi": anything,
        "note_en": anything,
    }
