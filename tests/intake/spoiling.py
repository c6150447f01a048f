"""Spoils spreadsheets as transfers, disks, clumsy programs and malice do: the same for the same number."""

from __future__ import annotations

import io
import json
import random
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from congdoan import children
from congdoan.intake import guarded, published
from congdoan.intake.command import record
from congdoan.intake.guarded import Reading
from congdoan.intake.model import Known
from congdoan.intake.template import template
from congdoan.text import say
from tests.intake.awkward import EVERY
from tests.intake.forked import Forked

Spoil = Callable[[bytes, random.Random], bytes]
_ODD = (
    b"", b"-1", b"0", b"1048577", b"4294967295", b"4294967296", b"99999999999999999999", b"1e309", b"-1e-320",
    b"NaN", b"XFD1048576", b"A0", b"&#0;", b"&x;", b"]]>", b"\0", b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80",
    "Đ̂".encode(), b'"', b"<", b"=1+1", b"x" * 40_000, b"9" * 400, b"true", b"2026-13-45T99:99:99",
)  # fmt: skip
"""What stands where nobody expects it."""
_RAISED = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What reading never raises, whatever the file holds."""
_PLACES = ("../x", "xl/worksheets/sheet1.xml", "xl/styles.xml", "content.xml", "xl/workbook.bin")
WHOLE = frozenset(
    (
        "encoding.unknown file.archive file.child file.damaged file.empty file.expands file.large "
        "file.locked file.no_table file.parts file.sheets file.unknown"
    ).split()
)
"""What is said about a file as a whole: it is none that is read, or nothing in it can be reached."""


def faults(numbers: Iterable[int], forked: bool = False) -> list[str]:
    """What must not be and is, with the spoiled files of some numbers; `forked` spares the readers' start."""
    known = published.from_facts(year=2026)
    sound = seeds(known)
    with pytest.MonkeyPatch.context() as patching:
        if forked:
            patching.setattr(children, "subprocess", SimpleNamespace(Popen=Forked, PIPE=None, DEVNULL=None))
        return [fault for number in numbers for fault in _faults(number, known, sound)]


def _faults(number: int, known: Known, sound: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    name, data = spoiled(number, sound)
    with tempfile.TemporaryDirectory() as folder:
        try:
            wrong = list(_told(guarded.read(data, name, known, Path(folder))))
        except _RAISED as error:
            wrong = [repr(error)]
        noise = (Path(folder) / "errors").read_text(encoding="utf-8", errors="replace")
    yield from (f"{number} {name}: {one}" for one in [*wrong, *([noise] if "Traceback" in noise else [])])


def _told(reading: Reading) -> Iterator[str]:
    """What is wrong with what is said of a file, and with the rows that would load."""
    for one in reading.messages:
        json.dumps([one.sheet, one.cell, one.vi, one.en], ensure_ascii=False).encode()
        if one.severity == "error" and not (one.sheet or one.cell or one.code in WHOLE):
            yield f"{one.code} names no place: {one.vi}"
        if say("reading_limit.broken", "vi") in one.vi:
            yield f"{one.sheet}: {one.vi}"
    rows = [record(row) for row in reading.rows()]
    json.dumps(rows, ensure_ascii=False).encode()
    if sum(len(row["figures"]) for row in rows) != reading.understood.figures:
        yield f"{len(rows)} rows have not the {reading.understood.figures} figures that were told"


def seeds(known: Known) -> list[tuple[str, bytes]]:
    """The files that are spoiled: every awkward one, and a template."""
    made = template([known.units.units["ldld-cao-bang"]], "2024")
    return [("mau.xlsx", made), *((case.name, case.data) for case in EVERY)]


def spoiled(number: int, sound: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The spoiled file of a number: its name and what is left of it."""
    chance = random.Random(number)
    name, data = chance.choice(sound)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        inside = data.startswith(b"PK") and chance.random() < 0.75
        data = _inside(data, chance) if inside else chance.choice(_SPOILS)(data, chance)
    return name, data


def _span(data: bytes, chance: random.Random, most: int = 400) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, most))


def _flip(data: bytes, chance: random.Random) -> bytes:
    new = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 20)) if new else 0):
        new[chance.randrange(len(new))] ^= 1 << chance.randrange(8)
    return bytes(new)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start]


def _lose(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _blank(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + chance.choice((b"\0", b"\xff", b" ")) * (end - start) + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    (one, end), other = _span(data, chance), chance.randrange(len(data) + 1)
    piece, rest = data[one:end], data[:one] + data[end:]
    return rest[:other] + piece + rest[other:]


def _put(data: bytes, chance: random.Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start] + chance.choice(_ODD) + data[start:]


def _value(data: bytes, chance: random.Random) -> bytes:
    """Another number or attribute in place of one."""
    found = list(re.finditer(rb'\d+(?:\.\d+)?|(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)', data[:300_000]))
    if not found:
        return _put(data, chance)
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(_ODD) + data[one.end() :]


def _tag(data: bytes, chance: random.Random) -> bytes:
    """A tag less, twice, or many times within itself."""
    found = list(re.finditer(rb"<[^<>]*>", data[:300_000]))
    if not found:
        return _flip(data, chance)
    one = chance.choice(found)
    return data[: one.start()] + one[0] * chance.choice((0, 2, 3_000)) + data[one.end() :]


def _inside(data: bytes, chance: random.Random) -> bytes:
    """Spoils one part of a package and packs it again; a package that is spoilt already, as a whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part.filename: package.read(part) for part in package.infolist()}
    except (*_RAISED, EOFError, zipfile.BadZipFile, zlib.error):  # spoiled already
        return _flip(data, chance)
    if not parts:
        return data
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        moved = parts.pop(name)
        parts |= {
            chance.choice(("../x", "xl/worksheets/sheet1.xml", "content.xml", "xl/workbook.bin")): moved
        }
    else:
        parts[name] = chance.choice((*_SPOILS, _value, _value, _tag, _tag))(parts[name], chance)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for one, content in parts.items():
            package.writestr(one, content)
    return file.getvalue()


_SPOILS: tuple[Spoil, ...] = (_flip, _flip, _cut, _lose, _repeat, _blank, _swap, _put, _value)
