"""The forms in which a pack is handed over, each written from the same slides."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from congdoan import export
from congdoan.packs.model import Pack
from congdoan.packs.powerpoint import pptx
from congdoan.packs.report import pdf, pdf_a3
from congdoan.packs.sheets import xlsx
from congdoan.packs.word import docx

Form = Literal[
    "pptx",
    "pdf",
    "pdf_a3",
    "docx",
    "xlsx",
]
FORMS: tuple[Form, ...] = get_args(Form)
EXTENSIONS: Mapping[Form, str] = {form: form.partition("_")[0] for form in FORMS}
_OFFICE = "application/vnd.openxmlformats-officedocument"
MIME: Mapping[Form, str] = {
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "pdf_a3": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
_WRITERS: Mapping[Form, Callable[[BinaryIO, Pack], None]] = {
    "pptx": pptx,
    "pdf": pdf,
    "pdf_a3": pdf_a3,
    "docx": docx,
    "xlsx": xlsx,
}


def write(form: Form, file: BinaryIO, pack: Pack) -> None:
    """Writes the pack in one form; equal packs give equal content."""
    _WRITERS[form](file, pack)


def save(form: Form, folder: Path, pack: Pack) -> Path:
    """Writes the pack as a file of a folder, which is made where it is not there; the path of the file.

    Written aside first: a file of that name is whole, or the one from before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(pack, form)
    aside = path.with_name(f".{path.name}")
    with aside.open("wb") as file:
        write(form, file, pack)
    aside.replace(path)
    return path


def file_name(pack: Pack, form: Form) -> str:
    """`tong-ket-nam_cao-bang_2021_r12.pptx`, on A3 `tong-ket-nam-a3_…`; figures that are not real say so."""
    sheet = form.partition("_")[2]
    subject = " ".join(part for part in (pack.deck, sheet) if part)
    return export.file_name(subject, pack.place, pack.period, pack.context, EXTENSIONS[form])
