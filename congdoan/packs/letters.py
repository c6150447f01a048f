"""How wide text is in Arial, and how it breaks: known without a font at hand, the same on every machine."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

REGULAR = """191 '|222 ijl‘’|278 !,./:;I[]ft·|333 ()-`r“”{}|355 "|389 *|400 °|469 ^|500 Jcksvxyz
|513 ₫|549 ≥≤≈|556 #$0123456789?L_abdeghnopquđ–|584 +<=>~×|611 FTZ|656 ơ|667 &ABEKPSVXY|669 ư
|722 CDHNRUwĐ|778 GOQ|833 Mm|854 Ư|857 Ơ|889 %|944 W|1015 @"""
BOLD = """238 '|278 ,./I[]ijl‘’·|333 !()-:;`ft|389 *r{}|400 °|474 "|500 z“”|513 ₫|549 ≥≤≈
|556 #$0123456789J_aceksvxy–|584 +<=>^~×|611 ?FLTZbdghnopquđ|667 EPSVXY|711 ơ|722 &ABCDHKNRUĐ|724 ư
|778 GOQw|830 Ư|833 M|853 Ơ|889 %m|944 W|975 @"""
"""Thousandths of the size, then the letters of that width; a letter with a tone is as wide as without."""
WIDEST = 1015
LINE = 1.2
"""Height of a line in sizes."""
SPACE = 278
MARGIN = 1.03
"""Programs set text a little wider or narrower than each other: so much room is kept."""
_HORNS = {"o\u031b": "ơ", "u\u031b": "ư", "O\u031b": "Ơ", "U\u031b": "Ư"}


def _widths(letters: str) -> Mapping[str, int]:
    told = (part.strip().partition(" ") for part in letters.replace("\n", "").split("|"))
    return MappingProxyType(
        {"|": 280, " ": SPACE} | {one: int(width) for width, _, held in told for one in held}
    )


_REGULAR, _BOLD = _widths(REGULAR), _widths(BOLD)


@lru_cache(maxsize=50_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points; letters that are not known count as the widest."""
    known = _BOLD if bold else _REGULAR
    plain = text.replace("\N{NO-BREAK SPACE}", " ")
    return sum(known.get(_bare(letter), WIDEST) for letter in plain) * size / 1000 * MARGIN


@lru_cache(maxsize=2_000)
def _bare(letter: str) -> str:
    """A letter without its tone: `ậ` is as wide as `a`, but `ợ` as wide as `ơ`."""
    spelt = unicodedata.normalize("NFD", letter)
    horn = spelt[0] + "\u031b"
    return _HORNS[horn] if "\u031b" in spelt else spelt[0]


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Text in the lines that a box of this width breaks it into; its own line ends stay."""
    return [line for part in text.split("\n") for line in _lines(part, room, size, bold=bold)]


def _lines(text: str, room: float, size: float, *, bold: bool) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            lines.append(line)
            longer = word
        while width(longer, size, bold=bold) > room and len(longer) > 1:
            fits = max(1, _fitting_letters(longer, room, size, bold=bold))
            lines.append(longer[:fits])
            longer = longer[fits:]
        line = longer
    return [*lines, line]


def _fitting_letters(word: str, room: float, size: float, *, bold: bool) -> int:
    return sum(width(word[: count + 1], size, bold=bold) <= room for count in range(len(word)))


def height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """How tall text is in a box of this width, in points."""
    return len(wrapped(text, room, size, bold=bold)) * size * LINE


def fitting(
    text: str, room: float, tall: float, sizes: Sequence[float], *, bold: bool = False
) -> tuple[float, str]:
    """The first of the sizes at which text fits a box; where none does, the last, and the text cut."""
    for size in sizes:
        if height(text, room, size, bold=bold) <= tall:
            return size, text
    size = sizes[-1]
    lines = wrapped(text, room, size, bold=bold)[: max(1, int(tall / size / LINE))]
    while lines[-1] and width(f"{lines[-1]}…", size, bold=bold) > room:
        lines[-1] = lines[-1][:-1]
    return size, " ".join([*lines[:-1], f"{lines[-1].rstrip()}…"])
