"""Translates Streamlit's own labels, which are English only, and has Tab go into what its buttons open."""

from __future__ import annotations

from congdoan.kept import kept
from congdoan.page.component import component, packed
from congdoan.text import Language, words

_PREFIX = "chrome."
_component = component("words", "opened")


def own_words(lang: Language) -> None:
    """Puts the words of `chrome.*` in the place of Streamlit's; they go back when the language leaves."""
    _component(data=_pairs(lang), key=f"words_{lang}")


@kept
def _pairs(lang: Language) -> bytes:
    """Streamlit's words and ours; none where its own are the language's."""
    spoken = words().items() if lang != "en" else ()
    pairs = {text["en"]: text[lang] for key, text in spoken if key.startswith(_PREFIX)}
    return packed({"lang": lang, "words": pairs})
