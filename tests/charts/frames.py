"""Frames of a few rows that one can check by hand, and the charts made of them."""

from typing import Any

from congdoan import charts
from congdoan.charts import Chart
from congdoan.database import Rows
from congdoan.queries import Column
from congdoan.text import Language
from tests.asking import answer

FIGURE = {
    "unit": "person",
    "qualifier": "exact",
    "status": "final",
    "basis": "reported",
    "reported": 3,
    "expected": 4,
}


def rows(*records: dict[str, Any], **types: str) -> Rows:
    """Records as the result of a query; a column is of the type of its name unless `types` says another."""
    names = dict.fromkeys(name for record in records for name in record)
    return answer("test", [Column(name, types.get(name, name), "") for name in names], records)


def members(*known: tuple[int, str, float | None], **other: Any) -> Rows:
    """Members by year and place."""
    return rows(
        *({**FIGURE, "year": year, "place": place, "value": value, **other} for year, place, value in known)
    )


def places(*known: tuple[str, float | None], **other: Any) -> Rows:
    """One figure of 2024 per place."""
    return members(*((2024, place, value) for place, value in known), **other)


def rated(*known: tuple[str, str, int, float]) -> Rows:
    """Branches by label and rating, with count and share, of 84 rated and 90 in all."""
    told = (
        {"label": label, "item": item, "value": value, "share": share} for label, item, value, share in known
    )
    return rows(*({**one, "rated": 84, "all": 90} for one in told))


def award(item: str, level: str, value: int, **other: str) -> dict[str, Any]:
    """A row of awards: comprehensive, to collectives, a reported total unless `other` says so."""
    usual = {"recipient": "collective", "occasion": "comprehensive", "basis": "reported"}
    return {"item": f"award.{item}", "level": level, "value": value, **usual, **other}


SAME = {"alike_now": 510, "alike_before": 500, "alike_branches": 12, "alike_exact": True}
FIRST = {**FIGURE, "metric": "members", "value": 1000, "year": 2024, **dict.fromkeys(SAME)}
ALIKE = (FIRST, {**FIRST, "year": 2025, "value": 800, **SAME})
"""Members of two years, and of the twelve branches that reported both times."""


def reports(*known: tuple[str, str, int, int]) -> Rows:
    """Reports by place and state: units, of how many that owe one."""
    names = ("place", "report_state", "value", "owing")
    return rows(*(dict(zip(names, one, strict=True)) | {"share": 100 * one[2] / one[3]} for one in known))


def median() -> Rows:
    """The median of three places of a region and of the country."""
    usual = {"unit": "person", "places": 3, "name_vi": None, "name_en": None}
    return rows(
        {**usual, "reference": "country", "region": None, "value": 5},
        {**usual, "reference": "region", "region": "red_river", "value": 20},
    )


def standing() -> Rows:
    """Two places that share a rank, one without a rank and one without a value."""
    told = (
        ("34:01", 1, 9, None),
        ("34:04", 1, 9, None),
        ("34:08", None, 3, "coverage"),
        ("34:11", None, None, "no_figure"),
    )
    return rows(
        *(
            {**FIGURE, "place": place, "year": 2024, "standing": rank, "value": value, "unranked": why}
            for place, rank, value, why in told
        )
    )


def funnel() -> Rows:
    """One place within the limits, one above those of 95 %, one not judged."""
    usual = {"value": 4, "national": 30.0, "low_95": 20.0, "high_95": 40.0, "low_998": 10.0, "high_998": 50.0}
    told = (("34:01", 100, 30.0, "within"), ("34:04", 40, 45.0, "above_95"), ("34:08", 4, 100.0, None))
    return rows(
        *(
            {**usual, "place": place, "rated": rated, "share": share, "limits": limits}
            for place, rated, share, limits in told
        ),
        share="percent",
        national="percent",
    )


def small() -> Rows:
    """Two years of a place with figures and of one without, beside the medians."""
    told = [(2024, "34:01", 10), (2025, "34:01", 20), (2024, "34:04", None), (2025, "34:04", None)]
    return rows(
        *(
            {
                **FIGURE,
                "year": year,
                "place": place,
                "value": value,
                "median": 8,
                "region_median": None,
                "cluster_median": 9,
            }
            for year, place, value in told
        )
    )


def target(title: str, reached: float | None, **other: Any) -> dict[str, Any]:
    """What a unit reached in 2024 of a target of 200 members, in percent; no figure without."""
    value = None if reached is None else 2 * reached
    band = (
        "no_figure" if reached is None else "met" if reached >= 100 else "near" if reached >= 80 else "missed"
    )
    over = {"exceeded_by": reached - 100 if reached and reached > 100 else None}
    less = {"to_go": 200 - value if value is not None and value < 200 else None}
    told = {"organisation_vi": title, "organisation_en": title, "home": None, "place": "34:01", "year": 2024}
    counted = {"metric": "members_joined", "item": "all", "target": 200, "value": value, "unit": "person"}
    sure = {"qualifier": "exact", "status": "final", "basis": "reported"}
    return {**told, **counted, **sure, "reached": reached, "band": band, **over, **less, **other}


def of_every_band() -> Rows:
    """A target in each band there is."""
    partly = target("D", 70, qualifier="at_least", band="partial", to_go=None)
    return rows(target("A", 125), target("B", 90), target("C", 60), partly, target("E", None))


def every(lang: Language) -> dict[str, Chart]:
    """One chart of each kind."""
    return {**_over_years(lang), **_of_places(lang), **_of_parts(lang)}


def _over_years(lang: Language) -> dict[str, Chart]:
    yearly = members((2023, "34:01", 10), (2024, "34:01", 12), (2024, "34:04", 3))
    known = {"metric": "members", "year": 2020, "reported": 25, "partly": 2, "expected": 34}
    return {
        "alike": charts.alike(rows(*ALIKE), lang),
        "trend": charts.trend(yearly, lang, subject="members"),
        "columns": charts.columns(yearly, lang, series="place"),
        "latest": charts.latest(yearly, lang),
        "multiples": charts.multiples(small(), lang, subject="members"),
        "coverage": charts.coverage(rows(known), lang),
    }


def _of_places(lang: Language) -> dict[str, Chart]:
    known, former = places(("34:01", 12), ("34:04", None)), places(("63:01", 1), ("63:02", 2))
    return {
        "ranking": charts.ranking(known, lang),
        "tiles34": charts.tiles(known, lang, "34"),
        "tiles63": charts.tiles(former, lang, "63"),
        "outline34": charts.outline(known, lang, "34"),
        "outline63": charts.outline(former, lang, "63"),
        "beside": charts.beside(known, lang, medians=median()),
        "standing": charts.standing(standing(), lang, per="members"),
        "funnel": charts.funnel(funnel(), lang, what="HTXS"),
    }


def _of_parts(lang: Language) -> dict[str, Chart]:
    ratings = rated(("2018", "rating.vm", 84, 100.0), ("2019", "rating.htt", 84, 100.0))
    party = [
        {**FIGURE, "label": "2020", "metric": f"party_{step}", "value": 9}
        for step in ("recommended", "admitted")
    ]
    flags = rows(award("co_tld", "tld", 2), award("co_ldld", "province", 9, basis="tally"))
    return {
        "shares": charts.shares(ratings, lang),
        "reporting": charts.reporting(reports(("34:01", "late", 1, 2), ("34:01", "missing", 1, 2)), lang),
        "pairs": charts.pairs(rows(*party), lang),
        "bullets": charts.bullets(of_every_band(), lang),
        "ladder": charts.ladder(flags, lang),
    }
