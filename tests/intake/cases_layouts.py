"""Headings, groups, sections, sums and forms."""

from __future__ import annotations

import io

import openpyxl

from tests.intake.case import BOTH, CAO_BANG, PLAIN, TITLE, TWO, Awkward, one
from tests.intake.files import ods, text, xlsx

DEEP = (
    ("LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
    ("SỐ LIỆU NĂM 2019",),
    (),
    ("TT", "Đơn vị", "Đoàn viên", None, "Tết Sum vầy", None, "Ghi chú"),
    (None, None, "Tổng số", "Trong đó nữ", "Số người", "Số tiền (triệu đồng)", None),
    ("A", "B", 1, 2, 3, 4, 5),
    ("I", "Miền núi"),
    (1, "LĐLĐ tỉnh Cao Bằng", 52000, 21000, 5000, "2.500", "nộp muộn"),
    (2, "LĐLĐ tỉnh Hà Giang", 41000, 20000, 4000, "2.100,5", None),
    (None, "Cộng I", 93000, 41000, 9000, "4.600,5", None),
    (None, "Tổng cộng", 93000, 41000, 9000, "4.600,5", None),
    (None, "Hà Nội, ngày 15 tháng 12 năm 2020", None, None, None, None, None),
    (None, "Người lập biểu", None, None, None, "Chủ tịch", None),
)
TET = (
    "ldld-cao-bang 2019 welfare_people/tet 5000",
    "ldld-cao-bang 2019 welfare_amount/tet 2500000000",
    "ldld-ha-giang 2019 welfare_people/tet 4000",
    "ldld-ha-giang 2019 welfare_amount/tet 2100500000",
)
MERGES = ("A4:A5", "B4:B5", "C4:D4", "E4:F4", "G4:G5")
TOLD = ("row.title@S!A1", "row.index@S!A6", "row.section@S!A7", "row.total@S!B11", "row.note@S!B13")
FORM = (
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH CAO BẰNG",),
    ("BÁO CÁO NĂM 2019",),
    ("TT", "Nội dung", "Đơn vị tính", "Số lượng", "Ghi chú"),
    ("I", "TỔ CHỨC", None, None, None),
    (1, "Đoàn viên", "người", 52000, None),
    (None, "- Trong đó: nữ", "người", 21000, None),
    (2, "Quỹ Vì người nghèo", "triệu đồng", "62,5", None),
    (3, "Bằng khen của Tổng Liên đoàn", None, 4, None),
)
GROUPED = (
    ("Năm", "Tỉnh", "Quỹ", "Số tiền (triệu đồng)"),
    (2019, "Cao Bằng", "Vì người nghèo", 12.5),
    (None, None, "Tấm lòng vàng", "khoảng 30"),
    (2020, "Cao Bằng", "Vì người nghèo", 13),
)
YEARS = (
    ("SỐ ĐOÀN VIÊN CÔNG ĐOÀN THEO TỈNH",),
    ("Tỉnh", 2018, 2019),
    ("Cao Bằng", 51000, 52000),
    ("Hà Giang", 40000, 41000),
)
RATINGS = (
    ("LĐLĐ TỈNH CAO BẰNG - NĂM 2019",),
    ("Đơn vị", "Xếp loại CĐCS", None, None, None),
    (None, "HTXS", "HTT", "HT", "Tỷ lệ HTXS (%)"),
    ("LĐLĐ tỉnh Cao Bằng", 20, 70, 10, 20),
)


def hiding(data: bytes, row: int, column: str) -> bytes:
    """The workbook with a row and a column of its first sheet hidden."""
    book, file = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    book.worksheets[0].row_dimensions[row].hidden = True
    book.worksheets[0].column_dimensions[column].hidden = True
    book.save(file)
    return file.getvalue()


CASES = [
    Awkward("deep.xlsx", xlsx({"S": DEEP}, MERGES), (*BOTH, *TET), told=TOLD),
    Awkward(
        "of-which.xlsx",
        one("Cao Bằng", 52000, 21000, heads=("Tỉnh", "Đoàn viên", "Trong đó: nữ")),
        (f"{CAO_BANG} members 52000", f"{CAO_BANG} members_female 21000"),
    ),
    Awkward(
        "of-which-workers.xlsx",
        one("Cao Bằng", 52000, 21000, heads=("Tỉnh", "CNVCLĐ", "Trong đó: nữ")),
        (f"{CAO_BANG} workforce 52000",),
        ("column.unsure@S!C2",),
    ),
    Awkward("only-words.xlsx", one("Cao Bằng", 52000, "nhiều"), (), ("number.unreadable@S!C3",)),
    Awkward(
        "preliminary.xlsx",
        xlsx({"S": ((f"{TITLE[0]} (SỐ SƠ BỘ)",), *PLAIN[1:])}),
        BOTH,
        told=("status.read@S!A2",),
    ),
    Awkward(
        "no-status.xlsx",
        one("Cao Bằng", 5, "có lẽ", heads=("Tỉnh", "Đoàn viên", "Tình trạng số liệu")),
        (),
        ("status.unknown@S!C3",),
    ),
    Awkward("deep-unmerged.ods", ods({"S": DEEP}), (*BOTH, *TET), told=TOLD),
    Awkward(
        "form-with-letters.xlsx",
        xlsx({"S": (*FORM[:3], ("A", "LAO ĐỘNG"), (1, "Tổng số CNVCLĐ", "người", 60000), *FORM[3:5])}),
        (f"{CAO_BANG} workforce 60000", f"{CAO_BANG} members 52000"),
    ),
    Awkward(
        "form.xlsx",
        xlsx({"S": FORM}),
        (
            f"{CAO_BANG} members 52000",
            f"{CAO_BANG} members_female 21000",
            f"{CAO_BANG} donation_amount/for_the_poor 62500000",
            f"{CAO_BANG} awards/bang_khen_tld/unsplit 4",
        ),
        told=("unit.sender",),
    ),
    Awkward(
        "filled-down.xlsx",
        xlsx({"S": GROUPED}),
        (
            f"{CAO_BANG} donation_amount/for_the_poor 12500000",
            f"{CAO_BANG} donation_amount/golden_heart 30000000~about",
            "ldld-cao-bang 2020 donation_amount/for_the_poor 13000000",
        ),
        told=("group.filled",),
    ),
    Awkward(
        "years-across.xlsx",
        xlsx({"S": YEARS}),
        (
            "ldld-cao-bang 2018 members 51000",
            "ldld-cao-bang 2019 members 52000",
            "ldld-ha-giang 2018 members 40000",
            "ldld-ha-giang 2019 members 41000",
        ),
    ),
    Awkward(
        "ratings.xlsx",
        xlsx({"S": RATINGS}),
        (
            f"{CAO_BANG} rated_branches/htxs 20",
            f"{CAO_BANG} rated_branches/htt 70",
            f"{CAO_BANG} rated_branches/ht 10",
            f"{CAO_BANG} rated_share/htxs 20",
        ),
    ),
    Awkward(
        "two-tables.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Đoàn viên"), TWO[0][1:3], (), ("Tỉnh", "Số CĐCS"), ("Cao Bằng", 900))}),
        (f"{CAO_BANG} members 52000", f"{CAO_BANG} branches 900"),
    ),
    Awkward("hidden.xlsx", xlsx({"A": (("x",),), "S": PLAIN}, hidden=["S"]), BOTH, ("sheet.hidden@S",)),
    Awkward(
        "plan-and-actual.xlsx",
        xlsx(
            {
                "S": (
                    ("LĐLĐ tỉnh Cao Bằng - năm 2019",),
                    ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ đạt (%)"),
                    (1, "Thành lập mới CĐCS", "CĐCS", 10, 12, 120),
                    (2, "Ủng hộ Quỹ Mái ấm công đoàn", "tr.đ", 100, "120,5", 120),
                )
            }
        ),
        (f"{CAO_BANG} branches_founded 12", f"{CAO_BANG} donation_amount/union_shelter 120500000"),
        told=("column.skipped@S!D2", "column.skipped@S!F2"),
    ),
    Awkward(
        "sheet-per-province.xlsx",
        xlsx({"Cao Bằng": (("Năm", "Đoàn viên"), (2019, 5)), "Hà Giang": (("Năm", "Đoàn viên"), (2020, 6))}),
        (f"{CAO_BANG} members 5", "ldld-ha-giang 2020 members 6"),
    ),
    Awkward(
        "nameless-units.xlsx",
        xlsx(
            {
                "S": (
                    ("LĐLĐ TỈNH CAO BẰNG NĂM 2019",),
                    ("Danh sách", "Đoàn viên"),
                    ("Phòng A", 5),
                    ("Phòng B", 6),
                )
            }
        ),
        (),
        ("unit.unknown@S!A3", "unit.unknown@S!A4"),
        told=("column.names@S!A2",),
    ),
    Awkward(
        "long.csv",
        text(
            (
                ("Tỉnh", "Năm", "Chỉ tiêu", "Giá trị"),
                ("Cao Bằng", 2019, "Tiền thưởng", "420 triệu"),
                ("Cao Bằng", 2019, "Gì đó", 5),
            )
        ),
        (f"{CAO_BANG} award_amount 420000000",),
        ("metric.unknown@long!C3",),
    ),
    Awkward(
        "signed.xlsx",
        xlsx({"S": (*PLAIN, (None, "Người lập biểu", "Chủ tịch"), (), (None, "Nguyễn Văn A", "Trần Thị B"))}),
        BOTH,
        told=("row.note@S!B5", "row.note@S!B7"),
    ),
    Awkward(
        "words-last.xlsx", xlsx({"S": (*PLAIN, (3, "Lai Châu", "nhiều"))}), BOTH, ("number.unreadable@S!C5",)
    ),
    Awkward(
        "pages.xlsx",
        xlsx({"S": (*PLAIN[:3], ("Trang 1",), PLAIN[1], PLAIN[3])}),
        BOTH,
        told=("row.section@S!A4", "row.repeated@S!A5"),
    ),
    Awkward(
        "hidden-parts.xlsx",
        hiding(xlsx({"S": PLAIN}), 4, "D"),
        BOTH,
        ("rows.hidden@S!A4", "columns.hidden@S!D1"),
    ),
    Awkward("no-figures.csv", text((("Tỉnh", "Đoàn viên năm 2019"),)), (), ("file.no_figures",)),
    Awkward(
        "nobody.xlsx",
        xlsx({"S": (*PLAIN[:2], (3, "Lai Châu"), *PLAIN[2:])}),
        BOTH,
        told=("value.missing@S!B3",),
    ),
    Awkward(
        "typed-unknown.xlsx",
        one("Cao Bằng", "52.000", "61.000", heads=("Tỉnh", "Đoàn viên", "Diện tích")),
        (f"{CAO_BANG} members 52000",),
        ("column.unknown@S!C2",),
    ),
    Awkward(
        "side-by-side.xlsx",
        xlsx(
            {
                "S": (
                    TITLE,
                    ("Tỉnh", "Đoàn viên", None, "Tỉnh", "Đoàn viên"),
                    ("Cao Bằng", 1, None, "Hà Giang", 2),
                )
            }
        ),
        (),
        ("column.twice@S!B2", "column.twice@S!E2"),
    ),
    Awkward(
        "parts-of-nothing.xlsx",
        xlsx(
            {
                "S": (
                    *FORM[:3],
                    (1, "Tết Sum vầy", None, None),
                    (None, "- Số người được chăm lo", "người", 5000),
                    (None, "- Số tiền", "triệu đồng", 2500),
                    (2, "Số người được chăm lo", "người", 9000),
                )
            }
        ),
        (
            f"{CAO_BANG} welfare_people/tet 5000",
            f"{CAO_BANG} welfare_amount/tet 2500000000",
            f"{CAO_BANG} welfare_people 9000",
        ),
    ),
    Awkward(
        "heading-in-two-lines.xlsx",
        one("Cao Bằng", 52000, heads=("TÊN\nTỈNH/THÀNH", "TỔNG SỐ\nĐOÀN VIÊN")),
        (f"{CAO_BANG} members 52000",),
    ),
]
