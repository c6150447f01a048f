"""Our own parts in the browser: a script, and styles where it has any, that lie beside this module."""

import json
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def component(name: str) -> Any:
    """The component of `<name>.js`, with `<name>.css` where there is one; it is called with data and key."""
    styles = _HERE / f"{name}.css"
    css = styles.read_text(encoding="utf-8") if styles.is_file() else None
    return written(name, (_HERE / f"{name}.js").read_text(encoding="utf-8"), css)


def written(name: str, script: str, styles: str | None) -> Any:
    """The component of a script and its styles, wherever they lie."""
    return st.components.v2.component(f"congdoan.{name}", js=script, css=styles, isolate_styles=False)


def packed(data: object) -> bytes:
    """Data for a component as JSON, made once and sent as it is; the script unpacks it with `TextDecoder`."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
