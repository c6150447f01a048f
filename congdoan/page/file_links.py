"""Links to files that our own address writes: they stay on the screen, and say why where there is no file."""

from __future__ import annotations

from collections.abc import Mapping

from congdoan.page.component import component, packed

_component = component("file_links")


def file_links(labels: Mapping[str, str], key: str) -> None:
    """One link per address, under its label."""
    links = [{"address": address, "label": label} for address, label in labels.items()]
    _component(data=packed({"links": links}), key=key)
