"""Tables of typed, named cells: one description of every column for the screen and for all files."""

from congdoan.tables.parts import Part, Stream, needed
from congdoan.tables.pivoting import pivot
from congdoan.tables.reading import table
from congdoan.tables.table import TOTAL, Cell, Field, Table, TableError, headings

__all__ = [
    "TOTAL",
    "Cell",
    "Field",
    "Part",
    "Stream",
    "Table",
    "TableError",
    "headings",
    "needed",
    "pivot",
    "table",
]
