"""Where a reader was last: the reader's own browser remembers it, and offers it on the bare start."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from congdoan.page.choice import Choice
from congdoan.page.component import component, packed
from congdoan.page.screens import ADDRESSES
from congdoan.text import say

_component = component("last_place")


def last_place(choice: Choice, screen: str, chosen: Mapping[str, str], *, bare: bool) -> None:
    """Has the browser remember this view; on the bare start it offers the one before instead.

    `chosen` are the parameters of its address, without the language."""
    spoken = {"lang": choice.lang} if choice.lang != "vi" else {}
    words = [say(f"page.{screen}", choice.lang), *(part for part in choice.file_words() if part)]
    place = {"address": f"/{ADDRESSES[screen]}?{urlencode({**chosen, **spoken})}", "label": " · ".join(words)}
    data = packed({**place, "bare": bare, "words": say("views.last", choice.lang)})
    _component(data=data, key="last_place")
