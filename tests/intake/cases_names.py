"""Names and figures that cannot be right."""

from __future__ import annotations

from typing import Any

from tests.intake.case import BOTH, CAO_BANG, HEAD, PLAIN, TITLE, TWO, Awkward, one
from tests.intake.files import xlsx

YEAR = ("Tỉnh", "Năm", "Đoàn viên")
TET = ("Tỉnh", "Tết Sum vầy / Số người", "Tết Sum vầy / Số tiền (triệu đồng)")


def of_year(*cells: Any) -> bytes:
    return xlsx({"S": (YEAR, cells)})


CASES = [
    Awkward(
        "spellings.xlsx",
        xlsx(
            {"S": (TITLE, HEAD[1:3], ("T.P Hồ Chí Minh", 5), ("DAK LAK", 6), ("Hoà Bình", 7), ("BR-VT", 8))}
        ),
        (
            "ldld-tp-hcm 2019 members 5",
            "ldld-dak-lak 2019 members 6",
            "ldld-hoa-binh 2019 members 7",
            "ldld-ba-ria-vung-tau 2019 members 8",
        ),
    ),
    Awkward("typo.xlsx", one("Cao Bằg", 5, 1), (), ("province.unknown@S!A3",)),
    Awkward("historic.xlsx", one("Hà Tây", 5, 1), (), ("province.historic@S!A3",)),
    Awkward("several.xlsx", one("Sông Bé", 5, 1), (), ("province.several@S!A3",)),
    Awkward("former.xlsx", of_year("Bắc Kạn", 2025, 100), (), ("province.former@S!A2",)),
    Awkward("women.xlsx", one("Cao Bằng", 100, 200), (), ("part.whole@S!C3",)),
    Awkward(
        "price.xlsx",
        one("Cao Bằng", 1000, 5, heads=TET),
        (f"{CAO_BANG} welfare_people/tet 1000", f"{CAO_BANG} welfare_amount/tet 5000000"),
        ("money.price@S!C3",),
    ),
    Awkward("five-digits.xlsx", of_year("Cao Bằng", 20220, 5), (), ("year.wrong@S!B2",)),
    Awkward("future.xlsx", of_year("Cao Bằng", 2031, 5), (), ("year.wrong@S!B2",)),
    Awkward(
        "short-year.xlsx", of_year("Cao Bằng", "19", 5), (f"{CAO_BANG} members 5",), ("year.short@S!B2",)
    ),
    Awkward("no-year.xlsx", xlsx({"S": (HEAD, *TWO)}), (), ("year.missing@S!A1",)),
    Awkward("twice.xlsx", xlsx({"S": (*PLAIN, TWO[0])}), BOTH, ("rows.twice@S!C5", "rows.twice@S!D5")),
    Awkward(
        "conflict.xlsx",
        xlsx({"S": (*PLAIN, (3, "Cao Bằng", 51000, 21000))}),
        BOTH[2:],
        ("rows.conflict@S!C5", "rows.twice@S!D5"),
    ),
    Awkward(
        "sum.xlsx", xlsx({"S": (*PLAIN, (None, "Tổng cộng", 93001, 41000))}), BOTH, ("total.differs@S!C5",)
    ),
    Awkward(
        "personal.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Số điện thoại", "Đoàn viên"), ("Cao Bằng", "0912345678", 5))}),
        (),
        ("personal.column@S!B2",),
    ),
    Awkward(
        "personal-untold.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Liên hệ", "Đoàn viên"), ("Cao Bằng", "a@b.vn", 5))}),
        (),
        ("personal.column@S!B2",),
    ),
    Awkward(
        "asked.xlsx",
        one("Cao Bằng", 5, 1, heads=("Tỉnh", "Đoàn viên", "Doan vein moi")),
        (f"{CAO_BANG} members 5",),
        ("column.unsure@S!C2",),
    ),
    Awkward(
        "unknown-column.xlsx",
        one("Cao Bằng", 5, 1, heads=("Tỉnh", "Đoàn viên", "Diện tích")),
        (f"{CAO_BANG} members 5",),
        ("column.unknown@S!C2",),
    ),
    Awkward(
        "rating.xlsx",
        xlsx(
            {
                "S": (
                    TITLE,
                    ("Tên đơn vị", "Xếp loại"),
                    ("LĐLĐ tỉnh Cao Bằng", "HTXS"),
                    ("LĐLĐ tỉnh Hà Giang", "Giỏi"),
                )
            }
        ),
        (f"{CAO_BANG} rated_branches/htxs 1",),
        ("rating.unknown@S!B4",),
    ),
    Awkward(
        "item-in-one-heading.xlsx",
        xlsx({"Năm 2021": (("Tỉnh", "Tết Sum vầy / Số suất quà"), ("Hà Nội", 7))}),
        ("ldld-ha-noi 2021 welfare_gifts/tet 7",),
    ),
    Awkward(
        "more-spellings.xlsx",
        xlsx(
            {
                "S": (
                    TITLE,
                    HEAD[1:3],
                    ("LĐLĐ tỉnh Cao Bằng", 1),
                    ("Tp.Đà Nẵng", 2),
                    ("1. Hà Giang", 3),
                    ("Langson", 4),
                    ("Q. Nam", 5),
                    ("Liên đoàn LĐ TP HCM", 6),
                    ("HN", 7),
                    ("Thái Nguyên (cũ)", 8),
                    ("H. Giang", 9),
                )
            }
        ),
        (
            f"{CAO_BANG} members 1",
            "ldld-da-nang 2019 members 2",
            "ldld-ha-giang 2019 members 3",
            "ldld-lang-son 2019 members 4",
            "ldld-quang-nam 2019 members 5",
            "ldld-tp-hcm 2019 members 6",
            "ldld-ha-noi 2019 members 7",
            "ldld-thai-nguyen 2019 members 8",
        ),
        ("province.unknown@S!A11",),
    ),
    Awkward(
        "new-and-old.xlsx",
        xlsx({"S": (YEAR, ("Thái Nguyên (mới)", 2025, 5), ("Thái Nguyên (cũ)", 2025, 6))}),
        ("ldld-thai-nguyen-2025 2025 members 5",),
        ("province.unknown@S!A3",),
    ),
    Awkward(
        "old-title.xlsx",
        xlsx({"S": (("SỐ LIỆU NĂM 1960",), HEAD, *TWO)}),
        (),
        ("year.wrong@S!A1",),
    ),
    Awkward(
        "future-title.xlsx",
        xlsx({"S": (("SỐ LIỆU NĂM 2031",), HEAD, *TWO)}),
        (),
        ("year.wrong@S!A1",),
    ),
    Awkward(
        "personal-grouped.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Ghi chú", "Đoàn viên"), ("Cao Bằng", "0912.345.678", 5))}),
        (),
        ("personal.column@S!B2",),
    ),
    Awkward(
        "cards.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Số thẻ đoàn viên"), ("Cao Bằng", 123456))}),
        (),
        ("personal.column@S!B2",),
    ),
    Awkward(
        "overrated.xlsx",
        one("Cao Bằng", 100, 60, 70, heads=("Tỉnh", "Số CĐCS", "HTXS", "HTT")),
        (
            f"{CAO_BANG} branches 100",
            f"{CAO_BANG} rated_branches/htxs 60",
            f"{CAO_BANG} rated_branches/htt 70",
        ),
        ("ratings.sum@S!D3",),
    ),
    Awkward(
        "rating-by-row.xlsx",
        xlsx(
            {
                "S": (
                    ("LĐLĐ TỈNH CAO BẰNG - NĂM 2019",),
                    ("Xếp loại", "Số CĐCS"),
                    ("Hoàn thành xuất sắc nhiệm vụ", 20),
                    ("HTTNV", 70),
                )
            }
        ),
        (f"{CAO_BANG} rated_branches/htxs 20", f"{CAO_BANG} rated_branches/htt 70"),
    ),
]
