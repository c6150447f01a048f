"""A deck filled for a place and a period shows what the screens show, and says what it leaves out."""

import io
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from congdoan import decks
from congdoan.__main__ import main
from congdoan.control.codes import address_of
from congdoan.decks import Deck, Step
from congdoan.packs import MOST_HELD, Form, Pack, Slide, code_of, write
from congdoan.page import packing
from congdoan.page.choice import Choice, choice_of
from congdoan.page.deck_lines import MOST_LINES
from congdoan.page.listing import MOST
from congdoan.page.offstage import gather
from congdoan.page.packing import choice_for, pack
from congdoan.text import Language, say

DECKS = sorted(decks.templates())
CAO_BANG = Choice(places=("34:04",), year_from=2021, year_to=2021)


def own(*steps: Step) -> Deck:
    return Deck("own", "year", "Bộ thử", "A trial", steps)


def only(step: Step, choice: Choice) -> Slide:
    [slide] = pack(own(step), choice).slides
    return slide


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("dataset", ["real", "simulated"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_step_is_a_slide_or_skipped_with_its_reason(deck: str, dataset: str, lang: Language) -> None:
    template = decks.templates()[deck]
    made = pack(template, choice_for("VN", (2021, 2023), dataset, lang))
    shown = [slide for slide in made.slides if slide.kind in ("tiles", "card")]
    skipped = [line for slide in made.slides if slide.kind == "skipped" for line in slide.lines]
    assert len(shown) + made.left_out == len([step for step in template.steps if step.screen])
    parts = [part for line in skipped for part in line.partition(": ")[2].split("; ")]
    assert len(parts) == made.left_out
    assert len({line.partition(": ")[0] for line in skipped}) == len(skipped)
    assert [slide.step for slide in made.slides] == list(range(1, len(made.slides) + 1))
    assert all(len(slide.lines) <= MOST_LINES for slide in made.slides)
    assert {bool(slide.context.mark) for slide in made.slides} == {dataset == "simulated"}


@pytest.mark.usefixtures("real")
def test_a_slide_holds_the_very_card_of_its_screen() -> None:
    slide = only(Step("welfare", ("other_periods_welfare",)), CAO_BANG)
    card = gather("welfare", choice_of({**CAO_BANG.parameters(), "ban": "r1"})).cards
    assert slide.table is next(made for key, made in card.items() if key.startswith("other_periods")).table


@pytest.mark.usefixtures("real")
def test_the_first_of_its_cards_that_has_something_to_show_is_shown() -> None:
    wanted = Step("welfare", ("lead_years_welfare", "other_periods_welfare", "figures_welfare"))
    slide = only(wanted, CAO_BANG)
    assert slide.code == code_of(slide.address, "other_periods_" + "_".join(METRICS))


@pytest.mark.usefixtures("real")
def test_the_filters_of_a_step_stand_in_its_address_with_the_release() -> None:
    slide = only(Step("welfare", ("other_periods_welfare",), "nam={from}-{year}&loai-ky=half"), CAO_BANG)
    filters, _, card = slide.address.partition("&the=")
    assert filters == "/cham-lo?nam=2017-2021&dia-gioi=34&tinh=04&ban=r1&loai-ky=half"
    assert card == "other_periods_" + "_".join(METRICS), "and at which card"
    assert slide.code == code_of(slide.address, "other_periods_" + "_".join(METRICS))


METRICS = ("welfare_amount", "welfare_people", "welfare_gifts", "houses", "houses_amount")


@pytest.mark.usefixtures("real")
def test_a_half_year_slide_lists_half_years_alone() -> None:
    slide = only(Step("welfare", ("other_periods_welfare",), "nam={year}&loai-ky=half"), CAO_BANG)
    assert slide.table is not None
    assert set(slide.table.codes["period_type"]) == {"half"}
    assert len(slide.table) == 14


@pytest.mark.usefixtures("real")
def test_tiles_that_say_nothing_are_left_out() -> None:
    slide = only(Step("overview", ("tiles",)), CAO_BANG)
    assert [tile.label for tile in slide.tiles] == [say("kpi.awards", "vi")]
    country = only(Step("overview", ("tiles",)), Choice(year_from=2025, year_to=2025))
    assert say("kpi.awards", "vi") not in [tile.label for tile in country.tiles]


@pytest.mark.usefixtures("real")
def test_tiles_name_the_sources_of_what_they_measure() -> None:
    found = only(Step("overview", ("tiles",)), CAO_BANG).context.sources
    assert "Trang thông tin điện tử LĐLĐ tỉnh Cao Bằng" in {one.publisher for one in found}


@pytest.mark.usefixtures("real")
def test_a_deck_without_years_is_of_the_newest_year_that_had_closed() -> None:
    newest = pack(own(Step("", ("cover",))), Choice())
    assert newest.title == "Bộ thử 2025"
    assert newest.context.filters[1] == newest.period


@pytest.mark.usefixtures("real")
def test_the_command_writes_the_files_and_names_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["pack", "--deck", "tong-ket-nam", "--place", "34:04", "--year", "2021", "--formats", "xlsx"]
    assert main([*told, "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tong-ket-nam_cao-bang_2021_r1.xlsx"]
    assert capsys.readouterr().out.strip() == str(tmp_path / "tong-ket-nam_cao-bang_2021_r1.xlsx")


def test_the_command_refuses_a_place_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "--deck", "tong-ket-nam", "--place", "Cao Bằng"]) == 1
    assert "'Cao Bằng'; allowed: VN, or a province such as 34:04" in capsys.readouterr().err


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    "asked", [["pack", "--deck", "tong-ket-nam", "--formats", "xlsx", "--out"], ["simulate", "--into"]]
)
def test_a_command_names_the_folder_that_cannot_be(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main([*asked, str(tmp_path / "file" / "folder")]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'file' / 'folder'}: ")


@pytest.mark.usefixtures("real")
def test_the_paragraphs_stand_by_subject_in_the_order_of_the_steps() -> None:
    subjects = ("awards", "welfare", "members")
    made = pack(own(*(Step("", ("cover",), subject=subject) for subject in subjects)), CAO_BANG)
    assert [section.heading for section in made.sections] == [
        say(f"pack.section.{subject}", "vi") for subject in subjects
    ]
    assert "Cao Bằng" in made.sections[0].paragraphs[0]


@pytest.mark.usefixtures("real")
def test_the_code_of_each_slide_leads_to_its_view() -> None:
    made = pack(decks.templates()["tong-ket-nam"], CAO_BANG)
    assert {address_of(slide.code) for slide in made.slides} == {slide.address for slide in made.slides}


@pytest.mark.usefixtures("real")
def test_the_paragraphs_of_a_half_year_deck_tell_of_half_years() -> None:
    step = Step("", ("cover",), subject="welfare")
    [half], [year] = (
        pack(Deck("own", period, "Bộ thử", "A trial", (step,)), CAO_BANG).sections
        for period in ("half", "year")
    )
    assert "6 tháng" in half.paragraphs[0]
    assert half != year


@pytest.mark.usefixtures("both")
def test_a_list_that_a_screen_cuts_stands_whole_in_a_pack_where_paper_can_hold_it() -> None:
    simulated = Choice(dataset="simulated", year_from=2020, year_to=2021)
    slide = only(Step("members", ("other_periods_members",), "nam=2018-2021&loai-ky=half"), simulated)
    assert slide.table is not None
    assert slide.matching is not None
    assert len(slide.table) == slide.matching > MOST


@pytest.mark.usefixtures("both")
def test_of_a_longer_list_slides_show_the_first_rows_and_workbook_and_report_hold_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing, "WHOLE", MOST)
    simulated = Choice(dataset="simulated", year_from=2020, year_to=2021)
    half_years = own(Step("members", ("other_periods_members",), "nam=2018-2021&loai-ky=half"))
    made = pack(half_years, simulated)
    [slide] = made.slides
    assert slide.table is not None
    assert slide.whole is not None
    assert len(slide.table) == MOST < slide.held == slide.matching == len(slide.whole(MOST_HELD))
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", made)))
    assert len([row for row in book.worksheets[1].values if row[0]]) >= slide.held
    whole = slide.whole(MOST_HELD)
    values = {whole.shown(row, whole.index("value")) for row in range(len(whole))}
    printed = PdfReader(io.BytesIO(written("pdf", made))).pages
    assert values <= {word for page in printed for word in page.extract_text().split()}


