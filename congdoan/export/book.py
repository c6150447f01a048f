"""A workbook being written: its styles, and text that stays text."""

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from congdoan import formats
from congdoan.export.context import Context, source_line

LONGEST_TEXT = 32_767


@dataclass(frozen=True)
class Book:
    """A workbook being written, and its cell styles, each made once."""

    file: Any
    styles: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def style(self, **properties: Any) -> Any:
        """The style with these xlsxwriter properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.styles:
            self.styles[key] = self.file.add_format(properties)
        return self.styles[key]

    def text(self, sheet: Any, row: int, column: int, words: str, **properties: Any) -> None:
        """Writes text as text, never as a formula, a number or a link, and within what Excel can hold."""
        safe = fitting(formats.cell(words))
        style = self.style(num_format="@", **properties)
        if safe:
            sheet.write_string(row, column, safe, style)
        else:
            sheet.write_blank(row, column, None, style)


def fitting(text: str) -> str:
    """Text within what a cell can hold, cut with a sign."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def book(file: BinaryIO, context: Context, *, large: bool) -> Book:
    """An empty workbook written to a binary stream; `large` keeps only the current row in memory."""
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": not large,
        "constant_memory": large,
    }
    opened = xlsxwriter.Workbook(file, options)
    opened.set_properties(
        {
            "title": context.title,
            "subject": context.subtitle,
            "comments": source_line(context),
            "keywords": context.release,
            "created": datetime.combine(context.made_on, time()),
        }
    )
    return Book(opened)
