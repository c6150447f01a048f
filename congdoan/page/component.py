"""Our own parts in the browser: scripts, and styles where they have any, that lie beside this module.

Streamlit would send a script again with every element that it draws, and the browser would read it again. So
an element only names the address of its script, which the browser loads once and keeps.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = "/parts"
"""Below which address the scripts are served."""
_HERE = Path(__file__).parent
_scripts: dict[str, bytes] = {}


def component(name: str, *parts: str, folder: Path = _HERE) -> Any:
    """The component of `<name>.js` and the scripts of its parts, with the styles there are for them.

    It is called with data and key.
    """
    _scripts[name] = _styled([folder / f"{one}.js" for one in (name, *parts)])
    lines = [f'const part = await import(new URL("{address(name)}", location.origin));']
    lines.append("export default part.default;")
    script = "\n".join(lines)  # on one line it would be the name of a file
    return st.components.v2.component(f"congdoan.{name}", js=script, isolate_styles=False)


def script_of(name: str) -> bytes | None:
    """The script of a component with its styles, None where there is no such component."""
    return _scripts.get(name)


def address(name: str) -> str:
    """Where the script of a component is served; another script has another address."""
    return f"{FOLDER}/{name}.js?v={hashlib.sha256(_scripts[name]).hexdigest()[:12]}"


def packed(data: object) -> bytes:
    """Data for a component as JSON, made once and sent as it is; the script unpacks it with `TextDecoder`.

    Streamlit would look in any other data for tables, with all of pandas.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _styled(scripts: list[Path]) -> bytes:
    """The scripts as one, which puts their styles into the page first."""
    styles = "".join(
        css.read_text(encoding="utf-8") for js in scripts if (css := js.with_suffix(".css")).is_file()
    )
    lines = [script.read_text(encoding="utf-8") for script in scripts]
    if styles:
        looks = json.dumps({"textContent": styles}, ensure_ascii=False)
        lines.insert(0, f'document.head.append(Object.assign(document.createElement("style"), {looks}));')
    return "\n".join(lines).encode()
