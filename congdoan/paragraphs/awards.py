"""Awards by level and form, titles within others said to be so; no two forms are ever added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record, distinct, in_order, known, records
from congdoan.paragraphs.about import About, Paragraph, listed, remarked, sentence, within
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows


def awarded(about: About, rows: Rows, year: int) -> Paragraph:
    """The awards of one year, a sentence per granting level, highest first."""
    found = known(records(rows, "level", "item", "recipient", "occasion", "value"))
    if not found:
        return []
    lead = say("paragraph.awards", about.lang, year=year, place=about.place)
    return [
        sentence(lead),
        *(_level(about, level, found) for level in in_order(distinct(found, "level"))),
        say("paragraph.awards.apart", about.lang),
    ]


def _level(about: About, level: str, found: Sequence[Record]) -> str:
    of_level = [record for record in found if record["level"] == level]
    forms = [
        _form(about, [record for record in of_level if record["item"] == item])
        for item in in_order(distinct(of_level, "item"))
    ]
    named = name("award_level", level, about.lang)
    return sentence(say("paragraph.awards.level", about.lang, level=named, what=listed(forms)))


def _form(about: About, found: Sequence[Record]) -> str:
    """`5 tập thể (chuyên đề), 9 cá nhân (toàn diện) nhận “Bằng khen của LĐLĐ tỉnh”`."""
    lang, first = about.lang, found[0]
    apart = {record["recipient"] for record in found if record["basis"] != "tally"}
    whom = ", ".join(_recipients(record, apart, lang) for record in found)
    text = say("paragraph.award", lang, whom=whom, form=name("item", first["item"], lang))
    if first["nested_in"] is None:
        return text
    return remarked(
        text, [say("paragraph.awards.nested", lang, form=name("item", first["nested_in"], lang))], lang
    )


def _recipients(record: Record, counted: set[str], lang: Language) -> str:
    """How many, and for what; beside a total, what was recorded of those who gave none stands apart."""
    known_kind = record["recipient"] in ("collective", "individual")
    count = formats.quantity(record["value"], record["recipient"] if known_kind else "award", lang)
    told = record["occasion"] in ("comprehensive", "thematic")
    occasion = [within(name("occasion", record["occasion"], lang))] if told else []
    beside = record["basis"] == "tally" and record["recipient"] in counted
    apart = [say("paragraph.awards.recorded", lang)] if beside else []
    return remarked(formats.qualified(count, record["qualifier"], lang), [*occasion, *apart], lang)
