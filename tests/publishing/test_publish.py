"""What is published serves, what is taken back is as if it had never been, and both are kept for good."""

from dataclasses import replace
from pathlib import Path

import pytest

from congdoan import database
from congdoan.control import imports
from congdoan.errors import DataError
from congdoan.ingest import build
from congdoan.publishing import publish as publishing
from congdoan.publishing.publish import RefusedError, draft, publish
from tests.asking import HAND, changed, snapshot
from tests.publishing.sending import WORDS, book, figures, read, send, take_back


def members(warehouse: Path, unit: str, year: int) -> list[tuple]:
    with snapshot(warehouse) as connection:
        return connection.execute(
            "select cast(value as integer), cast(status as varchar), source_id, note_vi, figure_id "
            "from figures where org_id = $unit and year = $year and metric = 'members' and scope = 'total'",
            {"unit": unit, "year": year},
        ).fetchall()


@pytest.mark.usefixtures("office")
def test_a_file_is_told_apart_into_new_changed_unchanged_and_suspicious(tmp_path: Path) -> None:
    found = read(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 500, 10], ["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    assert (found.figures, found.new, found.changed, found.unchanged, found.suspicious) == (4, 2, 1, 1, 1)


def test_a_published_figure_takes_the_place_of_the_same_one_and_names_file_sheet_and_cell(
    office: Path, tmp_path: Path
) -> None:
    batch = send(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""]))
    assert (batch.served_by, database.version("real")) == ("r2", "r2")
    assert members(office, "ldld-phu-tho-2025", 2025) == [(75, "corrected", "N1", "Biểu 1!B3", "H3-F01")]
    with snapshot(office) as connection:
        document = connection.execute("select * from sources where source_id = 'N1'").fetchall()[0]
    assert batch.sha256 in document
    assert "bao-cao.xlsx: báo cáo năm" in document
    assert "Nguyễn Văn A" in document


def test_what_is_taken_back_leaves_the_very_snapshot_that_served_before(office: Path, tmp_path: Path) -> None:
    before = figures(office)
    send(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, 12], ["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    assert figures(office) != before
    back = take_back(1)
    assert back.served_by == database.version("real") == "r1"
    assert figures(office) == before
    undone = [(row["kind"], row["before_value"], row["value"]) for row in imports.figures(back.batch)]
    assert undone == [
        ("changed", "75", "70"),
        ("changed", "12", "10"),
        ("gone", "80", None),
        ("gone", "1", None),
    ]


def test_a_batch_brought_again_after_it_was_taken_back_serves_as_before(office: Path, tmp_path: Path) -> None:
    send(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""]))
    with_it = figures(office)
    take_back(1)
    assert take_back(2).served_by == "r2"
    assert figures(office) == with_it


def test_taking_back_the_older_of_two_leaves_what_the_newer_one_says(office: Path, tmp_path: Path) -> None:
    send(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""], ["LĐLĐ tỉnh Cao Bằng", 80, ""]))
    send(tmp_path / "b", book(["LĐLĐ tỉnh Phú Thọ", 76, ""]))
    back = take_back(1)
    assert [(row["org_id"], row["kind"]) for row in imports.figures(back.batch)] == [
        ("ldld-cao-bang", "gone")
    ]
    assert members(office, "ldld-phu-tho-2025", 2025)[0][:3] == (76, "corrected", "N2")
    assert members(office, "ldld-cao-bang", 2025) == []


def test_a_build_from_the_files_keeps_what_was_imported(office: Path, tmp_path: Path) -> None:
    send(tmp_path / "a", book(["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    served = figures(office)
    assert build(HAND, office) == "r2"
    (office / "r2.duckdb").unlink()
    assert build(HAND, office) == "r3"
    assert figures(office) == served


@pytest.mark.usefixtures("office")
def test_a_release_is_published_against_the_figures_that_were_looked_at_and_no_other(tmp_path: Path) -> None:
    looked_at = read(tmp_path / "a", book(["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    send(tmp_path / "b", book(["LĐLĐ tỉnh Phú Thọ", 75, ""]))
    with pytest.raises(RefusedError, match="r1 serves no more"):
        publish(looked_at, WORDS, HAND)
    assert len(imports.batches()) == 1


@pytest.mark.usefixtures("office")
def test_a_published_figure_changes_for_a_reason_only_and_nobody_publishes_without_a_name(
    tmp_path: Path,
) -> None:
    found = read(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""]))
    for words in (replace(WORDS, reason=" "), replace(WORDS, author=""), replace(WORDS, note="")):
        with pytest.raises(ValueError, match="found 0 characters"):
            publish(found, words, HAND)
    assert imports.batches() == []
    assert database.version("real") == "r1"


@pytest.mark.usefixtures("office")
def test_a_batch_that_cannot_be_built_ends_as_left_and_the_old_release_serves(tmp_path: Path) -> None:
    found = read(tmp_path / "a", book(["LĐLĐ tỉnh Cao Bằng", 80, 1]))
    wrong = changed(tmp_path / "wrong", ("facts", "members,,,,70,,,person", "members,,,,70,,persn"))
    with pytest.raises(DataError):
        publish(found, WORDS, wrong)
    assert [(one.published, one.served_by) for one in imports.batches()] == [(False, "")]
    assert database.version("real") == "r1"


def test_a_draft_can_be_read_by_its_name_and_neither_serves_nor_is_a_release(
    office: Path, tmp_path: Path
) -> None:
    found = read(tmp_path / "a", book(["LĐLĐ tỉnh Phú Thọ", 75, ""]))
    name = draft(found, WORDS, HAND)
    assert database.kept("real", name)
    latest = {"metrics": ["members"], "places": ["34:25"], "year_from": 2025, "scheme": "34"}
    assert database.rows("places/latest", "real", latest, name).records[0]["value"] == 75
    assert database.rows("places/latest", "real", latest).records[0]["value"] == 70
    assert (imports.batches(), build(HAND, office)) == ([], "r1")
    assert publish(found, WORDS, HAND).served_by == "r2"


def test_a_large_batch_lies_in_a_file_beside_the_store_and_serves_alike(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ["LĐLĐ tỉnh Phú Thọ", 75, 12], ["LĐLĐ tỉnh Cao Bằng", 80, 1]
    send(tmp_path / "small", book(*rows))
    small = figures(office)
    take_back(1)
    monkeypatch.setattr(publishing, "MOST_ROWS", 3)
    batch = send(tmp_path / "large", book(*rows))
    path = imports.parquet_of(batch)
    assert path is not None
    assert (path.name, imports.figures(batch.batch)) == (f"{imports.file_hash(path)}.parquet", [])
    strip = {row[0]: row[3:] for row in figures(office).values()}
    assert {key.replace("N1-", "N3-"): row[3:] for key, row in small.items()} == strip
    assert take_back(batch.batch).changed == 4
