"""The command line publishes only what was looked at, takes it back, lists and audits it."""

import shutil
from pathlib import Path

import pytest

from congdoan import database
from congdoan.__main__ import main
from congdoan.text import say
from tests.publishing.conftest import opened
from tests.publishing.sending import book

ROW = ("LĐLĐ tỉnh Cao Bằng", 35_000, 12)


@pytest.fixture(autouse=True)
def desk(real_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A warehouse of the figures in git, of its own."""
    return opened(shutil.copytree(real_warehouse, tmp_path / "warehouse"), monkeypatch)


@pytest.fixture
def sent(tmp_path: Path) -> str:
    """A clean file of one unit."""
    path = tmp_path / "cao-bang.xlsx"
    path.write_bytes(book(ROW))
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    return main(arguments), capsys.readouterr().out


def test_a_file_is_published_listed_taken_back_and_audited(
    sent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = told(capsys, "import", sent, "--publish", "--note", "năm 2025", "--author", "Lan")
    assert (code, out.splitlines()[-1]) == (0, say("imports.serves", "vi", batch=1, release="r2"))
    assert "Lan · cao-bang.xlsx · năm 2025" in told(capsys, "batches")[1]
    assert told(capsys, "undo", "1", "--reason", "nhầm tệp")[1].strip().endswith("r1 đang phục vụ.")
    code, out = told(capsys, "audit")
    assert (code, out.split(":")[0]) == (0, "Nhật ký nguyên vẹn")
    assert database.version("real") == "r1"


def test_without_publish_nothing_is_published_and_what_serves_is_what_a_file_is_held_against(
    sent: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert told(capsys, "import", sent)[0] == 0
    assert database.version("real") == "r1"
    told(capsys, "import", sent, "--publish", "--note", "năm 2025")
    other = tmp_path / "other.xlsx"
    other.write_bytes(book(("LĐLĐ tỉnh Cao Bằng", "", 13)))
    assert "value.published" in told(capsys, "import", str(other), "--dry-run")[1]


@pytest.mark.parametrize(
    ("row", "arguments", "refusal"),
    [
        (ROW, (), "words"),
        (("LĐLĐ tỉnh Cao Bằng", -5, ""), ("--note", "x", "--yes"), "no_figures"),
        (("LĐLĐ tỉnh Cao Bằng", 36_000, "mười"), ("--note", "x", "--yes"), "no_figures"),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_reason(
    row: tuple, arguments: tuple[str, ...], refusal: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(row))
    code, out = told(capsys, "import", str(path), "--publish", *arguments)
    assert (code, out.splitlines()[-1]) == (2, say(f"imports.refused.{refusal}", "vi"))
    assert told(capsys, "batches")[1].strip() == say("imports.none", "vi")


def test_changes_want_a_reason_and_doubts_a_yes(
    sent: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "import", sent, "--publish", "--note", "năm 2025")
    path = tmp_path / "again.xlsx"
    path.write_bytes(book(("LĐLĐ tỉnh Cao Bằng", 35_100, 11)))
    for added, refusal in (
        ((), "unacknowledged"),
        (("--yes",), "reason"),
        (("--yes", "--reason", "đính chính"), ""),
    ):
        code, out = told(capsys, "import", str(path), "--publish", "--note", "lần 2", *added)
        last = say(f"imports.refused.{refusal}", "vi") if refusal else ""
        assert (code, last in out) == (2 if refusal else 0, True)
    assert database.version("real") == "r3"


def test_an_altered_store_ends_the_audit_with_an_error(
    desk: Path, sent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "import", sent, "--publish", "--note", "năm 2025")
    data = (desk / "control.sqlite").read_bytes() + (desk / "control.sqlite-wal").read_bytes()
    assert b"cao-bang.xlsx" in data
    for name in ("control.sqlite", "control.sqlite-wal"):
        path = desk / name
        path.write_bytes(path.read_bytes().replace("năm 2025".encode(), "năm 2026".encode()))
    code, out = told(capsys, "audit")
    assert code == 2
    assert say("audit.entry", "vi", number=1) in out or say("audit.batch", "vi", number=1) in out
