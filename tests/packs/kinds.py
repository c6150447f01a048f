"""A pack with a slide of every kind: each chart there is, a long table, tiles, sentences."""

import datetime as dt
import io
from dataclasses import replace

from congdoan import tables
from congdoan.export import Context, Source
from congdoan.packs import Form, Pack, Section, Slide, Tile, write
from congdoan.tables import Table
from congdoan.text import Language
from tests.charts.frames import every, rows

ROWS = 60
HOME = "http://localhost:8501"
SOURCE = Source("s1", "LĐLĐ tỉnh Cao Bằng", "Báo cáo tổng kết", dt.date(2021, 12, 31), f"{HOME}/bao-cao")
VALUES = {
    "multiples": ((2024, "34:01", 10), (2025, "34:01", 20), (2024, "34:04", None), (2025, "34:04", None)),
    "tiles63": ((2024, "63:01", 1), (2024, "63:02", 2)),
    "table": tuple((year, "34:04", 1000 * year) for year in range(1960, 1960 + ROWS)),
}
"""What the tables of some slides hold; of the others one figure."""
TILES = (
    Tile("Đoàn viên", "77.737 người", "giảm 13,6 % so với 2024", "34/34 đơn vị"),
    Tile("Khen", lines=("1", "2")),
)


def written(form: Form, whole: Pack) -> bytes:
    """A pack as a file of a form."""
    file = io.BytesIO()
    write(form, file, whole)
    return file.getvalue()


def context(lang: Language, mark: str = "SỐ LIỆU MINH HỌA") -> Context:
    """What stands around the figures."""
    told = (
        "Số đoàn viên qua các năm",
        "Toàn quốc · 2024",
        ("Toàn quốc", "2024"),
        (SOURCE,),
        (("Đoàn viên", "là ai"),),
    )
    day = dt.date(2026, 1, 31)
    breaks = ("Ngày 1/7/2025 63 tỉnh, thành phố còn 34.",)
    return Context(*told, "m1", "simulated", day, lang, day, mark, breaks=breaks, notes=("Đã hỏi lại.",))


def table(kind: str, lang: Language) -> Table:
    """The values of a kind of slide."""
    told = VALUES.get(kind, ((2024, "34:01", 12),))
    records = (
        {"year": year, "place": place, "value": value, "unit": "person"} for year, place, value in told
    )
    return tables.table(rows(*records, value="amount"), lang)


def pack(lang: Language = "vi", mark: str = "SỐ LIỆU MINH HỌA") -> Pack:
    """The whole of it; slides of charts have the kind of chart as caption."""
    about = context(lang, mark)
    plain = Slide(
        0, "card", about.title, about, about.subtitle, address="/doan-vien", code="7DZX9MB", note="Nói chậm."
    )
    known = [
        replace(plain, caption=kind, chart=chart, table=table(kind, lang))
        for kind, chart in every(lang).items()
    ]
    made = [
        replace(plain, kind="cover", lines=("Số liệu chốt.",)),
        replace(plain, kind="tiles", tiles=TILES),
        *known,
        replace(plain, caption="table", table=table("table", lang), matching=2 * ROWS),
        replace(plain, kind="skipped", lines=("Chăm lo: không có số liệu", "Ủng hộ: không có số liệu")),
    ]
    slides = tuple(replace(one, step=at) for at, one in enumerate(made, start=1))
    sections = (Section("Đoàn viên", ("Đến cuối năm có 77.737 đoàn viên.",)),)
    return Pack("thu", "Bộ thử", "Toàn quốc", "2024", about, slides, sections, HOME)


def by_caption(lang: Language = "vi") -> dict[str, Slide]:
    """The slides of charts and of the table by their captions."""
    return {slide.caption: slide for slide in pack(lang).slides if slide.caption}
