"""How much a file may hold, and what its reader may use: all checked before a reader sees the file."""

from __future__ import annotations

FILE = 25 * 1024 * 1024
"""Bytes of a file as it is sent."""
EXPANDED = 200 * 1024 * 1024
"""Bytes of all parts of a file when unpacked."""
ROWS = 200_000
COLUMNS = 200
SHEETS = 100
TEXT = 32_767
"""Signs of one cell, the most that a spreadsheet program keeps."""
MEMORY = 1_500 * 1024 * 1024
"""Bytes of address space of the process that reads."""
SECONDS = 30
"""Seconds of processor time of the process that reads."""
PARTS = 5_000
"""Files inside a packed workbook."""
MESSAGES = 100
"""Messages of one code in one sheet that are told one by one; of more, only how many there are."""
