"""Parquet files: typed columns with comments, and the context in the file's own metadata."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from congdoan.export.context import Context, source_line
from congdoan.export.machine import MachineColumn, content_hash, machine_columns
from congdoan.tables import Table

_TYPES = {
    "year": pa.int32(),
    "count": pa.int64(),
    "dong": pa.int64(),
    "amount": pa.float64(),
    "percent": pa.float64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
}


def parquet(table: Table, context: Context) -> bytes:
    """The table with machine names; columns carry `comment`, `type`, `unit`, the file title, filters,
    sources, release and content hash. Unknown and impossible figures are both null.
    """
    columns = machine_columns(table, context)
    schema = pa.schema([_field(column) for column in columns], metadata=_metadata(table, context))
    arrays = [pa.array(column.cells, type=field.type) for column, field in zip(columns, schema, strict=True)]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), file, compression="zstd")
    return file.getvalue()


def _field(column: MachineColumn) -> pa.Field:
    about = {"comment": column.comment, "type": column.type, "unit": column.unit}
    kept = {key: text for key, text in about.items() if text}
    return pa.field(column.name, _TYPES.get(column.type, pa.string()), metadata=kept)


def _metadata(table: Table, context: Context) -> dict[str, str]:
    return {
        "title": context.title,
        "subtitle": context.subtitle,
        "filters": "; ".join(context.filters),
        "source_ids": ",".join(source.id for source in context.sources),
        "source_line": source_line(context),
        "release": context.release,
        "dataset": context.dataset,
        "mark": context.mark,
        "cut_off": context.cut_off.isoformat(),
        "made_on": context.made_on.isoformat(),
        "language": context.lang,
        "rows": str(len(table)),
        "sha256": content_hash([table], context),
    }
