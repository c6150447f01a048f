"""Names of files: readable, sortable, and another one for every other content."""

import hashlib
from collections.abc import Sequence

from congdoan import formats
from congdoan.export.context import Context
from congdoan.export.machine import content_hash
from congdoan.tables import Table

_LONGEST_PLACES = 48


def export_id(tables: Sequence[Table], context: Context, form: str) -> str:
    """Eight hex digits of what a file holds and of what it says about that, in one form.

    Streamlit may hand out the first file of a name again: a corrected one must have another name.
    """
    said = f"{form} {content_hash(tables, context)} {context!r}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def file_name(screen: str, places: str, years: str, release: str, export_id: str, extension: str) -> str:
    """`doan-vien_cao-bang_2018-2021_r12_1f0c9a2e.xlsx`; empty parts go, many places are cut, the id stays."""
    cut = formats.file_name(places)[:_LONGEST_PLACES].rstrip("-") if places else ""
    return f"{formats.file_name(screen, cut, years, release, export_id)}.{extension}"
