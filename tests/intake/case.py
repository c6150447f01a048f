"""What an awkward spreadsheet is, and the plain one that most of them are spoilings of."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from tests.intake.files import Rows, xlsx


@dataclasses.dataclass(frozen=True)
class Awkward:
    """A file: its name and bytes, the figures that should load, the errors and warnings that should be said.

    A figure is written `unit year metric/item/recipient value`, with `~` and a qualifier behind it where it
    has one; what is said is a code, `@` and the place. `told` are infos that must be among those said.
    """

    name: str
    data: bytes
    loads: tuple[str, ...]
    says: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


HEAD = ("TT", "Tỉnh, thành phố", "Đoàn viên", "Đoàn viên nữ")
TITLE = ("TỔNG HỢP SỐ LIỆU CÔNG ĐOÀN NĂM 2019",)
TWO = ((1, "Cao Bằng", 52000, 21000), (2, "Hà Giang", 41000, 20000))
BOTH = (
    "ldld-cao-bang 2019 members 52000",
    "ldld-cao-bang 2019 members_female 21000",
    "ldld-ha-giang 2019 members 41000",
    "ldld-ha-giang 2019 members_female 20000",
)
TYPED = ((1, "Cao Bằng", "52.000", "21.000"), (2, "Hà Giang", "41.000", "20.000"))
PLAIN: Rows = (TITLE, HEAD, *TWO)
CAO_BANG = "ldld-cao-bang 2019"


def one(*cells: Any, heads: Sequence[str] = ("Tỉnh", "Đoàn viên", "Đoàn viên nữ")) -> bytes:
    """A workbook with one row below its headings: row 3."""
    return xlsx({"S": (TITLE, heads, cells)})
