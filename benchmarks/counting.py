"""A wire that counts: passes bytes on between browser and server, and knows how many came back."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread

from tests.browser.serving import HOST


@dataclass(frozen=True)
class Wire:
    """The address to use in the server's place, and the sizes of what came from the server until now."""

    address: str
    sizes: list[int] = field(default_factory=list)

    def received(self) -> int:
        """Bytes from the server."""
        return sum(self.sizes)


@contextmanager
def counted(server: str) -> Iterator[Wire]:
    """Puts a counting wire before a server on this machine, given by its address."""
    port = int(server.rpartition(":")[2])
    with socket.create_server((HOST, 0)) as listening:
        wire = Wire(f"http://{HOST}:{listening.getsockname()[1]}")
        Thread(target=_answer, args=(listening, port, wire), daemon=True).start()
        yield wire


def _answer(listening: socket.socket, port: int, wire: Wire) -> None:
    with suppress(OSError):
        while True:
            browser, _ = listening.accept()
            server = socket.create_connection((HOST, port))
            Thread(target=_pass_on, args=(browser, server, []), daemon=True).start()
            Thread(target=_pass_on, args=(server, browser, wire.sizes), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket, sizes: list[int]) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sizes.append(len(data))
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
