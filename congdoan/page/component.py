"""Our own parts in the browser: a script, and styles where it has any, that lie beside this module."""

import json
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def component(name: str, folder: Path = _HERE) -> Any:
    """The component of `<name>.js`, with `<name>.css` where there is one; it is called with data and key."""
    styles = folder / f"{name}.css"
    return st.components.v2.component(
        f"congdoan.{name}",
        js=(folder / f"{name}.js").read_text(encoding="utf-8"),
        css=styles.read_text(encoding="utf-8") if styles.is_file() else None,
        isolate_styles=False,
    )


def packed(data: object) -> bytes:
    """Data for a component as JSON, made once and sent as it is; the script unpacks it with `TextDecoder`."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
