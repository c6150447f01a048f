"""The one service behind every download: files from tables, with all that makes their figures traceable.

Files hold the cells of the table that the screen shows, never text parsed back. They are written part by
part: a million rows take no more memory than some thousands. Equal tables and contexts give equal bytes.
What writes a form is imported with its first file: a server that shows screens alone needs none of it.
"""

from congdoan.export.context import NAMED, Context, Source, foot, source_line
from congdoan.export.naming import export_id, file_name
from congdoan.export.offers import EXTENSIONS, FORMS, MIME, Form, Offer, describe, make, write

__all__ = [
    "EXTENSIONS",
    "FORMS",
    "MIME",
    "NAMED",
    "Context",
    "Form",
    "Offer",
    "Source",
    "describe",
    "export_id",
    "file_name",
    "foot",
    "make",
    "source_line",
    "write",
]
