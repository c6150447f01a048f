"""A pack as a PDF: every word and number of it, on every page what it rests on, readable by machines."""

import io
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from congdoan import decks, tables
from congdoan.errors import PackError
from congdoan.export import source_line
from congdoan.packs import Form, Pack, file_name, report, save
from congdoan.page.packing import choice_for
from congdoan.page.packing import pack as filled
from congdoan.paths import ROOT
from congdoan.tables import Table
from congdoan.text import Language, say
from tests.charts.frames import rows
from tests.packs.kinds import written
from tests.packs.printed import HOME, HOSTILE, LONG, held, pack, pages, printed, read, root, table

SHEETS: tuple[Form, ...] = ("pdf", "pdf_a3")


def bare(text: str) -> str:
    """Without spaces, and without the line ends that a narrow column makes."""
    return re.sub(r"\s+", "", text)


def numbers(whole: Pack) -> Counter[str]:
    """How often each number stands in the tables; one that all rows share is printed once."""
    found: Counter[str] = Counter()
    for slide in whole.slides:
        if slide.table is None:
            continue
        for at, column in enumerate(slide.table.fields):
            cells = [slide.table.shown(row, at) for row in range(len(slide.table))]
            if column.numeric:
                found.update(set(cells) if len(set(cells)) == 1 else cells)
    return found


def times(texts: list[str], number: str) -> int:
    return len(re.findall(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", " ".join(texts)))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", SHEETS)
def test_every_number_of_every_table_is_printed(form: Form, lang: Language) -> None:
    texts = printed(form, lang)
    assert not [number for number, least in numbers(pack(lang)).items() if times(texts, number) < least]


def test_of_a_very_long_list_as_many_rows_as_a_report_takes_are_printed_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report, "MOST_ROWS", 50)
    whole = pack()
    long = replace(
        whole.slides[-3], table=table(4, "vi"), matching=1078, whole=lambda most: table(most, "vi")
    )
    texts = pages(PdfReader(io.BytesIO(written("pdf", replace(whole, slides=(long,))))))
    assert times(texts, "395.950") == 1  # the value of row 50
    assert times(texts, "403.869") == 0
    assert say("export.some", "vi", shown=50, total="1.078") in " ".join(texts)


@pytest.mark.parametrize("form", SHEETS)
def test_every_text_of_every_table_is_printed(form: Form) -> None:
    whole = bare(" ".join(printed(form)))
    cells = {
        slide.table.shown(row, at)
        for slide in pack().slides
        if slide.table is not None
        for at in range(len(slide.table.fields))
        for row in range(len(slide.table))
    }
    assert not [cell for cell in cells if bare(cell) not in whole]


@pytest.mark.parametrize("form", SHEETS)
def test_every_page_says_filters_source_release_mark_and_its_number(form: Form) -> None:
    texts, about = printed(form), pack().context
    for at, text in enumerate(texts, start=1):
        assert say("export.page", "vi", page=at, pages=len(texts)) in text
        assert about.subtitle in text
        assert bare(source_line(about)) in bare(text)
        assert about.mark in text


def test_real_figures_have_no_mark_on_any_page() -> None:
    assert not [text for text in printed("pdf", "vi", "") if "MINH HỌA" in text.upper()]


@pytest.mark.parametrize("form", SHEETS)
def test_a_long_table_repeats_its_headings_on_each_page(form: Form) -> None:
    own = [str(1900 + at) for at in range(4, LONG)]
    having = [text for text in printed(form) if any(times([text], year) for year in own)]
    heading = say("column.value", "vi")
    assert having
    assert all(heading in text for text in having)


@pytest.mark.parametrize("form", SHEETS)
def test_text_is_set_as_it_is_and_never_read_as_markup(form: Form) -> None:
    whole = bare(" ".join(printed(form)))
    for said in (f"Báocáo{bare(HOSTILE)}", f"Đoạnvănthứnhất{bare(HOSTILE)}.", f"Đãhỏilại{bare(HOSTILE)}"):
        assert said in whole
    assert len(held(read(form), "/H1")) == whole_headings()


def whole_headings() -> int:
    """Sections, steps, and at the end definitions, breaks, the key and the sources."""
    steps = [slide for slide in pack().slides if slide.kind in ("tiles", "card", "skipped")]
    return len(pack().sections) + len(steps) + 4


def listed(names: list[str]) -> Table:
    """A row for each name, with a number that is its own."""
    told = [{"member_vi": name, "member_en": name, "value": at} for at, name in enumerate(names)]
    return tables.table(rows(*told, member_vi="name", member_en="name", value="count"), "vi")


def test_a_long_table_that_can_be_narrow_stands_in_two_columns() -> None:
    names = [f"{'tên của đơn vị ' * 4}{at}" for at in range(200)]
    long = listed(names)
    made = replace(pack(), slides=(replace(pack().slides[-3], table=long),))
    texts = pages(PdfReader(io.BytesIO(written("pdf", made))))
    assert max(text.count("Giá trị") for text in texts) == 2
    [last] = [text for text in texts if names[-1] in text]
    assert bare(last).count(bare(source_line(made.context))) == 2, (
        "below the table, and at the foot of the page"
    )


def test_no_row_stands_alone_on_the_last_page_of_its_table() -> None:
    lists = [[f"danh sách {at}, dòng {row}." for row in range(100 + at)] for at in range(20)]
    slides = [replace(pack().slides[-3], table=listed(names)) for names in lists]
    texts = pages(PdfReader(io.BytesIO(written("pdf", replace(pack(), slides=tuple(slides))))))
    ends = [[text for text in texts if names[-1] in text] for names in lists]
    assert all(names[-2] in end for names, [end] in zip(lists, ends, strict=True))


