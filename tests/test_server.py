"""What the web server adds, on a real socket."""

import gzip
import socket
import threading
import time
from typing import Any

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from websockets.sync.client import connect

from congdoan.server import part_js, sent_at_once
from tests.browser.serving import HOST, answers


async def confess(scope: Any, receive: Any, send: Any) -> None:
    """An app that answers whether its socket sends at once."""
    if scope["type"] == "lifespan":
        return
    held = send.__self__.transport.get_extra_info("socket")
    told = str(held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)).encode()
    await receive()
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "bytes": told})
        await send({"type": "websocket.close"})
    else:
        await send({"type": "http.response.start", "status": 200 if int(told) else 500, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning")
def test_answers_leave_at_once_over_http_and_websocket() -> None:
    with socket.socket() as listening:  # made as Streamlit makes its own
        listening.bind((HOST, 0))
        listening.listen()
        port = listening.getsockname()[1]
        looks = {"ws": "websockets-sansio", "log_level": "error", "lifespan": "off"}
        config = uvicorn.Config(sent_at_once(confess), **looks)  # type: ignore[arg-type]
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            assert answers(f"http://{HOST}:{port}/")
            with connect(f"ws://{HOST}:{port}/") as visit:
                assert visit.recv() != b"0"
        finally:
            server.should_exit = True
            thread.join()


def part(name: str) -> Response:
    return part_js(Request({"type": "http", "headers": [], "path_params": {"name": name}}))


def test_a_part_is_kept_for_good_and_comes_with_its_styles_and_an_unknown_one_is_not_there() -> None:
    given = part("face")
    assert given.headers["cache-control"] == "public, max-age=31536000, immutable"
    script = gzip.decompress(bytes(given.body)).decode()
    assert ".congdoan-face" in script
    assert "export default" in script
    assert part("nothing").status_code == 404
