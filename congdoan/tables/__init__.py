"""Tables of typed, named cells: one description of every column for the screen and for all files."""

from congdoan.tables.pivoting import pivot
from congdoan.tables.reading import table
from congdoan.tables.table import TOTAL, Cell, Field, Table, TableError

__all__ = ["TOTAL", "Cell", "Field", "Table", "TableError", "pivot", "table"]
