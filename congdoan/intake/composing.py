"""Puts the words of a heading together to a figure: an item, a metric, what is measured, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from congdoan import catalogue
from congdoan.intake.lexicon import Named, Phrase, lexicon, spoken
from congdoan.intake.meanings import Meaning, Units

_BY_DIMENSION: Mapping[tuple[str, str], str] = {
    ("programme", "money"): "welfare_amount",
    ("programme", "people"): "welfare_people",
    ("programme", "turns"): "welfare_turns",
    ("programme", "gifts"): "welfare_gifts",
    ("programme", "units"): "recipient_units",
    ("fund", ""): "donation_amount",
    ("fund", "money"): "donation_amount",
    ("house", ""): "houses",
    ("house", "units"): "houses",
    ("house", "money"): "houses_amount",
    ("balance", ""): "fund_balance",
    ("balance", "money"): "fund_balance",
    ("balance", "turns"): "fund_turns",
    ("rating", ""): "rated_branches",
    ("rating", "units"): "rated_branches",
    ("rating", "percent"): "rated_share",
    ("member_rating", "percent"): "member_rating_share",
    ("award", ""): "awards",
    ("award", "turns"): "awards",
    ("award", "people"): "awards",
    ("pay", ""): "pay_rise_turns",
    ("pay", "turns"): "pay_rise_turns",
    ("pay", "people"): "pay_rise_turns",
}
"""The metric that an item and the thing measured make together."""
_BY_METRIC: Mapping[tuple[str, str], str] = {
    ("houses", "money"): "houses_amount",
    ("awards", "money"): "award_amount",
    ("initiatives", "money"): "initiatives_value",
    ("community_gifts", "money"): "community_amount",
    ("blood_donors", "turns"): "blood_turns",
    ("blood_donors", "units"): "blood_units",
    ("members", "female"): "members_female",
    ("fund_balance", "turns"): "fund_turns",
    ("welfare_amount", "people"): "welfare_people",
    ("welfare_amount", "turns"): "welfare_turns",
    ("welfare_amount", "gifts"): "welfare_gifts",
    ("welfare_gifts", "money"): "welfare_amount",
    ("welfare_gifts", "people"): "welfare_people",
    ("welfare_gifts", "turns"): "welfare_turns",
    ("welfare_people", "money"): "welfare_amount",
}
"""The metric that another one becomes when its heading says what is measured."""
_GENERAL = frozenset(("members", "branches", "workforce"))
"""What a heading names beside the thing it counts: the members joined, the branches founded."""
_MEASURE_OF = {
    "dong": "money", "person": "people", "turn": "turns", "gift": "gifts", "percent": "percent",
    "blood_unit": "units", "unit": "units", "branch": "", "house": "", "award": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a heading by what they stand for."""

    named: tuple[tuple[Named, ...], ...]
    unknown: tuple[Phrase, ...]

    def codes(self, kind: str) -> list[str]:
        """The codes of a kind, in the order of the words."""
        return [one.code for every in self.named for one in every if one.kind == kind]

    def alone(self, kind: str) -> list[str]:
        """Codes of the phrases that are this kind and no metric or item."""
        told = [every for every in self.named if not {one.kind for one in every} & {"metric", "item"}]
        return [one.code for every in told for one in every if one.kind == kind]


def figure(words: Words, units_: Units) -> Meaning | None:
    """The figure that metric, item and measure make together; None when they do not fit each other."""
    metrics, measures = words.codes("metric"), words.alone("measure")
    items = distinct(words.codes("item"))
    measure = measures[-1] if measures else _MEASURE_OF.get(units_.unit, "")
    if items:
        found = _of_items(items, metrics, measure, bool(measures))
    else:
        found = _of_metric(metrics, measures or [measure])
    return _completed(found, words, units_) if found else None


