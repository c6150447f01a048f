"""What is called preliminary is kept and served as that, until a final figure takes its place."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from congdoan.control import imports, store
from congdoan.ingest.imports import parquet
from congdoan.intake import statuses
from congdoan.intake.understanding import STATUS
from congdoan.publishing import publish as publishing
from congdoan.publishing import workshop
from congdoan.publishing.prepared import Prepared
from congdoan.publishing.publish import publish
from congdoan.publishing.reading import read
from tests.asking import HAND, snapshot
from tests.intake.files import xlsx
from tests.publishing.sending import WORDS

CAO_BANG = "LĐLĐ tỉnh Cao Bằng"
HEADS = ("Đơn vị", "Số đoàn viên")


def prepare(folder: Path, *rows: Sequence[Any], **answers: str) -> Prepared:
    """Reads a sheet as the screen does."""
    folder.mkdir()
    told = {STATUS: answers["status"]} if answers else {}
    return read(xlsx({"S": rows}), "a.xlsx", folder, told, facts=HAND)[1]


def sent(warehouse: Path, folder: Path, *rows: Sequence[Any], **answers: str) -> list[tuple]:
    """Publishes a sheet; the members of Cao Bằng that are served then, with what they are."""
    publish(prepare(folder, *rows, **answers), WORDS, HAND)
    with snapshot(warehouse) as connection:
        return connection.execute(
            "select cast(value as integer), cast(status as varchar) from figures "
            "where org_id = 'ldld-cao-bang' and year = 2025 and metric = 'members' and scope = 'total'"
        ).fetchall()


@pytest.mark.parametrize(
    "rows",
    [
        (("BÁO CÁO NĂM 2025 (số sơ bộ)",), HEADS, (CAO_BANG, 80)),
        (("Số liệu ước tính cả năm 2025",), HEADS, (CAO_BANG, 80)),
        (("BÁO CÁO NĂM 2025",), ("Đơn vị", "Đoàn viên (ước)"), (CAO_BANG, 80)),
        (("BÁO CÁO",), ("Đơn vị", "Đoàn viên ước thực hiện 2025"), (CAO_BANG, 80)),
        (("BÁO CÁO NĂM 2025",), (*HEADS, "Tình trạng số liệu"), (CAO_BANG, 80, "so bo")),
        (
            (f"{CAO_BANG} BÁO CÁO",),
            ("TT", "Nội dung", "ĐVT", "Ước TH 2025"),
            (1, "Số đoàn viên", "người", 80),
        ),
    ],
    ids=["title", "estimates", "heading", "column", "row", "form"],
)
def test_a_file_says_in_any_place_that_figures_are_preliminary(
    rows: Sequence[Sequence[Any]], office: Path, tmp_path: Path
) -> None:
    assert sent(office, tmp_path / "a", *rows) == [(80, "preliminary")]
    assert list(imports.faults()) == []


def test_a_final_figure_takes_the_place_of_a_preliminary_one_and_is_no_correction(
    office: Path, tmp_path: Path
) -> None:
    title, final = ("BÁO CÁO NĂM 2025 (số sơ bộ)",), ("BÁO CÁO NĂM 2025",)
    assert sent(office, tmp_path / "a", title, HEADS, (CAO_BANG, 80)) == [(80, "preliminary")]
    assert sent(office, tmp_path / "b", final, HEADS, (CAO_BANG, 80)) == [(80, "final")]
    assert sent(office, tmp_path / "c", title, HEADS, (CAO_BANG, 80)) == [(80, "final")]
    assert sent(office, tmp_path / "d", final, HEADS, (CAO_BANG, 82)) == [(82, "corrected")]
    assert sent(office, tmp_path / "e", title, HEADS, (CAO_BANG, 83)) == [(83, "preliminary")]
    assert sent(office, tmp_path / "f", final, HEADS, (CAO_BANG, 84)) == [(84, "final")]


def test_who_sends_a_file_may_say_what_its_figures_are(office: Path, tmp_path: Path) -> None:
    plain, called = ("BÁO CÁO NĂM 2025",), ("BÁO CÁO NĂM 2025 (ước)",)
    assert sent(office, tmp_path / "a", plain, HEADS, (CAO_BANG, 80), status="preliminary") == [
        (80, "preliminary")
    ]
    assert sent(office, tmp_path / "b", called, HEADS, (CAO_BANG, 81), status="final") == [(81, "final")]


def test_a_large_batch_keeps_its_statuses_and_one_of_before_has_none(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "MOST_ROWS", 0)
    title = ("BÁO CÁO NĂM 2025 (số sơ bộ)",)
    assert sent(office, tmp_path / "a", title, HEADS, (CAO_BANG, 80)) == [(80, "preliminary")]
    [path] = (office / imports.PARQUET).iterdir()
    assert [row[-1] for row in workshop.figures(path)] == ["preliminary"]
    with closing(duckdb.connect()) as connection:
        former = tmp_path / "former.parquet"
        connection.read_parquet(str(path)).project("* exclude (status)").write_parquet(str(former))
        assert parquet(connection, former).columns == [*imports.FIGURE]
    assert [row[-1] for row in workshop.figures(former)] == [None]


def test_a_figure_of_before_there_was_a_status_has_the_hash_that_it_had() -> None:
    before = [1, "S", 3, "B3", *[""] * 16]
    assert imports.content_of([[*before, None]]) == imports.content_of([before])
    assert imports.content_of([[*before, "final"]]) != imports.content_of([[*before, None]])


def test_a_store_of_before_takes_statuses_up(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = store._scripts()
    monkeypatch.setattr(store, "_scripts", lambda: scripts[: [number for number, _ in scripts].index(60)])
    with store.change():
        pass
    store._close()
    with closing(sqlite3.connect(office / store.FILE)) as connection, connection:
        connection.execute(
            "insert into batches values (1, null, 'a', 'b', 'c', '', '', '', 'r1', 1, 1, 0, '', null)"
        )
        row = (1, 1, "S", 3, "B3", *[""] * 10, "exact", "new", None, None, 0, None)
        connection.execute(f"insert into batch_figures values ({', '.join('?' * 21)})", row)
    monkeypatch.setattr(store, "_scripts", lambda: scripts)
    assert [(row["cell"], row["status"]) for row in imports.figures(1)] == [("B3", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("CÔNG ĐOÀN CƠ SỞ BỘ CÔNG THƯƠNG NĂM 2025", ""),
        ("Số thỏa ước thực hiện năm 2025", ""),
        ("Chương trình Ước mơ của em 2025", ""),
        ("Đoàn viên", ""),
        ("Ước năm 2025", "preliminary"),
        ("Ước 2025", "preliminary"),
        ("Số liệu chính thức năm 2024", "final"),
        ("Số đính chính", "corrected"),
    ],
)
def test_only_words_that_speak_of_the_status_do(text: str, status: str) -> None:
    assert statuses.of([text]) == status
