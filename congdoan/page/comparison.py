"""Places or periods side by side: the pickers, the table in words, a chart per measure, every place small."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from congdoan import comparing, findings, tables
from congdoan.catalogue import metrics, provinces
from congdoan.database import Rows
from congdoan.formats import markdown
from congdoan.kept import kept, settled
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.listing import shown
from congdoan.page.parts import chart
from congdoan.page.rows import rows as ask
from congdoan.text import FORMER, Language, name, say

MOST = 6
"""Places or periods side by side at most."""
YEARS = 10
"""How far small charts look back from a single chosen year."""
MEASURES = ("members/all", "branches/all", "welfare_amount/all", "donation_amount/all")
LISTED = (
    "metric item place year period_type value unit difference change refusal caution qualifier status basis "
    "reported expected figure"
).split()


@dataclass(frozen=True)
class Compared:
    """What is compared: measures as `metric/item`, places of either scheme, periods, and by which of the two.

    `year` is that of the places, `chosen` whether the reader chose any place.
    """

    measures: tuple[str, ...]
    places: tuple[str, ...]
    periods: tuple[str, ...]
    by: str
    year: int | None
    chosen: bool


def comparison(choice: Choice) -> Compared:
    """The pickers, and what they and the address choose; without a place the six that rank first."""
    offered = ask("comparison/measures", choice)
    known = measures_of(offered)
    measures = listed(choice, "chi-tieu", known, measure_of, MEASURES, "metric")
    year = choice.year_to or newest_year(offered, measures[0])
    named = listed(choice, "noi", everywhere(), _place_of, (), "place")[:MOST] or choice.places[:MOST]
    by = listed(choice, "theo", ("noi", "ky"), str, ("ky" if len(named) == 1 else "noi",), "by")[0]
    places = named or (_first_ranked(choice, measures[0], year) if by == "noi" else ("VN",))
    periods = _periods(choice, places, measures) if by == "ky" else (str(year),) if year else ()
    compared = Compared(measures, places if by == "noi" else places[:1], periods, by, year, bool(named))
    _pickers(choice, compared, known)
    return compared


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


def _place_of(code: str) -> str:
    return code.replace("-", ":")


def _first_ranked(choice: Choice, measure: str, year: int | None) -> tuple[str, ...]:
    if year is None:
        return ()
    found = ask("comparison/ranking", choice, measures=[measure], year_to=year)
    ranked = [row["place"] for row in found.records if row["standing"]]
    return tuple(ranked[:MOST])


def _periods(choice: Choice, places: Sequence[str], measures: Sequence[str]) -> tuple[str, ...]:
    """The periods of the address that the place has, else its newest years, oldest first."""
    found = ask("comparison/periods", choice, places=[places[0]], measures=list(measures)).records
    known = [str(row["period"]) for row in found]
    years = [
        str(row["period"]) for row in found if row["period_type"] == "year" and _within(choice, row["period"])
    ]
    return listed(choice, "ky", known, str, tuple(reversed(years[:MOST])), "period")[:MOST]


def _within(choice: Choice, year: str) -> bool:
    return (choice.year_from or 0) <= int(year) <= (choice.year_to or 9999)


def _pickers(choice: Choice, compared: Compared, known: Sequence[str]) -> None:
    lang = choice.lang
    by = f"by_{lang}_{compared.by}"
    st.segmented_control(
        say("comparison.by", lang),
        ["noi", "ky"],
        default=compared.by,
        format_func=lambda way: say(f"comparison.by.{way}", lang),
        key=by,
        on_change=partial(set_one, by, "theo"),
    )
    measures = settled(comparing.measure_words, lang=lang)
    _many(choice, "filter.metric", "chi-tieu", compared.measures, known, measures)
    named = settled(place_words, lang=lang)
    _many(choice, "comparison.places", "noi", compared.places, everywhere(), named)
    if compared.by == "ky":
        _pick_periods(choice, compared)
    if not compared.chosen:
        st.caption(say(f"comparison.nothing_chosen.{compared.by}", lang, most=MOST))


def _pick_periods(choice: Choice, compared: Compared) -> None:
    asked = {"places": [*compared.places], "measures": [*compared.measures]}
    codes = [str(code) for code in ask("comparison/periods", choice, **asked).values["period"]]
    words = settled(comparing.period_words, lang=choice.lang)
    _many(choice, "comparison.periods", "ky", compared.periods, codes, words)


def place_words(place: str, lang: Language) -> str:
    """A place in a list of both schemes: a former one says so."""
    return name("place", f"{place}{FORMER}" if place.startswith("63:") else place, lang)


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
    """A place or a measure as an address writes it; other codes stay as they are."""
    return code.replace(":", "-") if key == "noi" else code.removesuffix("/all")


def set_one(widget: str, key: str) -> None:
    """Writes what a picker of one holds into the address."""
    url.choose(key, _written(st.session_state[widget] or "", key) or None)


def side_by_side(choice: Choice, compared: Compared) -> None:
    """The table in words, a chart per measure, and the differences as typed rows."""
    asked = {"measures": [*compared.measures], "places": [*compared.places], "periods": [*compared.periods]}
    first, last = _years(compared.periods)
    found = ask("comparison/side_by_side", choice, **asked, year_from=first, year_to=last)
    across = "place" if compared.by == "noi" else "period"
    shape = settled(_beside, across=across)
    codes = tuple(dict.fromkeys(measure.partition("/")[0] for measure in compared.measures))
    card(choice, "comparison.table", found, None, shape=shape, metrics=codes)
    columns = st.columns(2)
    for at, measure in enumerate(compared.measures):
        with columns[at % 2]:
            _measure(choice, compared, found, measure)
    card(choice, "comparison.differences", found, None, shape=_listing, metrics=codes)


def _years(periods: Sequence[str]) -> tuple[int | None, int | None]:
    """The first and the last of whole years; none where any period is another one."""
    years = [int(period) for period in periods if period.isdecimal()]
    return (min(years), max(years)) if years and len(years) == len(periods) else (None, None)


def _beside(rows: Rows, choice: Choice, across: str) -> tables.Table:
    return comparing.beside(rows, choice.lang, across)


def _listing(rows: Rows, choice: Choice) -> tables.Table:
    told = shown(rows)
    return tables.table(rows, choice.lang, [column for column in LISTED if column in told])


def _measure(choice: Choice, compared: Compared, found: Rows, measure: str) -> None:
    """One measure: bars of places with the medians, or a line over the periods that are whole years."""
    metric, what = measure.partition("/")[0], comparing.measure_words(measure, choice.lang)
    rows = comparing.of_measure(found, measure)
    if compared.by == "noi":
        medians = ask(
            "comparison/medians",
            choice,
            places=[*compared.places[:1]],
            measures=[measure],
            year_from=compared.year,
            year_to=compared.year,
        )
        draw = chart("beside", medians=medians, what=what)
        key = "comparison.places"
    else:
        rows, key = findings.well_covered(comparing.whole_years(rows)), "comparison.periods"
        draw = chart("trend", series="place", subject=metrics()[metric].subject, what=what)
    card(choice, key, comparing.if_known(rows), draw, metrics=[metric], what=what)


def every_place(choice: Choice, compared: Compared) -> None:
    """The first measure in every place of the scheme over the years, small and on one scale."""
    measure = compared.measures[0]
    what = comparing.measure_words(measure, choice.lang)
    last = choice.year_to
    first = last - YEARS + 1 if last and choice.year_from == last else choice.year_from
    found = ask("comparison/over_years", choice, measures=[measure], year_from=first)
    metric = measure.partition("/")[0]
    draw = chart("multiples", subject=metrics()[metric].subject, what=what)
    card(choice, "comparison.multiples", found, draw, metrics=[metric], on_select=url.toggle_place, what=what)
