"""Files are taken from, and media handed to, browsers alone that were given our page."""

from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from congdoan import server, visitors
from congdoan.visitors import COOKIE, is_ours, token, visitors_only
from tests.asking import finished

GUARDED = ("/_stcore/upload_file/session/file", "/media/abc.xlsx", "/below/media/abc.xlsx")


def asked(path: str, cookie: str = "", method: str = "GET") -> tuple[int, str]:
    """Status and cookie of the answer to a request; whatever is let through is a page."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    brought = [(b"cookie", f"other=1; {COOKIE}={cookie}".encode())] if cookie else []
    scope = {"type": "http", "method": method, "path": path, "headers": brought}

    async def serve() -> None:
        await visitors_only(HTMLResponse("<html></html>"))(scope, receive, send)

    finished(serve())
    return sent[0]["status"], Headers(raw=sent[0]["headers"]).get("set-cookie", "")


@pytest.mark.parametrize("path", GUARDED)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_what_sessions_hold_is_refused_to_whoever_was_given_no_page(path: str, method: str) -> None:
    given = asked("/")[1].partition("=")[2].partition(";")[0]
    assert asked(path, method=method) == (403, "")
    assert asked(path, "00.11", method) == (403, "")
    assert asked(path, given, method) == (200, "")


def test_a_page_gives_a_cookie_once_that_no_script_and_no_other_site_can_use() -> None:
    given = asked("/nhap")[1]
    assert given.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert asked("/nhap", given.partition("=")[2].partition(";")[0]) == (200, "")


@pytest.mark.parametrize("cookie", ["", ".", "x", "00.", "é.é"])
def test_a_cookie_that_this_server_did_not_sign_is_none(cookie: str) -> None:
    assert not is_ours(cookie)


def test_a_signed_cookie_is_ours_as_it_is_and_in_no_other_way() -> None:
    signed = token()
    assert [is_ours(one) for one in (signed, signed + "0", signed[1:])] == [True, False, False]


def test_a_cookie_of_another_run_of_the_server_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    former = token()
    monkeypatch.setattr(visitors, "_KEY", b"another")
    assert not is_ours(former)


def test_the_server_lets_visitors_only() -> None:
    assert "visitors_only" in [getattr(one.cls, "__name__", "") for one in server.middleware()]
