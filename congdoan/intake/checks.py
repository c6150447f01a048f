"""Holds the figures of one row against each other, what is believable, and what is published.

Which figures are held against which is settled once for all rows with the same columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from congdoan import catalogue
from congdoan.intake.messages import Code
from congdoan.intake.model import Figure, Known, Series, Value
from congdoan.intake.periods import Period, whole_year

Placed = tuple[Figure, int]
"""A figure and the column it stands in, counted from 0."""
Share = tuple[str, Value, int]
"""A printed share that is no figure: of which metric, the percentage, its column."""
BANDS: Mapping[tuple[str, str, str], tuple[int, int]] = {
    ("welfare_amount", "welfare_people", "tet"): (100_000, 5_000_000),
    ("welfare_amount", "welfare_people", ""): (50_000, 20_000_000),
    ("welfare_amount", "welfare_gifts", ""): (50_000, 20_000_000),
    ("houses_amount", "houses", ""): (5_000_000, 200_000_000),
}
"""What one of the counted costs, in đồng, by amount, count and item; without item as the build has them."""
_NESTED: Mapping[str, str] = {
    "members_female": "members",
    "party_class_prospective": "members",
    "party_recommended": "members",
    "party_admitted": "members",
}
"""Counts that lie within another one of the same unit and year."""
_JUMP = Decimal("0.5")
_FEW = 20
"""Below this a figure moves by half without a reason."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a check found: its code, the column it is about, the values of its sentence."""

    code: str
    column: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rule:
    """Two figures, by their position in a row, that are held against each other, and how."""

    kind: str
    first: int
    second: int
    low: int = 0
    high: int = 0


def doubts(
    unit: str, period: Period, figures: Sequence[Placed], shares: Sequence[Share], known: Known
) -> Iterator[Doubt]:
    """Everything that is wrong or odd with the figures that a row gives for one unit and period."""
    for rule in _rules(tuple(figure.series for figure, _ in figures)):
        one, other = figures[rule.first], figures[rule.second]
        if _WRONG[rule.kind](rule, one[0].value, other[0].value):
            yield _SAID[rule.kind](rule, one, other)
    yield from _rated(figures)
    yield from _ratings(figures)
    yield from _women(figures, shares)
    if unit in known.reported:
        yield from _published(unit, period, figures, known)


def doubted(columns: tuple[Series, ...], values: Sequence[Sequence[Value | None]]) -> set[int]:
    """Which rows of columns have figures that do not go together; all rows, where shares are printed."""
    rules = _rules(columns)
    if any(one.metric == "rated_share" for one in columns) or any(rule.kind == "twice" for rule in rules):
        return set(range(len(values[0])))
    found: set[int] = set()
    for rule in rules:
        wrong, pairs = _WRONG[rule.kind], enumerate(zip(values[rule.first], values[rule.second], strict=True))
        found.update(
            row
            for row, (one, other) in pairs
            if one is not None and other is not None and wrong(rule, one, other)
        )
    return found | set(_overrated(columns, values))


def _overrated(columns: Sequence[Series], values: Sequence[Sequence[Value | None]]) -> Iterator[int]:
    """The rows of columns that rate more branches than there are."""
    rated = [values[at] for at, one in enumerate(columns) if one.metric == "rated_branches"]
    whole = [values[at] for at, one in enumerate(columns) if one.metric == "branches" and not one.item]
    if rated and whole:
        for row, (most, *parts) in enumerate(zip(whole[0], *rated, strict=True)):
            if most is not None and sum(part or 0 for part in parts) > most:
                yield row


@lru_cache(maxsize=1024)
def _rules(columns: tuple[Series, ...]) -> tuple[Rule, ...]:
    """The rules that hold between these columns."""
    places = {(one.metric, one.item, one.recipient): at for at, one in enumerate(columns)}
    return tuple(rule for at, one in enumerate(columns) for rule in _of(at, one, places))


def _of(at: int, one: Series, places: Mapping[tuple[str, str, str], int]) -> Iterator[Rule]:
    dimension = catalogue.metrics()[one.metric].dimension
    item = catalogue.items().get(f"{dimension}.{one.item}")
    wholes = [("part", (_NESTED.get(one.metric, ""), "", "")), ("all", (one.metric, "", one.recipient))]
    if item and item.within:
        wholes.append(("within", (one.metric, item.within, one.recipient)))
    if one.metric == "members":
        wholes.append(("workforce", ("workforce", "", "")))
    if places[one.metric, one.item, one.recipient] != at:
        yield Rule("twice", at, places[one.metric, one.item, one.recipient])
    yield from (Rule(kind, at, places[whole]) for kind, whole in wholes if places.get(whole, at) != at)
    for (amount, counted, special), (low, high) in BANDS.items():
        whole = (counted, one.item, "")
        own = special == one.item or (not special and (amount, counted, one.item) not in BANDS)
        if one.metric == amount and own and whole in places:
            yield Rule("price", at, places[whole], low, high)


