"""What metrics, items, provinces, breaks, due dates, clusters and words are, from `data/catalogue/*.csv`."""

import logging
import re
import threading
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from congdoan.errors import DataError
from congdoan.lines import Line, read
from congdoan.paths import CATALOGUE

log = logging.getLogger("congdoan")
RETRY = 10
"""Seconds after which a broken catalogue is looked at again."""

Language = Literal["vi", "en"]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    file: tuple(columns.split())
    for file, columns in {
        "metrics": "metric subject unit over_units over_time over_items dimension rank vi en "
        "definition_vi definition_en",
        "items": "dimension item rank within scheme level recipient stream tier vi en definition_vi "
        "definition_en valid_from valid_to",
        "provinces": "scheme code vi en kind region successor valid_from valid_to tile_row tile_column "
        "aliases",
        "breaks": "break on subject vi en",
        "due_dates": "period_type cut_off days vi en",
        "aliases": "kind code aliases",
        "clusters": "cluster dataset vi en members valid_from valid_to source note",
        "text": "key vi en",
    }.items()
}
"""The columns of each file, in order."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A thing that is counted: its units of measure, and how it adds up over unions, years and items."""

    metric: str
    subject: str
    units: tuple[str, ...]
    over_units: str
    over_time: str
    over_items: str
    dimension: str
    rank: int
    vi: str
    en: str
    definition_vi: str
    definition_en: str

    @property
    def unit(self) -> str:
        """The main unit of measure, used where no figure says another."""
        return self.units[0]


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a metric's breakdown: a fund, programme, rating, award form, house kind and so on."""

    dimension: str
    item: str
    rank: int
    within: str
    scheme: str
    level: str
    recipient: str
    stream: str
    tier: int | None
    vi: str
    en: str
    definition_vi: str
    definition_en: str
    valid_from: str
    valid_to: str

    @property
    def code(self) -> str:
        """The code used everywhere inside: `<dimension>.<item>`."""
        return f"{self.dimension}.{self.item}"


@dataclass(frozen=True, slots=True)
class Province:
    """A province of one boundary scheme; `successor` is the code of its area in scheme 34."""

    scheme: str
    code: str
    vi: str
    en: str
    kind: str
    region: str
    successor: str
    valid_from: str
    valid_to: str
    tile_row: int
    tile_column: int
    aliases: tuple[str, ...]

    @property
    def place(self) -> str:
        """The code used everywhere inside: `<scheme>:<code>`."""
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True)
class Break:
    """A day (ISO) on which a series changes its meaning, and why; a line never runs through it unmarked."""

    code: str
    on: str
    subject: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """When reports of a kind of period are due: so many days after the cut-off (month-day), with a remark."""

    period_type: str
    cut_off: str
    days: int
    vi: str
    en: str


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All that the catalogue's files say, read at one moment so that they fit each other."""

    metrics: Mapping[str, Metric]
    items: Mapping[str, Item]
    provinces: Mapping[str, Province]
    breaks: tuple[Break, ...]
    due_dates: Mapping[str, DueDate]
    words: Mapping[str, Mapping[Language, str]]


@dataclass
class _Held:
    """The catalogue in use, of which reading it is, which reading is wanted, and not before when."""

    catalogue: Catalogue | None = None
    reading: int = 0
    wanted: int = 1
    not_before: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def due(self) -> bool:
        return self.reading < self.wanted and time.monotonic() >= self.not_before


_held = _Held()


def current() -> Catalogue:
    """The catalogue in use; DataError when there was never a good one."""
    if _held.due():
        with _held.lock:
            _read_again()
    assert _held.catalogue is not None
    return _held.catalogue


def renew() -> None:
    """Has the files read again when next asked for: a release that is opened may hold new codes.

    Only then, since what the build has not checked is not to be shown.
    """
    _held.wanted, _held.not_before = _held.wanted + 1, 0


def _read_again() -> None:
    """Takes the catalogue on disk; where it is broken, the last good one stays until it is mended."""
    wanted = _held.wanted
    if not _held.due():
        return
    try:
        _held.catalogue, _held.reading = _read(lines(CATALOGUE)), wanted
    except DataError as error:
        if _held.catalogue is None:
            raise
        _held.not_before = time.monotonic() + RETRY
        log.error("the catalogue is broken, its last good state stays in use: %s", error)


