"""What may be said of a figure's change on the year before, and what a reader must know with it.

A change is stated only between readings of the same extent: a place's own totals, or the same places in both
years. Where the set of units changed, it stands beside the change on those that reported both times.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan import formats
from congdoan.catalogue import breaks, due_dates, metrics
from congdoan.charts.model import Record
from congdoan.text import Language, say

WELL_COVERED = 0.8
"""The share of places that must have reported before a sum speaks for all of them."""
FEWEST_YEARS = 3
LEAST_SHARE = 0.25
"""The share of places below which a sum is no headline: what is known stands in the lists."""
OWN = ("reported", "combined")


@dataclass(frozen=True)
class Reading:
    """One metric's newest reading fit to be shown, and what it may be compared with."""

    now: Record
    before: Record | None
    series: tuple[float, ...]


def newest_closed(years: Iterable[int], on: date, period: str = "year") -> int | None:
    """The newest of some years whose period (`year`, `half`) had closed by a day; None where none had."""
    closes = due_dates()[period].cut_off
    return max((year for year in years if f"{year}-{closes}" <= on.isoformat()), default=None)


def covered(record: Record) -> bool:
    """Whether a reading speaks for its whole extent: an own total, or a sum over at least four fifths."""
    if record.get("basis") in OWN:
        return True
    reported, expected = record.get("reported"), record.get("expected")
    return expected is not None and reported is not None and reported >= WELL_COVERED * expected > 0


def newest(found: Sequence[Record], earlier: Sequence[Record] = ()) -> Reading | None:
    """The newest own total, else the newest year with at least half of the best coverage.

    What it may be compared with is found among them, or `earlier` where they begin with its year.
    """
    if not found:
        return None
    best = max(int(record.get("reported") or 0) for record in found)
    found = [record for record in found if not _too_thin(record)]
    fit = [
        r for r in found if covered(r) or r.get("basis") == "items" or int(r.get("reported") or 0) * 2 >= best
    ]
    own = [record for record in fit if record.get("basis") == "reported"]
    if not fit:
        return None
    now = max(own or fit, key=lambda record: int(record["year"]))
    before = next(
        (record for record in [*found, *earlier] if int(record["year"]) == int(now["year"]) - 1), None
    )
    series = tuple(float(r["value"]) for r in sorted(found, key=lambda r: int(r["year"])) if covered(r))
    # A small line that ends before the year of the tile would contradict it.
    return Reading(now, before, series if covered(now) and len(series) >= FEWEST_YEARS else ())


def _too_thin(record: Record) -> bool:
    expected, reported = record.get("expected"), record.get("reported")
    return (
        record.get("basis") == "summed" and expected is not None and (reported or 0) < LEAST_SHARE * expected
    )


def compared(reading: Reading, lang: Language) -> str:
    """The change on the year before, on the whole or on the same places, or that none can be stated."""
    now, before = reading.now, reading.before
    if before and comparable(now, before):
        return _change(now, now["value"], before["value"], lang, exact=_exact(now) and _exact(before))
    if now.get("same_places"):
        return _change(now, now["same_now"], now["same_before"], lang, exact=_exact(now))
    return say("finding.not_comparable", lang, year=int(now["year"]) - 1)


def beside(reading: Reading, lang: Language) -> list[str]:
    """What belongs to a change: that it is of the same places, across a break; how it is like for like."""
    return [*across(reading, lang), *filter(None, [alike(reading, lang)])]


def across(reading: Reading, lang: Language) -> list[str]:
    """What a change says wrong where it is not told: that it is of the same places, across a break."""
    now, before, said = reading.now, reading.before, []
    if now.get("same_places") and not (before and comparable(now, before)):
        places = formats.quantity(now["same_places"], "place", lang)
        said.append(say("finding.same_places", lang, places=places))
    if _broken(now):
        said.append(say("finding.across_break", lang))
    return said


def alike(reading: Reading, lang: Language) -> str:
    """How a change is on the branches with figures in both years, "" where they are not listed."""
    now = reading.now
    if not now.get("alike_branches"):
        return ""
    changed = _change(now, now["alike_now"], now["alike_before"], lang, exact=bool(now["alike_exact"]))
    branches = formats.quantity(now["alike_branches"], "branch", lang)
    return say("finding.alike", lang, branches=branches, change=changed)


def _change(now: Record, value: float, before: float, lang: Language, *, exact: bool) -> str:
    """The change in words; roughly where a value is."""
    words = formats.change(value, before, lang, int(now["year"]) - 1, str(now["unit"]))
    return words if exact else say("finding.roughly", lang, change=words)


def _exact(record: Record) -> bool:
    return record.get("qualifier") in (None, "", "exact")


def _broken(now: Record) -> bool:
    """Whether the series of a metric breaks between a year and the one before."""
    known_metric = metrics().get(str(now.get("metric")))
    subjects = {"all", known_metric.subject if known_metric else ""}
    year = int(now["year"])
    return any(
        f"{year - 1}-12-31" < one.on <= f"{year}-12-31" and one.subject in subjects for one in breaks()
    )


def direction(reading: Reading) -> int:
    """1 up, -1 down, 0 unchanged or not comparable: the arrow that goes with `compared`."""
    now, before = reading.now, reading.before
    if before and comparable(now, before):
        return _sign(now["value"] - before["value"])
    return _sign(now["same_now"] - now["same_before"]) if now.get("same_places") else 0


def comparable(now: Record, before: Record) -> bool:
    """Whether two readings are of the same extent: own totals, or sums over all there is, made up alike."""
    if _open(now) or _open(before):
        return False
    if now.get("basis") == before.get("basis") == "items":
        return _exact(now) and _exact(before)
    return _whole(now) and _whole(before)


def _whole(record: Record) -> bool:
    """Whether a reading is of all there is: an own total, or a sum that nobody is missing from."""
    if record.get("basis") in ("reported", "combined"):
        return True
    reported, expected = record.get("reported"), record.get("expected")
    return record.get("basis") == "summed" and expected is not None and reported == expected


def _open(record: Record) -> bool:
    """Whether nobody knows how much more there is, so that a change would be one of coverage."""
    return record.get("qualifier") == "at_least"


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
