"""What a download dialog offers: the forms of a file, how large each would be, and how long it would take."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Literal, get_args

from congdoan.export.context import Context
from congdoan.tables import Stream

Form = Literal["xlsx", "csv_excel", "csv", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)
EXTENSIONS: Mapping[Form, str] = {"xlsx": "xlsx", "csv_excel": "csv", "csv": "csv", "parquet": "parquet"}
MIME: Mapping[Form, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv_excel": "text/csv",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
_CELLS_A_SECOND: Mapping[Form, int] = {
    "xlsx": 250_000,
    "csv_excel": 6_000_000,
    "csv": 6_000_000,
    "parquet": 8_000_000,
}
"""How fast files are written on a machine with two cores."""
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

    @property
    def seconds(self) -> int:
        """About how long it takes to write."""
        return round(self.rows * self.columns / _CELLS_A_SECOND[self.form])


def write(form: Form, file: BinaryIO, stream: Stream, context: Context) -> None:
    """Writes the file of one table in one form."""
    _writer(form)(file, stream, context)


def make(form: Form, stream: Stream, context: Context) -> bytes:
    """The file of a small table in one form."""
    file = io.BytesIO()
    write(form, file, stream, context)
    return file.getvalue()


def describe(stream: Stream, context: Context) -> list[Offer]:
    """Rows, columns and size of each form; small files are made and measured, large ones estimated."""
    if len(stream) * len(stream.fields) <= _MEASURED_CELLS:
        return [_offer(form, stream, len(make(form, stream, context)), measured=True) for form in FORMS]
    sample = stream.first(_SAMPLE_ROWS).held()
    return [_offer(form, stream, _estimate(form, stream, sample, context), measured=False) for form in FORMS]


def _writer(form: Form) -> Callable[[BinaryIO, Stream, Context], None]:
    if form == "xlsx":
        from congdoan.export.workbook import xlsx

        return xlsx
    if form == "parquet":
        from congdoan.export.parquet import parquet

        return parquet
    from congdoan.export.delimited import csv_excel, csv_plain

    return csv_excel if form == "csv_excel" else csv_plain


def _offer(form: Form, stream: Stream, size: int, *, measured: bool) -> Offer:
    return Offer(form, len(stream), len(stream.fields), size, measured)


def _estimate(form: Form, stream: Stream, sample: Stream, context: Context) -> int:
    """What the first rows take beyond an empty file, as often as there are rows."""
    frame = len(make(form, sample.first(0), context))
    growth = (len(make(form, sample, context)) - frame) / len(sample)
    return frame + round(growth * len(stream))
