"""Takes a stream out of a compound file, the container of XLS and of locked workbooks."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from congdoan.intake.messages import RefusalError

_END = 0xFFFFFFFA
"""From here on a sector number is a mark and no sector."""
_ENTRY = 128


def stream(data: bytes, *names: str) -> bytes:
    """The first of these streams; empty when there is none, a refusal when the file is damaged."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        if size not in (512, 4096):
            raise RefusalError("file.damaged")
        return _named(data, size, _table(data, size), names)
    except (struct.error, IndexError) as error:
        raise RefusalError("file.damaged") from error


def _named(data: bytes, size: int, table: tuple[int, ...], names: tuple[str, ...]) -> bytes:
    first, cutoff, mini = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    entries = _joined(data, size, table, first)
    found = {name: (start, length) for name, start, length in _entries(entries)}
    for name in names:
        start, length = found.get(name, (0, 0))
        if length >= cutoff:
            return _joined(data, size, table, start)[:length]
        if name in found:
            small = _numbers(_joined(data, size, table, mini))
            root = _joined(data, size, table, struct.unpack_from("<I", entries, 116)[0])
            return b"".join(root[at * 64 : at * 64 + 64] for at in _chain(small, start))[:length]
    return b""


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """The number of the sector after each sector."""
    sectors = [one for one in struct.unpack_from("<109I", data, 76) if one < _END]
    at, left = struct.unpack_from("<II", data, 68)
    while at < _END and left and len(sectors) < len(data) // size + 1:
        more = _numbers(data[(at + 1) * size : (at + 2) * size])
        sectors += [one for one in more[:-1] if one < _END]
        at, left = more[-1], left - 1
    return tuple(number for one in sectors for number in _numbers(data[(one + 1) * size : (one + 2) * size]))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: tuple[int, ...], at: int) -> Iterator[int]:
    for _ in range(len(table)):
        if at >= _END:
            return
        yield at
        at = table[at]


def _joined(data: bytes, size: int, table: tuple[int, ...], start: int) -> bytes:
    return b"".join(data[(at + 1) * size : (at + 2) * size] for at in _chain(table, start))


def _entries(entries: bytes) -> Iterator[tuple[str, int, int]]:
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield name, *struct.unpack_from("<II", entries, at + 116)
