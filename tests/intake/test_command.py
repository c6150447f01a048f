"""The command for machines: one JSON object per file, and an exit code by the gravest message."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from congdoan.__main__ import main
from congdoan.intake.messages import INFOS, WARNINGS, severity
from congdoan.paths import ROOT
from congdoan.text import words
from tests.intake.case import PLAIN, one
from tests.intake.files import xlsx
from tests.project import literals, product


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict]]:
    code = main(["import", *arguments, "--dry-run", "--json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def write(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_clean_file_ends_with_zero_and_says_what_would_load(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (told,) = asked(capsys, write(tmp_path, "plain.xlsx", xlsx({"S": PLAIN})))
    assert code == 0
    assert told["file"] == "plain.xlsx"
    assert told["rows"][0] == {
        "sheet": "S",
        "row": 3,
        "unit": "ldld-cao-bang",
        "province": "63:04",
        "year": 2019,
        "figures": [
            {"metric": "members", "item": None, "recipient": None, "value": 52000, "qualifier": "exact"},
            {
                "metric": "members_female",
                "item": None,
                "recipient": None,
                "value": 21000,
                "qualifier": "exact",
            },
        ],
    }
    assert all(list(one) == ["sheet", "cell", "severity", "code", "text"] for one in told["messages"])


@pytest.mark.parametrize(
    ("cells", "code"), [(("Cao Bằng", 5, 1), 1), (("Cao Bằg", 5, 1), 2)], ids=["warning", "error"]
)
def test_the_exit_code_tells_the_gravest_message(
    cells: tuple, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "a.xlsx", one(*cells, heads=("Tỉnh", "Đoàn viên", "Diện tích")))
    assert asked(capsys, path)[0] == code


def test_several_files_give_an_object_each_and_one_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "plain.xlsx", xlsx({"S": PLAIN}))
    code, told = asked(capsys, path, str(tmp_path / "none.xlsx"))
    assert code == 2
    assert [len(one["rows"]) for one in told] == [2, 0]
    assert told[1]["messages"][0]["code"] == "file.unreadable"


def test_a_reader_that_wants_no_more_ends_a_command_without_a_word(tmp_path: Path) -> None:
    path = write(tmp_path, "plain.xlsx", xlsx({"S": PLAIN}))
    for command in (["import", path, "--json"], ["batches"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "congdoan", *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout
        process.stdout.close()
        assert (process.stderr.read() if process.stderr else b"", process.wait()) == (b"", 141)


def test_the_checked_file_is_written_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked(capsys, write(tmp_path, "a.xlsx", one("Cao Bằg", 5, 1)), "--checked", str(tmp_path))
    assert (tmp_path / "a-checked.xlsx").exists()


def codes() -> set[str]:
    """The codes that have a sentence."""
    others = ("intake.would_load", "intake.more")
    return {key.removeprefix("intake.") for key in words() if key.startswith("intake.") and key not in others}


def test_every_sentence_about_a_file_is_said_somewhere() -> None:
    said = {text for path in product() for _, text in literals(path)}
    composed = {f"{kind}.{state}" for kind in ("province", "unit") for state in STATES}
    assert not codes() - said - composed


STATES = "unknown several former historic late ended".split()


def test_every_code_has_one_severity_and_those_named_have_a_sentence() -> None:
    assert codes() >= WARNINGS | INFOS
    assert not WARNINGS & INFOS
    assert severity("number.two") == "error"
