"""Holds the figures of one row against each other, what is believable, and what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from congdoan import catalogue
from congdoan.intake.messages import Code
from congdoan.intake.model import Figure, Known, Value
from congdoan.intake.periods import Period, whole_year

Placed = tuple[Figure, int]
"""A figure and the column it stands in, counted from 0."""
Key = tuple[str, str, str]
BANDS: Mapping[tuple[str, str, str], tuple[int, int]] = {
    ("welfare_amount", "welfare_people", "tet"): (100_000, 5_000_000),
    ("welfare_amount", "welfare_people", ""): (50_000, 20_000_000),
    ("welfare_amount", "welfare_gifts", ""): (50_000, 20_000_000),
    ("houses_amount", "houses", ""): (5_000_000, 200_000_000),
}
"""What one of the counted costs, in đồng, by amount, count and item; the last two as the build has them."""
_NESTED: Mapping[str, str] = {
    "members_female": "members",
    "party_class_prospective": "members",
    "party_recommended": "members",
    "party_admitted": "members",
}
"""Counts that lie within another one of the same unit and year."""
_JUMP = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a check found: its code, the column it is about, the values of its sentence."""

    code: str
    column: int
    values: Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Facts:
    """The figures of one unit and period from one row."""

    unit: str
    period: Period
    figures: Mapping[Key, Placed]
    shares: Sequence[tuple[str, str, object, int]]
    known: Known

    def value(self, metric: str, item: str = "", recipient: str = "") -> Value | None:
        """The value of a figure of the row, None when it has none."""
        found = self.figures.get((metric, item, recipient))
        return found[0].value if found else None


def doubts(facts: Facts) -> Iterator[Doubt]:
    """Everything that is wrong or odd with the figures of a row."""
    for check in CHECKS:
        yield from check(facts)


def _nested(facts: Facts) -> Iterator[Doubt]:
    for part, whole in _NESTED.items():
        inner, outer = facts.figures.get((part, "", "")), facts.value(whole)
        if inner and outer is not None and inner[0].value > outer:
            yield Doubt("part.whole", inner[1], _against("metric", part, whole, inner[0].value, outer))


def _within_items(facts: Facts) -> Iterator[Doubt]:
    """An item of an award or a programme that lies within another, or within the whole of all items."""
    for (metric, item, recipient), (figure, at) in facts.figures.items():
        dimension = catalogue.metrics()[metric].dimension
        known = catalogue.items().get(f"{dimension}.{item}")
        outer = known.within if known else ""
        whole = facts.value(metric, outer, recipient) if outer else None
        if whole is not None and figure.value > whole:
            kinds = (f"{dimension}.{item}", f"{dimension}.{outer}")
            yield Doubt("part.whole", at, _against("item", *kinds, figure.value, whole))
        every = facts.value(metric, "", recipient) if item and item != "all" else None
        if every is not None and figure.value > every:
            yield Doubt(
                "part.all",
                at,
                {"part": Code("item", f"{dimension}.{item}"), "found": figure.value, "whole": every},
            )


def _workforce(facts: Facts) -> Iterator[Doubt]:
    members, workforce = facts.figures.get(("members", "", "")), facts.value("workforce")
    if members and workforce is not None and members[0].value * 100 > workforce * 102:
        yield Doubt("members.workforce", members[1], {"found": members[0].value, "whole": workforce})


def _prices(facts: Facts) -> Iterator[Doubt]:
    for (metric, item, _), (figure, at) in facts.figures.items():
        for (amount, counted, of), (low, high) in BANDS.items():
            count = facts.value(counted, item) if metric == amount else None
            special = (amount, counted, item) in BANDS
            if not count or (of != item if special else of != ""):
                continue
            price = Decimal(figure.value) / count
            if not low <= price <= high:
                rounded = price.quantize(Decimal(1))
                yield Doubt("money.price", at, {"found": rounded, "low": low, "high": high})


def _printed_shares(facts: Facts) -> Iterator[Doubt]:
    """A printed share against its count and the whole of which it is a part."""
    members, women = facts.value("members"), facts.value("members_female")
    for metric, _, share, at in facts.shares:
        if metric == "members_female" and members and women is not None:
            yield from _share(share, Decimal(women), Decimal(members), at)
    rated = {
        item: figure.value
        for (metric, item, _), (figure, _) in facts.figures.items()
        if metric == "rated_branches"
    }
    total = sum(rated.values()) or facts.value("branches")
    for (metric, item, _), (figure, at) in facts.figures.items():
        if metric == "rated_share" and item in rated and total:
            whole = facts.value("branches") or total
            if not list(_share(figure.value, Decimal(rated[item]), Decimal(total), at)):
                continue
            yield from _share(figure.value, Decimal(rated[item]), Decimal(whole), at)


def _share(printed: object, part: Decimal, whole: Decimal, at: int) -> Iterator[Doubt]:
    true = 100 * part / whole
    if abs(Decimal(str(printed)) - true) > Decimal("0.6"):
        rounded = true.quantize(Decimal("0.01"))
        yield Doubt("share.differs", at, {"found": printed, "read": rounded, "part": part, "whole": whole})


def _published(facts: Facts) -> Iterator[Doubt]:
    """A figure that is published already, with this value or another."""
    for (metric, item, recipient), (figure, at) in facts.figures.items():
        old = facts.known.published.get((facts.unit, facts.period, metric, item, recipient))
        if old is not None and old != figure.value:
            yield Doubt("value.published", at, {"found": figure.value, "published": old})


def _jumps(facts: Facts) -> Iterator[Doubt]:
    """A figure that moved by more than half against that of the year before."""
    if facts.period.kind != "year":
        return
    before = whole_year(facts.period.year - 1)
    for (metric, item, recipient), (figure, at) in facts.figures.items():
        old = facts.known.published.get((facts.unit, before, metric, item, recipient))
        if old and abs(figure.value - old) > old * _JUMP and max(figure.value, old) >= 20:
            values = {"found": figure.value, "before": old, "year": str(before.year)}
            yield Doubt("value.jump", at, values)


def _against(kind: str, part: str, whole: str, found: Value, most: Value) -> Mapping[str, object]:
    return {"part": Code(kind, part), "within": Code(kind, whole), "found": found, "whole": most}


CHECKS: tuple[Callable[[Facts], Iterator[Doubt]], ...] = (
    _nested,
    _within_items,
    _workforce,
    _prices,
    _printed_shares,
    _published,
    _jumps,
)
"""Every check of a row; another one is a function and its sentence in text.csv."""
