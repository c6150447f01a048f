"""A report holds the pack: paragraphs, every row of its tables, sources, codes; the same bytes each time."""

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from docx import Document

from congdoan import decks
from congdoan.export import source_line
from congdoan.packs import Pack
from congdoan.packs.narrow import laid, narrow
from congdoan.packs.word.grids import grid
from congdoan.packs.word.look import ROOM
from congdoan.page.packing import choice_for
from congdoan.page.packing import pack as fill
from congdoan.text import Language
from tests.packs.kinds import HOME, ROWS, TILES, by_caption, pack, written


def opened(made: Pack) -> Any:
    return Document(io.BytesIO(written("docx", made)))


@cache
def report(lang: Language = "vi") -> Any:
    """The report of the pack with a slide of every kind."""
    return opened(pack(lang))


def lines(held: Any) -> list[str]:
    return [one.text for one in held.paragraphs]


def rows(grid: Any) -> list[tuple[str, ...]]:
    """The texts of the cells, read from the XML, as python-docx takes long for many."""
    return [
        tuple("\n".join(text.text or "" for text in cell.iter("{*}t")) for cell in row.iter("{*}tc"))
        for row in grid._tbl.iter("{*}tr")
    ]


def test_the_paragraphs_of_the_sections_stand_under_their_headings() -> None:
    told = lines(report())
    assert told.index("Đến cuối năm có 77.737 đoàn viên.") == told.index("Đoàn viên") + 1


def test_tables_hold_every_row_and_repeat_their_headings() -> None:
    long = report().tables[-1]
    table = by_caption()["table"].table
    assert table is not None
    assert rows(long)[1:] == list(narrow(table).rows)
    assert len(rows(long)) == 1 + ROWS
    assert all(len(list(one._tbl.iter("{*}tblHeader"))) == 1 for one in report().tables)
    assert f"{ROWS} trong {2 * ROWS} dòng; tệp XLSX giữ {ROWS} dòng đầu, " in "\n".join(lines(report()))


def test_tiles_are_a_table() -> None:
    assert rows(report().tables[0])[1][:2] == (TILES[0].label, TILES[0].value)


def test_each_table_says_its_source_and_leads_back_to_its_view() -> None:
    told = lines(report())
    shown = [slide for slide in pack().slides if slide.tiles or slide.table is not None]
    assert told.count(source_line(shown[0].context)) == len(shown) == len(report().tables)
    links = [one.target_ref for one in report().part.rels.values() if one.reltype.endswith("/hyperlink")]
    assert set(links) == {f"{HOME}/k/7DZX9MB"}
    assert len(list(report().element.body.iter("{*}pic"))) == len(shown)


def test_what_is_skipped_defined_and_cited_stands_at_the_end() -> None:
    told = lines(report())
    for words in ("Chăm lo: không có số liệu", "Đoàn viên: là ai", "Đã hỏi lại."):
        assert words in told
    assert any(line.startswith("LĐLĐ tỉnh Cao Bằng, Báo cáo tổng kết, 31/12/2021") for line in told)


def test_every_page_says_mark_release_and_number() -> None:
    page = report().sections[0]
    assert [one.text for one in page.header.paragraphs] == ["SỐ LIỆU MINH HỌA"]
    assert "Bản phát hành m1." in page.footer.paragraphs[0].text
    told = [one.get(f"{{{one.nsmap['w']}}}instr") for one in page.footer._element.iter("{*}fldSimple")]
    assert told == ["PAGE", "NUMPAGES"]
    assert opened(pack(mark="")).sections[0].header.paragraphs[0].text == ""


def test_the_looks_are_those_of_administrative_documents() -> None:
    held = report()
    page = held.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    fonts = {value for one in held.styles.element.iter("{*}rFonts") for value in one.attrib.values()}
    assert fonts == {"Times New Roman"}
    assert held.styles["Normal"].font.size.pt == 14
    assert {one.get(f"{{{one.nsmap['w']}}}val") for one in held.styles.element.iter("{*}lang")} == {"vi-VN"}


def test_no_table_is_wider_than_the_text() -> None:
    page = report().sections[0]
    room = (page.page_width - page.left_margin - page.right_margin) / 635
    wide = [sum(int(one.values()[0]) for one in it._tbl.iter("{*}gridCol")) for it in report().tables]
    assert max(wide) <= room + 20


@pytest.mark.usefixtures("real")
def test_the_report_of_a_deck_holds_the_numbers_of_its_tables() -> None:
    made = fill(decks.templates()["tong-ket-nam"], choice_for("34:04", (2021, 2021), "real", "vi"), HOME)
    held = opened(made)
    shown = [slide for slide in made.slides if slide.tiles or slide.table is not None]
    for slide, told in zip(shown, held.tables, strict=True):
        if slide.table is not None:
            found = rows(told)
            width = len(found[0])
            assert found[1:] == [row[:width] for row in narrow(slide.table).rows]
    told = lines(held)
    assert all(words in told for section in made.sections for words in section.paragraphs)


def test_the_same_pack_gives_the_same_bytes() -> None:
    first = written("docx", pack())
    assert first == written("docx", pack())
    with zipfile.ZipFile(io.BytesIO(first)) as held:
        assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-31T00:00:00Z" in held.read("docProps/core.xml")


def kept(grid: Any) -> list[bool]:
    """Which rows stay on the page of what follows them."""
    return [any(True for _ in row.iter("{*}keepNext")) for row in grid._tbl.iter("{*}tr")]


@pytest.mark.parametrize(("count", "whole"), [(10, True), (60, False)])
def test_a_short_table_is_kept_whole_and_no_row_of_a_long_one_stands_alone(count: int, whole: bool) -> None:
    shown, made = by_caption()["table"].table, Document()
    assert shown is not None
    grid(made, laid(narrow(shown.first(count)), ROOM, 1e9, (11,)))
    stay = kept(made.tables[0])
    assert all(stay[:3])
    assert all(stay[-3:])
    assert all(stay[3:-3]) is whole


def test_what_is_said_below_a_table_stays_with_it() -> None:
    texts = [one for one in report().paragraphs if f"{ROWS} trong {2 * ROWS} dòng" in one.text]
    assert [one.paragraph_format.keep_with_next for one in texts] == [True]
