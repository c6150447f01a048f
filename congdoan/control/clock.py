"""The moment of a change, as the store writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment in UTC, to the second: `2026-03-01T08:30:00Z`, which sorts as text."""
    return datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
