"""The screen of imports: a file is read, looked at, mended, published, and taken back."""

from __future__ import annotations

import streamlit as st

from congdoan.errors import StoreError
from congdoan.intake import limits
from congdoan.page import import_desk, offstage
from congdoan.page.choice import Choice
from congdoan.page.import_batches import batches
from congdoan.page.import_publish import publishing
from congdoan.page.import_shown import asked, changes, messages, status, understood
from congdoan.page.import_template import template_button
from congdoan.page.screens import script
from congdoan.text import say

KINDS = ("xlsx", "xlsm", "xls", "xlsb", "xml", "ods", "csv", "tsv", "txt")
_GLANCE = 0.4
"""Seconds between two looks at the work that goes on."""


def importing(choice: Choice) -> None:
    """What may be done with the file at hand, then what was imported before."""
    if offstage.asked() is not None:
        return
    if choice.dataset != "real":
        st.info(say("imports.real_only", choice.lang))
        return
    _done(choice)
    _file(choice)
    if import_desk.desk().work:
        _going(choice)
        return
    _refused(choice)
    if import_desk.desk().read:
        _read(choice)
    try:
        batches(choice)
    except StoreError as error:
        st.error(say(f"store.{error.reason}", choice.lang))


def _file(choice: Choice) -> None:
    """The field for a file, and the template beside it."""
    found, lang = import_desk.desk(), choice.lang
    sent = st.file_uploader(
        say("imports.file", lang, most=limits.FILE >> 20), KINDS, key=f"import_file_{found.turn}"
    )
    if sent is not None and sent.file_id != found.upload:
        import_desk.take(sent.file_id, sent.name, sent.getvalue(), lang)
    elif sent is None and found.upload:
        import_desk.leave()
    template_button(choice)


def _read(choice: Choice) -> None:
    """What the file says, and what may be done about it."""
    understood(choice)
    status(choice)
    asked(choice)
    messages(choice)
    changes(choice)
    publishing(choice)


@st.fragment(run_every=_GLANCE)
def _going(choice: Choice) -> None:
    """How far the work is; a file that is only being read may be stopped."""
    found, lang = import_desk.desk(), choice.lang
    if found.work is None or import_desk.settle():
        st.rerun()
    step, done, of = found.work.step
    doing = say(f"imports.doing.{found.doing}", lang, file=found.file)
    said = say("imports.step", lang, doing=doing, step=step, done=done, of=of) if of and step else doing
    st.progress(min(1.0, done / of) if of else 0.0, said)
    if found.doing == "read":
        st.button(say("imports.stop", lang), on_click=import_desk.stop, key="import_stop")


def _done(choice: Choice) -> None:
    """What was published or taken back just now, and the way to see it."""
    done, lang = import_desk.desk().done, choice.lang
    if not done:
        return
    st.success(say(f"imports.done.{done['doing']}", lang, batch=done["batch"], release=done["release"]))
    parameters = {key: value for key, value in choice.parameters().items() if key != "ban"}
    st.page_link(script("overview"), label=say("imports.see", lang), query_params=parameters)


def _refused(choice: Choice) -> None:
    reason, lang = import_desk.desk().refused, choice.lang
    if reason:
        store = ("read_only", "full", "busy", "damaged", "newer")
        st.error(say(f"store.{reason}" if reason in store else f"imports.refused.{reason}", lang))
