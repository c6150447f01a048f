"""Tables laid for paper lose no column, and no column is too narrow for what stands in it."""

from itertools import pairwise

import pytest

from congdoan import tables
from congdoan.packs.columns import KEYS, PAD, TRIES, laid
from congdoan.packs.drawing.text import advance
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
