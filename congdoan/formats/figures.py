"""A figure in full words: its unit, its qualifier, its change, and the marks where there is no number."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from congdoan.formats.amounts import MISSING, Number, measure, money, money_exact, number, percent, short
from congdoan.text import Language, say, words

NOT_APPLICABLE = "×"
"""Stands where a figure cannot exist, as awards for individuals in a row of collectives."""

ZERO = "0"
"""A real zero: a source says that there were none."""


def marks(lang: Language) -> tuple[tuple[str, str], ...]:
    """Each mark and what it means, for the key of a table or a file: missing, not applicable, zero."""
    return (
        (MISSING, say("mark.no_data", lang)),
        (NOT_APPLICABLE, say("mark.not_applicable", lang)),
        (ZERO, say("mark.zero", lang)),
    )


def quantity(value: Number | None, unit: str, lang: Language) -> str:
    """A value with the word of its unit: `84 CĐCS`, `1 branch`; money in its largest unit.

    A unit without a word of its own (`item`) leaves the number alone.
    """
    amount = measure(value)
    if amount is None:
        return MISSING
    if unit == "dong":
        return money(amount, lang)
    if unit == "percent":
        return percent(amount, lang, None)
    key = f"quantity.{unit}.{'one' if abs(amount) == 1 else 'many'}"
    return say(key, lang, number=number(amount, lang)) if key in words() else number(amount, lang)


def qualified(text: str, qualifier: str | None, lang: Language) -> str:
    """A number in words with what its source says about it: `trên 79 triệu đồng`; `exact` adds nothing."""
    if text == MISSING or qualifier in (None, "", "exact"):
        return text
    return say(f"qualified.{qualifier}", lang, text=text)


_TOWARD = {"over": ROUND_FLOOR, "at_least": ROUND_FLOOR, "almost": ROUND_CEILING, "at_most": ROUND_CEILING}
"""Which way a shortened amount may go without making its qualifier untrue."""


def figure(
    value: Number | None,
    unit: str,
    qualifier: str | None,
    value_text: str | None,
    lang: Language,
    *,
    exact: bool = False,
) -> str:
    """A figure as its source gives it: number, unit and qualifier, else the source's own word, else the mark.

    `exact` writes money in whole đồng instead of its largest unit.
    """
    if measure(value) is None:
        return value_text or MISSING
    if unit == "dong" and not exact:
        return qualified(money(value, lang, _TOWARD.get(qualifier or "", ROUND_HALF_UP)), qualifier, lang)
    text = money_exact(value, lang) if unit == "dong" else quantity(value, unit, lang)
    return qualified(text, qualifier, lang)


def reached(share: Number, exceeded_by: Number | None, qualifier: str | None, lang: Language) -> str:
    """What came of a target, in percent of it: `đạt 173,8 %, vượt 73,8 %`, or `đạt 67,9 %`."""
    words_of = {"reached": qualified(percent(share, lang), qualifier, lang)}
    if measure(exceeded_by) is None:
        return say("reached.share", lang, **words_of)
    exceeded = qualified(percent(exceeded_by, lang), qualifier, lang)
    return say("reached.exceeded", lang, **words_of, exceeded=exceeded)


def change(new: Number | None, old: Number | None, lang: Language, year: int, unit: str = "") -> str:
    """What became of a figure since `year`: `tăng 4,2 % so với 2024`; `percent` differs in percentage points.

    Where no rate can be formed (a side missing, a base of zero or less) it says so.
    """
    now, before = measure(new), measure(old)
    if now is None or before is None:
        return say("change.unknown", lang)
    if now == before:
        return say("change.none", lang, year=str(year))
    if unit == "percent":
        return _moved(now - before, "points", lang, year)
    if before <= 0 or now < 0:
        return say("change.unknown", lang)
    return _moved((now - before) * 100 / before, "percent", lang, year)


def row_count(rows: int, lang: Language) -> str:
    """`1.234 dòng` or `1 row`."""
    return quantity(rows, "row", lang)


def size(length: int, lang: Language) -> str:
    """A file's length in bytes, as `512 B`, `12,3 kB` or `4 MB`, in steps of a thousand."""
    if length < 1000:
        return f"{length} B"
    thousands = Decimal(length) / 1000
    if thousands < Decimal("999.95"):
        return f"{short(thousands, 1, lang)} kB"
    return f"{short(thousands / 1000, 1, lang)} MB"


def _moved(difference: Decimal, kind: str, lang: Language, year: int) -> str:
    moved = number(abs(difference), lang, 1)
    if moved == number(0, lang, 1):
        return say("change.hardly", lang, year=str(year))
    amount = percent(abs(difference), lang) if kind == "percent" else say("change.points", lang, number=moved)
    return say(f"change.{'up' if difference > 0 else 'down'}", lang, amount=amount, year=str(year))
