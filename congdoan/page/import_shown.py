"""What was understood of a file, what is asked about it, what was said, and what it would change."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from congdoan import catalogue
from congdoan.formats import MISSING, markdown, number
from congdoan.intake.meanings import answered
from congdoan.intake.messages import Message
from congdoan.intake.model import Column, Sheet
from congdoan.intake.understanding import STATUS
from congdoan.page import import_desk
from congdoan.page.choice import Choice
from congdoan.page.face import face, parts
from congdoan.page.grid import lines
from congdoan.page.import_figures import figure_table
from congdoan.publishing import workshop
from congdoan.text import Language, name, say

MOST = 200
"""Messages and figures shown at a time; the checked file has all messages, the release all figures."""
KINDS = {
    "suspicious": "suspicious = 1",
    "changed": "kind = 'changed'",
    "new": "kind = 'new'",
    "unchanged": "kind = 'unchanged'",
}
"""What a figure can be told by, and how that is asked."""
_QUESTIONS = {"year": ("year.missing", "year.conflict"), "unit": ("unit.missing",)}
"""What a sheet itself may be asked, and the codes of the messages that ask."""
_PLACED = ("=unit", "=unit_code", "=province")
"""Columns that tell where the figures of a row are from."""


def understood(choice: Choice) -> None:
    """Which sheets and columns were read, and as what."""
    found, lang = import_desk.desk().understood, choice.lang
    st.subheader(say("imports.understood", lang), anchor=False)
    for sheet in found.sheets:
        said = say(
            "imports.sheet",
            lang,
            sheet=sheet.name,
            headings=_span(sheet.headings),
            rows=_span(sheet.rows),
            period=sheet.period.year if sheet.period else _by_row(sheet, ("=year",), lang),
            place=name("place", sheet.province, lang) if sheet.province else _by_row(sheet, _PLACED, lang),
        )
        st.text(said)
    read = [column for column in found.columns if column.meaning not in ("=unsure", "=index")]
    if read:
        with st.expander(say("imports.columns", lang, count=len(read))):
            heads = ("sheet", "column", "heading", "meaning")
            rows = [(one.sheet, one.column, one.label, meaning_of(one.meaning, lang)) for one in read]
            _table(heads, rows, "import_columns", lang, len(rows))


def _by_row(sheet: Sheet, roles: Sequence[str], lang: Language) -> str:
    """Whether a column of a sheet tells what its titles do not."""
    columns = import_desk.desk().understood.columns
    told = any(one.sheet == sheet.name and one.meaning in roles for one in columns)
    return say("imports.by_row", lang) if told else MISSING


def status(choice: Choice) -> None:
    """Whether the figures are preliminary, where the file does not say so, or says so wrongly."""
    found, lang = import_desk.desk(), choice.lang
    told = found.answers.get(STATUS, "")
    chosen = st.segmented_control(
        say("imports.status", lang),
        ("", "preliminary", "final"),
        default=told,
        format_func=lambda one: name("status", one, lang) if one else say("imports.status.file", lang),
        key=f"import_status_{found.upload}_{lang}",
        required=True,
    )
    if chosen != told:
        import_desk.answer({STATUS: chosen}, lang)
        st.rerun()


def meaning_of(answer: str, lang: Language) -> str:
    """What an answer says about a column, in words."""
    if answer.startswith("="):
        return say(f"imports.role.{answer[1:]}", lang)
    told = answered(answer)
    words = [name("metric", told.metric, lang)]
    words += [name("item", told.item, lang)] if told.item else []
    words += [name("recipient", told.recipient, lang)] if told.recipient else []
    return " · ".join(words)


def asked(choice: Choice) -> None:
    """A question for each column that is unsure, and for year and unit where the file tells none."""
    found, lang = import_desk.desk().understood, choice.lang
    columns = {one.key: one for one in found.columns if one.meaning == "=unsure"}
    codes = {one.code for one in found.messages}
    missing = [question for question, asks in _QUESTIONS.items() if codes & set(asks)]
    if not columns and not missing:
        return
    st.subheader(say("imports.asked", lang), anchor="hoi")
    with st.form("import_answers", border=True):
        answers = {key: _ask(column, lang) for key, column in columns.items()}
        for question in missing:
            answers[question] = st.text_input(
                say(f"imports.question.{question}", lang), key=f"import_{question}"
            )
        if st.form_submit_button(say("imports.answer", lang), type="primary"):
            import_desk.answer({key: said.strip() for key, said in answers.items() if said}, lang)
            st.rerun()


def _ask(column: Column, lang: Language) -> str:
    """What a column is, out of what it could be, then out of everything."""
    every = [metric.metric for metric in catalogue.metrics().values() if not metric.dimension]
    options = list(dict.fromkeys((*column.candidates, "=skip", *every)))
    label = say("imports.question.column", lang, sheet=column.sheet, column=column.column, label=column.label)
    chosen = st.selectbox(
        markdown(label),
        options,
        index=None,
        format_func=lambda answer: meaning_of(answer, lang),
        key=f"import_column_{column.key}_{lang}",
    )
    return chosen or ""


def messages(choice: Choice) -> None:
    """Errors and warnings by cell, what else was noticed folded away, and a cell to mend in place."""
    found, lang = import_desk.desk().understood.messages, choice.lang
    by_severity = {level: _of(found, level) for level in ("error", "warning", "info")}
    for level in ("error", "warning"):
        if by_severity[level]:
            count = number(len(by_severity[level]), lang)
            st.subheader(say(f"imports.{level}s", lang, count=count), anchor=f"imports-{level}")
            _listed(by_severity[level], lang)
    _mend([*by_severity["error"], *by_severity["warning"]], lang)
    if by_severity["info"]:
        with st.expander(say("imports.infos", lang, count=len(by_severity["info"]))):
            _listed(by_severity["info"], lang)


def _of(found: Sequence[Message], level: str) -> list[Message]:
    return [one for one in found if one.severity == level]


def _listed(found: Sequence[Message], lang: Language) -> None:
    rows = [(_place(one), one.text(lang)) for one in found[:MOST]]
    _table(("place", "text"), rows, f"import_{found[0].severity}", lang, len(found))


def _place(one: Message) -> str:
    return "!".join(filter(None, (one.sheet, one.cell)))


def _mend(found: Sequence[Message], lang: Language) -> None:
    """A form that puts a text in place of a cell that is wrong, and the file to mend beside it."""
    places = list(dict.fromkeys(_place(one) for one in found if one.cell))
    checked = import_desk.desk().checked
    if places:
        form = st.form("import_mend")
        with form.container(horizontal=True, vertical_alignment="bottom"):
            place = st.selectbox(say("imports.mend_cell", lang), places, key="import_mend_cell")
            text = st.text_input(say("imports.mend_text", lang), key="import_mend_text")
            if st.form_submit_button(say("imports.mend", lang)) and place:
                import_desk.mend(place, text, lang)
                st.rerun()
    if found and checked:
        file = f"{import_desk.desk().file.rpartition('.')[0]}-{say('imports.checked_name', lang)}.xlsx"
        st.download_button(say("imports.checked", lang), checked, file, on_click="ignore")


def changes(choice: Choice) -> None:
    """The figures that are suspicious, changed, new or unchanged, each beside what is published."""
    found, lang = import_desk.desk().prepared, choice.lang
    if not found.figures:
        return
    st.subheader(say("imports.changes", lang), anchor="imports-changes")
    counts = {kind: getattr(found, kind) for kind in KINDS}
    kinds = [kind for kind in KINDS if counts[kind]]
    kind = st.segmented_control(
        say("imports.kinds", lang),
        kinds,
        default=kinds[0],
        format_func=lambda one: say(f"imports.kind.{one}", lang, count=number(counts[one], lang)),
        key=f"import_kind_{lang}",
        label_visibility="collapsed",
        required=True,
    )
    chosen = kind or kinds[0]
    figure_table(choice, workshop.figures(found.path, KINDS[chosen], MOST), counts[chosen], "import_changes")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], key: str, lang: Language, of: int) -> None:
    """Rows in words; `of` is how many there are in all."""
    table = lines(
        [say(f"imports.head.{head}", lang) for head in heads], rows, say("imports.messages", lang), lang
    )
    more = say("imports.first", lang, shown=number(len(rows), lang), count=number(of, lang))
    face(parts(table=table, more=more if of > len(rows) else ""), key)


def _span(both: tuple[int, int]) -> str:
    return f"{both[0]}–{both[1]}" if both[0] != both[1] else str(both[0])
