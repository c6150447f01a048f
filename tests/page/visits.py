"""Opens a screen as a visitor does, and reads what stands on it."""

import json
import re
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from congdoan.paths import ROOT

SCREENS = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
WITHOUT_CARDS = {"imports", "presentation"}
"""Screens that draw no card of their own: what is to be imported, and slides of what others draw."""
CARDED = [screen for screen in SCREENS if screen not in WITHOUT_CARDS]
SCRIPTS = Path(__file__).parent / "scripts"
SOURCE_LINE = re.compile("Bản phát hành|Release ")


def visit(screen: str, **address: str) -> AppTest:
    """A new session on a screen; `du_lieu` stands for the key `du-lieu`."""
    app = AppTest.from_file(str(SCRIPTS / "one_screen.py"), default_timeout=60)
    app.session_state["screen"] = screen
    app.query_params.update({key.replace("_", "-"): value for key, value in address.items()})
    return app.run()


def heading(app: AppTest) -> str:
    """The one h1 of a screen."""
    [title] = app.title
    return str(title.value)


def faces(app: AppTest) -> list[dict[str, Any]]:
    """What the browser was given to draw of each card, in the order of the screen."""
    given = (element.proto.bytes for element in app.get("bidi_component"))
    return [json.loads(data) for data in given if data]


def face(app: AppTest, card: str) -> dict[str, Any]:
    """What the browser was given of one card, by its name, below its controls where it has any."""
    [data] = [one.proto.bytes for one in app.get("bidi_component") if f"body_{card}_" in one.proto.id]
    found: dict[str, Any] = json.loads(data)
    return found


def card_titles(app: AppTest) -> list[str]:
    """The title of each card."""
    return [one["title"] for one in faces(app) if "title" in one]


def tiles(app: AppTest) -> list[dict[str, Any]]:
    """What stands on each tile."""
    return [tile for one in faces(app) if "tiles" in one for tile in one["tiles"]["tiles"]]


def said(app: AppTest) -> list[str]:
    """Every heading, caption, notice and text of a screen, those of its cards too."""
    parts = (app.title, app.header, app.subheader, app.caption, app.warning, app.info, app.text, app.code)
    texts = [str(element.value) for part in parts for element in part]
    texts += [one[part] for one in faces(app) for part in ("title", "subtitle", "source") if part in one]
    return texts + [text for tile in tiles(app) for text in (*tile["lines"], *tile["remarks"])]


def source_lines(app: AppTest) -> list[str]:
    """The line under each card that says where its figures come from."""
    return [text for text in said(app) if SOURCE_LINE.search(text)]


def offered(app: AppTest) -> list[str]:
    """The buttons that take back the filter that emptied a card."""
    return [button.label for button in app.button if str(button.key).startswith("emptied_")]
