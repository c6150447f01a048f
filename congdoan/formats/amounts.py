"""Numbers, percentages and money as written in each language, rounded half up on the decimal digits given."""

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from congdoan.text import Language, say

Number = int | float | Decimal

MISSING = "–"
"""Stands where no figure is known: never a zero."""

_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_VIETNAMESE = str.maketrans(",.", ".,")
_ABSENT = frozenset({"<NA>", "NaT"})
_SCALES: tuple[tuple[str, int, int, int | None], ...] = (
    ("dong", 1, 0, 10**6),
    ("million", 10**6, 1, 1000),
    ("billion", 10**9, 1, 1000),
    ("trillion", 10**12, 1, None),
)
"""Name, đồng in one unit, decimals shown, and the rounded count from which the next unit takes over."""


def measure(value: Number | None) -> Decimal | None:
    """The value as an exact decimal; None for NaN, for infinity (a rate over zero) and for a data frame's NA.

    TypeError for what is no number: text is never guessed at.
    """
    if value is None or str(value) in _ABSENT:
        return None
    try:
        result = Decimal(str(value))
    except InvalidOperation as error:
        raise TypeError(f"{value!r} is not a number: pass an int, a float, a Decimal or None") from error
    return result if result.is_finite() else None


def number(value: Number | None, lang: Language, decimals: int | None = None) -> str:
    """`1.234.567,5` or `1,234,567.5`; without `decimals`, as many as the value has, two at most."""
    amount = measure(value)
    if amount is None:
        return MISSING
    return short(amount, 2, lang) if decimals is None else _in(_grouped(amount, decimals), lang)


def short(amount: Decimal, most: int, lang: Language) -> str:
    """A number with as many decimals as it has, `most` at most."""
    digits = _grouped(amount, most)
    return _in(digits.rstrip("0").rstrip(".") if most else digits, lang)


def percent(value: Number | None, lang: Language, decimals: int | None = 1) -> str:
    """A share given as 0 to 100: `59,5 %` or `59.5%`; what would round to nothing reads "under", not zero."""
    amount = measure(value)
    if amount is None:
        return MISSING
    least = Decimal(1).scaleb(-(2 if decimals is None else decimals))
    if amount > 0 and _rounded(amount, -least.adjusted()) == 0:
        return say("percent.under", lang, percent=_with_sign(number(least, lang, decimals), lang))
    return _with_sign(number(amount, lang, decimals), lang)


def money(value: Number | None, lang: Language, rounding: str = ROUND_HALF_UP) -> str:
    """Đồng in the largest unit that leaves less than a thousand: `3,9 tỷ đồng` or `VND 3.9 billion`.

    `rounding` is a mode of `decimal`: "at least" may not round up, "nearly" may not round down.
    """
    amount = measure(value)
    if amount is None:
        return MISSING
    rounded = [
        (scale, _rounded(amount / dong, decimals, rounding), limit)
        for scale, dong, decimals, limit in _SCALES
    ]
    scale, scaled = next((name, it) for name, it, limit in rounded if limit is None or abs(it) < limit)
    return say(f"money.{scale}", lang, number=short(scaled, 1, lang))


def money_exact(value: Number | None, lang: Language) -> str:
    """Whole đồng: `3.906.130.000 đồng` or `VND 3,906,130,000`."""
    return MISSING if measure(value) is None else say("money.dong", lang, number=number(value, lang, 0))


def money_scale(largest: Number | None) -> tuple[int, str]:
    """Đồng in one unit of an axis, and the text key of that unit, fit for the largest amount on the axis."""
    amount = abs(measure(largest) or Decimal(0))
    fitting = [row for row in _SCALES if row[1] <= amount] or list(_SCALES[:1])
    scale, dong, _, _ = fitting[-1]
    return dong, f"scale.{scale}"


def _with_sign(digits: str, lang: Language) -> str:
    return f"{digits}\N{NO-BREAK SPACE}%" if lang == "vi" else f"{digits}%"


def _rounded(amount: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    result = amount.quantize(Decimal(1).scaleb(-decimals), rounding=rounding, context=_EXACT)
    return result if result else abs(result)


def _grouped(amount: Decimal, decimals: int) -> str:
    return f"{_rounded(amount, decimals):,.{decimals}f}"


def _in(digits: str, lang: Language) -> str:
    return digits.translate(_VIETNAMESE) if lang == "vi" else digits
