"""What a paragraph is about, and how sentences, lists and amounts are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record
from congdoan.text import Language, say

if TYPE_CHECKING:
    from congdoan.database import Rows

Paragraph = Sequence[str]
"""The sentences of a paragraph; without one there is no paragraph."""


@dataclass(frozen=True)
class About:
    """Place and years of a paragraph, in words.

    `many` says that sums are over places, else over the units of one; `mark` warns of figures that are not
    real, else "".
    """

    lang: Language
    place: str
    years: str
    many: bool
    mark: str = ""


def paragraph(about: About, sentences: Paragraph) -> str:
    """The sentences as one text, behind the mark where there is one; empty without a sentence."""
    said = [sentence for sentence in sentences if sentence]
    return " ".join([*([f"{about.mark}."] if about.mark else []), *said]) if said else ""


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def within(text: str) -> str:
    """A name as it stands inside a sentence."""
    return f"{text[:1].lower()}{text[1:]}"


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence that have commas of their own."""
    return "; ".join(parts)


def matching(rows: Rows) -> int:
    """How many rows a query found in all, of which it gave the first."""
    return int(rows.values["matching"][0]) if len(rows) else 0


def remarked(text: str, remarks: Iterable[str], lang: Language) -> str:
    """A text with what a reader must know of it."""
    known = [remark for remark in remarks if remark]
    return say("paragraph.remarked", lang, text=text, remarks=listed(known)) if known else text


def value(record: Record, lang: Language) -> str:
    """A value with its unit and qualifier; money to the last đồng."""
    return formats.figure(
        record["value"], str(record["unit"]), record.get("qualifier"), None, lang, exact=True
    )


def bare(record: Record, lang: Language) -> str:
    """A value with its qualifier for a sentence that names what is counted: without a unit, but for money."""
    if record["unit"] == "dong":
        return value(record, lang)
    return formats.qualified(formats.number(record["value"], lang), record.get("qualifier"), lang)


def in_words(record: Record, lang: Language) -> str:
    """An amount of money in full words, its qualifier with it; nothing for what is no money."""
    if record["unit"] != "dong":
        return ""
    words = formats.qualified(formats.money_spelled(record["value"], lang), record.get("qualifier"), lang)
    return say("paragraph.in_words", lang, words=words)


def rests_on(record: Record, about: About) -> str:
    """Whose figures a value comes from, where it is not one that its unit gave."""
    basis, reported, expected = record.get("basis"), record.get("reported"), record.get("expected")
    if basis in ("items", "combined"):
        return say(f"paragraph.basis.{basis}", about.lang)
    if basis != "summed" or reported is None:
        return ""
    unit, lang = "place" if about.many else "unit", about.lang
    if expected is None:
        known = formats.quantity(reported, "unit", lang)
        return say("paragraph.basis.of_unknown", lang, reported=known)
    counts = {
        "reported": formats.number(reported, lang),
        "expected": formats.quantity(expected, unit, lang),
    }
    return say("paragraph.basis.summed", lang, **counts)


def unsettled(record: Record, lang: Language) -> str:
    """That a value is preliminary; nothing of one that is final."""
    return say("paragraph.preliminary", lang) if record.get("status") == "preliminary" else ""
