"""Says in one sentence what lists show: awards, other periods, recorded events, branches, what is missing.

Like `congdoan.findings`: Rows and a language give a sentence, or an empty text where they do not carry one.
A list that was cut is judged only as far as it is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.changes import newest_closed
from congdoan.charts.model import Record, known, records
from congdoan.findings import PAIR, newest_each, thing, value_words
from congdoan.paragraphs.about import within
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

SPLIT = ("collective", "individual")
EXCELLENT = "rating.htxs"
FEWEST_RATED = 10
"""Rated branches from which a share is told in a sentence."""
PERIOD = ("period_type", "period_start", "period_end")


def most_given(rows: Rows, lang: Language) -> str:
    """Of awards by form: the form given most often, and to whom; nothing for a tie.

    Titles within others are passed over. Where some are only recorded events, it says so.
    """
    found = known(records(rows, "item", "recipient", "occasion", "value", "qualifier"))
    found = [record for record in found if record.get("nested_in") is None]
    tops = _tops(found)
    if len(tops) != 1:
        return ""
    if len(found) == 1:
        key = "finding.given.only"
    else:
        key = "finding.given.recorded" if any(map(_open, found)) else "finding.given"
    return say(key, lang, item=_form(tops[0], lang), value=_honoured(tops[0], lang))


def honoured(rows: Rows, lang: Language) -> str:
    """Of units with awards, the highest form first: who received most of that form in its newest year."""
    found = _first_alike(rows, records(rows, "item", "year", "recipient", "value"), "item", "year")
    tops = _tops(known(found))
    if not tops or len({record["recipient"] for record in tops}) > 1:
        return ""
    [*others, top] = tops
    told = {"item": _form(top, lang), "year": int(top["year"]), "value": _honoured(top, lang)}
    who = str(top[f"organisation_{lang}"])
    if others:
        return say("finding.honoured.each", lang, **told, units=formats.quantity(len(tops), "unit", lang))
    if len(found) == 1:
        return say("finding.honoured.only", lang, **told, who=who)
    if len({record["organisation_vi"] for record in found}) == 1:
        return say("finding.honoured.round", lang, **told, what=top.get(f"note_{lang}") or who)
    return say("finding.honoured", lang, **told, who=who)


def of_other_periods(rows: Rows, lang: Language) -> str:
    """Of figures of no whole year, the newest: of one unit the first whole one, else the largest."""
    found = records(rows, "metric", "item", "value", "unit", "period_end", "scope")
    if not found:
        return ""
    if len({record["organisation_vi"] for record in found}) == 1 and not _is_cut(rows, found):
        return _of_one_unit(_first_alike(rows, found, *PERIOD), lang)
    alike = _first_alike(rows, found, *PERIOD, "metric", "item")
    whole = [record for record in alike if record["scope"] == "total"]
    tops = _tops(whole)
    if len(whole) < PAIR:
        return say("finding.period.newest", lang, said=_of_one_unit(found[:1], lang))
    if len(tops) != 1:
        return ""
    [top] = tops
    return say(
        "finding.period.largest",
        lang,
        what=thing(top, lang),
        period=_period(top, lang),
        units=formats.quantity(len(whole), "unit", lang),
        unit=top[f"organisation_{lang}"],
        value=value_words(top, lang),
    )


def _of_one_unit(found: Sequence[Record], lang: Language) -> str:
    """The first figure of the whole unit; a figure of less of it says of how much."""
    shown = next((record for record in found if record["scope"] == "total"), found[0])
    said = {
        "what": thing(shown, lang),
        "period": _period(shown, lang),
        "unit": shown[f"organisation_{lang}"],
        "value": value_words(shown, lang),
    }
    if shown["scope"] == "total":
        return say("finding.period", lang, **said)
    return say("finding.period.part", lang, **said, scope=within(name("scope", str(shown["scope"]), lang)))


def largest_item(rows: Rows, lang: Language) -> str:
    """Of items of several metrics and years: the largest of the first metric, each at its newest whole."""
    found = records(rows, "metric", "item", "year", "value", "unit")
    metric = found[0]["metric"] if found else ""
    newest = newest_each(rows.among([metric])) if found else rows
    tops = _tops(known(records(newest, "item", "year", "value", "unit")))
    if len(tops) != 1 or tops[0]["item"] == "all":
        return ""
    [top] = tops
    told = {"what": thing(top, lang), "value": value_words(top, lang), "year": int(top["year"])}
    return say("finding.largest_item", lang, **told)


def recorded(rows: Rows, lang: Language) -> str:
    """Of recorded events of one place: what the newest year comes to at least, of its first metric."""
    found = known(records(rows, "place", "year", "metric", "item", "value", "unit"))
    found = [record for record in found if record["item"] == "all"]
    if not found or len({record["place"] for record in found}) > 1:
        return ""
    newest = max(found, key=lambda record: int(record["year"]))
    units = formats.quantity(newest["organisations"], "unit", lang)
    told = {"what": thing(newest, lang), "year": int(newest["year"]), "value": value_words(newest, lang)}
    return say("finding.recorded", lang, **told, units=units)


def lacking(rows: Rows, lang: Language) -> str:
    """Of places without a value: what the one place lacks, or in how many places each metric is missing."""
    found = records(rows, "metric", "place")
    metrics = list(dict.fromkeys(str(record["metric"]) for record in found))
    places = {str(record["place"]) for record in found}
    if len(places) == 1:
        what = ", ".join(name("metric", metric, lang) for metric in metrics)
        return say("finding.lacking.one", lang, place=name("place", places.pop(), lang), what=what)
    told = [(metric, sum(record["metric"] == metric for record in found)) for metric in metrics]
    parts = [
        say(
            "finding.lacking.in",
            lang,
            metric=name("metric", metric, lang),
            places=formats.quantity(count, "place", lang),
        )
        for metric, count in told
    ]
    return say("finding.lacking", lang, what="; ".join(parts)) if parts else ""


def complete(rows: Rows, lang: Language, on: date) -> str:
    """Of coverage by year: how many metrics every place has in the newest year that closed by a day."""
    found = records(rows, "metric", "year", "reported", "expected")
    newest = newest_closed((int(record["year"]) for record in found), on)
    found = [record for record in found if int(record["year"]) == newest]
    expected = {int(record["expected"]) for record in found}
    if len(expected) != 1:
        return ""
    full = sum(record["reported"] == record["expected"] for record in found)
    [places] = expected
    told = {"year": newest, "full": formats.number(full, lang), "count": len(found)}
    if places == 1:
        return say("finding.complete.one", lang, **told)
    return say("finding.complete", lang, **told, places=formats.quantity(places, "place", lang))


def best_sector(rows: Rows, lang: Language) -> str:
    """Of the newest year the sectors with the largest and the smallest share of excellent branches.

    Nothing on the scale to 2018, whose best rating not every province knew, nor where a sector has so few
    rated branches that one more or less decides its share.
    """
    newest = max((row["year"] for row in rows.records), default=None)
    of = {row["sector"]: int(row["rated"] or 0) for row in rows.records if row["year"] == newest}
    share = dict.fromkeys(of, 0.0) | {
        row["sector"]: float(row["share"])
        for row in rows.records
        if row["year"] == newest and row["item"] == EXCELLENT
    }
    worst, *_, best = sorted(of, key=lambda sector: share[sector]) if len(of) > 1 else ("", "")
    if not worst or "none" in of or min(of.values()) < FEWEST_RATED or share[best] == share[worst]:
        return ""
    return say(
        "finding.best_sector",
        lang,
        year=newest,
        item=name("item", EXCELLENT, lang),
        best=name("sector", best, lang),
        share=formats.percent(share[best], lang),
        rated=formats.number(of[best], lang),
        worst=name("sector", worst, lang),
        least=formats.percent(share[worst], lang),
        least_rated=formats.number(of[worst], lang),
    )


def fallen(rows: Rows, lang: Language) -> str:
    """How many of the branches rated in both years were rated lower."""
    [row, *_] = rows.records
    return say(
        "finding.fallen",
        lang,
        year=row["year"],
        before=row["year"] - 1,
        count=formats.number(row["matching"], lang),
        compared=formats.number(row["compared"], lang),
        share=formats.percent(100 * row["matching"] / row["compared"], lang),
    )


def unhonoured(rows: Rows, lang: Language) -> str:
    """How many branches told of no award in three years running, and in how many at most."""
    [row, *_] = rows.records
    counts = {
        key: formats.number(row[column], lang) for key, column in (("count", "matching"), ("years", "years"))
    }
    return say("finding.unhonoured", lang, year=row["year"], **counts)


def _first_alike(rows: Rows, found: Sequence[Record], *columns: str) -> list[Record]:
    """The rows that say the same in some columns as the first; none where the list may be cut among them."""
    if not found:
        return []
    alike = list(takewhile(lambda one: all(one[column] == found[0][column] for column in columns), found))
    return [] if len(alike) == len(found) and _is_cut(rows, found) else alike


def _is_cut(rows: Rows, found: Sequence[Record]) -> bool:
    return len(found) < max((int(count) for count in rows.values.get("matching", ())), default=0)


def _tops(found: Sequence[Record]) -> list[Record]:
    """The rows with the largest value."""
    top = max((float(record["value"]) for record in found), default=0)
    return [record for record in found if float(record["value"]) == top]


def _open(record: Record) -> bool:
    return record.get("basis") == "tally" or record.get("qualifier") not in (None, "", "exact")


def _form(record: Record, lang: Language) -> str:
    form = name("item", str(record["item"]), lang)
    return say("chart.thematic", lang, form=form) if record.get("occasion") == "thematic" else form


def _honoured(record: Record, lang: Language) -> str:
    unit = str(record["recipient"]) if record["recipient"] in SPLIT else "award"
    return formats.figure(record["value"], unit, record.get("qualifier"), None, lang)


def _period(record: Record, lang: Language) -> str:
    return formats.period(str(record["period_type"]), record["period_start"], record["period_end"], lang)
