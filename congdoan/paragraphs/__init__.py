"""The paragraphs of a union's report, said from rows: the same rows give the same words, in either language.

Every number stands in a row. Nothing is added up, qualifiers stay, a sum says whose figures it rests on, and
what is missing is said to be missing.
"""

from congdoan.paragraphs.about import About, Paragraph, paragraph
from congdoan.paragraphs.awards import awarded
from congdoan.paragraphs.beside import beside
from congdoan.paragraphs.coverage import lacking, missing
from congdoan.paragraphs.documents import documents, of_document
from congdoan.paragraphs.items import by_item
from congdoan.paragraphs.periods import of_unit, other_periods, recorded
from congdoan.paragraphs.pivot import pivoted
from congdoan.paragraphs.ratings import rated, rated_by_unit
from congdoan.paragraphs.targets import targets_reached
from congdoan.paragraphs.totals import changed, totals

__all__ = [
    "About",
    "Paragraph",
    "awarded",
    "beside",
    "by_item",
    "changed",
    "documents",
    "lacking",
    "missing",
    "of_document",
    "of_unit",
    "other_periods",
    "paragraph",
    "pivoted",
    "rated",
    "rated_by_unit",
    "recorded",
    "targets_reached",
    "totals",
]
