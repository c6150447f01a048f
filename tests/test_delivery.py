"""The route of files, asked as a browser asks it; and how much memory a long file takes."""

import asyncio
import csv
import gc
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlencode

import openpyxl
import pyarrow.parquet as pq
import pytest
from starlette.requests import Request

from congdoan import delivery, export
from congdoan.errors import SnapshotError
from congdoan.page import files
from congdoan.paths import ROOT
from congdoan.tables import Stream
from congdoan.text import say
from tests.asking import finished

GOOD = {"bang": "figures/list", "ban": "r1", "chi-tieu": "members"}
MEGABYTES = 80


class Answer:
    """What came back: status, headers and body, as far as the browser stayed."""

    status = 0
    headers: dict[str, str]
    body = b""


async def exchange(method: str, query: dict[str, str], stays: bool) -> Answer:
    answer, asked = Answer(), [{"type": "http.request", "body": b"", "more_body": False}]
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"spec_version": "2.4"},
        "method": method,
        "path": files.PATH,
        "headers": [],
    }
    scope["query_string"] = urlencode(query).encode()

    async def receive() -> Any:
        if asked:
            return asked.pop()
        if stays:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {key.decode(): value.decode() for key, value in message["headers"]}
        answer.body += message.get("body", b"")

    response = await delivery.deliver(Request(scope, receive))
    await response(scope, receive, send)
    return answer


def ask(method: str = "GET", *, stays: bool = True, **query: str) -> Answer:
    return finished(
        exchange(method, {**GOOD, **{key.replace("_", "-"): value for key, value in query.items()}}, stays)
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The temporary files that were made."""
    made: list[Any] = []
    original = tempfile.TemporaryFile

    def remembered() -> Any:
        made.append(original())
        return made[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", remembered)
    return made


READERS: dict[str, Callable[[bytes], int]] = {
    "csv": lambda body: len(list(csv.reader(io.StringIO(body.decode(), newline="")))) - 1,
    "csv_excel": lambda body: body.decode("utf-8-sig").count("\r\n") - 1,
    "parquet": lambda body: pq.read_table(io.BytesIO(body)).num_rows,
    "xlsx": lambda body: (
        sum(
            row[0].value is not None
            for row in openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].iter_rows()
        )
        - 2
    ),
}


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("form", export.FORMS)
def test_a_file_comes_whole_named_typed_and_unkept(form: export.Form, opened: list[Any]) -> None:
    answer = ask(dang=form)
    assert answer.status == 200
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["content-type"].split(";")[0] == export.MIME[form]
    assert answer.headers["cache-control"] == "no-store"
    name = unquote(answer.headers["content-disposition"].removeprefix("attachment; filename*=UTF-8''"))
    assert name == f"doan-vien-moi-so-lieu_r1.{export.EXTENSIONS[form]}"
    asked, _ = files.wanted({**GOOD, "dang": form})
    assert READERS[form](answer.body) == len(files.stream(asked)) > 5
    assert all(file.closed for file in opened)


@pytest.mark.usefixtures("hand")
def test_asking_whether_there_is_a_file_writes_none(opened: list[Any]) -> None:
    assert (ask("HEAD", dang="csv").status, ask("HEAD", dang="exe").status) == (200, 400)
    assert not opened


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_refusal_says_why_in_the_language(lang: str) -> None:
    bad = ask(dang="exe", lang=lang)
    gone = ask(dang="csv", ban="r0", lang=lang)
    assert (bad.status, gone.status) == (400, 410)
    said = say("file.gone", "en" if lang == "en" else "vi", release="r0", serving="r1")
    assert gone.body.decode() == said
    assert "xlsx, csv_excel" in bad.body.decode()
    assert bad.headers["content-type"].startswith("text/plain")


def test_without_a_snapshot_it_says_that_there_is_no_file() -> None:
    answer = ask(dang="csv")
    assert (answer.status, answer.body.decode()) == (503, say("file.failed", "vi"))


@pytest.mark.usefixtures("hand")
def test_a_browser_that_left_ends_the_writing_and_nothing_stays(opened: list[Any]) -> None:
    assert ask(dang="csv", stays=False).status == 499
    assert opened
    assert all(file.closed for file in opened)


@pytest.mark.usefixtures("hand")
def test_what_fails_while_it_is_written_leaves_nothing(
    opened: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Stream:
        raise SnapshotError("damaged")

    monkeypatch.setattr(export, "write", broken)
    assert ask(dang="csv").status == 503
    gc.collect()
    assert [file.closed for file in opened] == [True]


@pytest.mark.parametrize(("form", "rows"), [("csv", 500_000), ("parquet", 1_000_000), ("xlsx", 120_000)])
def test_a_long_file_takes_little_memory(form: str, rows: int) -> None:
    """Written in a process of its own."""
    script = ROOT / "tests" / "export" / "long_file.py"
    command = [sys.executable, str(script), form, str(rows)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    found = json.loads(done.stdout)
    assert found["rows"] == rows
    assert found["megabytes"] < MEGABYTES
