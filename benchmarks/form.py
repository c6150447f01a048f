"""A yearly form of the whole country, and the register that its branches stand in."""

import csv
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter

from congdoan import catalogue
from congdoan.ingest.read import ORGANISATION_COLUMNS
from congdoan.intake.meanings import Meaning, answered
from congdoan.intake.template import COLUMNS
from congdoan.paths import FACTS
from congdoan.text import name

YEAR = 2025
NAMING = ("Mã đơn vị", "Đơn vị", "Tỉnh, thành phố")
_FEW, _MANY = 20, 900
_PRICES = {"welfare_amount": 500_000, "houses_amount": 50_000_000, "donation_amount": 20_000}
Cells = Sequence[str | int]


def made(folder: Path, branches: int) -> Path:
    """A folder with `form.csv` and `form.xlsx` of so many branches; made once and then kept."""
    if not (folder / "form.xlsx").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _csv(folder / "form.csv", branches)
        _xlsx(folder / "form.new", branches)
        (folder / "form.new").rename(folder / "form.xlsx")
    return folder


def _provinces() -> list[catalogue.Province]:
    return [one for one in catalogue.provinces().values() if one.place.startswith("34:")]


def _branches(branches: int) -> Iterator[tuple[str, str, catalogue.Province]]:
    """Code, name and province of each branch."""
    provinces = _provinces()
    for number in range(branches):
        home = provinces[number % len(provinces)]
        yield f"cdcs-{number:06}", f"CĐCS Trường Tiểu học số {number // len(provinces) + 1}", home


def register(folder: Path, branches: int) -> None:
    """Writes the real figures with so many branches among the union bodies."""
    shutil.copytree(FACTS, folder)
    with (folder / "organisations.csv").open("a", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, ORGANISATION_COLUMNS, restval="", lineterminator="\n")
        for code, called, home in _branches(branches):
            names = {"org_id": code, "name_vi": called, "name_en": code, "place_34": home.code}
            lines.writerow(
                {**names, "level": "branch", "kind": "cdcs", "parent_id": "tld", "province_basis": "stated"}
            )


def _rows(branches: int) -> Iterator[Cells]:
    """Title, headings, and a row of each branch, with counts that fit each other."""
    columns = [answered(code) for code in COLUMNS]
    yield [f"BÁO CÁO SỐ LIỆU CÔNG ĐOÀN CƠ SỞ NĂM {YEAR}"]
    yield [*NAMING, *map(_heading, columns)]
    drawn = random.Random(7)
    for code, called, home in _branches(branches):
        members = drawn.randint(_FEW, _MANY)
        yield [code, called, home.vi, *(_value(column, members) for column in columns)]


def _heading(column: Meaning) -> str:
    item = f": {name('item', column.item, 'vi')}" if column.item else ""
    return f"{name('metric', column.metric, 'vi')}{item} ({name('unit', column.unit, 'vi')})"


def _value(column: Meaning, members: int) -> int:
    """A number that is believable of a branch with so many members."""
    if column.metric in ("workforce", "members"):
        return members + (members % 30 if column.metric == "workforce" else 0)
    if column.metric in _PRICES:
        return _counted(members, column) * _PRICES[column.metric]
    if column.metric == "rated_branches" and column.item != "rating.htt":
        return 0
    return _counted(members, column) if column.unit != "branch" else members % 2


def _counted(members: int, column: Meaning) -> int:
    return members // 40 if column.metric.startswith("houses") else members * (1 + len(column.item) % 5) // 8


def _csv(path: Path, branches: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(_rows(branches))


def _xlsx(path: Path, branches: int) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Biểu 1")
        for at, row in enumerate(_rows(branches)):
            sheet.write_row(at, 0, row)
