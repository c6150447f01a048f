"""A pack with all that a report can hold, hostile names among it, and what a reader finds in its PDF."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pypdf import PdfReader

from congdoan import tables
from congdoan.export import Context, Source
from congdoan.packs import Form, Pack, Section, Slide, Tile
from congdoan.tables import Table
from congdoan.text import Language
from tests.charts.frames import FIGURE, every, rows
from tests.packs.kinds import written

HOSTILE = '#panic("x") $a^2$ *đậm* _nghiêng_ @nhãn <b> \\n `mã` = đề mục // hết'
"""What typst, Markdown or HTML would take for markup."""
HOME = "http://localhost:8501"
LONG = 90
NAMES = ("organisation", "cluster", "member", "assigned_by")
TYPES = {"value": "amount", "reported": "count", "expected": "count"}
TYPES |= {f"{name}_{lang}": "name" for name in NAMES for lang in ("vi", "en")}
"""The columns whose type is not their name."""
DAY = dt.date(2026, 1, 31)


def table(count: int, lang: Language, names: Sequence[str] = (), *, alike: bool = False) -> Table:
    """So many rows of years, values and hostile names, no two `alike` unless asked for."""
    told = [{"year": 1900 + at, "value": 7919 * (at + 1), **_named(names, at)} for at in range(count)]
    found = [{**FIGURE, "place": "34:04", **one} for one in (told[:1] * count if alike else told)]
    return tables.table(rows(*found, **TYPES), lang)


def _named(names: Sequence[str], at: int) -> dict[str, str]:
    return {f"{name}_{lang}": f"{name} {HOSTILE} {at}" for name in names for lang in ("vi", "en")}


def pack(lang: Language = "vi", mark: str = "SỐ LIỆU MINH HỌA") -> Pack:
    """A slide for each kind of chart, a long, a wide and a cut table, tiles, sentences, what was skipped."""
    about = _about(lang, mark)
    card = Slide(0, "card", "Tiêu đề", about, "Phụ đề", code="7DZX9MB")
    charts = [
        replace(card, title=f"Biểu đồ {kind}", caption=kind, chart=chart, table=table(3, lang))
        for kind, chart in every(lang).items()
    ]
    tiles = (Tile("Đoàn viên", "77.737 người", "giảm 13,6 %"), Tile("Khen", lines=("một", "hai")))
    slides = [
        replace(card, kind="cover", title="Bìa", lines=("Số liệu chốt đến ngày 31/01/2026.",)),
        replace(card, kind="tiles", title="Ô số", tiles=tiles),
        *charts,
        replace(card, title=HOSTILE, subtitle=HOSTILE, table=table(LONG, lang)),
        replace(card, title="Bảng rộng", table=table(2, lang, NAMES)),
        replace(card, title="Bảng bị cắt", table=table(4, lang), matching=1078),
        replace(card, kind="skipped", title="Những phần chưa có", lines=("Ủng hộ: chưa có số liệu",)),
        replace(card, kind="sources", title="Nguồn"),
    ]
    numbered = tuple(replace(one, step=at) for at, one in enumerate(slides, start=1))
    sections = (Section("Chăm lo đoàn viên", (f"Đoạn văn thứ nhất {HOSTILE}.", "Đoạn văn thứ hai.")),)
    return Pack("tong-ket-nam", "Tổng kết năm 2025", "Cao Bằng", "2025", about, numbered, sections, HOME)


def _about(lang: Language, mark: str) -> Context:
    source = Source("S1", f"LĐLĐ {HOSTILE}", f"Báo cáo {HOSTILE}", dt.date(2025, 12, 31), f"{HOME}/bao-cao")
    told = (
        "Tổng kết năm 2025",
        "Cao Bằng · 2025",
        ("Cao Bằng", "2025"),
        (source,),
        (("Đoàn viên", "là ai"),),
    )
    about = Context(*told, "m1", "simulated" if mark else "real", DAY, lang, DAY, mark)
    return replace(about, breaks=("Từ 1/7/2025 còn 34 tỉnh.",), notes=(f"Đã hỏi lại {HOSTILE}",))


@cache
def read(form: Form, lang: Language = "vi", mark: str = "SỐ LIỆU MINH HỌA") -> PdfReader:
    """The report of the pack of this module, opened."""
    return PdfReader(io.BytesIO(written(form, pack(lang, mark))))


@cache
def printed(form: Form, lang: Language = "vi", mark: str = "SỐ LIỆU MINH HỌA") -> list[str]:
    """The words of each page of that report."""
    return pages(read(form, lang, mark))


def pages(reader: PdfReader) -> list[str]:
    """The words of each page, one space between any two."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def root(reader: PdfReader) -> Any:
    """The dictionary at the root of a PDF."""
    return reader.root_object


def tagged(reader: PdfReader) -> Iterator[Any]:
    """Every element of the structure that a screen reader follows, in its order."""
    found = [root(reader)["/StructTreeRoot"]]
    while found:
        one = found.pop(0).get_object()
        if isinstance(one, list):
            found = [*one, *found]
        elif isinstance(one, dict):
            yield from [one] if "/S" in one else []
            found = [one["/K"], *found] if "/K" in one else found


def held(reader: PdfReader, tag: str) -> list[Any]:
    """The elements of one kind: `/H1`, `/Figure`, `/Table`."""
    return [one for one in tagged(reader) if one["/S"] == tag]
