"""The forms in which a pack is handed over, each written from the same slides."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from congdoan import export
from congdoan.packs.model import Pack
from congdoan.packs.offline import offline
from congdoan.packs.sheets import xlsx

Form = Literal["xlsx", "html"]
FORMS: tuple[Form, ...] = get_args(Form)
EXTENSIONS: Mapping[Form, str] = {form: form for form in FORMS}
MIME: Mapping[Form, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
_WRITERS: Mapping[Form, Callable[[BinaryIO, Pack], None]] = {"xlsx": xlsx, "html": offline}


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
    """`tong-ket-nam_cao-bang_2021_r12.pptx`; figures that are not real say so."""
    return export.file_name(pack.deck, pack.place, pack.period, pack.context, EXTENSIONS[form])
