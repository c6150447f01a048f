"""The forms in which a pack is handed over, each written from the same slides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from congdoan import export
from congdoan.packs.model import Pack

Form = Literal["pptx", "pdf", "pdf_a3", "docx", "xlsx", "html"]
FORMS: tuple[Form, ...] = get_args(Form)
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class FileKind:
    """A kind of file: the ending of its name and its media type."""

    extension: str
    media_type: str


KINDS: Mapping[Form, FileKind] = {
    "pptx": FileKind("pptx", f"{_OFFICE}.presentationml.presentation"),
    "pdf": FileKind("pdf", "application/pdf"),
    "pdf_a3": FileKind("pdf", "application/pdf"),
    "docx": FileKind("docx", f"{_OFFICE}.wordprocessingml.document"),
    "xlsx": FileKind("xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    "html": FileKind("html", "text/html; charset=utf-8"),
}


def write(form: Form, file: BinaryIO, pack: Pack) -> None:
    """Writes the pack in one form; equal packs give equal content."""
    _writer(form)(file, pack)


def save(form: Form, folder: Path, pack: Pack) -> Path:
    """Writes the pack as a file of a folder, which is made where it is not there; the path of the file.

    Written aside first: a file of that name is whole, or the one from before, and nothing else is left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(pack, form)
    aside = path.with_name(f".{path.name}")
    try:
        with aside.open("wb") as file:
            write(form, file, pack)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return path


def file_name(pack: Pack, form: Form) -> str:
    """`tong-ket-nam_cao-bang_2021_r12.pptx`, on A3 `tong-ket-nam-a3_…`; figures that are not real say so."""
    sheet = form.partition("_")[2]
    subject = " ".join(part for part in (pack.deck, sheet) if part)
    return export.file_name(subject, pack.place, pack.period, pack.context, KINDS[form].extension)


def _writer(form: Form) -> Callable[[BinaryIO, Pack], None]:
    """What writes a form, imported with its first file: the libraries of office files are large."""
    match form:
        case "pptx":
            from congdoan.packs.powerpoint import pptx as writer
        case "pdf":
            from congdoan.packs.report import pdf as writer
        case "pdf_a3":
            from congdoan.packs.report import pdf_a3 as writer
        case "docx":
            from congdoan.packs.word import docx as writer
        case "xlsx":
            from congdoan.packs.sheets import xlsx as writer
        case "html":
            from congdoan.packs.offline import offline as writer
    return writer
