"""What is compared, in words: the table of what stands side by side, and who lies outside a funnel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, records, sides
from congdoan.charts.words import coverage_words
from congdoan.findings import thing
from congdoan.kept import kept
from congdoan.tables import Field, Table
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

MOST_NAMED = 4
OUTSIDE = ("above_998", "above_95", "below_95", "below_998")


@kept
def of_measure(rows: Rows, measure: str) -> Rows:
    """Only the rows of one measure, `metric/item`, as if it had been asked for alone."""
    pairs = zip(rows.values["metric"], rows.values["item"], strict=True)
    found = rows.take([at for at, pair in enumerate(pairs) if "/".join(pair) == measure])
    return replace(found, inputs={**rows.inputs, "measures": [measure]})


@kept
def newest_year(periods: Rows) -> int | None:
    """The newest whole year with at least half as many figures as the best year has; None without any."""
    years = [row for row in periods.records if row["period_type"] == "year"]
    best = max((row["figures"] for row in years), default=0)
    return max((int(row["period"]) for row in years if 2 * row["figures"] >= best), default=None)


@kept
def unit_names(units: Rows, lang: Language) -> tuple[tuple[str, str], ...]:
    """The names of units by id; those that share one add what tells them apart: province, last day or id."""
    own = {str(unit["org"]): str(unit[f"organisation_{lang}"]) for unit in units.records}
    told = own
    for which in (_province, _until, _id):
        if len(set(told.values())) == len(own):
            break
        told = {
            str(unit["org"]): say("comparison.apart", lang, name=own[unit["org"]], which=which(unit, lang))
            for unit in units.records
        }
    return tuple(told.items())


def _province(unit: Record, lang: Language) -> str:
    return name("place", unit["place"] or "", lang)


def _id(unit: Record, _lang: Language) -> str:
    return str(unit["org"])


def _until(unit: Record, lang: Language) -> str:
    if unit["valid_to"] is None:
        return say("organisation.now", lang)
    return say("organisation.until", lang, day=formats.date(unit["valid_to"], lang))


@kept
def named(rows: Rows, units: tuple[tuple[str, str], ...], lang: Language) -> Rows:
    """The same rows with their units under other names, by id."""
    column, known = f"organisation_{lang}", dict(units)
    own = zip(rows.values["org"], rows.values[column], strict=True)
    return replace(rows, values={**rows.values, column: [known.get(org, words) for org, words in own]})


@kept
def if_known(rows: Rows) -> Rows:
    """All the rows where any has a figure, else none of them: a chart of nothing is an empty card."""
    return rows if any(value is not None for value in rows.values["value"]) else rows.take([])


@kept
def whole_years(rows: Rows) -> Rows:
    """Only the rows of whole years: no other period enters a yearly chart."""
    return rows.take([at for at, kind in enumerate(rows.values["period_type"]) if kind == "year"])


@kept
def judged(rows: Rows) -> Rows:
    """All the rows of a funnel where any place is judged, else none."""
    return rows if any(rows.values["limits"]) else rows.take([])


@kept
def without_rank(rows: Rows) -> Rows:
    """Only the rows that say why they have no rank."""
    return rows.take([at for at, why in enumerate(rows.values["unranked"]) if why is not None])


def measure_words(measure: str, lang: Language) -> str:
    """A measure `metric/item` in words."""
    metric, _, item = measure.partition("/")
    return thing({"metric": metric, "item": item}, lang)


def period_words(code: str, lang: Language) -> str:
    """A period in words, from its code: a year, or kind and days (`half:2021-01-01:2021-06-30`)."""
    kind, _, days = code.partition(":")
    if not days:
        return say("period.year", lang, year=code)
    first, _, last = days.partition(":")
    return formats.period(kind, date.fromisoformat(first), date.fromisoformat(last), lang)


def headings(rows: Rows, lang: Language, across: str) -> Callable[[Record], str]:
    """Names what a row stands for: its `side` (place or unit) or its `period`."""
    return sides(rows, lang) if across == "side" else lambda record: period_words(record["period"], lang)


def beside(rows: Rows, lang: Language, across: str) -> Table:
    """A row per measure, a column per `side` (place or unit) or `period`, each cell in words.

    A cell says the figure with its qualifier, coverage and status, how much it is above or below the first
    column, and why it is not compared or what to know where it is.
    """
    found = records(rows, "metric", "item", "place", "value", "difference", "refusal", "possible")
    told = headings(rows, lang, across)
    heads = {_code(record, across): told(record) for record in found}
    lines = list(dict.fromkeys((record["metric"], record["item"]) for record in found))
    by_cell = {(record["metric"], record["item"], _code(record, across)): record for record in found}
    cells = [[by_cell[*line, code] for line in lines] for code in heads]
    measures = tuple(thing({"metric": metric, "item": item}, lang) for metric, item in lines)
    fields = [Field(f"cell_{at}", "text", _head(head, at, lang)) for at, head in enumerate(heads.values())]
    return Table(
        name=rows.name,
        lang=lang,
        fields=(Field("metric", "name", say("column.metric", lang)), *fields),
        cells=(measures, *(tuple(_cell(record, lang) for record in column) for column in cells)),
        codes={},
        units=("",) * len(lines),
        totals=(False,) * len(lines),
    )


def _code(record: Record, across: str) -> str:
    return str(record["period"] if across == "period" else record.get("org") or record["place"])


def _head(words: str, at: int, lang: Language) -> str:
    return say("comparison.first", lang, name=words) if at == 0 else words


def _cell(record: Record, lang: Language) -> str:
    if record["value"] is None:
        mark = formats.MISSING if record["possible"] else formats.NOT_APPLICABLE
        return " · ".join(part for part in (mark, difference_words(record, lang)) if part)
    value = formats.figure(record["value"], str(record["unit"]), record["qualifier"], None, lang)
    status = name("status", "preliminary", lang) if record["status"] == "preliminary" else ""
    covered = coverage_words(record, lang) if record["basis"] == "summed" else ""
    parts = [value, covered, status, difference_words(record, lang)]
    return " · ".join(part for part in parts if part)


def difference_words(record: Record, lang: Language) -> str:
    """`hơn 1.234 người (4,2 %)` with what to know of it, or why it is not told; empty for the first."""
    if record["refusal"]:
        return say("comparison.refused", lang, why=name("refusal", record["refusal"], lang))
    if record["difference"] is None:
        return ""
    caution = name("caution", record["caution"], lang) if record["caution"] else ""
    moved = _moved(record, lang)
    return f"{moved}; {caution}" if caution else moved


def _moved(record: Record, lang: Language) -> str:
    if record["difference"] == 0:
        return say("comparison.equal", lang)
    amount = formats.figure(abs(record["difference"]), str(record["unit"]), None, None, lang)
    if record["change"] is not None:
        share = formats.percent(abs(record["change"]), lang)
        amount = say("comparison.with_share", lang, amount=amount, share=share)
    return say(f"comparison.{'above' if record['difference'] > 0 else 'below'}", lang, amount=amount)


def largest_difference(rows: Rows, lang: Language) -> str:
    """Which figure differs most in percent from the first one beside it, and both; nothing for a tie.

    Where none can be compared, for one reason, it says why, and so it does where nothing stands beside.
    """
    found = records(rows, "metric", "item", "place", "value", "difference", "change")
    if len({(record["metric"], record["item"]) for record in found}) == len(found) > 0:
        return say("finding.differs.alone", lang, base=_beside_what(found[0], lang))
    told = [record for record in found if record["difference"] and record["change"] is not None]
    most = max((abs(record["change"]) for record in told), default=0)
    tops = [record for record in told if abs(record["change"]) == most]
    if not told:
        reasons = {str(record["refusal"]) for record in found if record.get("refusal")}
        why = name("refusal", reasons.pop(), lang) if len(reasons) == 1 else ""
        return say("finding.differs.none", lang, why=why) if why else ""
    if len(tops) != 1:
        return ""
    [top] = tops
    base = next(r for r in found if (r["metric"], r["item"]) == (top["metric"], top["item"]))
    side = "more" if top["difference"] > 0 else "less"
    change = say(f"finding.differs.{side}", lang, share=formats.percent(most, lang))
    if {top["qualifier"], base["qualifier"]} - {"exact", None}:
        change = say("finding.roughly", lang, change=change)
    sentence = say(
        "finding.differs.most" if len(told) > 1 else "finding.differs",
        lang,
        what=thing(top, lang),
        now=_beside_whom(top, base, lang),
        before=_beside_whom(base, top, lang),
        change=change,
    )
    return f"{sentence}; {name('caution', top['caution'], lang)}" if top["caution"] else sentence


def _beside_whom(record: Record, other: Record, lang: Language) -> str:
    """`53.315 CĐCS (năm 2025)`: a figure with what tells it from the other, its period or its side."""
    value = formats.figure(record["value"], str(record["unit"]), record["qualifier"], None, lang)
    apart = record["period"] != other["period"]
    own = period_words(record["period"], lang) if apart else _side_words(record, lang)
    return say("finding.differs.of", lang, value=value, of=own)


def _beside_what(record: Record, lang: Language) -> str:
    """`Toàn quốc, năm 2025`: the side and the period of a figure."""
    return f"{_side_words(record, lang)}, {period_words(record['period'], lang)}"


def _side_words(record: Record, lang: Language) -> str:
    return str(record.get(f"organisation_{lang}") or name("place", str(record["place"]), lang))


def first_ranked(rows: Rows, lang: Language) -> str:
    """Which place has the highest figure of those that are ranked; nothing for a tie, or for rates."""
    found = [one for one in records(rows, "place", "year", "value", "standing", "base") if one["standing"]]
    tops = [record for record in found if record["standing"] == 1 and record["base"] is None]
    if len(tops) != 1 or len(found) == 1:
        return ""
    [top] = tops
    return say(
        "finding.first_ranked",
        lang,
        what=thing(top, lang),
        year=int(top["year"]),
        places=formats.quantity(len(found), "place", lang),
        place=name("place", str(top["place"]), lang),
        value=formats.figure(top["value"], str(top["unit"]), top["qualifier"], None, lang),
    )


def farthest_from_median(rows: Rows, lang: Language) -> str:
    """Which ranked member of a cluster lies farthest from the median of its cluster; nothing for a tie."""
    found = [one for one in records(rows, "value", "median", "above_median", "standing") if one["standing"]]
    most = max((abs(record["above_median"]) for record in found), default=0)
    tops = [record for record in found if abs(record["above_median"]) == most]
    if len(tops) != 1 or not most:
        return ""
    [top] = tops
    unit = str(top["unit"])
    return say(
        "finding.off_median",
        lang,
        what=thing(top, lang),
        year=int(top["year"]),
        member=top[f"member_{lang}"],
        value=formats.figure(top["value"], unit, top["qualifier"], None, lang),
        median=formats.figure(top["median"], unit, None, None, lang),
    )


def outside(rows: Rows, lang: Language) -> str:
    """Who lies outside the limits of a funnel, or that nobody does; empty where nobody is judged."""
    found = [record for record in records(rows, "place", "limits", "national") if record["limits"]]
    if not found:
        return ""
    share = formats.percent(found[0]["national"], lang)
    count = formats.quantity(len(found), "place", lang)
    out = [record for record in found if record["limits"] != "within"]
    if not out:
        return say("comparison.all_within", lang, count=count, share=share)
    out.sort(key=lambda record: OUTSIDE.index(record["limits"]))
    named = ", ".join(
        say(
            "comparison.outside_one", lang, place=name("place", one["place"], lang), limits=_limits(one, lang)
        )
        for one in out[:MOST_NAMED]
    )
    more = "…" if len(out) > MOST_NAMED else ""
    return say("comparison.outside", lang, out=len(out), count=count, share=share, places=named + more)


def _limits(record: Record, lang: Language) -> str:
    return name("limits", record["limits"], lang)
