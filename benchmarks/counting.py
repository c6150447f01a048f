"""A wire that counts: passes bytes on between browser and server, and knows how many came back."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from tests.browser.serving import HOST


@dataclass
class Wire:
    """The address to use in the server's place, and the bytes that came from the server until now."""

    address: str = ""
    received: int = 0


@contextmanager
def counted(server: str) -> Iterator[Wire]:
    """Puts a counting wire before a server at `http://127.0.0.1:8501`."""
    wire, loop = Wire(), asyncio.new_event_loop()
    port = int(server.rpartition(":")[2])
    listening = loop.run_until_complete(
        asyncio.start_server(lambda reader, writer: _pass_on(wire, port, reader, writer), HOST, 0)
    )
    wire.address = f"http://{HOST}:{listening.sockets[0].getsockname()[1]}"
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield wire
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _pass_on(wire: Wire, port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    answers, wishes = await asyncio.open_connection(HOST, port)

    async def back() -> None:
        while data := await answers.read(65536):
            wire.received += len(data)
            writer.write(data)
        writer.close()

    counting = asyncio.ensure_future(back())
    while data := await reader.read(65536):
        wishes.write(data)
    wishes.close()
    await counting
