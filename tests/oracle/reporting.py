"""Who reported for which period, when, and who did not, by the oracle."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from congdoan.paths import CATALOGUE
from tests.oracle.answers import Answer, Choice, percent
from tests.oracle.country import Country, certainty, registered
from tests.oracle.tables import EPOCH, QUALIFIERS
from tests.oracle.units import metric_of, year_of

ENDS = {"year": (12, 31), "half": (6, 30)}
FOREVER = 999999
"""The last day of what has not ended."""
STATES = ("on_time", "late", "undated", "missing")


def day(year: int, month: int, of_month: int) -> int:
    """A day as the figures number it."""
    return (date(year, month, of_month) - EPOCH).days


def periods(country: Country) -> list[tuple[str, int, int, int, int]]:
    """Kind, year, cut-off, last day on time and last day of each period whose cut-off lies behind."""
    years = country.sent.loc[country.sent["period"].isin(["year", "half", "as_of"]), "year"]
    with (CATALOGUE / "due_dates.csv").open(encoding="utf-8-sig") as file:
        rules = [(row["period_type"], row["cut_off"], int(row["days"])) for row in csv.DictReader(file)]
    found = [
        (kind, year, day(year, *map(int, cut_off.split("-"))), days)
        for kind, cut_off, days in rules
        for year in sorted(years.unique().tolist())
    ]
    return [
        (kind, year, cut_off, cut_off + days, day(year, *ENDS[kind]))
        for kind, year, cut_off, days in found
        if cut_off <= country.tables.newest
    ]


@lru_cache(maxsize=4)
def owed(country: Country) -> pd.DataFrame:
    """A row per period and unit that owes a report or sent one."""
    return pd.concat([of_period(country, *period) for period in periods(country)], ignore_index=True)


def of_period(
    country: Country, kind: str, year: int, cut_off: int, due_on: int, ends_on: int
) -> pd.DataFrame:
    """The units of one period, the day of their report and the members that they last told."""
    tables, sent = country.tables, country.sent
    told = sent[(sent["year"] == year) & (sent["day"] <= ends_on)]
    late_stock = (told["period"] == "as_of") & (told["day"] >= cut_off)
    told = told.loc[(told["period"] == kind) | late_stock, ["unit", "source"]].drop_duplicates()
    own = told[told["source"].isin(tables.reports)]
    published = own["source"].astype(object).map(tables.published)
    sent_on = published.where(published > 0).groupby(own["unit"]).min()
    bodies = tables.organisations
    reported = bodies.index.isin(own["unit"])
    lives = (bodies["first_day"] <= cut_off) & (bodies["last_day"] >= cut_off)
    there = bodies.assign(reported=reported)[(bodies["level"] != "tld") & (lives | reported)]
    there = there.join(sent_on.rename("sent_on")).join(members_by(country, year))
    late = there["sent_on"] - due_on
    state = np.where(~there["reported"], "missing", np.where(late > 0, "late", "on_time"))
    state = np.where(there["reported"] & there["sent_on"].isna(), "undated", state)
    heard = there.index.isin(told["unit"])
    told_of: dict[str, Any] = {"period": kind, "year": year, "cut_off": cut_off, "heard": heard}
    return there.assign(**told_of, state=state, days_late=late.where(late > 0))


def members_by(country: Country, year: int) -> pd.DataFrame:
    """The last members that each unit told of by the end of a year, with certainty and year."""
    own, metric = country.own, list(country.tables.metrics["metric"]).index("members")
    of_members = own[(metric_of(own["thing"]) == metric) & (year_of(own["thing"]) <= year)]
    newest = of_members.sort_values("thing").drop_duplicates("unit", keep="last").set_index("unit")
    return pd.DataFrame(
        {"members": newest["cents"], "certain": newest["qualifier"], "of_year": year_of(newest["thing"])}
    )


def chosen(country: Country, choice: Choice) -> pd.DataFrame:
    """The rows of the chosen period, places and kind."""
    rows = owed(country)
    wanted = (rows["period"] == choice["period"]) & (rows["year"] == choice["year_to"])
    if choice.get("places") is not None:
        wanted &= rows[f"place_{choice['scheme']}"].isin(choice["places"])
    if choice.get("kind") not in (None, "all"):
        wanted &= rows["kind"] == choice["kind"]
    found: pd.DataFrame = rows[wanted]
    return found


def by_level(country: Country, choice: Choice) -> Answer:
    """Counts of each level, and the members behind those that did not report."""
    answer: Answer = {}
    for level, units in chosen(country, choice).groupby("level"):
        counts = [int((units["state"] == state).sum()) for state in STATES]
        late = sorted(units["days_late"].dropna().astype(int)) if level != "branch" else []
        missing = units[units["state"] == "missing"]
        owing = (len(units), None) if country.tables.complete else (None, len(units))
        median = late[(len(late) - 1) // 2] if late else None
        answer[(level,)] = (
            *owing,
            sum(counts[:3]),
            *counts[:3],
            median,
            counts[3],
            int(missing["heard"].sum()),
            *behind(missing),
        )
    return answer


def by_place(country: Country, choice: Choice) -> Answer:
    """The share of each state among the units of a place, those of no province under an empty name."""
    rows = chosen(country, choice)
    if choice["levels"] is not None:
        rows = rows[rows["level"].isin(choice["levels"])]
    answer: Answer = {}
    for place, units in rows.groupby(rows[f"place_{choice['scheme']}"].fillna("")):
        owing = len(units) if country.tables.complete else None
        for state, count in units["state"].value_counts().items():
            share = None if owing is None else percent(int(count), owing)
            answer[place, state] = (100 * int(count), owing, share)
    return answer


def missing(country: Country, choice: Choice) -> Answer:
    """The units above the branches without a report, with the year of their last one before."""
    before, units = owed(country), chosen(country, choice)
    units = units[(units["state"] == "missing") & (units["level"] != "branch")]
    before = before[(before["period"] == choice["period"]) & before["reported"]]
    before = before[before["org_id"].isin(units["org_id"]) & (before["year"] < (choice["year_to"] or 0))]
    last = before.groupby("org_id")["year"].max()
    return {
        (row["org_id"],): (
            row["level"], row[f"place_{choice['scheme']}"], last.get(row["org_id"]), row["heard"],
            *((int(row["members"]), QUALIFIERS[int(row["certain"])], int(row["of_year"]))
              if row["members"] == row["members"] else (None, None, None)),
        )
        for row in units.to_dict("records")
    }  # fmt: skip


def late(country: Country, choice: Choice) -> Answer:
    """The units above the branches that reported too late, and by how many days."""
    units = chosen(country, choice)
    units = units[(units["state"] == "late") & (units["level"] != "branch")]
    rows: list[dict[str, Any]] = [
        {str(key): value for key, value in row.items()} for row in units.to_dict("records")
    ]
    return {(row["org_id"],): (row["level"], int(row["days_late"])) for row in rows}


def branches(country: Country, choice: Choice) -> Answer:
    """The unit above and the province under which branches are missing, with the members behind those."""
    bodies = registered(country)
    units = chosen(country, choice)
    units = units[units["level"] == "branch"]
    roofs = [
        roof(bodies.get(parent), day)
        for parent, day in zip(units["parent_id"], units["cut_off"], strict=True)
    ]
    places = units[f"place_{choice['scheme']}"].fillna("").to_numpy()
    answer: Answer = {}
    for (above, place), under in units.groupby([np.array(roofs, dtype="object"), places]):
        gone = under[under["state"] == "missing"]
        owing = len(under) if country.tables.complete else None
        if len(gone):
            late = int((under["state"] == "late").sum())
            told = (owing, len(under) - len(gone), late, len(gone), *behind(gone))
            answer[str(above) or None, str(place) or None] = told
    return answer


def roof(body: dict[str, Any] | None, day: int) -> str:
    """The unit above a branch where it still stands and stood on the day; nothing of any other."""
    stands = body is not None and body["last_day"] == FOREVER and body["first_day"] <= day
    return str(body["org_id"]) if body is not None and stands else ""


def behind(missing: pd.DataFrame) -> tuple[int | None, str | None, int]:
    """The members of those who did not report, how sure that sum is, and of how many it is known."""
    known = missing[missing["members"].notna()]
    sure = certainty([QUALIFIERS[int(word)] for word in known["certain"]]) if len(known) else None
    return int(known["members"].sum()) if len(known) else None, sure, len(known)


ANSWERS = {
    "reports/branches": branches,
    "reports/by_level": by_level,
    "reports/by_place": by_place,
    "reports/missing": missing,
    "reports/late": late,
}
