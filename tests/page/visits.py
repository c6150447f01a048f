"""Opens a screen as a visitor does, and reads what stands on it."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from congdoan.paths import ROOT

SCREENS = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
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


def said(app: AppTest) -> list[str]:
    """Every heading, caption, notice and text of a screen."""
    parts = (app.title, app.header, app.subheader, app.caption, app.warning, app.info, app.text, app.code)
    return [str(element.value) for part in parts for element in part]


def source_lines(app: AppTest) -> list[str]:
    """The line under each card that says where its figures come from."""
    return [caption.value for caption in app.caption if SOURCE_LINE.search(caption.value)]


def offered(app: AppTest) -> list[str]:
    """The buttons that take back the filter that emptied a card."""
    return [button.label for button in app.button if str(button.key).startswith("emptied_")]
