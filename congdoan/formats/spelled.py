"""Numbers and amounts in full words: `một triệu không trăm linh năm nghìn`, `twenty-one`."""

from decimal import ROUND_HALF_UP, Decimal

from congdoan.formats.amounts import MISSING, Number, measure
from congdoan.text import Language, say

_SCALES: dict[Language, tuple[str, ...]] = {
    "vi": ("billion", "million", "thousand"),
    "en": ("trillion", "billion", "million", "thousand"),
}
"""The scales of each language, largest first. Beyond its largest a language counts that one again, as in
`một nghìn tỷ`, a thousand times a thousand million."""
_WORTH = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3}


def spelled(value: Number | None, lang: Language) -> str:
    """A whole number in words; ValueError for one with decimals, which words would round unseen."""
    amount = measure(value)
    if amount is None:
        return MISSING
    if amount != amount.to_integral_value():
        raise ValueError(f"{value!r} has decimals: round it to a whole number, then spell it")
    count = int(amount)
    return say("spelled.minus", lang, number=_words(-count, lang)) if count < 0 else _words(count, lang)


def money_spelled(value: Number | None, lang: Language) -> str:
    """Whole đồng in words: `ba tỷ chín trăm linh sáu triệu một trăm ba mươi nghìn đồng`."""
    amount = measure(value)
    if amount is None:
        return MISSING
    whole = amount.to_integral_value(ROUND_HALF_UP)
    return say("spelled.dong", lang, number=spelled(whole if whole else Decimal(0), lang))


def _words(count: int, lang: Language, *, inside: bool = False) -> str:
    """A count in words; `inside` a larger number, where Vietnamese names hundreds that are not there."""
    for scale in _SCALES[lang]:
        many, rest = divmod(count, _WORTH[scale])
        if many:
            words = say(f"spelled.{scale}", lang, number=_words(many, lang, inside=inside))
            return _joined(words, rest, lang) if rest else words
    hundreds, rest = divmod(count, 100)
    if not hundreds and not (inside and lang == "vi"):
        return _below_hundred(rest, lang)
    words = say("spelled.hundred", lang, number=say(f"spelled.{hundreds}", lang))
    if not rest:
        return words
    joined = "spelled.odd" if rest < 10 else "spelled.rest"
    return say(joined, lang, before=words, rest=_below_hundred(rest, lang))


def _joined(before: str, rest: int, lang: Language) -> str:
    """What follows a scale: in Vietnamese always with its hundreds, in English with "and" below a hundred."""
    words = _words(rest, lang, inside=True)
    small = lang == "en" and rest < 100
    return say("spelled.rest", lang, before=before, rest=words) if small else f"{before} {words}"


def _below_hundred(count: int, lang: Language) -> str:
    tens, ones = divmod(count, 10)
    if count < 20 or not ones:
        return say(f"spelled.{count}", lang)
    after = say(f"spelled.after_tens.{ones}", lang)
    return say("spelled.tens", lang, tens=say(f"spelled.{tens * 10}", lang), ones=after)
