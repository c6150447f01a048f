"""Reading whole columns at once loads and says exactly what reading cell by cell does."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.intake import clear, published, quick
from congdoan.intake.messages import Message
from congdoan.intake.model import Row
from congdoan.intake.understanding import understand
from tests.intake.awkward import EVERY
from tests.intake.case import Awkward
from tests.intake.files import Percent, xlsx

KNOWN = published.from_facts(year=2026)
HEADS = ("Tỉnh", "Đoàn viên", "Đoàn viên nữ", "welfare_people/tet", "welfare_amount/tet@6", "rated_share/htt")
PROVINCES = ("Cao Bằng", "Lạng Sơn", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Tổng cộng")
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 3000),
    st.floats(-5, 3000).map(lambda number: round(number, 2)),
    st.sampled_from(["", "-", "1", "12,5", "1.250", "1.250.000", "trên 79", "5 người", "l0O", "x", "abc"]),
    st.floats(0, 1).map(lambda share: Percent(round(share, 3))),
)
rows = st.tuples(*[cells] * (len(HEADS) - 1))


def read(data: bytes, name: str) -> tuple[list[object], list[Message]]:
    """The rows that load, with series by value, and all that is said."""
    found: list[Row] = []
    messages = understand(data, name, KNOWN, found.append).messages
    told: list[object] = [(row.sheet, row.row, row.unit, row.period, repr(row.figures)) for row in found]
    return told, list(messages)


def cell_by_cell(data: bytes, name: str) -> tuple[list[object], list[Message]]:
    """The same without any column read at once."""
    nothing = clear.Clear((), (), frozenset())
    with patch.object(quick, "plain", lambda *_: {}), patch.object(clear, "clear", lambda *_: nothing):
        return read(data, name)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_an_awkward_file_is_read_alike_by_columns_and_by_cells(case: Awkward) -> None:
    assert read(case.data, case.name) == cell_by_cell(case.data, case.name)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, min_size=1, max_size=len(PROVINCES)))
def test_any_cells_are_read_alike_by_columns_and_by_cells(table: list[tuple[object, ...]]) -> None:
    lines = [(province, *row) for province, row in zip(PROVINCES, table, strict=False)]
    data = xlsx({"S": (("BÁO CÁO NĂM 2016",), HEADS, *lines)})
    assert read(data, "s.xlsx") == cell_by_cell(data, "s.xlsx")
