"""Says in one sentence how the shares that sources print stand beside the ones worked out anew.

Like `congdoan.findings`: Rows and a language give a sentence, or an empty text where they do not carry one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from congdoan import formats
from congdoan.charts.model import Record
from congdoan.text import Language, name, say

if TYPE_CHECKING:
    from congdoan.database import Rows

BASES = (("share", "rated"), ("share_of_all", "all"))
"""What a printed share may be of: the branches rated, or all of them."""


def printed_shares(rows: Rows, lang: Language) -> str:
    """How many printed shares differ from what their counts give, and the farthest of them.

    Nothing where no source prints one that can be worked out, nor of a list that was cut.
    """
    found = rows.records
    if any(len(found) < int(record["matching"] or 0) for record in found):
        return ""
    told = [(record, *_nearest(record)) for record in found if _can_be_told(record)]
    off = [one for one in told if _distance(one[0], one[1]) >= _last_digit(one[0]["printed_share"])]
    counts = {"count": formats.number(len(off), lang), "told": formats.number(len(told), lang)}
    if not told:
        return ""
    if not off and len(told) == 1:
        return say("finding.printed.alike.one", lang, **_both(*told[0], lang))
    if not off:
        return say("finding.printed.alike", lang, told=counts["told"])
    record, share, whole = max(off, key=lambda one: _distance(one[0], one[1]))
    return say(
        "finding.printed",
        lang,
        **counts,
        rating=name("item", str(record["item"]), lang),
        unit=record[f"organisation_{lang}"],
        year=record["year"],
        **_both(record, share, whole, lang),
    )


def _both(record: Record, share: str, whole: str, lang: Language) -> dict[str, str]:
    """The printed share, the one worked out anew, and the counts that give it, in words."""
    return {
        "printed": formats.percent(record["printed_share"], lang, None),
        "share": formats.percent(record[share], lang),
        "value": formats.number(record["value"], lang),
        "whole": formats.number(record[whole], lang),
    }


def _can_be_told(record: Record) -> bool:
    return record["printed_share"] is not None and any(record[share] is not None for share, _ in BASES)


def _nearest(record: Record) -> tuple[str, str]:
    """The share that the printed one most likely is, and the column of what it is of."""
    known = [one for one in BASES if record[one[0]] is not None]
    return min(known, key=lambda one: _distance(record, one[0]))


def _last_digit(printed: float) -> float:
    """What one more in the last printed digit is: less than that is the same share, rounded or cut."""
    exponent = Decimal(str(printed)).normalize().as_tuple().exponent
    return 10.0 ** min(0, int(exponent))


def _distance(record: Record, share: str) -> float:
    return abs(float(record["printed_share"]) - float(record[share]))
