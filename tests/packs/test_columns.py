"""Tables laid for paper lose no column, and no column is too narrow for what stands in it."""

from itertools import pairwise

import pytest

from congdoan import tables
from congdoan.packs.columns import KEYS, PAD, TRIES, laid
from congdoan.packs.drawing.text import advance
from congdoan.tables import Table
from tests.charts.frames import rows
from tests.packs.printed import NAMES, table

WIDE = table(3, "vi", NAMES)


@pytest.mark.parametrize("width", [250.0, 510.0, 1105.0])
def test_every_column_is_printed_and_fits_the_page(width: float) -> None:
    made = laid(WIDE, width)
    told = {heading for heading, _ in made.shared} | {
        column.heading for part in made.parts for column in part.columns
    }
    assert told == set(WIDE.headings())
    assert all(part.width <= width or len(part.columns) <= KEYS + 1 for part in made.parts)


@pytest.mark.parametrize("width", [250.0, 510.0])
def test_no_number_is_broken_into_lines(width: float) -> None:
    for part in laid(table(9, "vi"), width).parts:
        for column, room in zip(part.columns, part.widths, strict=True):
            wide = max(advance(cell) for cell in column.cells) * part.size
            assert not column.numeric or wide <= room - 2 * PAD


def test_what_all_rows_share_is_said_once() -> None:
    made = laid(table(3, "vi"), 510)
    assert ("Đơn vị tính", "người") in made.shared
    assert [column.heading for column in made.parts[0].columns] == ["Năm", "Giá trị"]


def test_a_number_that_all_rows_share_stays_where_there_is_no_other() -> None:
    made = laid(table(2, "vi", alike=True), 510)
    assert "Giá trị" in [column.heading for part in made.parts for column in part.columns]


def test_a_table_too_wide_for_the_page_repeats_its_first_columns_in_each_part() -> None:
    parts = laid(WIDE, 250).parts
    assert len(parts) > 1
    assert all(a.columns[0] == b.columns[0] for a, b in pairwise(parts))


def test_type_is_as_large_as_the_width_allows() -> None:
    sizes = [laid(WIDE, width).parts[0].size for width in (2000.0, 510.0)]
    assert sizes[0] == TRIES[0][0]
    assert sizes[1] < sizes[0]


def test_a_code_is_broken_where_the_program_breaks_it_and_never_before_a_digit() -> None:
    told = [{"figure": f"ldld-da-nang-2025-35.55.1{at}", "value": at} for at in range(3)]
    [part] = laid(tables.table(rows(*told, value="count"), "vi"), 60).parts
    least = advance("nang-2025-35.55.11") * part.size
    assert part.widths[0] >= least


def named(**told: str) -> Table:
    """Three rows, each with what is told under every name, and a value."""
    both = {f"{name}_{lang}": text for name, text in told.items() for lang in ("vi", "en")}
    found = [{**{key: f"{text} {at}" for key, text in both.items()}, "value": at} for at in range(3)]
    return tables.table(rows(*found, **dict.fromkeys(both, "name"), value="count"), "vi")


def test_a_single_row_too_long_for_a_line_stands_upright_with_nothing_left_out() -> None:
    single = table(1, "vi", NAMES)
    made = laid(single, 250)
    [part] = made.parts
    heads, cells = (column.cells for column in part.columns)
    assert list(heads) == single.headings()
    assert list(cells) == [single.shown(0, at) for at in range(len(single.fields))]
    assert len(made.totals) == len(cells)


def test_columns_that_say_the_same_in_each_row_stand_once_under_both_headings() -> None:
    alike = named(organisation="Nơi", member="Nơi")
    [part] = laid(alike, 510).parts
    first, second, value = alike.headings()
    assert [column.heading for column in part.columns] == [f"{first}; {second}", value]


def test_long_words_are_not_broken_where_the_page_has_room() -> None:
    [part] = laid(named(organisation="lời " * 40), 1105).parts
    assert part.widths[0] >= max(advance(cell) for cell in part.columns[0].cells) * part.size


def test_room_that_is_left_goes_where_it_spares_most_rows_a_line() -> None:
    told = [(f"lời {'lời ' * 5 * (at == 0)}{at}", f"{'lời ' * 8}{at}") for at in range(9)]
    names = ("organisation", "member")
    found = [
        {f"{name}_{lang}": text for name, text in zip(names, both, strict=True) for lang in ("vi", "en")}
        for both in told
    ]
    types = dict.fromkeys(found[0], "name")
    [part] = laid(tables.table(rows(*found, **types), "vi"), 145).parts
    broken = [
        sum(advance(cell) * part.size > width - 2 * PAD for cell in column.cells)
        for column, width in zip(part.columns, part.widths, strict=True)
    ]
    assert broken == [1, 0]


def test_room_that_is_left_goes_to_cells_before_headings() -> None:
    numbers = ("same_before", "same_now", "alike_before")
    names = ("một " * 16, "hai " * 12, "ba bốn " * 7)
    told = [
        {"member_vi": name, "member_en": name, **dict.fromkeys(numbers, 10**6 + at)}
        for at, name in enumerate(names)
    ]
    types = {"member_vi": "name", "member_en": "name", **dict.fromkeys(numbers, "count")}
    [part] = laid(tables.table(rows(*told, **types), "vi"), 310).parts
    room = part.widths[0] - 2 * PAD
    assert sum(advance(cell) * part.size > room for cell in part.columns[0].cells) == 1
