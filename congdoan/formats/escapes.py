r"""Text from data, made harmless for the place where it is shown or written.

Streamlit's Markdown looks twice: its parser respects backslashes, but then links, emoji, icons and arrows are
sought in the parsed text, where a backslash is gone. An invisible word joiner in such a trigger stops those.
"""

import re

from congdoan.catalogue import fold

_JOINER = "\N{WORD JOINER}"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAKS = re.compile("[ \t\r\n\x85\u2028\u2029]+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&$:=^@]")
_TRIGGERS = re.compile(
    r"(?<=http)(?=://)|(?<=https)(?=://)|(?<=www)(?=\.)"  # a bare link
    r"|(?<=[-.\w+])(?=@)"  # an address
    r"|(?<=:)(?=[\w+/-]+:)"  # :emoji: and :material/icon:
    r"|(?<=[-<>~])(?=[->=])",  # arrows, dashes and comparison signs
    re.ASCII | re.IGNORECASE,
)
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
_CHART = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "{": "&#123;", "}": "&#125;"}
_LONGEST_NAME = 120


def plain(text: str) -> str:
    """Text on one line, without characters that are not seen or turn the order of others."""
    return _BREAKS.sub(" ", _INVISIBLE.sub("", text)).strip(" ")


def markdown(text: str) -> str:
    """Text that Streamlit's Markdown shows verbatim on one line: no links, colours, icons, formulas."""
    return _MARKDOWN.sub(r"\\\g<0>", _TRIGGERS.sub(_JOINER, plain(text)))


def chart_text(text: str) -> str:
    """Text that Plotly shows verbatim on one line: no tags, entities, TeX or `%{...}` templates."""
    return "".join(_CHART.get(character, character) for character in plain(text))


def cell(text: str) -> str:
    """Text for a cell of a CSV or XLSX file: no formula on opening, no character that XML forbids.

    An apostrophe in front marks text that a spreadsheet would take for a formula. Numbers never come here.
    """
    clean = _INVISIBLE.sub("", text)
    risky = text.startswith(_FORMULA) or clean.lstrip().startswith(_FORMULA)
    return f"'{clean}" if risky else clean


def file_name(*parts: str) -> str:
    """A readable ASCII name without ending, as `doan-vien_cao-bang_2018-2021_r12`; empty parts go."""
    words = (re.sub("[^a-z0-9]+", "-", fold(part)).strip("-") for part in parts)
    return "_".join(word for word in words if word)[:_LONGEST_NAME].rstrip("-_") or "so-lieu"
