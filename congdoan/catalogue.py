"""What metrics, items, provinces and series breaks are, read from `data/catalogue/*.csv`."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from congdoan.errors import DataError
from congdoan.paths import CATALOGUE


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


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a catalogue CSV as texts in NFC; DataError when it is missing or a row has stray cells."""
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"{path.name}: the file is missing; take it from git again") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise DataError(f"{path.name}, row {number}: expected {len(reader.fieldnames or ())} cells")
    return rows


@cache
def metrics() -> Mapping[str, Metric]:
    """Every metric by its code, in display order."""
    rows = [_metric(row) for row in read(CATALOGUE / "metrics.csv")]
    return MappingProxyType({m.metric: m for m in sorted(rows, key=lambda m: m.rank)})


@cache
def items() -> Mapping[str, Item]:
    """Every item by its code `<dimension>.<item>`, in display order within its dimension."""
    rows = [_item(row) for row in read(CATALOGUE / "items.csv")]
    return MappingProxyType({i.code: i for i in sorted(rows, key=lambda i: (i.dimension, i.rank))})


@cache
def provinces() -> Mapping[str, Province]:
    """Every province by its place code (`34:04`), in official order: scheme, then code."""
    rows = [_province(row) for row in read(CATALOGUE / "provinces.csv")]
    return MappingProxyType({p.place: p for p in sorted(rows, key=lambda p: p.place)})


@cache
def breaks() -> tuple[Break, ...]:
    """Every series break, oldest first."""
    rows = read(CATALOGUE / "breaks.csv")
    found = [Break(r["break"], r["on"], r["subject"], r["vi"], r["en"]) for r in rows]
    return tuple(sorted(found, key=lambda b: b.on))


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


def _metric(row: dict[str, str]) -> Metric:
    return Metric(
        metric=row["metric"],
        subject=row["subject"],
        units=tuple(row["unit"].split("|")),
        over_units=row["over_units"],
        over_time=row["over_time"],
        over_items=row["over_items"],
        dimension=row["dimension"],
        rank=_number(row, "rank", "metrics.csv"),
        vi=row["vi"],
        en=row["en"],
        definition_vi=row["definition_vi"],
        definition_en=row["definition_en"],
    )


def _item(row: dict[str, str]) -> Item:
    words = {name: text for name, text in row.items() if name not in ("rank", "tier")}
    tier = _number(row, "tier", "items.csv") if row["tier"] else None
    return Item(rank=_number(row, "rank", "items.csv"), tier=tier, **words)


def _province(row: dict[str, str]) -> Province:
    words = {name: text for name, text in row.items() if name not in ("tile_row", "tile_column", "aliases")}
    return Province(
        tile_row=_number(row, "tile_row", "provinces.csv"),
        tile_column=_number(row, "tile_column", "provinces.csv"),
        aliases=tuple(row["aliases"].split(";")) if row["aliases"] else (),
        **words,
    )


def _number(row: dict[str, str], column: str, file: str) -> int:
    if not row[column].isdecimal():
        first = next(iter(row.values()))
        raise DataError(f"{file}, {first}: {column} is {row[column]!r}; write a whole number")
    return int(row[column])
