"""A note stands on every card that shows what it is about, and in every file of such a card."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from streamlit.testing.v1 import AppTest

from congdoan import export
from congdoan.control import notes as kept_notes
from congdoan.control import store
from congdoan.control.notes import About
from congdoan.page import files, note_dialog, workbook
from congdoan.page.choice import Choice
from congdoan.page.notes import lines, said_of, within
from congdoan.page.offstage import gather
from congdoan.page.workbook import Shown
from congdoan.tables.arrow import of_table
from congdoan.text import Language, say
from tests.page.visits import SCRIPTS, face, visit

pytestmark = pytest.mark.usefixtures("hand", "kept_in")
CAO_BANG = About("real", "members", "34:04", None, 2021, "2021")
BODY = replace(CAO_BANG, place=None, organisation="dak")
WORDS = "Số đã đối chiếu"
CARD = "lead_latest_members_all"


def found(about: About, choice: Choice, bodies: set[str] | None = None) -> bool:
    """Whether a note about this is among those of a choice."""
    kept_notes.write(about, WORDS, "Lan")
    return bool(within(choice, ["members", "branches"], bodies))


@pytest.mark.parametrize(
    ("about", "choice"),
    [
        (CAO_BANG, Choice()),
        (CAO_BANG, Choice(places=("34:04", "34:25"), year_from=2020, year_to=2021)),
        (replace(CAO_BANG, place="VN"), Choice()),
        (replace(CAO_BANG, place="63:26"), Choice(places=("34:25",))),
        (replace(CAO_BANG, place="34:25"), Choice(scheme="63", places=("63:26",))),
        (
            replace(CAO_BANG, metric="branches", period="half:2021-01-01:2021-06-30"),
            Choice(year_from=2021, year_to=2021),
        ),
        (BODY, Choice()),
    ],
)
def test_a_note_belongs_to_every_choice_that_takes_in_its_unit_and_period(
    about: About, choice: Choice
) -> None:
    assert found(about, choice)


@pytest.mark.parametrize(
    ("about", "choice"),
    [
        (CAO_BANG, Choice(places=("34:25",))),
        (CAO_BANG, Choice(year_from=2022, year_to=2025)),
        (CAO_BANG, Choice(dataset="simulated")),
        (replace(CAO_BANG, metric="houses"), Choice()),
        (replace(CAO_BANG, place="VN"), Choice(places=("34:04",))),
        (replace(CAO_BANG, place="63:25"), Choice(scheme="63", places=("63:26",))),
        (BODY, Choice(places=("34:25",))),
    ],
)
def test_a_note_on_something_else_stays_away(about: About, choice: Choice) -> None:
    assert not found(about, choice)


def test_a_card_has_the_notes_of_the_union_bodies_that_it_shows_one_by_one() -> None:
    assert found(BODY, Choice(), {"dak", "so-y-te"})
    assert not within(Choice(), ["members"], {"so-y-te"})


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "Đoàn viên · Cao Bằng · năm 2021: Số đã đối chiếu (Lan; "),
        ("en", "Members · Cao Bằng · 2021: Số đã đối chiếu (Lan; "),
    ],
)
def test_a_note_is_said_with_what_it_is_about_who_wrote_it_and_when(lang: Language, said: str) -> None:
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    [line] = lines(Choice(lang=lang), ["members"], None)
    assert line.startswith(said)


def test_a_half_year_and_a_former_province_and_a_union_body_are_named_as_such() -> None:
    kept_notes.write(replace(CAO_BANG, place="63:26", period="half:2021-01-01:2021-06-30"), WORDS, "Lan")
    kept_notes.write(BODY, WORDS, "Lan")
    half, body = lines(Choice(), ["members"], None)
    assert "Vĩnh Phúc" in half
    assert "cũ" in half
    assert "6 tháng đầu năm 2021" in half
    assert "dak" not in body


def action(app: AppTest) -> str:
    return str(face(app, CARD)["actions"]["note"])


def dialog() -> AppTest:
    """What the dialog of a card holds."""
    return AppTest.from_file(str(SCRIPTS / "card_notes.py"), default_timeout=60).run()


def written(words: str, place: str | None = "Cao Bằng") -> AppTest:
    """Writes a note in the dialog of a card and saves it."""
    app = dialog()
    app.selectbox(f"note_unit_{CARD}").select(place)
    app.selectbox(f"note_period_{CARD}").select("2021")
    app.text_area(f"note_words_{CARD}").input(words)
    app.text_input(f"note_author_{CARD}").input("Lan")
    return app.button(f"note_save_{CARD}").click().run()


def handed_over(app: AppTest) -> Shown:
    """What the card keeps for its files."""
    shown: list[Shown] = app.session_state["congdoan.shown"]
    return next(part for part in shown if part.context.notes)


def test_a_note_is_written_with_metric_unit_period_and_author() -> None:
    assert not written(WORDS).exception
    [note] = kept_notes.notes("real")
    assert (note.about, note.words, note.author) == (CAO_BANG, WORDS, "Lan")


def test_a_note_on_a_half_year_is_of_its_unit_and_its_half_and_stands_on_its_card() -> None:
    choice = Choice(places=("34:04",))
    about = replace(CAO_BANG, metric="welfare_amount", place=None, organisation="ldld-cao-bang")
    about = replace(about, period="half:2021-01-01:2021-06-30")
    [card] = (
        card for key, card in gather("welfare", choice).cards.items() if key.startswith("other_periods")
    )
    assert about.organisation in note_dialog._bodies(card)
    assert note_dialog._periods(card)[about.period] == 2021
    kept_notes.write(about, WORDS, "Lan")
    assert [WORDS in line for line in said_of(card)] == [True]


def test_who_wrote_last_is_the_author_offered_next() -> None:
    app = written(WORDS)
    assert app.text_input(f"note_author_{CARD}").value == "Lan"
    assert app.session_state["congdoan.author"] == "Lan"


def test_a_card_counts_its_notes_and_says_them_in_every_file_of_it() -> None:
    assert action(visit("members")) == say("notes.action", "vi")
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    app = visit("members")
    assert action(app) == say("notes.count", "vi", count=1)
    part = handed_over(app)
    stream, [line] = of_table(part.table), part.context.notes
    assert WORDS in line
    assert line in export.make("csv_excel", stream, part.context).decode()
    assert line in words_of(export.make("xlsx", stream, part.context))
    assert line in words_of(workbook._workbook([part], replace(part.context, title="x")))
    assert line in export.foot(part.context)
    parquet = io.BytesIO(export.make("parquet", stream, part.context))
    assert pyarrow.parquet.read_schema(parquet).metadata[b"notes"].decode() == line


def test_notes_leave_the_rows_for_programs_as_they_are_and_make_another_file() -> None:
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    part = handed_over(visit("members"))
    stream, without = of_table(part.table), replace(part.context, notes=())
    assert export.make("csv", stream, part.context) == export.make("csv", stream, without)
    assert export.export_id([stream], part.context, "xlsx") != export.export_id([stream], without, "xlsx")


def test_a_new_note_makes_another_workbook_of_the_screen() -> None:
    before = replace(visit("members").session_state["congdoan.shown"][0].context, notes=())
    after = replace(before, notes=("một",))
    assert workbook._identity(Choice(), before, "members") != workbook._identity(Choice(), after, "members")


def words_of(data: bytes) -> set[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}


def test_a_note_is_reworded_on_its_card_and_shows_what_it_said_before() -> None:
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    app = dialog()
    app.text_area("note_words_1").input("Số đã sửa")
    app = app.button("note_save_1").click().run()
    assert [one.words for one in kept_notes.notes("real")] == ["Số đã sửa"]
    assert any(WORDS in caption.value for caption in app.caption)


def test_a_note_is_withdrawn_on_its_card() -> None:
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    app = dialog().button("note_withdraw_1").click().run()
    assert WORDS not in [text.value for text in app.text]
    assert kept_notes.notes("real") == ()


def test_a_note_without_words_is_refused_in_words() -> None:
    app = written("  ")
    assert [error.value for error in app.error] == [say("notes.rule", "vi")]
    assert kept_notes.notes("real") == ()


def test_a_note_of_nowhere_is_refused_in_words() -> None:
    app = written(WORDS, None)
    assert [error.value for error in app.error] == [say("notes.no_unit", "vi")]
    assert kept_notes.notes("real") == ()


def test_words_of_a_note_are_plain_text_on_the_screen() -> None:
    app = written("![x](y) **đậm** $a$")
    assert "![x](y) **đậm** $a$" in [text.value for text in app.text]
    assert not any("![x](y)" in markdown.value for markdown in (*app.markdown, *app.caption))


def test_where_notes_cannot_be_read_the_figures_stand_and_their_files_say_so(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / store.FILE).write_text("không phải kho", encoding="utf-8")
    app = visit("members", tinh="04")
    assert not app.exception
    assert handed_over(app).context.notes == (say("notes.unreadable", "vi"),)


def test_a_whole_list_as_a_file_has_the_notes_of_its_choice() -> None:
    kept_notes.write(CAO_BANG, WORDS, "Lan")
    kept_notes.write(BODY, "của đơn vị", "Lan")
    asked = files.Wanted(Choice(), files.FIGURES, {"metrics": ["members"]})
    assert len(files.about(asked).notes) == 2
    one = files.Wanted(Choice(), files.FIGURES, {"metrics": ["members"], "org": "so-y-te"})
    assert not [line for line in files.about(one).notes if "của đơn vị" in line]


def test_many_notes_become_a_count_under_a_picture() -> None:
    for number in range(9):
        kept_notes.write(CAO_BANG, f"{number} " + "dài " * 20, "Lan")
    app = visit("members", tinh="04")
    assert say("export.notes_more", "vi", count=9) in export.foot(handed_over(app).context)
