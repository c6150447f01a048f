"""Reports for office programs."""

from congdoan.packs.word.writer import docx

__all__ = ["docx"]
