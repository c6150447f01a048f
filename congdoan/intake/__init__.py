"""Takes in the spreadsheets of union staff: reads what they are, checks them, names every doubt by cell.

`guarded.read` reads a file in a process of its own and gives a `Reading`: what was understood, what would
load, what was said. Inside that process `understanding.understand` goes from the bytes (`opening`) to grids,
tables (`layout`), columns (`plan`), rows (`rows`, `naming`), figures (`figures`, `cells`, `numbers`) and
doubts (`checks`, `totals`, `repeats`). What people call things stands in `data/catalogue/aliases.csv`, what
is said of a file in `text.csv`.
"""
