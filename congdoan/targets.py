"""What targets show: how many were met, who is below them and by how far, in lists and in a sentence.

Readings of targets are the rows of `targets/reached`, counts of them those of `targets/offered`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, labels, records
from congdoan.findings import thing
from congdoan.kept import kept
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

WHOLE = 100
"""A target itself, or half of one by mid-year, in percent of it."""
BANDS = ("met", "near", "missed", "partial", "no_figure")


@dataclass(frozen=True)
class Counts:
    """The targets of one year: how many there are, how many were exceeded, and how many are in each band."""

    year: int
    targets: int
    exceeded: int
    bands: tuple[int, ...]


@kept
def counted(rows: Rows) -> Counts | None:
    """The counts of the newest year over everything that has targets; None without any."""
    found = in_newest_year(rows)
    if found.empty:
        return None
    sums = {column: sum(found.values[column]) for column in ("targets", "exceeded", *BANDS)}
    bands = tuple(sums[band] for band in BANDS)
    return Counts(int(found.values["year"][0]), sums["targets"], sums["exceeded"], bands)


@kept
def in_newest_year(rows: Rows) -> Rows:
    """Only what has targets in the newest year."""
    newest = max(rows.values["year"], default=None)
    return rows.take([at for at, year in enumerate(rows.values["year"]) if year == newest])


def measure(metric: str, item: str) -> str:
    """What has targets, as an address writes it: `houses`, `welfare_amount/programme.tet`."""
    return metric if item == "all" else f"{metric}/{item}"


@kept
def measures(rows: Rows) -> dict[str, int]:
    """Everything that has targets, in the order of the catalogue, with the newest year of it."""
    newest: dict[str, int] = {}
    for row in sorted(rows.records, key=lambda row: -int(row["year"])):
        newest.setdefault(measure(row["metric"], row["item"]), int(row["year"]))
    return newest


@kept
def most_asked(rows: Rows) -> str:
    """What most units have a target for in the newest year."""
    top = max(in_newest_year(rows).records, key=lambda row: int(row["targets"]))
    return measure(top["metric"], top["item"])


@kept
def below(rows: Rows) -> Rows:
    """Those below their targets, level by level, furthest behind first."""
    short = [at for at, band in enumerate(rows.values["band"]) if band in ("near", "missed")]
    levels = list(dict.fromkeys(rows.values["level"]))
    place = {at: (levels.index(rows.values["level"][at]), rows.values["reached"][at]) for at in short}
    return rows.take(sorted(short, key=lambda at: (*place[at], at)))


@kept
def by_half_year(rows: Rows) -> Rows:
    """Those of which a half-year report tells the first six months."""
    return rows.take([at for at, value in enumerate(rows.values["half_value"]) if value is not None])


@kept
def untold(rows: Rows) -> Rows:
    """Those without a figure of the whole year, or with a part of it only: neither shows a target missed."""
    return rows.take([at for at, band in enumerate(rows.values["band"]) if band in ("partial", "no_figure")])


def lead(rows: Rows, lang: Language) -> str:
    """Of one measure: how many units met it, and who reached most of the highest level that has it.

    Of one unit: how many targets it met. Units of which too little is known do not count.
    """
    found = [
        record
        for record in records(rows, "band", "reached")
        if record["band"] not in ("partial", "no_figure")
    ]
    units = {record["org"] for record in found}
    if not found or (len(units) > 1 and len({(r["metric"], r["item"]) for r in found}) > 1):
        return ""
    unit, top = labels(rows, "organisation", lang), found[0]
    told = {
        "what": thing(top, lang),
        "year": int(top["year"]),
        "met": sum(record["band"] == "met" for record in found),
        "exceeded": sum(record["exceeded_by"] is not None for record in found),
        "told": formats.quantity(len(found), "unit" if len(units) > 1 else "target", lang),
        "level": name("level", top["level"], lang),
        "unit": unit(top),
        "reached": _reached(top, lang),
    }
    return say(f"finding.targets.{_kind(found, units)}", lang, **told)


def half_reached(rows: Rows, lang: Language) -> str:
    """Of one measure: how many units reached half of their target by mid-year, and who reached most of it."""
    found = [record for record in records(rows, "half_value", "half_reached") if record["half_reached"]]
    if len(found) < 2 or len({(record["metric"], record["item"]) for record in found}) > 1:
        return ""
    most = max(record["half_reached"] for record in found)
    tops = [record for record in found if record["half_reached"] == most]
    if len(tops) != 1:
        return ""
    [top] = tops
    share = formats.qualified(formats.percent(most, lang), top["half_qualifier"], lang)
    return say(
        "finding.targets.half",
        lang,
        what=thing(top, lang),
        year=int(top["year"]),
        met=sum(record["half_reached"] >= WHOLE for record in found),
        told=formats.quantity(len(found), "unit", lang),
        unit=labels(rows, "organisation", lang)(top),
        share=share,
    )


def _kind(found: Sequence[Record], units: set[str]) -> str:
    if len(found) == 1:
        return "only"
    return "measures" if len(units) == 1 else "units"


def furthest(rows: Rows, lang: Language) -> str:
    """Of one measure: how many are below their targets, and who of the highest level is furthest behind."""
    found = records(rows, "band", "reached", "to_go")
    if not found or len({(r["metric"], r["item"]) for r in found}) > 1 or found[0]["to_go"] is None:
        return ""
    first = found[0]
    return say(
        "finding.targets.furthest",
        lang,
        count=len(found),
        what=thing(first, lang),
        year=int(first["year"]),
        level=name("level", first["level"], lang),
        unit=labels(rows, "organisation", lang)(first),
        reached=_reached(first, lang),
        to_go=formats.figure(first["to_go"], str(first["unit"]), None, None, lang),
    )


def _reached(record: Record, lang: Language) -> str:
    return formats.reached(record["reached"], record["exceeded_by"], record["qualifier"], lang)
