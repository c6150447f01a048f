"""The chart library out of the installed plotly package, as browsers and files without a network need it."""

from importlib.util import find_spec
from pathlib import Path


def library() -> Path:
    """The file of plotly.js."""
    found = find_spec("plotly")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "package_data" / "plotly.min.js"
