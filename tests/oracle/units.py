"""What each unit said of each year, by the oracle: its own total of a whole year, else its items added."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tests.oracle.tables import QUALIFIERS, Tables

ALL = -1
"""The item that is the whole."""
WEAK = [QUALIFIERS.index(word) for word in ("almost", "at_most", "about")]
OVER, AT_LEAST, ABOUT = (QUALIFIERS.index(word) for word in ("over", "at_least", "about"))
ITEMS = 128
"""More than there are items; what a thing's number is made with."""
YEAR = ITEMS * 16 * 64
"""How far the numbers of a thing in one year and the next lie apart."""
BASES = pd.Index(["reported", "items"])


def own(tables: Tables, told: pd.DataFrame) -> pd.DataFrame:
    """A row per unit, year and thing of a metric: value in hundredths, certainty, status, day and basis.

    Ordered by unit; as lean as it can be, because a whole country has tens of millions.
    """
    single = chosen(candidates(tables, told), tables.published)
    added = from_items(single, tables)
    both = pd.concat([single, added.assign(thing=things(added))])[
        "unit thing cents qualifier status day".split()
    ]
    basis = pd.Categorical.from_codes([0] * len(single) + [1] * len(added), BASES)
    lean = both.assign(basis=basis).astype(
        {"qualifier": "int8", "status": "int8", "day": "int32", "unit": "int32"}
    )
    return lean.sort_values(["unit", "thing"], ignore_index=True)


def things(frame: pd.DataFrame) -> pd.Series:
    """Year, metric, item, recipient and occasion in one number, so that they compare and group at once."""
    return wholes(frame) * ITEMS + frame["item"] + 1


def wholes(frame: pd.DataFrame) -> pd.Series:
    """The same without the item."""
    return ((frame["year"].astype("int64") * 64 + frame["metric"]) * 4 + frame["recipient"]) * 4 + frame[
        "occasion"
    ]


def year_of(thing: pd.Series) -> pd.Series:
    """The year back out of a thing's number."""
    return thing // YEAR


def metric_of(thing: pd.Series) -> pd.Series:
    """The metric back out of a thing's number, as its place in the register."""
    return thing // (ITEMS * 16) % 64


def candidates(tables: Tables, told: pd.DataFrame) -> pd.DataFrame:
    """Totals in the metric's main unit: a stock as of a day, anything else of a whole year."""
    rules = tables.metrics
    periods = ["as_of" if how == "last" else "year" for how in rules["over_time"]]
    measures = [units.split("|")[0] for units in rules["unit"]]
    fits = [equal(told["period"], periods, told["metric"]), equal(told["measure"], measures, told["metric"])]
    return told[fits[0] & fits[1]]


def equal(words: pd.Series, wanted: list[str], metric: pd.Series) -> pd.Series:
    """Whether the words, kept as categories, are the ones wanted for the metric of each row."""
    numbers = words.cat.categories.get_indexer(pd.Index(wanted))
    return words.cat.codes == pd.Series(numbers[metric], index=words.index)


def chosen(told: pd.DataFrame, published: dict[str, int]) -> pd.DataFrame:
    """Of several the one of the latest day; of one day a correction goes before a final figure, that before a
    preliminary one."""
    same = ["unit", "thing"]
    told = told.assign(thing=things(told))
    several = told.duplicated(same, keep=False)
    rivals = told[several].assign(published=told.loc[several, "source"].astype(object).map(published))
    best_first = ["day", "status", "published", "figure_id"]
    ranked = rivals.sort_values(best_first, ascending=[False, False, False, True])
    return pd.concat([told[~several], ranked.drop_duplicates(same)])


def from_items(single: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The sum of the items of a unit that printed no whole, none together with the one it lies within."""
    listed = single[(tables.metrics["over_items"] == "sum").to_numpy()[single["metric"]]]
    at = (listed["unit"].astype("int64") * 2**32 + wholes(listed)) * ITEMS
    known = at + listed["item"] + 1
    numbered = {item: place for place, item in enumerate(tables.items["item"])}
    outer = tables.items["within"].map(numbered).fillna(-9).astype("int64").to_numpy()[listed["item"]]
    alone = ~(at.isin(known) | (at + outer + 1).isin(known)) & (listed["item"] != ALL)
    added = sums(listed[alone], ["unit", "year", "metric", "recipient", "occasion"])
    if not tables.complete:
        added["qualifier"] = np.where(added["weak"] > 0, ABOUT, AT_LEAST)
    return added.assign(item=ALL)


def additive(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The rows of metrics that may be added over units."""
    return frame[(tables.metrics["over_units"] == "sum").to_numpy()[metric_of(frame["thing"])]]


def sums(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Rows added; a sum is as certain as its least certain part and preliminary as soon as one part is."""
    words = frame["qualifier"]
    flags = frame.assign(weak=words.isin(WEAK), over=words == OVER, at_least=words == AT_LEAST)
    added = flags.groupby(by, sort=False, as_index=False, observed=True).agg(
        cents=("cents", "sum"), parts=("cents", "size"), weak=("weak", "sum"), over=("over", "sum"),
        at_least=("at_least", "sum"), least=("qualifier", "min"), status=("status", "min"),
        day=("day", "max"),
    )  # fmt: skip
    several = added["parts"] > 1
    rules = [several & (added["weak"] > 0), several & (added["over"] > 0), added["at_least"] > 0]
    return added.assign(qualifier=np.select(rules, [ABOUT, OVER, AT_LEAST], default=added["least"]))
