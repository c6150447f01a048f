"""The one service behind every download: files from tables, with all that makes their figures traceable.

Files hold the cells of the table that the screen shows, never text parsed back. They are written part by
part: a million rows take no more memory than some thousands. Equal tables and contexts give equal bytes.
"""

from congdoan.export.context import Context, Source, foot, source_line
from congdoan.export.delimited import content_hash, csv_excel, csv_plain
from congdoan.export.naming import export_id, file_name
from congdoan.export.offers import EXTENSIONS, FORMS, MIME, Form, Offer, describe, make, write
from congdoan.export.parquet import parquet
from congdoan.export.sheets import ExportError
from congdoan.export.workbook import workbook, xlsx

__all__ = [
    "EXTENSIONS",
    "FORMS",
    "MIME",
    "Context",
    "ExportError",
    "Form",
    "Offer",
    "Source",
    "content_hash",
    "csv_excel",
    "csv_plain",
    "describe",
    "export_id",
    "file_name",
    "foot",
    "make",
    "parquet",
    "source_line",
    "workbook",
    "write",
    "xlsx",
]
