"""What is compared: measures, places and units or periods, as the address says and the pickers set."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from congdoan import comparing
from congdoan.catalogue import provinces
from congdoan.database import Rows
from congdoan.formats import markdown
from congdoan.kept import kept, settled
from congdoan.page import url
from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.page.rows import soon
from congdoan.page.unit_search import TYPED, matching, typed_words
from congdoan.text import FORMER, Language, name, say

MOST = 6
"""Places and units, or periods, side by side at most, and measures."""
MEASURES = ("members/all", "branches/all", "welfare_amount/all", "donation_amount/all")
SIDES, PERIODS, WAY = "noi", "cac-ky", "theo"
"""The keys of the address: who is compared, which periods, and by which of the two."""
BY_SIDE, BY_PERIOD = "noi", "ky"
_PLACE = re.compile(r"(34|63)-(\d\d)")

Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Compared:
    """What is compared: measures as `metric/item`, sides, periods, and by which of the two.

    `sides` are places of either scheme by their codes and units by their ids, `units` the names of these,
    `year` that of the sides, `chosen` whether the reader chose any.
    """

    measures: tuple[str, ...]
    sides: tuple[str, ...]
    periods: tuple[str, ...]
    by: str
    year: int | None
    chosen: bool
    units: Names

    @property
    def by_side(self) -> bool:
        """Whether places and units are compared, and not the periods of one."""
        return self.by == BY_SIDE

    @property
    def across(self) -> str:
        """What the columns of the table stand for: `side` or `period`."""
        return "side" if self.by_side else "period"

    def common(self, lang: Language) -> str:
        """What all columns share, in words: the period of the sides, or the side of the periods."""
        if self.by_side:
            return ", ".join(comparing.period_words(period, lang) for period in self.periods)
        return side_words(self.sides[0], lang, self.units)

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics of the measures."""
        return tuple(dict.fromkeys(measure.partition("/")[0] for measure in self.measures))

    @property
    def asks(self) -> Mapping[str, Mapping[str, Any]]:
        """What the cards ask that show the sides and the first measure, by query."""
        years = [int(period) for period in self.periods if period.isdecimal()]
        whole = years if len(years) == len(self.periods) else []
        first = [self.measures[0]]
        return {
            "comparison/side_by_side": {
                "measures": [*self.measures],
                "sides": [*self.sides],
                "periods": [*self.periods],
                "year_from": min(whole, default=None),
                "year_to": max(whole, default=None),
            },
            "comparison/clusters": {
                "measures": first,
                "sides": [*self.sides] if self.chosen else None,
                "year_to": self.year,
            },
            "comparison/over_years": {"measures": first},
        }

    def view(self, choice: Choice) -> Choice:
        """The choice, which knows the names of the units compared."""
        return replace(choice, units=self.units)


def comparison(choice: Choice) -> Compared:
    """The pickers, and what they and the address choose, which is answered meanwhile."""
    compared = compared_by(choice)
    for query, inputs in compared.asks.items():
        soon(query, choice, **inputs)
    _pickers(choice, compared, measures_of(ask("comparison/measures", choice)))
    return compared


def compared_by(choice: Choice) -> Compared:
    """What the address chooses to compare; without a choice the places that rank first."""
    offered = ask("comparison/measures", choice)
    known = measures_of(offered)
    measures = listed(choice, "chi-tieu", known, measure_of, MEASURES, "metric")[:MOST]
    units = _units(choice)
    everyone = (*everywhere(), *dict(units))
    named = listed(choice, SIDES, everyone, _side_of, (), "side")[:MOST] or choice.places[:MOST]
    year = _year(choice, named, measures) or newest_year(offered, measures[0])
    default = BY_PERIOD if len(named) == 1 else BY_SIDE
    by = listed(choice, WAY, (BY_SIDE, BY_PERIOD), str, (default,), "by")[0]
    sides = named or (_first_ranked(choice, measures[0], year) if by == BY_SIDE else ("VN",))
    periods = _periods(choice, sides, measures) if by == BY_PERIOD else (str(year),) if year else ()
    sides = sides if by == BY_SIDE else sides[:1]
    return Compared(measures, sides, periods, by, year, bool(named), units)


@kept
def measures_of(offered: Rows) -> tuple[str, ...]:
    """Every measure that some place has, in the order of the catalogue."""
    pairs = zip(offered.values["metric"], offered.values["item"], strict=True)
    return tuple(dict.fromkeys(f"{metric}/{item}" for metric, item in pairs))


@kept
def newest_year(offered: Rows, measure: str) -> int | None:
    """The newest year in which at least half as many places have the measure as in its best year."""
    found = comparing.of_measure(offered, measure).records
    best = max((row["places"] for row in found), default=0)
    return max((int(row["year"]) for row in found if 2 * row["places"] >= best), default=None)


@kept
def everywhere() -> tuple[str, ...]:
    """The country, then every place of today's and of the former boundaries."""
    return ("VN", *sorted(provinces(), key=lambda place: (place[:2] != "34", place)))


def measure_of(code: str) -> str:
    """A measure as an address writes it: the whole of a metric has no item."""
    return code if "/" in code else f"{code}/all"


def listed(
    choice: Choice,
    key: str,
    known: Collection[str],
    read: Callable[[str], str],
    default: tuple[str, ...],
    what: str,
) -> tuple[str, ...]:
    """The known codes that the address lists under a key, else the default; unknown ones get a notice."""
    codes = [code for code in choice.own.get(key, "").split(",") if code]
    for code in codes:
        if read(code) not in known:
            allowed = say(f"comparison.allowed.{what}", choice.lang)
            st.info(markdown(say("url.ignored", choice.lang, name=key, value=code, allowed=allowed)))
    return tuple(dict.fromkeys(read(code) for code in codes if read(code) in known)) or default


