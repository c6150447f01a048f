"""The tiles at the head of a screen: value, change in words, small trend, coverage and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congdoan import changes, findings, formats, tables
from congdoan.catalogue import metrics
from congdoan.charts.model import Record, known, records
from congdoan.database import Rows
from congdoan.export import Context
from congdoan.kept import kept
from congdoan.page.awards import awards_tile, level_tiles, ratings_tile
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.page.links import reports_way, source_way
from congdoan.page.rows import rows as ask
from congdoan.page.tiles import Tile
from congdoan.page.tiles import tiles as draw
from congdoan.page.workbook import keep
from congdoan.text import name, say

OWN = {"ratings": ratings_tile, "awards": awards_tile}


@dataclass(frozen=True)
class Measure:
    """What a tile shows: a metric, and the item of it where not the whole."""

    metric: str
    item: str = "all"

    def label(self, choice: Choice) -> str:
        """What the tile counts, in words."""
        item = name("item", self.item, choice.lang)
        metric = name("metric", self.metric, choice.lang)
        return metric if self.item == "all" else say("kpi.of_item", choice.lang, metric=metric, item=item)


def kpis(choice: Choice, tiles: Sequence[str]) -> None:
    """A row of tiles, each `metric` or `metric/item`; their readings go into the screen's workbook.

    `ratings` and `awards` stand for tiles of their own kind.
    """
    wanted = [Measure(*text.split("/")) for text in tiles if text not in OWN]
    codes, items = sorted({one.metric for one in wanted}), sorted({one.item for one in wanted})
    rows = ask("totals/over_years", choice, metrics=codes, items=items)
    keep(*_readings(choice, rows, tuple(codes), today()))
    shown = [_tile(choice, one, rows) for one in wanted]
    draw([*shown, *(OWN[text](choice) for text in tiles if text in OWN)], choice.lang, "kpis")


@kept
def _readings(
    choice: Choice, rows: Rows, codes: tuple[str, ...], day: date
) -> tuple[str, tables.Table, Context]:
    """Title, table and context of the tiles, kept: the same rows give the same sheet all day."""
    title = say("kpi.title", choice.lang)
    about = context(choice, title, " · ".join(choice.words()), codes, (), day)
    return title, tables.table(rows, choice.lang), about


def _recorded(choice: Choice, measure: Measure) -> Record | None:
    """Recorded events where nobody gave a total: the newest year with half as many units as the best."""
    asked = ask("totals/tallies", choice, metrics=[measure.metric], items=[measure.item])
    return findings.best_recorded(asked)


def _tally_tile(choice: Choice, measure: Measure) -> Tile:
    """What was recorded at least, apart from totals and marked as such; else that nothing is known."""
    lang, found = choice.lang, _recorded(choice, measure)
    label, meaning = measure.label(choice), _meaning(choice, measure)
    if found is None:
        return Tile(label, formats.MISSING, meaning, remarks=(say("kpi.none", lang),))
    value = formats.figure(found["value"], found["unit"], found["qualifier"], None, lang)
    units = formats.number(found["organisations"], lang)
    told = say("kpi.tally", lang, year=int(found["year"]), units=units)
    return Tile(label, value, meaning, remarks=(told,), ways=(source_way(choice, None),))


def _tile(choice: Choice, measure: Measure, rows: Rows) -> Tile:
    lang, reading = choice.lang, _reading(rows, measure)
    if reading is None:
        return _tally_tile(choice, measure)
    now = reading.now
    remarks = [_coverage(choice, now) + _preliminary(choice, now), *changes.beside(reading, lang)]
    ways = [source_way(choice, now.get("figure"))]
    if now["basis"] == "summed" and now["expected"] is not None:
        ways.append(reports_way(choice, int(now["year"])))
    return Tile(
        measure.label(choice),
        formats.figure(now["value"], now["unit"], now.get("qualifier"), None, lang),
        _meaning(choice, measure),
        changes.compared(reading, lang),
        changes.direction(reading),
        reading.series,
        remarks=(" · ".join(remarks),),
        ways=tuple(ways),
    )


@kept
def _reading(rows: Rows, measure: Measure) -> changes.Reading | None:
    wanted = (measure.metric, measure.item)
    return changes.newest([r for r in known(records(rows, "value")) if (r["metric"], r["item"]) == wanted])


def _preliminary(choice: Choice, now: dict[str, object]) -> str:
    """That a value is preliminary, where it is; final ones say nothing."""
    return f" · {name('status', 'preliminary', choice.lang)}" if now.get("status") == "preliminary" else ""


def _coverage(choice: Choice, now: dict[str, object]) -> str:
    """The year, and out of how many the value comes: `2025 · cộng 12/34 nơi có số`."""
    lang = choice.lang
    year = say("kpi.year", lang, year=now["year"])
    if now["basis"] == "summed" and now["expected"] is not None:
        return say("kpi.summed", lang, year=year, reported=now["reported"], expected=now["expected"])
    if now["basis"] == "summed" and now["reported"] is not None:
        return say("kpi.summed_of_unknown", lang, year=year, reported=now["reported"])
    return say("kpi.basis", lang, year=year, basis=name("basis", str(now["basis"]), lang))


def _meaning(choice: Choice, measure: Measure) -> str:
    metric = metrics()[measure.metric]
    return metric.definition_en if choice.lang == "en" else metric.definition_vi


def award_tiles(choice: Choice) -> None:
    """A row of tiles, one per granting level."""
    draw(level_tiles(choice), choice.lang, "levels")
