"""A file is read with what is known of its sender and what was mended, by a process that can be stopped."""

import os
import time
from pathlib import Path

import pytest

from congdoan.control import imports, store
from congdoan.publishing import following
from congdoan.publishing.publish import publish
from congdoan.publishing.reading import read, unsure
from congdoan.publishing.worker import SENT
from tests.asking import HAND
from tests.publishing.sending import WORDS, book, figures

ASKING = ("Đơn vị", "Số đoàn viên", "Số nhà mới")


def folder(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    path.mkdir()
    return path


@pytest.mark.usefixtures("office")
def test_an_answer_about_a_column_is_remembered_for_files_of_the_same_layout(tmp_path: Path) -> None:
    first, found = read(
        book(["LĐLĐ tỉnh Cao Bằng", 80, 3], heads=ASKING), "a.xlsx", folder(tmp_path, "a"), facts=HAND
    )
    [(layout, [key])] = unsure(first.understood).items()
    assert found.figures == 1
    imports.remember(layout, {key: "houses"})
    again, found = read(
        book(["LĐLĐ tỉnh Phú Thọ", 90, 4], heads=ASKING), "b.xlsx", folder(tmp_path, "b"), facts=HAND
    )
    assert (unsure(again.understood), found.figures) == ({}, 2)
    other = ("Tên đơn vị", "Số đoàn viên", "Số nhà mới")
    strange, _ = read(
        book(["LĐLĐ tỉnh Phú Thọ", 90, 4], heads=other), "c.xlsx", folder(tmp_path, "c"), facts=HAND
    )
    assert unsure(strange.understood)


def test_a_cell_mended_in_place_is_published_with_what_was_typed(office: Path, tmp_path: Path) -> None:
    data = book(["LĐLĐ tỉnh Cao Bằng", "tám mươi", 3], ["LĐLĐ tỉnh Phú Thọ", 90, 4])
    _, found = read(data, "a.xlsx", folder(tmp_path, "a"), facts=HAND)
    assert found.figures == 2
    _, found = read(data, "a.xlsx", folder(tmp_path, "b"), fixes={"Biểu 1!B3": "80"}, facts=HAND)
    publish(found, WORDS, HAND)
    notes = {row[2] for row in figures(office).values() if row[1] == "N1"}
    assert notes == {"Biểu 1!B3 = 80", "Biểu 1!C3", "Biểu 1!B4", "Biểu 1!C4"}


@pytest.mark.usefixtures("office")
def test_work_that_is_stopped_ends_with_everything_that_it_started(tmp_path: Path) -> None:
    place = folder(tmp_path, "a")
    (place / SENT).write_bytes(book(*[("LĐLĐ tỉnh Cao Bằng", number, 1) for number in range(100_000)]))
    job = {"job": "read", "name": "a.xlsx", "answers": {}, "fixes": {}, "lang": "vi"}
    work = following.start(place, job)
    while not work.step[0]:
        time.sleep(0.05)
    started = children(work.process.pid)
    work.stop()
    assert outcome(work) == {"refused": "broken"}
    assert started
    assert not [pid for pid in started if alive(pid)]


def outcome(work: following.Work) -> dict:
    """How work ended, once it has."""
    while (ended := work.ended) is None:
        time.sleep(0.05)
    return ended


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.usefixtures("office")
def test_work_that_is_refused_says_why(tmp_path: Path) -> None:
    words = {"author": "Lan", "note": "nhầm", "reason": "nhầm"}
    work = following.start(folder(tmp_path, "a"), {"job": "undo", "batch": 7, **words})
    assert outcome(work) == {"refused": "not_in_force"}
    assert not (store.folder() / store.FILE).exists()
