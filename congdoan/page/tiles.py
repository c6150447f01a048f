"""What the tiles at the head of a screen say: value, change in words, coverage, what else one must know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from congdoan import changes, findings, formats
from congdoan.catalogue import metrics, provinces
from congdoan.charts.model import Record, known, records
from congdoan.database import Rows
from congdoan.kept import kept
from congdoan.packs import Tile
from congdoan.page.choice import Choice
from congdoan.page.earlier import earlier
from congdoan.page.rows import rows as ask
from congdoan.text import name, say


@dataclass(frozen=True)
class Measure:
    """What one tile is of: a metric, and the item of it where not the whole."""

    metric: str
    item: str = "all"

    @property
    def key(self) -> str:
        """Its code: the metric, and the item where not the whole."""
        return self.metric if self.item == "all" else f"{self.metric}/{self.item}"

    def label(self, choice: Choice) -> str:
        """What the tile counts, in words."""
        item = name("item", self.item, choice.lang)
        metric = name("metric", self.metric, choice.lang)
        return metric if self.item == "all" else say("kpi.of_item", choice.lang, metric=metric, item=item)

    def meaning(self, choice: Choice) -> str:
        """What the metric counts and what it does not."""
        metric = metrics()[self.metric]
        return metric.definition_en if choice.lang == "en" else metric.definition_vi


@dataclass(frozen=True)
class Told:
    """A tile: what it says, and what it shows and leads to besides.

    `source` is the figure it leads to, "" where that is the sources of the view, None where there is nothing
    to lead to; `reports_of` the year whose reports make the sum; `disputed` what other sources say of the
    figure. `within` is the choice that these links belong to, `year` the one that the value is of.
    """

    said: Tile
    within: Choice
    year: int | None = None
    arrow: int = 0
    series: tuple[float, ...] = ()
    meaning: str = ""
    source: str | None = None
    reports_of: int | None = None
    disputed: tuple[Record, ...] = ()


def told(choice: Choice, measures: Sequence[Measure], rows: Rows) -> list[Told]:
    """What the tiles of some measures say, from their readings over the years."""
    shown = _readings(choice, measures, rows)
    disputed = _disputed(choice, [reading.now for reading in shown if reading])
    return [
        _otherwise(choice, measure, rows)
        if reading is None
        else _total(choice, measure, reading, disputed=disputed)
        for measure, reading in zip(measures, shown, strict=True)
    ]


def _total(
    within: Choice,
    measure: Measure,
    reading: changes.Reading,
    mark: str = "",
    disputed: Sequence[Record] = (),
) -> Told:
    """A total with its change and coverage; `mark` says what else a reader must know of it."""
    lang, now = within.lang, reading.now
    remarks = [_coverage(within, now) + _preliminary(within, now), *changes.across(reading, lang)]
    words = filter(None, [" · ".join(remarks), mark, changes.alike(reading, lang)])
    value = formats.figure(now["value"], now["unit"], now.get("qualifier"), None, lang)
    summed = now["basis"] == "summed" and now["expected"] is not None
    return Told(
        Tile(
            measure.label(within), value, changes.compared(reading, lang), "\n".join(words), key=measure.key
        ),
        within,
        year=int(now["year"]),
        arrow=changes.direction(reading),
        series=reading.series,
        meaning=measure.meaning(within),
        source=now.get("figure") or "",
        reports_of=int(now["year"]) if summed else None,
        disputed=tuple(other for other in disputed if other["figure"] == now.get("figure")),
    )


def _otherwise(choice: Choice, measure: Measure, rows: Rows) -> Told:
    """Without a total in the chosen boundaries: that in today's, else recorded events, else why not."""
    present = _beyond_borders(choice, measure) if choice.scheme == "63" else None
    if present is not None:
        within, reading = present
        return _total(within, measure, reading, _of_new_borders(within))
    label, meaning = measure.label(choice), measure.meaning(choice)
    recorded = _recorded(choice, measure)
    if recorded is None:
        said = Tile(label, formats.MISSING, remark=_why_not(choice, measure, rows), key=measure.key)
        return Told(said, choice, meaning=meaning)
    value = formats.figure(recorded["value"], recorded["unit"], recorded["qualifier"], None, choice.lang)
    units = formats.quantity(recorded["organisations"], "unit", choice.lang)
    remark = say("kpi.tally", choice.lang, year=int(recorded["year"]), units=units)
    said = Tile(label, value, remark=remark, key=measure.key)
    return Told(said, choice, year=int(recorded["year"]), meaning=meaning, source="")


