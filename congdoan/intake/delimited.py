"""Reads delimited text: finds its encoding and its separator, and gives its rows."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections import Counter
from itertools import islice
from statistics import median

from congdoan.intake import legacy, limits
from congdoan.intake.messages import RefusalError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ";\t,|"
_AT_ONCE = 1_000
"""Lines that are read before they are looked at."""
_SHOWN = 60
"""Lines that are looked at to find the separator."""


def text(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding; a refusal when no reading makes sense."""
    encoding = _encoding(data)
    try:
        return data.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        pass
    best, read, name = max(_old(data), key=lambda one: one[0])
    if best < 0.5:
        raise RefusalError("encoding.unknown")
    return read, name


def rows(content: str, name: str) -> list[list[str]]:
    """The cells of each line of a named text; a refusal for more rows, columns or signs than are allowed."""
    separator = _separator(content)
    if content.lower().startswith("sep="):
        content = content.partition("\n")[2]
    csv.field_size_limit(limits.TEXT)
    found: list[list[str]] = []
    try:
        lines = csv.reader(io.StringIO(content, newline=""), delimiter=separator)
        seen = -1
        while len(found) > seen:
            seen = len(found)
            found.extend(islice(lines, _AT_ONCE))
            if len(found) > limits.ROWS:
                raise RefusalError("sheet.rows", name, most=limits.ROWS)
            if any(len(line) > limits.COLUMNS and any(line[limits.COLUMNS :]) for line in found[seen:]):
                raise RefusalError("sheet.columns", name, most=limits.COLUMNS)
    except csv.Error as error:
        raise RefusalError("file.delimited", name, line=str(len(found) + 1)) from error
    return found


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    if len(sample) > 3 and sample.count(0) > len(sample) / 8:
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    return "utf-8"


def _old(data: bytes) -> list[tuple[float, str, str]]:
    """The readings of a text of before Unicode: how much of it is Vietnamese, the text, the encoding."""
    if b"\0" in data:
        raise RefusalError("file.unknown")
    western = data.decode("latin-1")
    windows = data.decode("cp1258", "replace")
    found = [(legacy.share(_composed(windows[:100_000])), _composed(windows), "cp1258")]
    for font in ("tcvn3", "vni"):
        sample = legacy.converted(western[:100_000], font)
        found.append((legacy.share(sample), legacy.converted(western, font), font))
    return found


def _composed(content: str) -> str:
    return unicodedata.normalize("NFC", content)


def _separator(content: str) -> str:
    """The sign that stands in most lines equally often; a semicolon before a comma, also a decimal sign."""
    if content[:4].lower() == "sep=" and content[4:5] in _SEPARATORS:
        return content[4]
    lines = [line for line in content[:200_000].splitlines()[:_SHOWN] if line.strip()]
    best, most = ",", 0.0
    for sign in _SEPARATORS:
        counts = [_outside(line, sign) for line in lines]
        usual, times = Counter(counts).most_common(1)[0] if counts else (0, 0)
        even = times / len(counts) if counts else 0
        score = median(counts) * (0.5 + even) * (0.5 if sign in ",|" else 1) if usual or sum(counts) else 0
        if score > most:
            best, most = sign, score
    return best


def _outside(line: str, sign: str) -> int:
    """How often a sign stands outside quotation marks."""
    return sum(part.count(sign) for part in line.split('"')[::2])
