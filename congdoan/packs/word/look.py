"""The looks of a report, as administrative documents have them: A4, Times New Roman, margins, headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from congdoan.charts.theme import BLUE, INK, SOFT
from congdoan.text import Language

FONT = "Times New Roman"
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
BODY, SMALL = 14, 11
ROOM = 467.0
"""Width of the text on a page, in points."""
MARGINS = {"top": 2.0, "bottom": 2.0, "left": 3.0, "right": 1.5}
"""In centimetres."""
HEADINGS: Mapping[str, tuple[float, str]] = {
    "Title": (18, INK),
    "Heading 1": (15, INK),
    "Heading 2": (14, BLUE),
    "Heading 3": (13, INK),
}
ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def styled(report: Any, lang: Language) -> None:
    """Page, fonts and spacing of a new document."""
    page = report.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    for side, room in MARGINS.items():
        setattr(page, f"{side}_margin", Cm(room))
    body = report.styles["Normal"]
    body.font.size = Pt(BODY)
    body.paragraph_format.space_after = Pt(6)
    for name, (size, code) in HEADINGS.items():
        _heading(report.styles[name], size, code)
    for fonts in report.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for letters in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{letters}"), FONT)
    for told in report.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), LANGUAGES[lang])


def _heading(style: Any, size: float, code: str) -> None:
    style.font.size, style.font.bold = Pt(size), True
    style.font.color.rgb = RGBColor.from_string(code.removeprefix("#"))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
    style.paragraph_format.keep_with_next = True
    for line in style.element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)


def paragraph(
    report: Any, words: str, *, size: float = BODY, align: str = "both", indent: bool = True
) -> Any:
    """A paragraph of the body."""
    made = report.add_paragraph()
    made.alignment = ALIGNED[align]
    if indent:
        made.paragraph_format.first_line_indent = Cm(1.0)
    made.add_run(words).font.size = Pt(size)
    return made


def remark(report: Any, words: str, *, keep: bool = False) -> Any:
    """A small grey line; `keep` holds it on the page of what follows."""
    made = paragraph(report, words, size=SMALL, align="left", indent=False)
    made.runs[0].font.color.rgb = RGBColor.from_string(SOFT.removeprefix("#"))
    made.paragraph_format.space_after = Pt(3)
    made.paragraph_format.keep_with_next = keep
    return made


def field(made: Any, code: str) -> None:
    """A field that the program fills, as PAGE or NUMPAGES, at the end of a paragraph."""
    run = f"<w:r><w:rPr><w:sz w:val={quoteattr(str(2 * SMALL - 2))}/></w:rPr><w:t>1</w:t></w:r>"
    made.paragraph_format.element.append(
        parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr={quoteattr(code)}>{run}</w:fldSimple>")
    )


def link(made: Any, address: str, words: str) -> None:
    """A link at the end of a paragraph."""
    relation = made.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    look = f'<w:rPr><w:color w:val="{BLUE[1:]}"/><w:sz w:val="{2 * SMALL}"/><w:u w:val="single"/></w:rPr>'
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    made.paragraph_format.element.append(
        parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id={quoteattr(relation)}>{run}</w:hyperlink>")
    )