def _recorded(choice: Choice, measure: Measure) -> Record | None:
    """Recorded events where nobody gave a total: the newest year with half as many units as the best."""
    asked = ask("totals/tallies", choice, metrics=[measure.metric], items=[measure.item])
    return findings.best_recorded(asked)


def _why_not(choice: Choice, measure: Measure, rows: Rows) -> str:
    """That nothing is known, or in how few places something is."""
    thin = max(_known(rows, measure), key=lambda record: int(record["year"]), default=None)
    if thin is None or thin["expected"] is None:
        return say("kpi.none", choice.lang)
    expected = formats.quantity(thin["expected"], "place", choice.lang)
    counts = {"reported": formats.number(thin["reported"], choice.lang), "expected": expected}
    return say("kpi.too_few", choice.lang, year=int(thin["year"]), **counts)


def _of_new_borders(within: Choice) -> str:
    """`theo địa giới mới (từ 1/7/2025), không chia được cho tỉnh cũ: Lâm Đồng`."""
    words = say("kpi.of_new_borders", within.lang)
    return f"{words}: {within.places_words()}" if within.places else words


def _beyond_borders(choice: Choice, measure: Measure) -> tuple[Choice, changes.Reading] | None:
    """What today's provinces that cover the chosen former ones tell, and the choice of these provinces."""
    covering = sorted({f"34:{provinces()[place].successor}" for place in choice.places})
    within = replace(choice, scheme="34", places=tuple(covering))
    found = ask("totals/over_years", within, metrics=[measure.metric], items=[measure.item])
    reading = _readings(within, [measure], found)[0]
    return None if reading is None else (within, reading)


def _disputed(choice: Choice, shown: Sequence[Record]) -> list[Record]:
    """What other sources say of the figures that the tiles show."""
    figures = sorted(str(record["figure"]) for record in shown if record.get("figure"))
    return ask("figures/disputed", choice, figures=figures).records if figures else []


def _readings(choice: Choice, measures: Sequence[Measure], rows: Rows) -> list[changes.Reading | None]:
    """The newest reading of each measure, with the year before also where the chosen ones begin with it."""
    shown = [_reading(rows, measure) for measure in measures]
    if not any(reading and reading.now["year"] == choice.year_from for reading in shown):
        return shown
    codes, items = sorted({one.metric for one in measures}), sorted({one.item for one in measures})
    before = earlier(choice, codes, items)
    return [_reading(rows, measure, before) for measure in measures]


@kept
def _reading(rows: Rows, measure: Measure, before: Rows | None = None) -> changes.Reading | None:
    return changes.newest(_known(rows, measure), _known(before, measure) if before else ())


def _known(rows: Rows, measure: Measure) -> list[Record]:
    """The readings of a measure, year by year."""
    return [
        r for r in known(records(rows, "value")) if (r["metric"], r["item"]) == (measure.metric, measure.item)
    ]


def _preliminary(choice: Choice, now: dict[str, object]) -> str:
    """That a value is preliminary, where it is; final ones say nothing."""
    return f" · {name('status', 'preliminary', choice.lang)}" if now.get("status") == "preliminary" else ""


def _coverage(choice: Choice, now: dict[str, object]) -> str:
    """The year, and out of how many the value comes: `2025 · cộng 12/34 nơi có số`."""
    lang = choice.lang
    year = say("kpi.year", lang, year=now["year"])
    if now["basis"] == "summed" and now["expected"] is not None:
        expected = formats.quantity(float(str(now["expected"])), "place", lang)
        return say("kpi.summed", lang, year=year, reported=now["reported"], expected=expected)
    if now["basis"] == "summed" and now["reported"] is not None:
        reported = formats.quantity(float(str(now["reported"])), "unit", lang)
        return say("kpi.summed_of_unknown", lang, year=year, reported=reported)
    return say("kpi.basis", lang, year=year, basis=name("basis", str(now["basis"]), lang))
