"""The table and the context that the tests of files share: few rows, every type of column, hostile words."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from congdoan.database import Rows
from congdoan.export import Context, Source
from congdoan.export.machine import MachineColumn, machine_columns
from congdoan.paths import ROOT
from congdoan.queries import Column
from congdoan.tables import Stream, Table, table
from congdoan.tables.arrow import of_table
from congdoan.text import Language
from tests.asking import answer

GOLDEN = ROOT / "tests" / "golden"
COLUMNS = (
    Column("place", "place", "code of the place"),
    Column("year", "year", "reporting year"),
    Column("value", "amount", "the figure, in the unit of `unit`"),
    Column("unit", "unit", "unit of measure"),
    Column("qualifier", "qualifier", "certainty of the value"),
    Column("events", "count", "events behind the value"),
    Column("summed_value", "dong", "sum of the units below"),
    Column("share", "percent", "share, 0 to 100"),
    Column("as_of", "date", "day the figure speaks of"),
    Column("register_complete", "flag", "whether every unit is listed"),
    Column("note", "text", "remark"),
)
ROWS = (
    ("total", 2020, 1234.56, "dong", "about", 3, 28_000_000_000_000, 100.0, date(2020, 12, 31), True, "tổng"),
    ("34:01", 2020, 1234.56, "dong", "over", 2, 28_000_000_000_000, 59.5, date(2020, 12, 31), True, "=1+1"),
    ("34:04", 2020, None, "person", None, None, None, None, None, None, None),
    ("34:04", 2021, -5.0, "person", "exact", 0, -5, 0.59, date(2021, 1, 25), False, '-1; "hai"'),
    ("34:08", 2021, 5.95, "percent", "exact", 1, 0, 40.48, date(2021, 1, 25), False, "Hoà Đắk"),
)
HOSTILE = (
    *("=1+1", "+1", "-1", "@x", "\tx", "\0x", "\r\n=1", "'=1", "https://localhost/a"),
    *("dài " * 20_000, "1.234,56"),
)


def rows(values: tuple[tuple[Any, ...], ...] = ROWS, columns: tuple[Column, ...] = COLUMNS) -> Rows:
    """Rows as a query returns them."""
    names = [column.name for column in columns]
    return answer("figures/by_hand", columns, [dict(zip(names, row, strict=True)) for row in values])


def by_hand(lang: Language = "vi", **changes: Any) -> Table:
    return table(rows(**changes), lang)


def hostile() -> Table:
    columns = (
        Column("note", "text", "remark"),
        Column("value", "amount", "figure"),
        Column("unit", "unit", "unit"),
    )
    return table(rows(tuple((text, -5.0, "person") for text in HOSTILE), columns), "vi")


def context(lang: Language = "vi", *, simulated: bool = False) -> Context:
    return Context(
        title="Đoàn viên theo tỉnh",
        subtitle="Đoàn viên, người",
        filters=("Năm 2020–2021", "Hà Nội, Cao Bằng"),
        sources=(Source("S001", "Báo Vĩnh Phúc", "=Đại hội", date(2019, 1, 10), "https://localhost/bai"),),
        definitions=(("Đoàn viên", "Số đoàn viên công đoàn tại thời điểm báo cáo."),),
        release="r12",
        dataset="simulated" if simulated else "real",
        cut_off=date(2021, 1, 25),
        lang=lang,
        made_on=date(2026, 11, 22),
        mark="SỐ LIỆU MINH HỌA" if simulated else "",
        breaks=("Ngày 1/7/2025 63 tỉnh còn 34.",),
    )


def written(write: Callable[[BinaryIO, Stream, Context], None], made: Table, about: Context) -> bytes:
    """The file of a table in one form."""
    file = io.BytesIO()
    write(file, of_table(made), about)
    return file.getvalue()


def machine_cells(made: Table, about: Context) -> list[tuple[MachineColumn, list[Any]]]:
    """The columns of a table as programs get them, each with its cells."""
    [part] = of_table(made).parts()
    return [(one, one.cells(part).to_pylist()) for one in machine_columns(of_table(made), about)]


def golden(name: str) -> bytes:
    """Bytes a file had when a person looked at it; to renew one, write the new bytes and look again."""
    return Path(GOLDEN / name).read_bytes()