_WRONG: Mapping[str, Callable[[Rule, Value, Value], bool]] = {
    "twice": lambda _rule, _one, _other: True,
    "part": lambda _rule, part, whole: part > whole,
    "within": lambda _rule, part, whole: part > whole,
    "all": lambda _rule, part, whole: part > whole,
    "workforce": lambda _rule, members, workforce: members * 100 > workforce * 102,
    "price": lambda rule, money, count: bool(count) and not rule.low * count <= money <= rule.high * count,
}
"""When the values of two figures cannot be, or hardly."""


def _twice(_rule: Rule, one: Placed, _other: Placed) -> Doubt:
    return Doubt("column.twice", one[1], {"label": one[0].series.column, "metric": _name(one[0].series)})


def _part(_rule: Rule, part: Placed, whole: Placed) -> Doubt:
    names = {"part": _name(part[0].series), "within": _name(whole[0].series)}
    return Doubt("part.whole", part[1], {**names, "found": part[0].value, "whole": whole[0].value})


def _of_all(_rule: Rule, part: Placed, whole: Placed) -> Doubt:
    said = {"part": _name(part[0].series), "found": part[0].value, "whole": whole[0].value}
    return Doubt("part.all", part[1], said)


def _workforce(_rule: Rule, members: Placed, workforce: Placed) -> Doubt:
    return Doubt("members.workforce", members[1], {"found": members[0].value, "whole": workforce[0].value})


def _price(rule: Rule, amount: Placed, count: Placed) -> Doubt:
    each = (Decimal(amount[0].value) / count[0].value).quantize(Decimal(1))
    return Doubt("money.price", amount[1], {"found": each, "low": rule.low, "high": rule.high})


_SAID: Mapping[str, Callable[[Rule, Placed, Placed], Doubt]] = {
    "twice": _twice,
    "part": _part,
    "within": _part,
    "all": _of_all,
    "workforce": _workforce,
    "price": _price,
}


def _rated(figures: Sequence[Placed]) -> Iterator[Doubt]:
    """The printed shares of branches by rating against the branches at each rating and their total."""
    shares = [placed for placed in figures if placed[0].series.metric == "rated_share"]
    if not shares:
        return
    rated = {one.series.item: one.value for one, _ in figures if one.series.metric == "rated_branches"}
    whole = [one.value for one, _ in figures if one.series.metric == "branches"]
    wholes = [Decimal(total) for total in (sum(rated.values()), *whole) if total]
    for share, at in shares:
        if share.series.item in rated and wholes:
            yield from _share(share.value, Decimal(rated[share.series.item]), wholes, at)


def _ratings(figures: Sequence[Placed]) -> Iterator[Doubt]:
    """The branches of all ratings together against the branches that there are."""
    for _ in _overrated([one.series for one, _ in figures], [[one.value] for one, _ in figures]):
        rated = [(one.value, at) for one, at in figures if one.series.metric == "rated_branches"]
        whole = next(
            one.value for one, _ in figures if one.series.metric == "branches" and not one.series.item
        )
        yield Doubt("ratings.sum", rated[-1][1], {"found": sum(value for value, _ in rated), "whole": whole})


def _women(figures: Sequence[Placed], shares: Sequence[Share]) -> Iterator[Doubt]:
    """The printed share of women against the women and the members."""
    if shares:
        counts = {one.series.metric: Decimal(one.value) for one, _ in figures}
        for metric, share, at in shares:
            if metric == "members_female" and counts.get("members") and metric in counts:
                yield from _share(share, counts[metric], [counts["members"]], at)


def _share(printed: Value, part: Decimal, wholes: Sequence[Decimal], at: int) -> Iterator[Doubt]:
    """A share that fits none of the totals it may be of; one that is rounded or cut off fits."""
    true = [100 * part / whole for whole in wholes]
    if all(abs(printed - one) > Decimal("0.6") for one in true):
        said = {"found": printed, "read": true[0].quantize(Decimal("0.01")), "part": part, "whole": wholes[0]}
        yield Doubt("share.differs", at, said)


def _published(unit: str, period: Period, figures: Sequence[Placed], known: Known) -> Iterator[Doubt]:
    """A figure that is published with another value, or that moved by more than half in a year."""
    before = whole_year(period.year - 1)
    for figure, at in figures:
        codes = (figure.series.metric, figure.series.item, figure.series.recipient)
        now, last = (known.published.get((unit, when, *codes)) for when in (period, before))
        if now is not None and now != figure.value:
            yield Doubt("value.published", at, {"found": figure.value, "published": now})
        large = last is not None and max(figure.value, last) >= _FEW and period.kind == "year"
        if last and large and abs(figure.value - last) > last * _JUMP:
            yield Doubt("value.jump", at, {"found": figure.value, "before": last, "year": str(before.year)})


def _name(series: Series) -> Code:
    """A figure by its item where it has one, else by its metric."""
    if series.item:
        return Code("item", f"{catalogue.metrics()[series.metric].dimension}.{series.item}")
    return Code("metric", series.metric)
