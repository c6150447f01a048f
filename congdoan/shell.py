"""The frame of every screen: the menu, then the screen itself."""

from __future__ import annotations

import streamlit as st

from congdoan.page.choice import choice_of
from congdoan.page.screens import PAGES, script
from congdoan.page.url import read
from congdoan.page.words import own_words
from congdoan.text import Language, say


def menu(lang: Language) -> dict[str, list[st.Page]]:
    """The screens as Streamlit lists them, with names in the language."""
    return {
        say(f"nav.{group}", lang) if group else "": [
            _page(screen, address, lang) for screen, address in screens.items()
        ]
        for group, screens in PAGES.items()
    }


def _page(screen: str, address: str, lang: Language) -> st.Page:
    return st.Page(
        script(screen), title=say(f"page.{screen}", lang), url_path=address or None, default=not address
    )


language = choice_of(read()[0]).lang
page = st.navigation(menu(language), position="top")
st.set_page_config(
    page_title=say("app.tab", language, page=page.title),
    layout="wide",
)
own_words(language)
page.run()
