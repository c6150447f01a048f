"""A note is dated and signed plain text; its former wordings stay, and a withdrawal is one more of them."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from congdoan.control import notes, store
from congdoan.errors import StoreError
from tests.control.writer import ABOUT

pytestmark = pytest.mark.usefixtures("kept_in")


def the_note() -> notes.Note:
    [note] = notes.notes("real")
    return note


def test_a_note_stands_with_what_it_is_about_its_author_and_its_moment() -> None:
    number = notes.write(ABOUT, "Số đã đối chiếu với báo cáo năm", "Lan")
    note = the_note()
    assert (note.note, note.about, note.words, note.author) == (
        number,
        ABOUT,
        "Số đã đối chiếu với báo cáo năm",
        "Lan",
    )
    assert (note.written_at[4], note.written_at[10], note.written_at[-1]) == ("-", "T", "Z")


def test_notes_of_one_data_set_are_not_seen_on_the_other() -> None:
    notes.write(replace(ABOUT, dataset="simulated"), "minh họa", "Lan")
    assert notes.notes("real") == ()


def test_a_new_wording_takes_the_place_of_the_former_which_stays_on_record() -> None:
    notes.write(ABOUT, "một", "Lan")
    notes.reword(the_note(), "hai", "Minh")
    assert (the_note().words, the_note().author) == ("hai", "Minh")
    assert [(one.number, one.words, one.author) for one in notes.wordings(the_note().note)] == [
        (2, "hai", "Minh"),
        (1, "một", "Lan"),
    ]


def test_a_withdrawn_note_is_gone_from_the_screens_and_not_from_the_record() -> None:
    notes.write(ABOUT, "một", "Lan")
    withdrawn = the_note()
    notes.withdraw(withdrawn, "Minh")
    assert notes.notes("real") == ()
    assert [(one.words, one.author) for one in notes.wordings(withdrawn.note)] == [
        (None, "Minh"),
        ("một", "Lan"),
    ]


def test_who_saw_an_older_wording_changes_nothing_and_is_told() -> None:
    notes.write(ABOUT, "một", "Lan")
    seen = the_note()
    notes.reword(seen, "hai", "Minh")
    for act in (lambda: notes.reword(seen, "ba", "Lan"), lambda: notes.withdraw(seen, "Lan")):
        with pytest.raises(StoreError, match="by somebody else") as caught:
            act()
        assert caught.value.reason == "changed"
    assert the_note().words == "hai"


@pytest.mark.parametrize("table", ["notes set year = 2020", "wordings set words = 'x'"])
def test_the_file_itself_refuses_to_change_or_remove_what_was_said(kept_in: Path, table: str) -> None:
    notes.write(ABOUT, "một", "Lan")
    with closing(sqlite3.connect(kept_in / store.FILE)) as connection:
        for statement in (f"update {table}", f"delete from {table.split(maxsplit=1)[0]}"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(statement)


@pytest.mark.parametrize("words", ["", " \n\t ", "\u200b", "x" * (notes.LONGEST + 1)])
def test_a_note_without_words_or_with_too_many_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="allowed: 1 to 500"):
        notes.write(ABOUT, words, "Lan")
    assert notes.notes("real") == ()


def test_words_become_one_composed_line_without_invisible_signs() -> None:
    notes.write(ABOUT, "  Hoa\u0300 Bi\u0300nh\n\u202edòng\u0000 hai ", "Lan")
    assert the_note().words == "Hoà Bình dòng hai"
