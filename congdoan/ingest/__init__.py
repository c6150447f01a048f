"""Reads the catalogue and the figures, checks them, and publishes them as an immutable snapshot."""

from congdoan.ingest.build import build, publish

__all__ = ["build", "publish"]