def written(form: Form, made: Pack) -> bytes:
    file = io.BytesIO()
    write(form, file, made)
    return file.getvalue()


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("deck", "period"), [("tong-ket-nam", "2021"), ("nhiem-ky", "2017–2021")])
def test_a_term_is_never_a_single_year(deck: str, period: str) -> None:
    assert pack(decks.templates()[deck], CAO_BANG).period == period


@pytest.mark.usefixtures("both")
def test_a_workbook_has_the_numbers_of_a_table_that_says_them_in_words() -> None:
    simulated = Choice(dataset="simulated", year_from=2021, year_to=2023)
    step = Step("comparison", ("comparison_table",), "theo=ky&cac-ky={from},{year}")
    made = pack(own(step), simulated)
    [slide] = made.slides
    assert slide.table is not None
    assert not any(field.numeric for field in slide.table.fields)
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", made))).worksheets[1]
    _mark, headings, *rows = sheet.values
    assert "Năm" in headings
    assert "Kỳ" not in headings
    values = [row[headings.index("Giá trị")] for row in rows if row[1]]
    assert len(values) == 2 * len(slide.table)
    assert all(isinstance(value, int | float) for value in values)


@pytest.mark.usefixtures("both")
def test_the_figures_of_a_half_year_stand_from_the_largest_down() -> None:
    simulated = Choice(dataset="simulated", year_from=2022, year_to=2022)
    slide = only(Step("members", ("other_periods_members",), "nam={year}&loai-ky=half"), simulated)
    assert slide.table is not None
    told = zip(*(slide.table.key(name) for name in ("metric", "value")), strict=True)
    values = [value for metric, value in told if metric == "members_joined"]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) > 1
