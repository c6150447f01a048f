"""Hands out files of any length, written part by part into a temporary file that goes with its sender."""

import asyncio
import logging
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import IO, Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from congdoan import export
from congdoan.errors import CongdoanError
from congdoan.export import Form
from congdoan.page import files
from congdoan.tables import Part, Stream
from congdoan.text import Language, say

_CHUNK = 1 << 20
_AT_A_TIME: Final = asyncio.Semaphore(2)
"""Two files are written at a time; who comes third waits."""
_UNKEPT: Final = {"Cache-Control": "no-store"}
_STATUS: Final = {files.AddressError: 400, files.GoneError: 410}
log = logging.getLogger("congdoan")


class _LeftError(Exception):
    """Nobody waits for the file any more."""


@dataclass(frozen=True)
class _Ready:
    """A written file, its form and the name under which it is handed over."""

    file: IO[bytes]
    form: Form
    name: str


def route() -> Route:
    """The address of files."""
    return Route(files.PATH, deliver)


async def deliver(request: Request) -> Response:
    """The file that the address asks for; 400, 410 or 503 and why, in the language, where there is none.

    HEAD says whether there is one, without writing it.
    """
    try:
        asked, form = await run_in_threadpool(files.wanted, request.query_params)
        if request.method == "HEAD":
            return Response(headers=_UNKEPT)
        async with _AT_A_TIME:
            ready = await _while_wanted(request, lambda left: _written(asked, form, left))
    except CongdoanError as error:
        return _refusal(request, error)
    except _LeftError:
        return Response(status_code=499)
    return _answer(ready)


async def _while_wanted(request: Request, make: Callable[[threading.Event], _Ready]) -> _Ready:
    """Makes a file in a thread, which ends early when the browser has gone."""
    left = threading.Event()
    making = asyncio.create_task(run_in_threadpool(make, left))
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({making, leaving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        left.set()
        leaving.cancel()
    return await making


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _written(asked: files.Wanted, form: Form, left: threading.Event) -> _Ready:
    said, stream = files.about(asked), files.stream(asked)
    watched = replace(stream, parts=lambda: _watched(stream, left))
    with ExitStack() as unless_written:
        file = unless_written.enter_context(tempfile.TemporaryFile())
        export.write(form, file, watched, said)
        unless_written.pop_all()
    return _Ready(file, form, files.file_name(asked, said, form))


def _watched(stream: Stream, left: threading.Event) -> Iterator[Part]:
    """The parts of a file, while somebody waits for it; the next is read while one is written."""
    parts = iter(stream.parts())
    with ThreadPoolExecutor(1, thread_name_prefix="file") as reader:
        coming = reader.submit(next, parts, None)
        while (part := coming.result()) is not None:
            if left.is_set():
                raise _LeftError
            coming = reader.submit(next, parts, None)
            yield part


def _answer(ready: _Ready) -> Response:
    length = ready.file.tell()
    ready.file.seek(0)
    headers = {
        **_UNKEPT,
        "Content-Length": str(length),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(ready.name)}",
    }
    return StreamingResponse(_chunks(ready.file), headers=headers, media_type=export.MIME[ready.form])


def _chunks(file: IO[bytes]) -> Iterable[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _refusal(request: Request, error: CongdoanError) -> Response:
    lang: Language = "en" if request.query_params.get("lang") == "en" else "vi"
    status = _STATUS.get(type(error), 503)
    if status == 503:
        log.error("no file for %s", request.url.query, exc_info=error)
    said = str(error) if status != 503 else say("file.failed", lang)
    return PlainTextResponse(said, status_code=status, headers=_UNKEPT)
