"""What is known of a screen besides its script: its file, and the metrics that it is about."""

from __future__ import annotations

from pathlib import Path

from congdoan.catalogue import metrics
from congdoan.paths import ROOT


def script(screen: str) -> Path:
    """The file of a screen."""
    return ROOT / "pages" / f"{screen}.py"


def measures(screen: str) -> list[str] | None:
    """The metrics that a screen is about; None for those about all."""
    return [metric.metric for metric in metrics().values() if metric.subject == screen] or None
