"""The long table and what it refers to, with small numbers for codes: all that the oracle starts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import duckdb
import pandas as pd

EPOCH = date(1900, 1, 1)
"""Days are counted from here."""
QUALIFIERS = ("exact", "over", "at_least", "almost", "at_most", "about")
STATUSES = ("preliminary", "final", "corrected")
RECIPIENTS = ("none", "collective", "individual", "unsplit")
OCCASIONS = ("none", "comprehensive", "thematic", "unstated")
PERIODS = ("year", "half", "quarter", "school_year", "span", "as_of")
FIGURES = """
    select
        figure_id, org_id as unit, source_id as source, cast(metric as varchar) as metric,
        cast(item as varchar) as item, cast(recipient as varchar) as recipient,
        cast(occasion as varchar) as occasion, year, cast(period_type as varchar) as period,
        cast(date_diff('day', date '1900-01-01', period_start) as integer) as first_day,
        cast(date_diff('day', date '1900-01-01', period_end) as integer) as day,
        cast(unit as varchar) as measure,
        cast(qualifier as varchar) as qualifier, cast(status as varchar) as status,
        cast(100 * value as bigint) as cents, part_of is not null as is_part
    from figures
    where value is not null and scope = '{scope}' and {only}
"""
PROVINCES = """
    select
        place, scheme, successor, vi, region, date_diff('day', date '1900-01-01', valid_from) as first_day,
        year(valid_to) as last_year
    from provinces
    order by place
"""
TARGETS = """
    select
        t.org_id, t.year, cast(t.metric as varchar), cast(t.item as varchar), cast(100 * t.value as bigint),
        (select cast(100 * arg_max(f.value, f.status) as bigint) from figures as f
            where f.org_id = t.org_id and f.year = t.year and f.metric = t.metric and f.item = t.item
                and f.period_type = 'half' and month(f.period_end) = 6 and f.scope = 'total')
    from targets as t
"""
ORGANISATIONS = """
    select
        org_id, name_vi, cast(level as varchar) as level, cast(kind as varchar) as kind,
        cast(sector as varchar) as sector, parent_id, place_63, place_34,
        coalesce(year(valid_from), 1900) as opened, coalesce(year(valid_to), 2999) as closed,
        coalesce(year(valid_to + 1) - 1, 2999) as stood,
        coalesce(date_diff('day', date '1900-01-01', valid_from), 0) as first_day,
        coalesce(date_diff('day', date '1900-01-01', valid_to), 999999) as last_day
    from organisations
"""
CLUSTERS = """
    select
        cluster, vi, place, org_id, coalesce(valid_from, date '1900-01-01') as first,
        coalesce(valid_to, date '2999-12-31') as last
    from clusters
"""
HONOURED = "select distinct org_id, year from figures where metric = 'awards' and coalesce(value, 1) > 0"
"""Which units told of any award, be it by a word, in which year."""
SOURCES = """
    select
        s.source_id, date_diff('day', date '1900-01-01', s.published_on),
        s.kind in ('report', 'portal')
            and s.publisher_vi not in (select name_vi from organisations where level = 'tld')
    from sources as s
"""
NEWEST = """
    select date_diff('day', date '1900-01-01', greatest(
        (select max(published_on) from sources),
        (select max(period_end) from figures where period_type in ('as_of', 'span'))))
"""
WORDS = "unit source metric item recipient occasion period measure qualifier status".split()
NUMBERED = "unit metric item recipient occasion qualifier status".split()
"""The words that stand for their place in a register; the others stay words."""


@dataclass(frozen=True)
class Tables:
    """Totals and events of the long table, and the registers; `complete` when every union body is listed.

    `totals` reads those of one metric, as a whole country has more than a machine holds at a time. Units,
    metrics and items stand in `totals` and `events` by their place in the register; `all` is -1.
    A target is unit, year, metric, item, what is asked for and what the half year told, in hundredths.
    `reports` are the documents in which a union speaks for itself, `newest` the last day that any spoke of.
    A unit was `opened` and `closed` in a year, and `stood` on 31 December of the years up to that one.
    """

    totals: Callable[[str], pd.DataFrame]
    events: pd.DataFrame
    organisations: pd.DataFrame
    provinces: pd.DataFrame
    metrics: pd.DataFrame
    items: pd.DataFrame
    clusters: list[tuple[Any, ...]]
    honoured: set[tuple[str, int]]
    published: dict[str, int]
    reports: set[str]
    newest: int
    targets: list[tuple[str, int, str, str, int, int | None]]
    complete: bool


def read(connection: duckdb.DuckDBPyConnection, complete: bool) -> Tables:
    """Everything the oracle needs of a snapshot, from the long table and its registers alone.

    The connection stays open for as long as totals are read.
    """
    organisations = asked(connection, ORGANISATIONS)
    metrics = asked(
        connection, "select metric, subject, unit, over_units, over_time, over_items, dimension from metrics"
    )
    items = asked(connection, "select item, within, scheme, level, tier from items")
    sources = sorted(connection.sql(SOURCES).fetchall())
    order: dict[str, Any] = {
        "unit": organisations["org_id"], "metric": metrics["metric"], "item": items["item"],
        "qualifier": QUALIFIERS, "status": STATUSES, "recipient": RECIPIENTS, "occasion": OCCASIONS,
        "period": PERIODS, "source": [source for source, _, _ in sources],
        "measure": sorted({unit for units in metrics["unit"] for unit in units.split("|")}),
    }  # fmt: skip
    return Tables(
        partial(totals, connection, order),
        coded(connection, "event", "true", order),
        organisations,
        asked(connection, PROVINCES),
        metrics,
        items,
        connection.sql(CLUSTERS).fetchall(),
        set(connection.sql(HONOURED).fetchall()),
        {source: day or 0 for source, day, _ in sources},
        {source for source, _, is_own in sources if is_own},
        connection.sql(NEWEST).fetchall()[0][0],
        connection.sql(TARGETS).fetchall(),
        complete,
    )


def totals(
    connection: duckdb.DuckDBPyConnection, order: Mapping[str, Sequence[str]], metric: str
) -> pd.DataFrame:
    """The totals of one metric."""
    return coded(connection, "total", f"metric = '{metric}'", order)


def asked(connection: duckdb.DuckDBPyConnection, sql: str) -> pd.DataFrame:
    """A register with its codes as text and nothing as None."""
    frame: pd.DataFrame = connection.sql(sql).df()
    sparse = {column: "object" for column in frame.columns if frame[column].hasnans}
    return frame.astype(sparse).where(frame.notna(), None)


def coded(
    connection: duckdb.DuckDBPyConnection, scope: str, only: str, order: Mapping[str, Sequence[str]]
) -> pd.DataFrame:
    """The figures of a scope: values in hundredths, so that sums are exact; words as `order` numbers them."""
    found = connection.sql(FIGURES.format(scope=scope, only=only)).to_arrow_table()
    for word in WORDS:
        found = found.set_column(
            found.schema.get_field_index(word), word, found.column(word).dictionary_encode()
        )
    frame: pd.DataFrame = found.to_pandas()
    for word, listed in order.items():
        own, known = frame[word].cat, pd.Index(listed)
        places = known.get_indexer(own.categories).astype("int32")[own.codes]
        frame[word] = places if word in NUMBERED else pd.Categorical.from_codes(places, known)
    return frame
