"""The list of what has to be so before a file is published, and the form that publishes it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from congdoan.formats import markdown, number
from congdoan.page import import_desk
from congdoan.page.choice import Choice
from congdoan.page.note_dialog import AUTHOR
from congdoan.page.screens import script
from congdoan.text import Language, say


@dataclass(frozen=True)
class Point:
    """One thing to be so: its code and count, whether it is and must be, and where it is shown."""

    code: str
    count: int
    met: bool
    blocks: bool
    anchor: str


def publishing(choice: Choice) -> None:
    """The list, then note, reason and name, then the buttons that make a draft and publish."""
    found, lang = import_desk.desk(), choice.lang
    points = _points()
    st.subheader(say("imports.publish", lang), anchor=False)
    for point in points:
        st.markdown(_line(point, lang))
    if any(point.blocks and not point.met for point in points):
        return
    changed, warnings = found.prepared.changed, _counted("warning")
    with st.form("import_publish", border=True):
        seen = not warnings or st.checkbox(
            say("imports.seen", lang, count=number(warnings, lang)), key="import_seen"
        )
        note = _written("note", lang)
        reason = _written("reason", lang) if changed else ""
        author = st.text_input(
            say("imports.author", lang), st.session_state.get(AUTHOR, ""), max_chars=80, key="import_author"
        )
        with st.container(horizontal=True):
            draft = st.form_submit_button(say("imports.make_draft", lang), key="import_draft")
            publish = st.form_submit_button(
                say("imports.do_publish", lang), type="primary", key="import_publish_now"
            )
    words = {"note": note.strip(), "reason": reason.strip(), "author": author.strip()}
    if draft or publish:
        _begin(words, draft, seen, bool(changed), lang)
    if found.draft:
        _draft(choice, found.draft)


def _written(what: str, lang: Language) -> str:
    """A line that is still there when a draft was made meanwhile."""
    before = import_desk.desk().words.get(what, "")
    return st.text_input(say(f"imports.{what}", lang), before, max_chars=500, key=f"import_{what}")


def _begin(words: dict[str, str], draft: bool, seen: bool, changed: bool, lang: Language) -> None:
    """Begins what was asked for, or says what is missing."""
    st.session_state[AUTHOR] = words["author"]
    import_desk.desk().words = words
    if draft:
        words = {**words, "note": words["note"] or "–", "author": words["author"] or "–"}
        import_desk.make_draft(words)
        st.rerun()
    missing = [
        say(f"imports.missing.{code}", lang)
        for code, there in (
            ("seen", seen),
            ("note", words["note"]),
            ("reason", words["reason"] or not changed),
            ("author", words["author"]),
        )
        if not there
    ]
    if missing:
        st.error(" ".join(missing))
    else:
        import_desk.publish(words)
        st.rerun()


def _draft(choice: Choice, release: str) -> None:
    """The way to the dashboard with the draft."""
    parameters = {**choice.parameters(), "ban": release}
    st.page_link(script("overview"), label=say("imports.see_draft", choice.lang), query_params=parameters)


def _points() -> list[Point]:
    desk = import_desk.desk()
    unsure = sum(column.meaning == "=unsure" for column in desk.understood.columns)
    found, errors, warnings = desk.prepared, _counted("error"), _counted("warning")
    points = [
        Point("figures", found.figures, found.figures > 0, True, "imports-changes"),
        Point("unsure", unsure, unsure == 0, False, "hoi"),
        Point("errors", errors, errors == 0, False, "imports-error"),
        Point("warnings", warnings, warnings == 0, False, "imports-warning"),
        Point("suspicious", found.suspicious, found.suspicious == 0, False, "imports-changes"),
        Point("changed", found.changed, found.changed == 0, False, "imports-changes"),
    ]
    return [point for point in points if point.code == "figures" or not point.met]


def _line(point: Point, lang: Language) -> str:
    """A point as a line: whether it blocks, what it is, and the way to it."""
    state = "met" if point.met else "blocks" if point.blocks else "advises"
    said = say(f"imports.point.{point.code}", lang, count=number(point.count, lang))
    where = f" [{say('imports.look', lang)}](#{point.anchor})" if point.count else ""
    return f"{say(f'imports.point_state.{state}', lang)} {markdown(said)}{where}"


def _counted(severity: str) -> int:
    return sum(one.severity == severity for one in import_desk.desk().understood.messages)
