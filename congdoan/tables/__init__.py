"""Tables of typed, named cells: one description of every column for the screen and for all files."""

from congdoan.tables.parts import TYPES, Part, Stream, needed, occurs, of_batches, of_table
from congdoan.tables.pivoting import pivot
from congdoan.tables.reading import table
from congdoan.tables.table import TOTAL, Cell, Field, Table, TableError, headings

__all__ = [
    "TOTAL",
    "TYPES",
    "Cell",
    "Field",
    "Part",
    "Stream",
    "Table",
    "TableError",
    "headings",
    "needed",
    "occurs",
    "of_batches",
    "of_table",
    "pivot",
    "table",
]
