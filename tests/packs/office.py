"""LibreOffice as the office PC of a reader: it opens files without a window and prints them as PDF."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

PROGRAMS = {"pptx": "simpress", "docx": "swriter", "xlsx": "scalc"}
"""What of LibreOffice opens each form; distributions pack them one by one."""
PATIENCE = 120
NEAR = 3.0
"""Points by which letters may lean out of their box."""
Box = tuple[float, float, float, float]


def missing(form: str) -> str:
    """Why files of a form cannot be opened on this machine; "" where they can."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return "LibreOffice is not installed: there is no soffice"
    there = (Path(soffice).resolve().parent / PROGRAMS[form]).exists()
    return "" if there else f"this LibreOffice opens no {form}: it has no {PROGRAMS[form]}"


def printed(files: Sequence[Path], folder: Path) -> dict[str, Any]:
    """Files as LibreOffice prints them into a folder, each an opened PDF; in a profile of its own."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    unopened = [file.name for file in files if not (folder / f"{file.stem}.pdf").is_file()]
    assert not unopened, f"LibreOffice did not open {unopened}"
    return {file.stem: pypdfium2.PdfDocument(folder / f"{file.stem}.pdf") for file in files}


def words(page: Any) -> str:
    """All that is written on a page, also beyond its edges."""
    return str(page.get_textpage().get_text_range())


def letters(text: str) -> Counter[str]:
    """How often each letter stands in a text: their order is lost where one comes from another font."""
    return Counter(re.sub(r"\s", "", text))


def within(page: Any, box: Box) -> Counter[str]:
    """The letters in a box of a page: left, top, width and height, in points from the upper left corner."""
    left, top, wide, tall = box
    height = page.get_height()
    edges = (left - NEAR, height - top - tall - NEAR, left + wide + NEAR, height - top + NEAR)
    return letters(page.get_textpage().get_text_bounded(*edges))


def on_paper(page: Any) -> Counter[str]:
    """The letters between the edges of a page."""
    return letters(page.get_textpage().get_text_bounded(0, 0, *page.get_size()))


def numbers(texts: Sequence[str]) -> list[str]:
    """The digits of each number in some texts, whatever separates them."""
    found = (re.findall(r"\d[\d.,\u00a0]*", text) for text in texts)
    return [digits for many in found for one in many if (digits := re.sub(r"\D", "", one))]
