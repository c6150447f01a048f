"""What is said about a file: at which sheet and cell, how grave, and the sentence in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from congdoan import formats
from congdoan.catalogue import Language
from congdoan.errors import CongdoanError
from congdoan.text import name, say

Severity = Literal["error", "warning", "info"]
_ENDLESS = 10**18
"""From here on a number is said by its size, not by its digits."""

WARNINGS = frozenset(
    (
        "column.unknown columns.hidden file.no_figures members.workforce money.price ratings.sum "
        "rows.hidden rows.twice share.differs sheet.headless sheet.hidden total.differs value.jump "
        "value.published year.short"
    ).split()
)
"""What must be acknowledged before the figures may be published."""
INFOS = frozenset(
    (
        "column.names column.skipped encoding.read font.converted formula.kept group.filled letter.mended "
        "money.rounded percent.cell period.read row.index row.note row.repeated row.section row.title "
        "row.total sheet.empty status.read table.read unit.read unit.sender value.missing"
    ).split()
)
"""What was understood or left out, for the reader to know. All other codes are errors."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said about a file. `sheet` and `cell` (`B7`) are empty where it concerns the whole of it."""

    severity: Severity
    code: str
    sheet: str
    cell: str
    vi: str
    en: str

    def text(self, lang: Language) -> str:
        """The sentence in a language."""
        return self.en if lang == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Code:
    """A value of a sentence that has a name of its own in each language, such as a metric."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a sentence that is itself a text of the catalogue, by its key."""

    key: str


class RefusalError(CongdoanError):
    """The file, or a part of it, is not read at all; `code` and `values` say why, `part` where."""

    def __init__(self, code: str, part: str = "", /, **values: object) -> None:
        super().__init__(code)
        self.code, self.part, self.values = code, part, values

    def message(self) -> Message:
        """The refusal as a message about the file."""
        return message(self.code, self.part, "", **self.values)


def message(code: str, sheet: str = "", cell: str = "", /, **values: object) -> Message:
    """The message of a code at a place, its sentences filled with the values."""
    return Message(severity(code), code, sheet, cell, _said(code, "vi", values), _said(code, "en", values))


def severity(code: str) -> Severity:
    """How grave a code is: an error blocks its row, a warning wants an answer, an info nothing."""
    return "warning" if code in WARNINGS else "info" if code in INFOS else "error"


def _said(code: str, lang: Language, values: Mapping[str, object]) -> str:
    return say(f"intake.{code}", lang, **{key: _in(value, lang) for key, value in values.items()})


def _in(value: object, lang: Language) -> str:
    if isinstance(value, Code):
        return name(value.kind, value.code, lang)
    if isinstance(value, Said):
        return say(value.key, lang)
    if isinstance(value, bool | str) or value is None:
        return str(value or "")
    if isinstance(value, Decimal | int | float):
        return _number(Decimal(str(value)), lang)
    if isinstance(value, tuple):
        return ", ".join(_in(one, lang) for one in value)
    return str(value)


def _number(value: Decimal, lang: Language) -> str:
    """A number with all of its decimals, six at most: readings that differ must not look alike."""
    if abs(value) >= _ENDLESS:
        return f"{value:.3E}"
    exponent = value.normalize().as_tuple().exponent
    return formats.number(value, lang, min(6, max(0, -exponent)) if isinstance(exponent, int) else 0)
