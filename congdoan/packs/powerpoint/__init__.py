"""Presentations for office programs."""

from congdoan.packs.powerpoint.writer import pptx

__all__ = ["pptx"]
