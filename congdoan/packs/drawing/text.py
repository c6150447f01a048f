"""The words of a chart: its few tags read, measured in the shipped font, and set as lines of text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from PIL import ImageFont

from congdoan.packs.drawing.svg import element
from congdoan.paths import FONTS

FAMILY = "'Source Sans 3'"
FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Semibold.ttf"}
"""The font of everything on paper, plain and bold."""
LEADING = 1.3
"""Height of a line, in sizes of its type; a figure reckons with as much."""
RISE = 0.35
"""From the middle of a line down to its foot, in sizes of its type."""
_TAG = re.compile(r"(<(?:br|/?b|/?span)\b[^>]*>)")
_STYLE = re.compile(r"(font-size|color):([^;\"]+)")


@dataclass(frozen=True)
class Run:
    """Some words in one type; `size` in px."""

    words: str
    size: float
    colour: str
    bold: bool = False

    @property
    def width(self) -> float:
        """How wide it is, in px."""
        return advance(self.words, bold=self.bold) * self.size


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """Lines below each other."""

    lines: tuple[Line, ...]
    size: float

    @property
    def width(self) -> float:
        """The width of its widest line, in px."""
        return max(sum(run.width for run in line) for line in self.lines)

    @property
    def height(self) -> float:
        """The height of all lines, in px."""
        return self.size * LEADING * len(self.lines)

    def scaled(self, factor: float) -> Block:
        """The same words, larger or smaller."""
        runs = (tuple(replace(run, size=run.size * factor) for run in line) for line in self.lines)
        return Block(tuple(runs), self.size * factor)


@cache
def advance(words: str, *, bold: bool = False) -> float:
    """The width of words at a size of 1."""
    return _font(bold=bold).getlength(words) / 100


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[bold], 100)


def block(text: str, size: float, colour: str) -> Block:
    """The words of a figure: entities read, `<br>`, `<b>` and a span's size and colour obeyed."""
    lines: list[list[Run]] = [[]]
    style = plain = Run("", size, colour)
    for part in _TAG.split(text):
        if part.startswith("<br"):
            lines.append([])
        elif _TAG.fullmatch(part):
            style = _styled(part, style, plain)
        elif part:
            lines[-1].append(replace(style, words=html.unescape(part)))
    return Block(tuple(tuple(line) for line in lines), size)


def _styled(tag: str, style: Run, plain: Run) -> Run:
    if tag in ("<b>", "</b>"):
        return replace(style, bold=tag == "<b>")
    told = dict(_STYLE.findall(tag))
    size = float(told["font-size"].removesuffix("px")) if "font-size" in told else plain.size
    return replace(style, size=size, colour=told.get("color", plain.colour))


def write(said: Block, x: float, y: float, across: str = "middle", turn: float = 0) -> str:
    """A block whose middle is at a height; `across` says which part of each line is at x (an SVG anchor)."""
    first = y - said.height / 2 + said.size * (LEADING / 2 + RISE)
    feet = (first + at * said.size * LEADING for at in range(len(said.lines)))
    lines = [_line(line, x, foot, across) for line, foot in zip(said.lines, feet, strict=True) if line]
    return (
        element("g", "".join(lines), transform=f"rotate({turn} {x:.2f} {y:.2f})") if turn else "".join(lines)
    )


def _line(line: Sequence[Run], x: float, foot: float, across: str) -> str:
    spans = (
        element(
            "tspan",
            html.escape(_kept(run.words), quote=False),
            font_size=float(run.size),
            fill=run.colour,
            font_weight=600 if run.bold else None,
        )
        for run in line
    )
    return element("text", "".join(spans), x=float(x), y=float(foot), text_anchor=across)


def _kept(words: str) -> str:
    """Spaces at either end are part of the words."""
    return re.sub(r"^ +| +$", lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), words)
