"""The same figures in every kind of file, under true and false names."""

from __future__ import annotations

import unicodedata

from congdoan.lines import read
from congdoan.paths import CATALOGUE
from tests.intake.case import BOTH, CAO_BANG, HEAD, PLAIN, TITLE, TWO, TYPED, Awkward
from tests.intake.files import Percent, Rows, html, ods, spreadsheet_ml, text, xls, xlsb, xlsx


def cp1258(data: bytes) -> bytes:
    """UTF-8 as CP1258, which writes most tones as signs of their own behind the letter."""
    out = b""
    for letter in data.decode():
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", letter)[:-1], unicodedata.normalize("NFD", letter)[-1]
            if len(base) > 1 and tone not in "\u0300\u0301\u0303\u0309\u0323":
                base, tone = base[0] + tone, base[1]
            out += unicodedata.normalize("NFC", base).encode("cp1258") + tone.encode("cp1258")
    return out


def in_font(rows: Rows, font: str) -> Rows:
    """The rows as they look in a font of before Unicode."""
    lines = read(CATALOGUE / "legacy_fonts.csv", ("font", "written", "meant"))
    signs = {line.cells["meant"]: line.cells["written"] for line in lines if line.cells["font"] == font}

    def typed(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        return "".join(signs.get(one, signs.get(one.lower(), one)) for one in cell)

    return [[typed(cell) for cell in row] for row in rows]


TEXTS: Rows = (TITLE, HEAD, *TYPED)
STACKED: Rows = (HEAD, *TWO, (), ("Người lập biểu",))
SHARES: Rows = (TITLE, ("Tỉnh", "Đoàn viên", "HTXS (%)"), ("Cao Bằng", 52000, Percent(0.404)))
SHARE = (f"{CAO_BANG} members 52000", f"{CAO_BANG} rated_share/htxs 40.4")
UNITS: Rows = ((1, "LĐLĐ tỉnh Đắk Lắk", 52000), (2, "LĐLĐ thành phố Đà Nẵng", 110000))
ENTITY = b'?><!DOCTYPE a [<!ENTITY b "c">]><W'
CASES = [
    Awkward("plain.xlsx", xlsx({"S": PLAIN}), BOTH),
    Awkward("plain.xls", xls({"S": PLAIN}), BOTH),
    Awkward("plain.xlsb", xlsb({"S": PLAIN}), BOTH),
    Awkward("plain.ods", ods({"S": PLAIN}), BOTH),
    Awkward("xlsx-named.xls", xlsx({"S": PLAIN}), BOTH),
    Awkward("xls-named.xlsx", xls({"S": PLAIN}), BOTH),
    Awkward("html-named.xls", html(TEXTS), BOTH, told=("table.read",)),
    Awkward("semicolons.csv", text(TEXTS), BOTH),
    Awkward("commas.csv", text(PLAIN, ","), BOTH),
    Awkward("tabs.tsv", text(TEXTS, "\t"), BOTH),
    Awkward("mark.csv", text(TEXTS, ";", "utf-8-sig"), BOTH),
    Awkward("utf-16.csv", text(TEXTS, "\t", "utf-16"), BOTH, told=("encoding.read",)),
    Awkward("cp1258.csv", cp1258(text(TEXTS)), BOTH, told=("encoding.read",)),
    Awkward("tcvn3.csv", text(in_font(TEXTS, "tcvn3"), ";", "latin-1"), BOTH, told=("encoding.read",)),
    Awkward("tcvn3.xlsx", xlsx({"S": in_font(PLAIN, "tcvn3")}), BOTH, told=("font.converted",)),
    Awkward("vni.xlsx", xlsx({"S": in_font(PLAIN, "vni")}), BOTH, told=("font.converted",)),
    Awkward(
        "unknown-font.xlsx",
        xlsx({"S": (("Ñ¿¾Ý þ×Ð¢ §¶¥ÞÆ",), ("¿¾Ý", "¢§¶"), (1, 2))}),
        (),
        ("font.unknown@S",),
    ),
    Awkward("year-in-sheet.xlsx", xlsx({"Năm 2019": STACKED}), BOTH, told=("row.note@Năm 2019!A5",)),
    Awkward("empty.xlsx", xlsx({"S": ()}), (), ("file.no_table",)),
    Awkward("nothing.csv", b"", (), ("file.empty",)),
    Awkward("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, (), ("file.unknown",)),
    Awkward("plain-2003.xls", spreadsheet_ml({"S": PLAIN}), BOTH),
    Awkward("plain-2003.xml", spreadsheet_ml({"S": PLAIN}).decode().encode("utf-16"), BOTH),
    Awkward(
        "entities-2003.xml", spreadsheet_ml({"S": PLAIN}).replace(b"?><W", ENTITY), (), ("file.entities@XML",)
    ),
    Awkward(
        "far-2003.xml",
        spreadsheet_ml({"S": PLAIN}).replace(b'ss:Index="3"', b'ss:Index="16384"', 1),
        (),
        ("cell.far@S",),
    ),
    Awkward("flat.fods", b'<?xml version="1.0"?><office:document/>', (), ("file.unknown",)),
    *(
        Awkward(f"percent.{kind}", made({"S": SHARES}), SHARE, told=("percent.cell@S!C3",))
        for kind, made in (("xls", xls), ("xlsb", xlsb), ("ods", ods), ("xml", spreadsheet_ml))
    ),
    Awkward("cut.xlsx", xlsx({"S": PLAIN})[:900], (), ("file.damaged",)),
    Awkward(
        "mixed-fonts.xlsx",
        xlsx({"S": ((*TITLE,), ("TT", "Tên đơn vị", "Số đoàn viên"), *in_font(UNITS, "tcvn3"))}),
        ("ldld-dak-lak 2019 members 52000", "ldld-da-nang 2019 members 110000"),
        told=("font.converted@S",),
    ),
]