def _units(choice: Choice) -> Names:
    """The units that the address lists, with names that tell them apart."""
    codes = [_side_of(code) for code in choice.own.get(SIDES, "").split(",") if code]
    units = [code for code in codes if code not in everywhere()]
    if not units:
        return ()
    return comparing.unit_names(ask("organisations/named", choice, sides=units), choice.lang)


def _side_of(code: str) -> str:
    """A side as an address writes it: a place with a hyphen, which no unit's id looks like."""
    return code.replace("-", ":") if _PLACE.fullmatch(code) else code


def _year(choice: Choice, sides: Sequence[str], measures: Sequence[str]) -> int | None:
    """The last of the chosen years, else the newest of which the chosen sides have figures, if any."""
    if choice.year_to or not sides:
        return choice.year_to
    return comparing.newest_year(ask("comparison/periods", choice, sides=[*sides], measures=[*measures]))


def _first_ranked(choice: Choice, measure: str, year: int | None) -> tuple[str, ...]:
    if year is None:
        return ()
    found = ask("comparison/ranking", choice, measures=[measure], year_to=year)
    ranked = [row["place"] for row in found.records if row["standing"]]
    return tuple(ranked[:MOST])


def _periods(choice: Choice, sides: Sequence[str], measures: Sequence[str]) -> tuple[str, ...]:
    """The periods of the address that the first side has, else its newest years, oldest first."""
    found = ask("comparison/periods", choice, sides=[sides[0]], measures=list(measures)).records
    known = [str(row["period"]) for row in found]
    years = [
        str(row["period"]) for row in found if row["period_type"] == "year" and _within(choice, row["period"])
    ]
    return listed(choice, PERIODS, known, str, tuple(reversed(years[:MOST])), "period")[:MOST]


def _within(choice: Choice, year: str) -> bool:
    return (choice.year_from or 0) <= int(year) <= (choice.year_to or 9999)


def _pickers(choice: Choice, compared: Compared, known: Sequence[str]) -> None:
    lang = choice.lang
    by = f"by_{lang}_{compared.by}"
    st.segmented_control(
        say("comparison.by", lang),
        [BY_SIDE, BY_PERIOD],
        default=compared.by,
        format_func=lambda way: say(f"comparison.by.{way}", lang),
        key=by,
        on_change=partial(set_one, by, WAY),
    )
    measures = settled(comparing.measure_words, lang=lang)
    _many(choice, "filter.metric", "chi-tieu", compared.measures, known, measures)
    named = settled(side_words, lang=lang, units=compared.units)
    _many(choice, "comparison.sides", SIDES, compared.sides, everywhere(), named)
    _unit_picker(choice, compared)
    if not compared.by_side:
        _pick_periods(choice, compared)
    if not compared.chosen:
        st.caption(say(f"comparison.nothing_chosen.{compared.by}", lang, most=MOST))


def _unit_picker(choice: Choice, compared: Compared) -> None:
    """The search that adds a unit to the sides, while there is room for one."""
    sides = compared.sides if compared.chosen else ()
    if len(sides) == MOST:
        st.caption(say("comparison.full", choice.lang, most=MOST))
        return
    typed = typed_words(choice)
    if typed and matching(choice, typed, "comparison.add", partial(_add, sides)).empty:
        st.caption(markdown(say("comparison.no_unit", choice.lang, typed=typed)))


def _add(sides: Sequence[str], unit: str) -> None:
    url.choose(SIDES, ",".join(_written(side, SIDES) for side in dict.fromkeys([*sides, unit])))
    url.choose(WAY, BY_SIDE)
    url.choose(TYPED, None)


def _pick_periods(choice: Choice, compared: Compared) -> None:
    asked = {"sides": [*compared.sides], "measures": [*compared.measures]}
    codes = [str(code) for code in ask("comparison/periods", choice, **asked).values["period"]]
    words = settled(comparing.period_words, lang=choice.lang)
    _many(choice, "comparison.periods", PERIODS, compared.periods, codes, words)


def side_words(side: str, lang: Language, units: Names) -> str:
    """A unit by its name, a place as in a list of both schemes: a former one says so."""
    own = dict(units).get(side)
    return own or name("place", f"{side}{FORMER}" if side.startswith("63:") else side, lang)


def _many(
    choice: Choice,
    label: str,
    key: str,
    chosen: Sequence[str],
    options: Sequence[str],
    words: Callable[[str], str],
) -> None:
    """A picker of up to six codes, which writes them into the address under a key."""
    widget = f"{key}_{choice.lang}_{','.join(chosen)}"
    st.multiselect(
        say(label, choice.lang),
        list(dict.fromkeys([*options, *chosen])),
        default=list(chosen),
        format_func=words,
        key=widget,
        max_selections=MOST,
        placeholder=say("comparison.pick", choice.lang, most=MOST),
        on_change=partial(_set_many, widget, key),
    )


def _set_many(widget: str, key: str) -> None:
    codes = [_written(code, key) for code in st.session_state[widget]]
    url.choose(key, ",".join(codes) or None)


def _written(code: str, key: str) -> str:
    """A side or a measure as an address writes it; other codes stay as they are."""
    if key == SIDES:
        return code.replace(":", "-") if code in provinces() else code
    return code.removesuffix("/all")


def set_one(widget: str, key: str) -> None:
    """Writes what a picker of one holds into the address."""
    url.choose(key, _written(st.session_state[widget] or "", key) or None)
