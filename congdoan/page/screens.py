"""What is known of a screen besides its script: its group, its address, its file, the metrics it is about."""

from __future__ import annotations

from pathlib import Path

from congdoan.catalogue import metrics
from congdoan.paths import ROOT

PAGES = {
    "": {"overview": ""},
    "activities": {
        "members": "doan-vien",
        "welfare": "cham-lo",
        "donations": "ung-ho",
        "ratings": "xep-loai",
        "awards": "khen-thuong",
    },
    "analysis": {"comparison": "so-sanh", "organisations": "don-vi", "explorer": "so-lieu"},
    "data": {"sources": "nguon", "reports": "bao-cao", "targets": "chi-tieu", "imports": "nhap"},
    "meeting": {"presentation": "trinh-chieu"},
}
"""The screens by group: the file in pages/, and its address."""
UNFILTERED = frozenset({"imports"})
"""Screens that show no figures of places and years, and so have no filters."""
ADDRESSES = {screen: address for screens in PAGES.values() for screen, address in screens.items()}
"""The address of each screen, below the dashboard's own."""


def script(screen: str) -> Path:
    """The file of a screen."""
    return ROOT / "pages" / f"{screen}.py"


def measures(screen: str) -> list[str] | None:
    """The metrics that a screen is about; None for those about all."""
    return [metric.metric for metric in metrics().values() if metric.subject == screen] or None