def _of_items(items: Sequence[str], metrics: Sequence[str], measure: str, said: bool) -> Meaning | None:
    """An item names its metric with what is measured; of two dimensions, that of a metric named beside it."""
    dimensions = {catalogue.metrics()[metric].dimension for metric in metrics} - {""}
    fitting = [item for item in items if item.partition(".")[0] in dimensions] or list(items)
    made = []
    for item in fitting:
        dimension = item.partition(".")[0]
        own = [one for one in metrics if catalogue.metrics()[one].dimension == dimension]
        metric = (
            _BY_METRIC.get((own[-1], measure), own[-1]) if own else _BY_DIMENSION.get((dimension, measure))
        )
        if metric and catalogue.metrics()[metric].dimension == dimension:
            made.append(Meaning("figure", metric, item))
    foreign = {one for one in metrics if not catalogue.metrics()[one].dimension} - {"branches"}
    if len({one.metric for one in made}) != 1 or len(made) > 1 or (foreign and not said):
        return None
    return made[0]


def _of_metric(metrics: Sequence[str], measures: Sequence[str]) -> Meaning | None:
    """The one special metric, changed by what is measured; women without a whole are nothing sure."""
    special = distinct(metrics) if len(set(metrics)) == 1 else distinct(set(metrics) - _GENERAL)
    if len(special) > 1 or (metrics and not special):
        return None
    metric = special[0] if special else ""
    if "female" in measures and "percent" in measures:
        return Meaning("share", "members_female")
    if "female" in measures and metric != "members":
        return Meaning("figure", metric) if metric == "members_female" else None
    if not metric:
        return None
    if "percent" in measures and catalogue.metrics()[metric].unit != "percent":
        return Meaning("share", metric)
    return Meaning("figure", _BY_METRIC.get((metric, measures[-1]), metric))


def _completed(found: Meaning, words: Words, units_: Units) -> Meaning | None:
    """The figure with its unit, recipient and occasion; None when the heading names a unit it cannot have."""
    known = catalogue.metrics()[found.metric]
    people = known.unit == "award" and units_.unit in ("person", "group", "turn")
    if found.role == "figure" and units_.unit not in ("", "unit", *known.units) and not people:
        return None
    recipients, occasions = words.codes("recipient"), words.codes("occasion")
    awards = found.metric == "awards"
    unit = units_.unit if units_.unit in known.units else known.unit
    return replace(
        found,
        unit=unit,
        power=units_.power,
        recipient=(recipients[-1] if recipients else _only(found.item)) if awards else "",
        occasion=(occasions[-1] if occasions else "unstated") if awards else "",
    )


def _only(item: str) -> str:
    """Who alone may get an award; unsplit when both may."""
    known = catalogue.items().get(item)
    return known.recipient if known and known.recipient in ("collective", "individual") else "unsplit"


def doubt(words: Words, found: Meaning | None, label: tuple[str, ...]) -> Meaning:
    """A column that is like something known but not surely it, or like nothing."""
    likely = [found.answer] if found else []
    metrics, items = words.codes("metric"), distinct(words.codes("item"))
    likely += [metric for metric in metrics if metric not in likely]
    if "female" in words.codes("measure"):
        likely.append("members_female")
    for item in items:
        dimension, _, code = item.partition(".")
        every = [metric for (owner, _), metric in _BY_DIMENSION.items() if owner == dimension]
        likely += [f"{metric}/{code}" for metric in distinct(every)]
    if not likely:
        likely = _near(" ".join(word for text in label for word in spoken(text)))
    return Meaning("unsure" if likely else "unknown", candidates=tuple(distinct(likely))[:6])


def _near(text: str) -> list[str]:
    """Metrics and items whose names are written almost like a text, or hold it."""
    names = {
        " ".join(phrase): one
        for phrase, every in lexicon("metric", "item").meanings.items()
        for one in every[:1]
    }
    found = [names[one] for one in get_close_matches(text, names, n=3, cutoff=0.82)]
    return [one.code for one in found if one.kind == "metric"] + [
        f"{metric}/{one.code.partition('.')[2]}"
        for one in found
        if one.kind == "item"
        for (owner, _), metric in _BY_DIMENSION.items()
        if owner == one.code.partition(".")[0]
    ]


def distinct(codes: Iterable[str]) -> list[str]:
    """Each code once, in order."""
    return list(dict.fromkeys(codes))
