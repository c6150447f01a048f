"""Files that people send, read and prepared against the hand-made figures as the product does it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congdoan.control import store
from congdoan.control.imports import Batch
from congdoan.intake import guarded
from congdoan.publishing import prepared
from congdoan.publishing.prepared import Prepared
from congdoan.publishing.publish import Words, publish, undo
from tests.asking import HAND, snapshot
from tests.intake.files import xlsx

HEADS = ("Đơn vị", "Số đoàn viên", "houses/new")
WORDS = Words("Nguyễn Văn A", "báo cáo năm", "số gửi lại")
"""Who publishes in these tests, and what they say."""


def book(*rows: Sequence[Any], year: int = 2025, heads: Sequence[str] = HEADS) -> bytes:
    """A form of a year: a title, headings, a row per unit."""
    return xlsx({"Biểu 1": [[f"BÁO CÁO NĂM {year}"], list(heads), *[list(row) for row in rows]]})


def read(folder: Path, data: bytes, facts: Path = HAND) -> Prepared:
    """Reads a file and prepares it against what serves."""
    folder.mkdir(parents=True)
    known = prepared.known(folder, store.folder(), facts, 2026)
    return prepared.prepare(guarded.read(data, "bao-cao.xlsx", known, folder), store.folder())


def send(folder: Path, data: bytes, words: Words = WORDS) -> Batch:
    """Reads a file and publishes it."""
    return publish(read(folder, data), words, HAND)


def take_back(batch: int, words: Words = WORDS) -> Batch:
    """Takes a batch back."""
    return undo(batch, words, HAND)


def figures(warehouse: Path) -> dict[str, tuple]:
    """All figures of the release that serves, by their ids."""
    with snapshot(warehouse) as connection:
        every = connection.execute(
            "select figure_id, source_id, note_vi, * exclude (figure_id, source_id, note_vi) from figures"
        ).fetchall()
    return {row[0]: row for row in every}
