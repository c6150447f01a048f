"""Reads the catalogue and the figures, checks them, and publishes them as an immutable snapshot."""

from congdoan.ingest.build import Tell, build, made_from, one_row, publish, silent

__all__ = ["Tell", "build", "made_from", "one_row", "publish", "silent"]
