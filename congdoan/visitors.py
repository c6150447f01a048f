"""Lets only browsers that were given our page send files and fetch what a session holds.

Streamlit hands out `/media` to anybody who knows an address, and takes files from whoever knows a session. So
each page comes with a cookie that this server signed, and both want it back. It names nobody.
"""

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "congdoan-visitor"
GUARDED: Final = ("/_stcore/upload_file/", "/media/")
"""What only visitors may ask for, wherever below the server's own address."""
_KEY: Final = secrets.token_bytes(32)
"""Of this run of the server, as the sessions that it guards are."""


def visitors_only(app: ASGIApp) -> ASGIApp:
    """Gives each page a cookie, and refuses with 403 what is guarded to whoever brings none of ours."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        known = is_ours(_brought(Headers(scope=scope)))
        if not known and any(part in scope["path"] for part in GUARDED):
            await PlainTextResponse("403 Forbidden", status_code=403)(scope, receive, send)
            return

        async def give(message: Message) -> None:
            if not known and message["type"] == "http.response.start" and _is_page(message):
                MutableHeaders(scope=message).append(
                    "Set-Cookie", f"{COOKIE}={token()}; Path=/; HttpOnly; SameSite=Strict"
                )
            await send(message)

        await app(scope, receive, give)

    return serve


def token() -> str:
    """A new cookie: a number that is drawn, and its signature."""
    drawn = secrets.token_hex(16)
    return f"{drawn}.{_signature(drawn)}"


def is_ours(cookie: str) -> bool:
    """Whether this server gave a cookie."""
    drawn, _, signature = cookie.partition(".")
    return hmac.compare_digest(signature.encode(), _signature(drawn).encode())


def _signature(drawn: str) -> str:
    return hmac.new(_KEY, drawn.encode(), hashlib.sha256).hexdigest()


def _brought(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _is_page(message: Message) -> bool:
    kind = Headers(raw=message["headers"]).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")