def lines(folder: Path) -> dict[str, list[Line]]:
    """The records of the catalogue's files by name; DataError when one is no CSV with its columns."""
    return {name: read(folder / f"{name}.csv", columns) for name, columns in COLUMNS.items()}


def metrics() -> Mapping[str, Metric]:
    """Every metric by its code, in display order."""
    return current().metrics


def items() -> Mapping[str, Item]:
    """Every item by its code `<dimension>.<item>`, in display order within its dimension."""
    return current().items


def provinces() -> Mapping[str, Province]:
    """Every province by its place code (`34:04`), in official order: scheme, then code."""
    return current().provinces


def breaks() -> tuple[Break, ...]:
    """Every series break, oldest first."""
    return current().breaks


def due_dates() -> Mapping[str, DueDate]:
    """When reports are due, by kind of period: `half`, `year`."""
    return current().due_dates


def fold(text: str) -> str:
    """Search key: lower case, no accents, đ as d, every other sign a single space.

    Same result as SQL `trim(regexp_replace(translate(strip_accents(nfc_normalize(lower(x))), 'đð', 'dd'),
    '[^a-z0-9]+', ' ', 'g'))`. Old and new tone placement (Hoà, Hòa) and NFD input give one key.
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", " ", bare.translate({ord("đ"): "d", ord("ð"): "d"})).strip()


def squeeze(text: str) -> str:
    """Search key without spaces, for what was typed in one word: `DakNong` and `Đắk Nông` are equal."""
    return fold(text).replace(" ", "")


def _read(found: Mapping[str, list[Line]]) -> Catalogue:
    metrics = sorted(map(_metric, found["metrics"]), key=lambda m: m.rank)
    items = sorted(map(_item, found["items"]), key=lambda i: (i.dimension, i.rank))
    provinces = sorted(map(_province, found["provinces"]), key=lambda p: p.place)
    words = {line.cells["key"]: _both(line) for line in found["text"]}
    return Catalogue(
        metrics=MappingProxyType({m.metric: m for m in metrics}),
        items=MappingProxyType({i.code: i for i in items}),
        provinces=MappingProxyType({p.place: p for p in provinces}),
        breaks=tuple(sorted(map(_break, found["breaks"]), key=lambda b: b.on)),
        due_dates=MappingProxyType(
            {line.cells["period_type"]: _due_date(line) for line in found["due_dates"]}
        ),
        words=MappingProxyType(words),
    )


def _metric(line: Line) -> Metric:
    cells = {name: text for name, text in line.cells.items() if name not in ("unit", "rank")}
    return Metric(units=tuple(line.cells["unit"].split("|")), rank=_number(line, "rank"), **cells)


def _item(line: Line) -> Item:
    cells = {name: text for name, text in line.cells.items() if name not in ("rank", "tier")}
    tier = _number(line, "tier") if line.cells["tier"] else None
    return Item(rank=_number(line, "rank"), tier=tier, **cells)


def _province(line: Line) -> Province:
    special = ("tile_row", "tile_column", "aliases")
    cells = {name: text for name, text in line.cells.items() if name not in special}
    return Province(
        tile_row=_number(line, "tile_row"),
        tile_column=_number(line, "tile_column"),
        aliases=tuple(line.cells["aliases"].split(";")) if line.cells["aliases"] else (),
        **cells,
    )


def _break(line: Line) -> Break:
    return Break(line.cells["break"], *(line.cells[column] for column in ("on", "subject", "vi", "en")))


def _due_date(line: Line) -> DueDate:
    cells = {name: text for name, text in line.cells.items() if name != "days"}
    return DueDate(days=_number(line, "days"), **cells)


def _both(line: Line) -> Mapping[Language, str]:
    return MappingProxyType({"vi": line.cells["vi"], "en": line.cells["en"]})


def _number(line: Line, column: str) -> int:
    if not line.cells[column].isdecimal():
        raise DataError(str(line.problem(column, "a whole number")))
    return int(line.cells[column])
