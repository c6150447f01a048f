"""Reads the catalogue and the figures, checks them, and publishes them as an immutable snapshot."""

from congdoan.ingest.build import build, one_row, publish

__all__ = ["build", "one_row", "publish"]
