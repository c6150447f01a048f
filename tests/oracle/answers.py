"""What the reading queries have to answer, said once more in plain Python over the oracle's readings.

An answer maps what names a row to what the row says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from tests.oracle.country import Country, Reading, certainty, standing

Choice = dict[str, Any]
Answer = dict[tuple[Any, ...], tuple[Any, ...]]
VN = ["VN"]


def plain(one: Reading) -> tuple[Any, ...]:
    """What every query tells of a reading: value, certainty, status, how it came about and of how many."""
    return one.cents, one.qualifier, one.status, one.basis, one.reported, one.expected


def grouped(rows: Iterable[Reading], *columns: str) -> dict[tuple[Any, ...], list[Reading]]:
    """Readings that share these columns, together."""
    found: dict[tuple[Any, ...], list[Reading]] = defaultdict(list)
    for row in rows:
        found[tuple(getattr(row, column) for column in columns)].append(row)
    return found


def unnamed(country: Country, choice: Choice, scheme: str | None = None) -> list[Reading]:
    """The readings of the chosen metrics, items (else the whole) and years, awards left out."""
    wanted = choice.get("items") or ["all"]
    found = country.of(choice, scheme or choice["scheme"], *choice["metrics"])
    return [one for one in found if one.recipient == "none" and one.item in wanted]


def together(rows: list[Reading], asked: list[str] | None) -> tuple[Any, ...]:
    """One place as it is, several as their sum with the number of those that have a value."""
    if asked is None or len(asked) == 1:
        return plain(rows[0])
    words, status = certainty([one.qualifier for one in rows]), standing([one.status for one in rows])
    return sum(one.cents for one in rows), words, status, "summed", len(rows), len(asked)


def may_add(country: Country, metric: str, asked: list[str] | None) -> bool:
    """Whether the chosen places may be told as one: shares and such only of a single place."""
    return asked is None or len(asked) == 1 or country.metrics[metric]["over_units"] == "sum"


def totals_over_years(country: Country, choice: Choice) -> Answer:
    """The chosen places together, and the like-for-like change."""
    asked = choice.get("places")
    every = unnamed(country, choice | {"year_from": None, "year_to": None})
    first, last = choice.get("year_from") or 0, choice.get("year_to") or 9999
    shown = [one for one in every if one.place in (asked or VN) and first <= one.year <= last]
    pairs = alike(country, [one for one in every if asked is None or one.place in asked], asked)
    return {
        key: (
            *together(rows, asked),
            *pairs.get(key, (None, None, None)),
            *same_branches(country, choice, rows),
        )
        for key, rows in grouped(shown, "metric", "item", "year").items()
        if may_add(country, rows[0].metric, asked)
    }


def alike(country: Country, rows: list[Reading], asked: list[str] | None) -> dict[tuple[Any, ...], tuple]:
    """This year and last on the places that are whole in both."""
    whole = {(one.metric, one.item, one.place, one.year): one.cents for one in rows if is_whole(one)}
    found: dict[tuple[Any, ...], tuple] = {}
    one_only = asked is not None and len(asked) == 1
    for (metric, item, place, year), now in whole.items():
        before = whole.get((metric, item, place, year - 1))
        if before is not None and (one_only or country.metrics[metric]["over_units"] == "sum"):
            sums = found.get((metric, item, year), (0, 0, 0))
            found[metric, item, year] = (sums[0] + now, sums[1] + before, sums[2] + 1)
    return found


def same_branches(country: Country, choice: Choice, rows: list[Reading]) -> tuple[Any, ...]:
    """Now, before, how many and whether exact: the branches of these places that told of both years."""
    spots = [(one.place, one.year, one.metric, one.item) for one in rows]
    found = [country.alike[spot] for spot in spots if spot in country.alike]
    if not found or choice.get("kind") not in (None, "all"):
        return None, None, None, None
    now, before, branches, exact = zip(*found, strict=True)
    return sum(now), sum(before), sum(branches), all(exact)


def is_whole(one: Reading) -> bool:
    """A place's own total, or a sum that nobody is missing from; never "at least" or the country."""
    own = one.basis in ("reported", "combined") or (one.reported is not None and one.reported == one.expected)
    return own and one.place != "VN" and one.qualifier != "at_least"


def totals_by_item(country: Country, choice: Choice) -> Answer:
    """Item by item, with a mark where one lies within another that is shown."""
    asked = choice.get("places")
    found = country.of(choice, choice["scheme"], *choice["metrics"])
    rows = [one for one in found if one.item != "all" and one.recipient == "none"]
    rows = [one for one in rows if one.place in (asked or VN) and may_add(country, one.metric, asked)]
    sums = grouped(rows, "metric", "item", "year")
    return {
        (metric, item, year): (
            *one_basis(together(parts, asked), parts),
            (metric, country.items[item]["within"], year) in sums,
        )
        for (metric, item, year), parts in sums.items()
    }


def one_basis(told: tuple[Any, ...], parts: list[Reading]) -> tuple[Any, ...]:
    """A single part keeps its own basis."""
    return (*told[:3], parts[0].basis, *told[4:]) if len(parts) == 1 else told


