"""What the web server adds to Streamlit: readiness, the chart library, compression, page, safe headers."""

import asyncio
import base64
import gzip
import hashlib
import mimetypes
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, cast
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from congdoan import delivery
from congdoan.catalogue import current
from congdoan.control.codes import address_of
from congdoan.database import release
from congdoan.errors import DataError, SnapshotError, StoreError
from congdoan.ingest.real import settle_left
from congdoan.packs.codes import PATH as CODES
from congdoan.packs.library import library
from congdoan.page.component import FOLDER, address, script_of
from congdoan.page.plot import PLOTLY_ADDRESS
from congdoan.page.states import on_script_error
from congdoan.page.tuning import tune
from congdoan.paths import ROOT
from congdoan.queries import all_queries
from congdoan.text import Language, say
from congdoan.visitors import visitors_only

__all__ = ["SCRIPT", "middleware", "on_script_error", "routes", "warm"]

SCRIPT: Final = ROOT / "congdoan" / "shell.py"
ICON: Final = ROOT / "congdoan" / "icon.png"
HOME: Final = "<script>window.__streamlit={BACKEND_BASE_URL:location.origin}</script>"
"""Tells Streamlit's page where its server is; else it asks below every deep link first and gets a 404."""
FOREVER: Final = "public, max-age=31536000, immutable"


@asynccontextmanager
async def warm(_app: object) -> AsyncIterator[None]:
    """Reads words, catalogue and queries for the first visitor, and ends what a crash left open."""
    with suppress(DataError):  # readiness tells of it, and the screens do
        current()
    all_queries()
    tune()
    settle_left()
    yield


def routes() -> list[Route]:
    """The addresses of our own: readiness, the chart library, the icon before the first run, files."""
    own = {
        "/readyz": readyz,
        "/plotly.js": plotly_js,
        "/favicon.png": icon,
        f"{FOLDER}/{{name}}.js": part_js,
        f"{CODES}/{{code}}": coded,
    }
    return [*(Route(path, answer) for path, answer in own.items()), delivery.route()]


def middleware() -> list[Middleware]:
    """The layers around Streamlit, outermost first."""
    return [
        Middleware(sent_at_once),
        Middleware(visitors_only),
        Middleware(safe_headers),
        Middleware(own_shell),
        Middleware(packed_assets),
    ]


def readyz(_request: Request) -> Response:
    """200 `ready <release>` when the real figures and the catalogue can be read, else 503 and why."""
    try:
        serving = release("real").release
        current()
        return PlainTextResponse(f"ready {serving}")
    except (SnapshotError, DataError) as error:
        return PlainTextResponse(f"not ready: {error}", status_code=503)


def plotly_js(request: Request) -> Response:
    """The chart library out of the installed plotly package."""
    path = library()
    if not _accepts_gzip(request.headers):
        return FileResponse(path, headers={"Cache-Control": FOREVER})
    return _packed_response(path)


