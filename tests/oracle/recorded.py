"""What single events come to, at least, where nobody gave a total, by the oracle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from tests.oracle.answers import VN, Answer, Choice
from tests.oracle.country import Country, parents, rows_of, words
from tests.oracle.tables import EPOCH, OCCASIONS, QUALIFIERS, RECIPIENTS

MEDAL = "award.ky_niem_chuong"
"""The commemorative medal, no rung of the ladder of awards."""


class Recorded(NamedTuple):
    """Events of a unit, or of a place in a scheme and for a kind of union, in one year for one thing."""

    where: Any
    year: int
    metric: str
    item: str
    recipient: str
    occasion: str
    cents: int
    qualifier: str
    events: int = 1
    units: frozenset[int] = frozenset()
    is_total: bool = False

    def same(self, *, item: str | None = None) -> tuple[Any, ...]:
        """What a total of the same thing, or of another item, is known by, whatever its occasion."""
        return self.where, self.year, self.metric, item or self.item, self.recipient


def added(rows: Iterable[Recorded]) -> list[Recorded]:
    """Rows of one place or unit, year and thing together."""
    groups: dict[tuple[Any, ...], list[Recorded]] = defaultdict(list)
    for row in rows:
        groups[row[:6]].append(row)
    return [
        parts[0]._replace(
            cents=sum(row.cents for row in parts),
            qualifier=at_least(parts),
            events=sum(row.events for row in parts),
            units=frozenset().union(*(row.units for row in parts)),
            is_total=any(row.is_total for row in parts),
        )
        for parts in groups.values()
    ]


def at_least(parts: Iterable[Recorded]) -> str:
    """Of recorded events: at least, or about where a part may be less than printed."""
    return "about" if {row.qualifier for row in parts} & {"almost", "at_most", "about"} else "at_least"


def events(country: Country) -> Iterator[Recorded]:
    """Events within one year in the metric's main unit, each told by one document."""
    tables = country.tables
    metrics, items = list(tables.metrics["metric"]), [*tables.items["item"], "all"]
    told: dict[tuple[Any, ...], list[tuple[str, Recorded]]] = defaultdict(list)
    for row in tables.events.to_dict("records"):
        rule = country.metrics[metrics[row["metric"]]]
        years = {(EPOCH + timedelta(days=row[end])).year for end in ("first_day", "day")}
        if (
            years == {row["year"]}
            and not row["is_part"]
            and (rule["over_units"], rule["unit"]) == ("sum", row["measure"])
            and rule["over_time"] != "last"
            and row["period"] not in ("school_year", "as_of")
        ):
            one = Recorded(
                row["unit"], row["year"], rule["metric"], items[row["item"]], RECIPIENTS[row["recipient"]],
                OCCASIONS[row["occasion"]], row["cents"], QUALIFIERS[row["qualifier"]],
                units=frozenset([row["unit"]]),
            )  # fmt: skip
            told[*one[:7], row["first_day"], row["day"]].append((row["source"], one))
    for same in told.values():
        first = min(source for source, _ in same)
        yield from (one for source, one in same if source == first)


def totals_of_units(country: Country, units: set[int] | None) -> list[Recorded]:
    """What units said as a whole, of all units if None."""
    own = country.own if units is None else rows_of(country, units)
    told = words(country.tables, own.assign(reported=float("nan"), expected=float("nan")))
    columns = own["unit"].tolist(), *(told[name] for name in Recorded._fields[1:8])
    found = [Recorded(*row) for row in zip(*columns, strict=True)]
    return [
        row._replace(units=frozenset([row.where]), is_total=basis == "reported")
        for row, basis in zip(found, told["basis"], strict=True)
    ]


def of_units(country: Country) -> list[Recorded]:
    """What each unit told of, its events where it has no total; in a partial register its totals too."""
    single = added(events(country))
    totals = totals_of_units(country, {row.where for row in single} if country.tables.complete else None)
    known = {total.same() for total in totals}
    told = [row for row in single if row.same() not in known]
    if country.tables.complete:
        return told
    return told + [row for row in totals if row.is_total and adds_up(country, row.metric)]


def adds_up(country: Country, metric: str) -> bool:
    """Whether a metric may be added over units and through a year."""
    rule = country.metrics[metric]
    return bool(rule["over_units"] == "sum" and rule["over_time"] != "last")


def with_sums_of_items(country: Country, told: list[Recorded]) -> list[Recorded]:
    """A unit that told of items alone comes to their sum, without those that lie within another."""
    known = {row.same() for row in told}
    single = [
        row._replace(item="all")
        for row in told
        if row.item != "all"
        and country.items[row.item]["within"] is None
        and country.metrics[row.metric]["over_items"] == "sum"
        and row.same(item="all") not in known
    ]
    return told + added(single)


@lru_cache(maxsize=4)
def of_places(country: Country) -> list[tuple[str, str, Recorded]]:
    """Scheme, kind of union and row of each place that gave no total."""
    known = with_sums_of_items(country, of_units(country))
    spots, above = {row.same() for row in known}, parents(country)
    bodies = country.tables.organisations.to_dict("index")
    topmost = [
        row
        for row in known
        if not any(row._replace(where=up).same() in spots for up in roofs(above, row.where))
    ]
    counted = [("all", row) for row in topmost] + [(bodies[row.where]["kind"], row) for row in known]
    found = []
    for scheme in ("63", "34"):
        totals = {
            (kind, (one.place, one.year, one.metric, one.item, one.recipient))
            for (of_scheme, kind, _), rows in country.readings.items()
            if of_scheme == scheme
            for one in rows
            if one.basis != "summed" or kind != "all"
        }
        for kind in {kind for kind, _ in counted}:
            rows = (at for of, row in counted if of == kind for at in homes(bodies[row.where], scheme, row))
            found += [(scheme, kind, row) for row in added(rows) if (kind, row.same()) not in totals]
    return found


def roofs(above: dict[int, int | None], unit: int) -> Iterator[int]:
    """All units above a unit."""
    up = above[unit]
    while up is not None:
        yield up
        up = above[up]


def homes(body: dict[Any, Any], scheme: str, row: Recorded) -> Iterator[Recorded]:
    """A row in its unit's place and in the country; a former province's total is no part of the new one."""
    former = (
        row.is_total and scheme == "34" and body["level"] == "provincial" and body["place_63"] is not None
    )
    if body[f"place_{scheme}"] is not None and not former:
        yield row._replace(where=body[f"place_{scheme}"])
    yield row._replace(where="VN")


def recorded(country: Country, choice: Choice) -> list[Recorded]:
    """The rows of the chosen places and years."""
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    spot = (choice["scheme"], choice.get("kind") or "all")
    return [
        row
        for scheme, kind, row in of_places(country)
        if (scheme, kind) == spot and row.where in (choice.get("places") or VN) and first <= row.year <= last
    ]


def tallies(country: Country, choice: Choice) -> Answer:
    """The recorded events of each measure and year."""
    items = choice.get("items") or ["all"]
    groups: dict[tuple[Any, ...], list[Recorded]] = defaultdict(list)
    for row in recorded(country, choice):
        if row.recipient == "none" and row.metric in choice["metrics"] and row.item in items:
            groups[row.metric, row.item, row.year].append(row)
    return {
        key: (sum(row.cents for row in rows), at_least(rows), sum(row.events for row in rows),
              sum(len(row.units) for row in rows))
        for key, rows in groups.items()
    }  # fmt: skip
