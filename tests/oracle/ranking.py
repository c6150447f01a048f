"""Places held against each other, by the oracle: ranks with their reasons, and medians."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.oracle.answers import Answer, Choice
from tests.oracle.country import Country, Reading

LEAST = {"members": 500, "branches": 10}
SIZES = {50_000: "below_50000", 150_000: "below_150000", 300_000: "below_300000"}
FEWEST = 3
"""Places behind a median, at least."""


def ranking(country: Country, choice: Choice) -> Answer:
    """Every place of the scheme by each measure, ranked where that is fair."""
    year, per = choice["year_to"], choice["per"]
    told = {"members", per, *(measure.split("/")[0] for measure in choice["measures"])}
    spot = {
        (one.metric, one.item, one.place): one
        for metric in told - {None}
        for one in country.of(choice | {"year_from": year}, choice["scheme"], metric)
        if one.recipient == "none" and year is not None
    }
    answer: Answer = {}
    for measure in choice["measures"]:
        metric, item = measure.split("/")
        if country.metrics[metric]["over_units"] == "sum":
            rows = [judged(spot, metric, item, place, per) for place in country.places[choice["scheme"]]]
            rows = [row for row in rows if choice["band"] in (None, row["size"])]
            fair = sorted((row["value"] for row in rows if row["why"] is None), reverse=True)
            for row in rows:
                rank = 1 + fair.index(row["value"]) if row["why"] is None else None
                answer[metric, item, row["place"]] = (rank, row["value"], row["why"], row["size"])
    return answer


def judged(spot: dict[Any, Reading], metric: str, item: str, place: str, per: str | None) -> dict[str, Any]:
    """A place's value, divided where asked, in hundredths; its size; and why it has no rank, if so."""
    one, base = spot.get((metric, item, place)), spot.get((per, "all", place))
    members = spot.get(("members", "all", place))
    size = None if members is None else size_of(Fraction(members.cents, 100))
    value: Fraction | None = None
    if one is not None and (per is None or (base is not None and base.cents)):
        parts = {None: 1, "members": 1000, "branches": 1}[per]
        value = Fraction(one.cents, 100) * parts / (1 if per is None else Fraction(base.cents, 100))  # type: ignore[union-attr]
    why = reason(one, base, per)
    return {"place": place, "value": None if value is None else hundredths(value), "why": why, "size": size}


def reason(one: Reading | None, base: Reading | None, per: str | None) -> str | None:
    """Why there is no rank."""
    if one is None:
        return "no_figure"
    if not speaks(one):
        return "coverage"
    if per is None:
        return None
    if base is None:
        return "no_base"
    if not speaks(base):
        return "coverage"
    return "small_base" if base.cents < 100 * LEAST[per] else None


def speaks(one: Reading) -> bool:
    """Whether a reading is of all of its place, or of four fifths of it."""
    if one.basis == "items" and one.qualifier == "exact":
        return True
    known = one.expected is not None and one.reported is not None
    most = known and 5 * (one.reported or 0) >= 4 * (one.expected or 0)
    return one.qualifier != "at_least" and (one.basis in ("reported", "combined") or most)


def size_of(members: Fraction) -> str:
    """The size band of a place."""
    return next((band for below, band in SIZES.items() if members < below), "from_300000")


def hundredths(value: Fraction) -> int:
    """A value with two decimals, half up, after six as the engine keeps them."""
    kept = int(value * 10**6 + Fraction(1, 2))
    return int(Fraction(kept, 10**4) + Fraction(1, 2))


def over_years(country: Country, choice: Choice) -> Answer:
    """Every place in every year that any has, beside the medians of those that speak for theirs."""
    regions = dict(country.tables.provinces[["place", "region"]].itertuples(index=False, name=None))
    answer: Answer = {}
    for measure in choice["measures"]:
        metric, item = measure.split("/")
        rows = [
            one
            for one in country.of(choice, choice["scheme"], metric)
            if one.item == item and one.recipient == "none" and one.place != "VN"
        ]
        told = {(one.place, one.year): one for one in rows}
        for year in {one.year for one in rows}:
            fit = [one for one in rows if one.year == year and speaks(one)]
            of_all = middle(fit)
            of_region = {
                region: middle([one for one in fit if regions[one.place] == region])
                for region in set(regions.values())
            }
            for place in country.places[choice["scheme"]]:
                one = told.get((place, year))
                value = None if one is None else one.cents
                answer[metric, item, place, year] = (value, of_all, of_region[regions[place]])
    return answer


def middle(rows: list[Reading]) -> int | None:
    """The median in hundredths, half up; none of fewer than three."""
    if len(rows) < FEWEST:
        return None
    values = sorted(one.cents for one in rows)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2] + 1) // 2