def places_in_year(country: Country, choice: Choice) -> Answer:
    """Every place in the one year."""
    one_year = choice | {"year_from": choice.get("year_to")}
    rows = unnamed(country, one_year) if choice.get("year_to") else []
    listed = [one for one in rows if one.place != "VN" and one.place in (choice.get("places") or [one.place])]
    return {(one.metric, one.item, one.place, one.year): plain(one) for one in listed}


def places_over_years(country: Country, choice: Choice) -> Answer:
    """Every chosen place by itself."""
    rows = [one for one in unnamed(country, choice) if one.place in (choice.get("places") or VN)]
    return {
        (one.metric, one.item, one.place, one.year): (*plain(one), *same_branches(country, choice, [one]))
        for one in rows
    }


def places_latest(country: Country, choice: Choice) -> Answer:
    """The newest value of each place; a merged one that never had any gives way to its former provinces.

    One that kept the name of a former province says so with a value of its own time.
    """
    rows = [(one.place, one.place, one) for one in unnamed(country, choice) if one.place != "VN"]
    if choice["scheme"] == "34":
        known = {(one.place, one.metric, one.item) for _, _, one in rows}
        former = [one for one in unnamed(country, choice, "63") if one.place != "VN"]
        homes = [(country.successor[one.place], one) for one in former]
        rows += [(f"{one.place}@34", home, one) for home, one in homes
                 if (home, one.metric, one.item) not in known]  # fmt: skip
    newest: dict[tuple[str, str, str], Reading] = {}
    for shown, home, one in sorted(rows, key=lambda row: row[2].year):
        if choice.get("places") is None or home in choice["places"]:
            newest[one.metric, one.item, shown] = one
    return {
        (metric, item, f"{shown}@63" if is_namesake(country, one) else shown): (one.year, *plain(one))
        for (metric, item, shown), one in newest.items()
    }


def is_namesake(country: Country, one: Reading) -> bool:
    """Whether a merged province tells of its own time under the name of a former one."""
    return one.basis != "combined" and one.day >= country.renewed.get(one.place, 10**9)


def coverage_over_years(country: Country, choice: Choice) -> Answer:
    """Of how many places each metric is known, and of how many merged ones through a former one only."""
    wanted = set(choice.get("places") or country.places[choice["scheme"]])
    rows = country.of(choice, choice["scheme"], *choice["metrics"])
    whole = {(one.metric, one.year, one.place) for one in rows if one.place in wanted}
    former = country.of(choice, "63", *choice["metrics"]) if choice["scheme"] == "34" else []
    homes = {(one.metric, one.year, country.successor.get(one.place)) for one in former}
    partly = {spot for spot in homes - whole if spot[2] in wanted}
    told, through = (Counter(spot[:2] for spot in spots) for spots in (whole, partly))
    return {spot: (told[spot], through[spot], len(wanted)) for spot in told | through}


def ratings_by_year(country: Country, choice: Choice) -> Answer:
    """Each rating with its share of the rated and of all branches, the latter only where the set is whole."""
    asked = choice.get("places")
    found = country.of(choice, choice["scheme"], "rated_branches", "branches")
    found = [one for one in found if one.place in (asked or VN)]
    sums = {key: together(rows, asked) for key, rows in grouped(found, "metric", "item", "year").items()}
    answer: Answer = {}
    for (metric, item, year), told in sums.items():
        if metric == "rated_branches":
            rated, every = denominators(country, sums, year)
            share = percent(told[0], rated) if every and (country.items[item]["tier"] or 0) > 0 else None
            of_all = percent(told[0], every) if every else None
            same = rated_alike(country, choice, year, item)
            answer[year, item] = (told[0], rated, every, share, of_all, *told[4:], *same)
    return answer


def rated_alike(country: Country, choice: Choice, year: int, item: str) -> tuple[Any, ...]:
    """The share of a rating this year and last among the branches rated in both, and how many those are."""
    given = [country.rated_alike.get((place, year), {}) for place in choice.get("places") or VN]
    told = [one[item] for one in given if item in one]
    if not told or choice.get("kind") not in (None, "all"):
        return None, None, None, None
    branches = sum(now for one in given for now, _ in one.values())
    now, before = (sum(side) for side in zip(*told, strict=True))
    return percent(now, branches), percent(before, branches), branches, True


def denominators(country: Country, sums: Answer, year: int) -> tuple[int, int | None]:
    """The rated branches; all branches where nearly all are listed, in a partial register exactly all."""
    listed = {item: told[0] for (metric, item, on), told in sums.items()
              if metric == "rated_branches" and on == year}  # fmt: skip
    total = sums.get(("branches", "all", year), (None,))[0]
    least = Fraction(9, 10) if country.tables.complete else 1
    whole = total is not None and least * total <= sum(listed.values()) <= total
    return sum(listed.values()) - listed.get("rating.unrated", 0), total if whole else None


def percent(part: int, whole: int) -> int | None:
    """A share in percent to one decimal, half up, in hundredths."""
    return None if not whole else int(Fraction(1000 * part, whole) + Fraction(1, 2)) * 10


ANSWERS: dict[str, Callable[[Country, Choice], Answer]] = {
    "totals/over_years": totals_over_years,
    "totals/by_item": totals_by_item,
    "places/in_year": places_in_year,
    "places/over_years": places_over_years,
    "places/latest": places_latest,
    "coverage/over_years": coverage_over_years,
    "ratings/by_year": ratings_by_year,
}