def part_js(request: Request) -> Response:
    """The script of one of our own components."""
    script = script_of(request.path_params["name"])
    if script is None:
        return Response(status_code=404)
    headers = {"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    return Response(_zipped(script), media_type="text/javascript", headers=headers)


def coded(request: Request) -> Response:
    """Leads from the short code of a slide to its view, of the same release; 404 for a code nobody made."""
    try:
        address = address_of(str(request.path_params["code"]))
    except StoreError as error:
        return PlainTextResponse(str(error), status_code=503)
    if address is None:
        unknown = "\n".join([say("code.unknown", "vi"), say("code.unknown", "en")])
        return PlainTextResponse(unknown, status_code=404)
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def icon(_request: Request) -> Response:
    """The small picture in the browser's tab."""
    return FileResponse(ICON)


def sent_at_once(app: ASGIApp) -> ASGIApp:
    """Has every part of an answer leave when it is written.

    Streamlit's socket keeps a small one back until the browser confirms the last, which takes up to 40 ms.
    """

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if isinstance(transport, asyncio.Transport):
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await app(scope, receive, send)

    return serve


def packed_assets(app: ASGIApp) -> ASGIApp:
    """Serves Streamlit's scripts and styles compressed once, then from memory: 9.7 MB become 3.2."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        path = _assets().get(scope.get("path", "")) if scope["type"] == "http" else None
        if path is None or scope["method"] != "GET" or not _accepts_gzip(Headers(scope=scope)):
            await app(scope, receive, send)
            return
        response = await run_in_threadpool(_packed_response, path)
        await response(scope, receive, send)

    return serve


def own_shell(app: ASGIApp) -> ASGIApp:
    """Puts our title and language into the one HTML page that Streamlit serves for every address."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        lang: Language = "en" if parse_qs(scope["query_string"]).get(b"lang") == [b"en"] else "vi"
        page = b""

        async def replace(message: Message) -> None:
            nonlocal page
            if message["type"] == "http.response.start" and _is_page(message):
                page = shell_html(lang)
                headers = MutableHeaders(scope=message)
                headers["Content-Length"] = str(len(page))
                del headers["Content-Encoding"]
                del headers["ETag"]
                del headers["Last-Modified"]
            elif page and message["type"] == "http.response.body":
                if message.get("more_body"):
                    return
                message = {"type": "http.response.body", "body": page}
            await send(message)

        await app(scope, receive, replace)

    return serve


def safe_headers(app: ASGIApp) -> ASGIApp:
    """Adds the headers that keep the browser from loading, sending or framing anything of another host."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_headers())
            await send(message)

        await app(scope, receive, add if scope["type"] == "http" else send)

    return serve


def shell_html(lang: Language) -> bytes:
    """Streamlit's HTML page with our language, title and words for a browser without JavaScript.

    It fetches our parts beside Streamlit's own scripts, and reads the chart library while it waits for those;
    else cards would wait for both.
    All is addressed from the root, so that addresses of any depth open.
    """
    return _shell_html(lang, say("app.title", lang), say("app.no_script", lang))


@lru_cache(maxsize=4)
def _shell_html(lang: Language, title: str, no_script: str) -> bytes:
    html = (_streamlit_static() / "index.html").read_text(encoding="utf-8")
    html = re.sub(r'<html lang="[^"]*">', f'<html lang="{lang}">', html)
    html = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", html)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
    ahead = f'<script async src="{PLOTLY_ADDRESS}"></script>'
    ahead += f'<link rel="modulepreload" href="{address("face")}">'
    html = html.replace("<head>", f"<head>{HOME}{ahead}", 1).replace('"./', '"/')
    without_script = f"<noscript><p>{no_script}</p></noscript>"
    return re.sub(r"<noscript>.*?</noscript>", without_script, html, flags=re.DOTALL).encode()


@cache
def _headers() -> dict[str, str]:
    return {
        "Content-Security-Policy": _policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "X-Frame-Options": "SAMEORIGIN",
    }


def _policy() -> str:
    """The content policy: this host only; `blob:` is how Streamlit loads the scripts of components."""
    inline = re.findall(r"<script>(.*?)</script>", _shell_html("vi", "", "").decode(), flags=re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in inline
    )
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


@cache
def _assets() -> dict[str, Path]:
    """Streamlit's scripts and styles by the path that asks for them."""
    top = _streamlit_static()
    found = (path for path in (top / "static").rglob("*") if path.suffix in {".js", ".css"})
    return {f"/{path.relative_to(top).as_posix()}": path for path in found}


def _streamlit_static() -> Path:
    package = find_spec("streamlit")
    assert package is not None
    return Path(cast("str", package.origin)).parent / "static"


@cache
def _packed(path: Path) -> bytes:
    return _zipped(path.read_bytes())


@lru_cache(maxsize=16)
def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=6, mtime=0)


def _packed_response(path: Path) -> Response:
    kind = mimetypes.guess_type(path.name)[0] or "text/javascript"
    headers = {"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    return Response(_packed(path), media_type=kind, headers=headers)


def _accepts_gzip(headers: Headers) -> bool:
    return "gzip" in headers.get("accept-encoding", "")


def _is_page(message: Message) -> bool:
    """Whether an answer is a page to be shown: one that is handed over as a file stays what it is."""
    headers = Headers(raw=message["headers"])
    shown = headers.get("content-type", "").startswith("text/html") and "content-disposition" not in headers
    return message["status"] == 200 and shown
