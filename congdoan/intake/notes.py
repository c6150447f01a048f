"""Collects what is said about a sheet; of many messages of one code, the first ones and how many more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from congdoan.intake import limits
from congdoan.intake.grid import cell_name
from congdoan.intake.messages import Message, message, severity


@dataclass(frozen=True, slots=True)
class Notes:
    """The messages about one sheet so far."""

    sheet: str
    messages: list[Message] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    once: set[tuple[str, object]] = field(default_factory=set)

    def add(self, code: str, row: int = -1, column: int = 0, /, **values: object) -> bool:
        """Says something about a cell, counted from 0, or the sheet; tells whether it is an error."""
        self.times[code] += 1
        if self.times[code] <= limits.MESSAGES:
            cell = cell_name(row, column) if row >= 0 else ""
            self.messages.append(message(code, self.sheet, cell, **values))
        return severity(code) == "error"

    def add_once(self, about: object, code: str, row: int = -1, column: int = 0, /, **values: object) -> None:
        """Says something the first time that it is so of what it is about."""
        if (code, about) not in self.once:
            self.once.add((code, about))
            self.add(code, row, column, **values)

    @property
    def failed(self) -> bool:
        """Whether an error was said."""
        return any(severity(code) == "error" for code in self.times)

    def all(self) -> list[Message]:
        """The messages, with how many more there are of the codes that came too often."""
        more = []
        for code, count in self.times.items():
            if count > limits.MESSAGES:
                last = next(one for one in reversed(self.messages) if one.code == code)
                told = message(
                    "more", self.sheet, last.cell, count=count - limits.MESSAGES, first=last.text("vi")
                )
                more.append(Message(severity(code), code, self.sheet, last.cell, told.vi, told.en))
        return self.messages + more
