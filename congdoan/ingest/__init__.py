"""Reads the catalogue and the figures, checks them, and publishes them as an immutable snapshot."""

from congdoan.ingest.build import Tell, made_from, one_row, publish, silent
from congdoan.ingest.real import build

__all__ = ["Tell", "build", "made_from", "one_row", "publish", "silent"]
