"""One visitor of a Streamlit server, without a browser: the same messages over the same websocket.

Messages that the server marks as cacheable are kept by their hash for two runs, as the browser keeps them.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

STREAMLIT = [Subprotocol("streamlit")]
PATIENCE = 120.0
"""Seconds without a message after which a server counts as dead."""
KEPT = 2
"""Runs after which the browser drops a message that was not used again."""


@dataclass(frozen=True)
class Answer:
    """What came back for one message: seconds to its last part, bytes on arrival, and what broke."""

    seconds: float
    size: int
    elements: tuple[Element, ...]
    errors: tuple[str, ...]

    def drawn(self) -> list[dict[str, Any]]:
        """What the product's own components were given to draw, in the order of the page."""
        given = (one.bidi_component for one in self.elements if one.HasField("bidi_component"))
        return [one for one in (json.loads(one.bytes or one.json) for one in given) if isinstance(one, dict)]

    def charts(self) -> list[dict[str, Any]]:
        """The charts among them."""
        return [one["chart"] for one in self.drawn() if "chart" in one and "picture" not in one]


@dataclass
class Session:
    """An open visit: where it stands, the screen's script, and the messages it keeps with their last run."""

    socket: ClientConnection
    address: str
    query: str = ""
    script: str = ""
    runs: int = 0
    kept: dict[str, tuple[ForwardMsg, int]] = field(default_factory=dict)

    async def go(self, choices: Mapping[str, str]) -> Answer:
        """Has the screen drawn for another address: what Back, Forward and an edited address ask."""
        self.query = urlencode(choices)
        begun = time.perf_counter()
        await self.socket.send(self._wish())
        size, elements = 0, []
        while True:
            data = cast("bytes", await asyncio.wait_for(self.socket.recv(), PATIENCE))
            size += len(data)
            message = self._read(data)
            if message.HasField("delta"):
                elements.append(message.delta.new_element)
            elif message.HasField("navigation"):
                self.script = message.navigation.page_script_hash
            elif message.HasField("page_info_changed"):
                self.query = message.page_info_changed.query_string
            elif _ended(message):
                took = time.perf_counter() - begun
                self._forget()
                errors = tuple(told for one in elements if (told := _trouble(one)))
                return Answer(took, size, tuple(elements), errors)

    def _wish(self) -> bytes:
        sent = BackMsg()
        state = sent.rerun_script
        state.query_string = self.query
        state.page_script_hash = self.script
        state.page_name = "" if self.script else self.address.rpartition("/")[2]
        state.cached_message_hashes.extend(self.kept)
        state.context_info.url = f"{self.address}?{self.query}"
        state.context_info.locale = "vi-VN"
        state.context_info.timezone = "Asia/Ho_Chi_Minh"
        return cast("bytes", sent.SerializeToString())

    def _read(self, data: bytes) -> ForwardMsg:
        message = ForwardMsg()
        message.ParseFromString(data)
        key = message.ref_hash if message.HasField("ref_hash") else message.hash
        if message.HasField("ref_hash"):
            message = self.kept[key][0]
        if message.metadata.cacheable:
            self.kept[key] = message, self.runs
        return message

    def _forget(self) -> None:
        self.kept = {key: held for key, held in self.kept.items() if held[1] > self.runs - KEPT}
        self.runs += 1


def _ended(message: ForwardMsg) -> bool:
    """Whether a script is over, and no newer run has taken its place."""
    early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return message.HasField("script_finished") and message.script_finished != early


def _trouble(element: Element) -> str:
    """What went wrong, where an element says so; else nothing."""
    if element.HasField("exception"):
        return f"{element.exception.type}: {element.exception.message}"
    if element.HasField("alert") and element.alert.format == element.alert.ERROR:
        return str(element.alert.body)
    return ""


@asynccontextmanager
async def visiting(server: str, slug: str = "") -> AsyncIterator[Session]:
    """Opens a screen of a server as a browser does; the first run is the caller's."""
    socket = server.replace("http://", "ws://") + "/_stcore/stream"
    async with connect(socket, subprotocols=STREAMLIT, max_size=None, origin=Origin(server)) as opened:
        yield Session(opened, f"{server}/{slug}")
