"""Office files of equal content are equal byte by byte: no moment of writing stays in them."""

import io
import re
import zipfile
from typing import BinaryIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_WORKBOOK = ".xlsx"


def steady(file: BinaryIO, written: bytes, day: str) -> None:
    """Copies an office file with the days in it, and in workbooks inside, set to one: `2026-01-31`."""
    file.write(_settled(written, day))


def _settled(written: bytes, day: str) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _part(name, old.read(name), day))
    return result.getvalue()


def _part(name: str, content: bytes, day: str) -> bytes:
    if name.endswith(_WORKBOOK):
        return _settled(content, day)
    if name == "docProps/core.xml":
        return _WRITTEN.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode(), content)
    return content
