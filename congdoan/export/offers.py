"""What a download dialog offers: the forms of a file, and how large each would be before it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from congdoan.export.context import Context
from congdoan.export.delimited import csv_excel, csv_plain
from congdoan.export.parquet import parquet
from congdoan.export.workbook import xlsx
from congdoan.tables import Table

Form = Literal["xlsx", "csv_excel", "csv", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)
EXTENSIONS: Mapping[Form, str] = {"xlsx": "xlsx", "csv_excel": "csv", "csv": "csv", "parquet": "parquet"}
MIME: Mapping[Form, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv_excel": "text/csv",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
_MEASURED_CELLS = 20_000
_SAMPLE_ROWS = 1_000


@dataclass(frozen=True)
class Offer:
    """What one file would hold; `size` in bytes, an estimate from its first rows unless `measured`."""

    form: Form
    rows: int
    columns: int
    size: int
    measured: bool


def make(form: Form, table: Table, context: Context) -> bytes:
    """The file of one table in one form."""
    makers: dict[Form, Callable[[Table, Context], bytes]] = {
        "xlsx": lambda table, context: xlsx([(context.title, table)], context),
        "csv_excel": csv_excel,
        "csv": csv_plain,
        "parquet": parquet,
    }
    return makers[form](table, context)


def describe(form: Form, table: Table, context: Context) -> Offer:
    """Rows, columns and size of a file; small ones are made and measured, large ones estimated."""
    rows, columns = len(table), len(table.fields)
    if rows * columns <= _MEASURED_CELLS:
        return Offer(form, rows, columns, len(make(form, table, context)), measured=True)
    sample, bare = table.first(_SAMPLE_ROWS), table.take([])
    frame = len(make(form, bare, context))
    growth = (len(make(form, sample, context)) - frame) / len(sample)
    return Offer(form, rows, columns, frame + round(growth * rows), measured=False)