def test_a_report_is_set_by_a_process_of_its_own_whose_memory_ends_with_it() -> None:
    made = "import io, sys; from congdoan.packs import write; from tests.packs.printed import pack"
    told = f"{made}; write('pdf', io.BytesIO(), pack()); sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=False).returncode == 0


def test_what_typst_refuses_is_told_and_nothing_is_written() -> None:
    mute = next(slide for slide in pack().slides if slide.chart is not None)
    assert mute.chart is not None
    made = replace(pack(), slides=(replace(mute, chart=replace(mute.chart, alt="")),))
    file = io.BytesIO()
    with pytest.raises(PackError, match="alt"):
        report.pdf(file, made)
    assert not file.getvalue()


def test_where_some_rows_are_held_it_says_how_many_there_are() -> None:
    assert say("export.some", "vi", shown="4", total="1.078") in " ".join(printed("pdf"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_is_tagged_for_screen_readers_with_title_and_language(lang: Language) -> None:
    reader = read("pdf", lang)
    assert root(reader)["/MarkInfo"]["/Marked"]
    assert root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(root(reader)["/Lang"]) == lang
    assert reader.metadata
    assert reader.metadata.title == pack(lang).title
    assert b"pdfuaid:part" in root(reader)["/Metadata"].get_data()


@pytest.mark.parametrize("form", SHEETS)
def test_each_chart_has_its_sentence_and_each_table_its_headings(form: Form) -> None:
    said = {str(figure.get("/Alt")) for figure in held(read(form), "/Figure")}
    assert {slide.chart.alt for slide in pack().slides if slide.chart} <= said
    assert len(held(read(form), "/Table")) >= len([slide for slide in pack().slides if slide.table])
    assert held(read(form), "/TH")


def test_the_headings_are_the_bookmarks_in_the_order_of_the_pack() -> None:
    marks = [str(mark.title) for mark in read("pdf").outline if isinstance(mark, Destination)]
    titles = [slide.title for slide in pack().slides if slide.kind in ("tiles", "card", "skipped")]
    assert marks[:1] == [pack().sections[0].heading]
    assert [mark for mark in marks if mark in titles] == titles


def test_each_step_has_its_code_its_link_and_what_the_link_is() -> None:
    reader = read("pdf")
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", ())
        if "/URI" in note.get_object().get("/A", {})
    }
    assert f"{HOME}/k/7DZX9MB" in links
    assert "7DZX9MB" in " ".join(printed("pdf"))


def test_where_no_dashboard_is_named_no_link_is_promised() -> None:
    assert b"/k/7DZX9MB" not in written("pdf", replace(pack(), home=""))


@pytest.mark.parametrize("form", SHEETS)
def test_only_the_shipped_font_is_used_and_it_is_embedded(form: Form) -> None:
    held_by: list[Any] = [page["/Resources"] for page in read(form).pages]
    fonts = [font.get_object() for own in held_by for font in own["/Font"].values()]
    assert {str(font["/BaseFont"]).partition("+")[2] for font in fonts} == {
        "SourceSans3-Regular",
        "SourceSans3-Semibold",
    }
    parts = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all("/FontFile2" in part.get_object() for part in parts)


def test_equal_packs_give_equal_bytes() -> None:
    assert written("pdf", pack()) == written("pdf", pack())


@pytest.mark.parametrize(("form", "size"), [("pdf", (595, 842)), ("pdf_a3", (1191, 842))])
def test_the_sheet_is_the_one_asked_for(form: Form, size: tuple[int, int]) -> None:
    box = read(form).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == size


def test_both_sheets_have_file_names_of_their_own() -> None:
    assert file_name(pack(), "pdf") == "tong-ket-nam_cao-bang_2025_minh-hoa_m1.pdf"
    assert file_name(pack(), "pdf_a3") == "tong-ket-nam-a3_cao-bang_2025_minh-hoa_m1.pdf"


@pytest.mark.parametrize("form", SHEETS)
def test_nothing_falls_off_a_page(form: Form) -> None:
    whole = pack()
    noted = replace(whole.context, notes=tuple(f"Ghi chú {at}: {HOSTILE}" for at in range(70)))
    slides = [replace(one, lines=("Một câu.",) * 60, context=noted) for one in whole.slides[:6]]
    reader = PdfReader(io.BytesIO(written(form, replace(whole, slides=(*slides, *whole.slides)))))
    assert all(min(heights(page)) > 0 for page in reader.pages)


def heights(page: PageObject) -> list[float]:
    """How high above the lower edge of the sheet its words stand, in pt."""
    found: list[float] = []

    def visit(text: str, own: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            found.append(line[4] * own[1] + line[5] * own[3] + own[5])

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("deck", sorted(decks.templates()))
def test_a_deck_of_real_figures_is_printed_whole(deck: str, tmp_path: Path) -> None:
    whole = filled(decks.templates()[deck], choice_for("34:04", (2021, 2021), "real", "vi"), HOME)
    with save("pdf", tmp_path, whole).open("rb") as file:
        texts = pages(PdfReader(file))
    assert not [number for number, least in numbers(whole).items() if times(texts, number) < least]
    for slide in whole.slides:
        for said in (slide.title, *slide.lines) if slide.kind != "sources" else ():
            assert bare(said) in bare(" ".join(texts))
    for section in whole.sections:
        assert all(bare(said) in bare(" ".join(texts)) for said in section.paragraphs)
