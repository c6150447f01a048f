"""How charts and tables lie on sheets: type that can be read, and what belongs together on one page."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pypdf import PdfReader

from congdoan import tables
from congdoan.export import source_line
from congdoan.packs import Form, Section, Slide
from congdoan.packs.columns import LARGE, laid
from congdoan.packs.paper import ACROSS, READABLE
from congdoan.tables import Table
from congdoan.text import say
from tests.charts.frames import every, rows
from tests.packs.kinds import written
from tests.packs.printed import NAMES, pack, pages, table
from tests.packs.test_report import bare, listed

CARD = pack().slides[-3]
WIDE = table(60, "vi", NAMES[:2])
"""More rows than a page takes, of names too long for an upright one."""


def sheets(form: Form, *slides: Slide, sections: Sequence[Section] = ()) -> PdfReader:
    made = replace(pack(), slides=slides, sections=tuple(sections))
    return PdfReader(io.BytesIO(written(form, made)))


def card(table: Table, title: str = "Bảng dài") -> Slide:
    return replace(CARD, title=title, table=table, matching=None)


def test_a_long_table_whose_type_would_be_small_lies_across_sheets_of_its_own() -> None:
    reader = sheets("pdf", card(table(5, "vi"), "Trước"), card(WIDE), card(table(5, "vi"), "Sau"))
    lying = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    texts = pages(reader)
    assert [NAMES[0] in text for text in texts] == lying
    assert lying.index(True) == next(at for at, text in enumerate(texts) if at and "Bảng dài" in text)
    assert not lying[-1]
    assert sum(lying) > 1


def test_on_a_lying_sheet_no_table_is_turned() -> None:
    [*sizes] = {page.mediabox.width > page.mediabox.height for page in sheets("pdf_a3", card(WIDE)).pages}
    assert sizes == [True]


@pytest.mark.parametrize("names", [NAMES[:2], NAMES])
def test_a_table_across_its_sheets_has_type_that_is_read_well(names: Sequence[str]) -> None:
    made = laid(table(60, "vi", names), ACROSS.width, LARGE)
    assert all(part.size >= READABLE for part in made.parts)


@pytest.mark.parametrize("count", range(56, 60))
def test_the_source_stands_with_the_last_row_of_its_table(count: int) -> None:
    names = [f"{'m' * 40}{row}." for row in range(count)]
    [last] = [text for text in pages(sheets("pdf", card(listed(names)))) if names[-1] in text]
    assert bare(last).count(bare(source_line(pack().context))) == 2, "and one at the foot of the page"


def test_what_all_rows_share_stands_on_the_page_where_its_table_begins() -> None:
    long = [f"{at}. {'lời ' * 90}" for at in range(40)]
    told = [
        {"place": "34:04", "member_vi": one, "member_en": one, "value": at} for at, one in enumerate(long)
    ]
    tall = tables.table(rows(*told, member_vi="name", member_en="name", value="count"), "vi")
    chart = replace(every("vi")["ranking"], height=810)
    slide = replace(card(tall), subtitle="", context=replace(CARD.context, notes=()), chart=chart)
    shared = say("pack.shared", "vi", columns="").partition(":")[0]
    [page] = [text for text in pages(sheets("pdf", slide)) if shared in text]
    assert "0. lời" in page


def test_no_page_is_left_empty_where_there_are_no_paragraphs() -> None:
    chart = replace(every("vi")["ranking"], height=800)
    assert "Bảng dài" in pages(sheets("pdf", replace(card(table(60, "vi")), chart=chart)))[1]


def test_the_slides_follow_the_paragraphs_on_the_same_page() -> None:
    section = Section("Chăm lo", ("Một đoạn văn.",))
    page = pages(sheets("pdf", card(table(3, "vi")), sections=[section]))[1]
    assert page.index("Một đoạn văn.") < page.index("Bảng dài")


def test_each_kind_of_explanation_stays_on_one_page() -> None:
    told = [(f"Chỉ tiêu {at}", f"nghĩa của {at}") for at in range(12)]
    about = replace(pack().context, definitions=tuple(told))
    for count in range(30, 45, 3):
        filled = Section("Chăm lo", ("Một dòng.",) * count)
        made = replace(pack(), context=about, slides=(), sections=(filled,))
        texts = pages(PdfReader(io.BytesIO(written("pdf", made))))
        assert [sum(entry in text for entry, _ in told) for text in texts if "nghĩa của" in text] == [12]
