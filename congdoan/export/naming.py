"""Names of files: short, readable, sortable; and what tells two contents of one name apart."""

import hashlib
from collections.abc import Sequence

from congdoan import formats
from congdoan.export.context import Context
from congdoan.tables import Stream

LONGEST = 80
_LONGEST_PLACES = 24
_SIMULATED = "minh-hoa"
_DRAFT = "ban-nhap"


def export_id(streams: Sequence[Stream], context: Context, form: str) -> str:
    """Eight hex digits of what a file holds and of what it says about that, in one form."""
    from congdoan.export.delimited import content_hash

    hashes = [content_hash(stream, context) for stream in streams]
    return hashlib.sha256(f"{form} {hashes} {context!r}".encode()).hexdigest()[:8]


def file_name(subject: str, places: str, years: str, context: Context, extension: str) -> str:
    """`doan-vien-theo-noi_cao-bang_2018-2021_r12.xlsx`: lower case ASCII, 80 characters at most.

    Empty parts go, long ones are cut between words. Simulated figures say `minh-hoa`, drafts `ban-nhap`.
    """
    mark = (_SIMULATED if context.dataset == "simulated" else _DRAFT) if context.mark else ""
    where = _cut(formats.file_name(places), _LONGEST_PLACES) if places else ""
    tail = formats.file_name(where, years, mark, context.release)
    room = LONGEST - len(f"_{tail}.{extension}")
    return f"{_cut(formats.file_name(subject), room)}_{tail}.{extension}"


def _cut(name: str, longest: int) -> str:
    """A name within a length, ended between two words where there are any."""
    if len(name) <= longest:
        return name
    return name[: longest + 1].rpartition("-")[0] or name[:longest]
