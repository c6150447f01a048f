"""Data never act where they are shown: not in Markdown, charts, cells or file names."""

import pytest

from congdoan import formats
from congdoan.formats import MISSING
from congdoan.text import Language

NBSP = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("LĐLĐ tỉnh Đắk Lắk", "LĐLĐ tỉnh Đắk Lắk"),
        ("[a](b)", r"\[a\]\(b\)"),
        ("![a](b)", r"\!\[a\]\(b\)"),
        (":red[x]", r"\:red\[x\]"),
        (":smile:", rf"\:{JOINER}smile\:"),
        (":material/home:", rf"\:{JOINER}material/home\:"),
        ("$x^2$", r"\$x\^2\$"),
        ("<b>*_`#~\\", r"\<b\>\*\_\`\#\~" + r"\\"),
        ("http://localhost/x", rf"http{JOINER}\://localhost/x"),
        ("HTTPS://localhost", rf"HTTPS{JOINER}\://localhost"),
        ("www.a.vn", rf"www{JOINER}\.a\.vn"),
        ("a@b.vn", rf"a{JOINER}\@b\.vn"),
        ("a -> b", rf"a \-{JOINER}\> b"),
        ("1. x", r"1\. x"),
        ("    x\n\n# y", r"x \# y"),
        ("&amp;", r"\&amp;"),
        ("a\0b\x1b\u202ec", "abc"),
    ],
)
def test_markdown_shows_data_as_they_are(text: str, shown: str) -> None:
    assert formats.markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<a href="x">y</a>', '&lt;a href="x"&gt;y&lt;/a&gt;'),
        ("A & B <br> &lt;", "A &amp; B &lt;br&gt; &amp;lt;"),
        ("%{x} $y$", "%&#123;x&#125; &#36;y&#36;"),
        ("a\nb\0", "a b"),
        (f"59,5{NBSP}%", f"59,5{NBSP}%"),
    ],
)
def test_chart_text_has_no_tags_entities_or_templates(text: str, shown: str) -> None:
    assert formats.chart_text(text) == shown


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", " =1", "\n=1", "\0=1", "\x1b=1", "＝1"],
)
def test_a_text_cell_never_starts_a_formula(text: str) -> None:
    assert formats.cell(text)[0] == "'"
    assert formats.cell(text).lstrip("'") == text.replace("\0", "").replace("\x1b", "")


@pytest.mark.parametrize("text", ["LĐLĐ tỉnh", "–", "a=1", "1-2", "", "dòng 1\ndòng 2", "'x"])
def test_an_ordinary_text_cell_stays_as_it_is(text: str) -> None:
    assert formats.cell(text) == text


def test_a_text_cell_holds_no_character_that_xml_forbids() -> None:
    assert formats.cell("a\x01\x0b\x1f\x7f\ud800\uffffb") == "ab"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Đoàn viên", "Cao Bằng", "2018–2021", "r12"), "doan-vien_cao-bang_2018-2021_r12"),
        (("../etc/passwd", "", "a b/c\\d:*?"), "etc-passwd_a-b-c-d"),
        (("", "…"), "so-lieu"),
    ],
)
def test_a_file_name_is_readable_ascii(parts: tuple[str, ...], name: str) -> None:
    assert formats.file_name(*parts) == name


def test_a_file_name_is_never_too_long() -> None:
    assert len(formats.file_name("a " * 300)) <= 120


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_dash_for_missing_is_no_formula(lang: Language) -> None:
    assert formats.cell(formats.number(None, lang)) == MISSING


def test_plain_text_stays_as_it_is_on_one_line_without_what_turns_the_order_of_others() -> None:
    assert formats.plain(" <b>[x](y)</b>\n\N{RIGHT-TO-LEFT OVERRIDE}$1 ") == "<b>[x](y)</b> $1"
