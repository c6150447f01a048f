"""Numbers as they are typed, and what programs make of them."""

from __future__ import annotations

import datetime as dt

from tests.intake.case import CAO_BANG, TITLE, Awkward, one
from tests.intake.files import Formula, Percent, text, xlsx

MONEY = ("Tỉnh", "Quỹ Vì người nghèo (đồng)")
BARE = ("Tỉnh", "Quỹ Vì người nghèo")
FUND = f"{CAO_BANG} donation_amount/for_the_poor"
STYLES = (
    TITLE,
    ("Tỉnh", "Đoàn viên"),
    ("Cao Bằng", "1.250"),
    ("Hà Giang", "12.5"),
    ("Lai Châu", "1.234.567"),
)
CASES = [
    Awkward(
        "words.xlsx",
        one("Cao Bằng", "trên 52.000 người", "khoảng 21 nghìn"),
        (f"{CAO_BANG} members 52000~over", f"{CAO_BANG} members_female 21000~about"),
    ),
    Awkward("money.xlsx", one("Cao Bằng", "3 tỷ 2", heads=MONEY), (f"{FUND} 3200000000",)),
    Awkward("own-scale.xlsx", one("Cao Bằng", "12,5 triệu", heads=BARE), (f"{FUND} 12500000",)),
    Awkward("no-unit.xlsx", one("Cao Bằng", 62, heads=BARE), (), ("money.unit@S!B2",)),
    Awkward(
        "both-styles.xlsx",
        xlsx({"S": STYLES}),
        ("ldld-lai-chau 2019 members 1234567",),
        ("number.two@S!B3", "count.fraction@S!B4"),
    ),
    Awkward(
        "letter-o.xlsx",
        one("Cao Bằng", "52OOO", "２１０００"),
        (f"{CAO_BANG} members 52000", f"{CAO_BANG} members_female 21000"),
        told=("letter.mended@S!B3",),
    ),
    Awkward("missing.xlsx", one("Cao Bằng", "-", 0), (f"{CAO_BANG} members_female 0",)),
    Awkward("date.xlsx", one("Cao Bằng", dt.date(2019, 3, 2), 1), (), ("number.date@S!B3",)),
    Awkward("fraction.xlsx", one("Cao Bằng", 52.125, 1), (), ("count.fraction@S!B3",)),
    Awkward("negative.xlsx", one("Cao Bằng", -5, 1), (), ("value.negative@S!B3",)),
    Awkward(
        "formulas.xlsx",
        one("Cao Bằng", Formula("=50000+2000", 52000), 21000),
        (f"{CAO_BANG} members 52000", f"{CAO_BANG} members_female 21000"),
        told=("formula.kept@S!B3",),
    ),
    Awkward("uncomputed.xlsx", one("Cao Bằng", Formula("=50000+2000"), 21000), (), ("formula.empty@S!B3",)),
    Awkward(
        "error-value.xlsx", one("Cao Bằng", Formula("=1/0", "#DIV/0!"), 21000), (), ("formula.error@S!B3",)
    ),
    Awkward(
        "uncomputed-name.xlsx",
        xlsx({"S": (TITLE, ("Tỉnh", "Đoàn viên"), ("Cao Bằng", 52000), (Formula("=A3"), 41000))}),
        (f"{CAO_BANG} members 52000",),
        ("formula.empty@S!A4",),
    ),
    Awkward("harmless.xlsx", one("=HYPERLINK(1)", 1, 1), (), ("province.unknown@S!A3",)),
    Awkward(
        "percent.xlsx",
        one("Cao Bằng", 52000, Percent(0.404), heads=("Tỉnh", "Đoàn viên", "HTXS (%)")),
        (f"{CAO_BANG} members 52000", f"{CAO_BANG} rated_share/htxs 40.4"),
        told=("percent.cell@S!C3",),
    ),
    Awkward(
        "unclear-share.xlsx",
        one("Cao Bằng", 52000, 0.4, heads=("Tỉnh", "Đoàn viên", "HTXS (%)")),
        (),
        ("percent.unclear@S!C3",),
    ),
    Awkward(
        "only-uncomputed.xlsx",
        one("Cao Bằng", Formula("=50000+2000"), heads=("Tỉnh", "Đoàn viên")),
        (),
        ("formula.empty@S!B3",),
    ),
    Awkward(
        "only-error-value.xlsx",
        one("Cao Bằng", Formula("=1/0", "#DIV/0!"), heads=("Tỉnh", "Đoàn viên")),
        (),
        ("formula.error@S!B3",),
    ),
    Awkward(
        "date-as-text.csv",
        text((("Tỉnh", "Năm", "Đoàn viên"), ("Cao Bằng", 2019, "2-Mar"))),
        (),
        ("number.date@date-as-text!C2",),
    ),
    Awkward(
        "dong-before.xlsx",
        one(
            "Cao Bằng",
            "₫1.250.000",
            "'35.000",
            heads=("Tỉnh", "Quỹ Vì người nghèo (triệu đồng)", "Đoàn viên"),
        ),
        (f"{FUND} 1250000", f"{CAO_BANG} members 35000"),
    ),
    Awkward("dong-of-people.xlsx", one("Cao Bằng", "₫1.250.000", 1), (), ("unit.other@S!B3",)),
]
