"""What a column or a row can be taken for, how that is written as an answer, and units of measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from congdoan import catalogue
from congdoan.intake.lexicon import lexicon, spoken

Role = Literal[
    "figure", "share", "unit", "unit_code", "province", "year", "metric", "item", "rating", "recipient",
    "status", "measure", "value", "index", "note", "skip", "personal", "unsure", "unknown",
]  # fmt: skip
"""What a column does. `share` is a printed percentage that is only held against its count, `value` a number
whose row says what it counts, `unsure` one that has to be asked about, `unknown` one like nothing known."""


_CODE = re.compile(r"=[a-z_]+|[a-z_]+(?:/[a-z0-9_]*){0,2}(?:@\d+)?")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column is. A figure has its metric, item (`dimension.item` or empty), recipient, occasion, unit.

    `power` is the power of ten that the heading asks for, None when it says none; `candidates` are the
    answers to choose from where the column is unsure.
    """

    role: Role
    metric: str = ""
    item: str = ""
    recipient: str = ""
    occasion: str = ""
    unit: str = ""
    power: int | None = None
    candidates: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The meaning as an answer is written: `awards/bang_khen_ldld/individual`, `=unit`."""
        if self.role != "figure":
            return f"={self.role}"
        tail = "/".join((self.metric, self.item.partition(".")[2], self.recipient)).rstrip("/")
        return f"{tail}@{self.power}" if self.power is not None and self.unit == "dong" else tail

    @property
    def code(self) -> str:
        """The item as figures have it, without its dimension."""
        return self.item.partition(".")[2]


def answered(answer: str) -> Meaning:
    """The meaning that an answer gives; KeyError when its metric or item is not in the catalogue."""
    if answer.startswith("="):
        return Meaning(cast("Role", answer[1:]))
    codes, _, power = answer.partition("@")
    metric, item, recipient, *_ = [*codes.split("/"), "", ""]
    known = catalogue.metrics()[metric]
    code = f"{known.dimension}.{item}" if item else ""
    if code and code not in catalogue.items():
        raise KeyError(code)
    occasion = "unstated" if metric == "awards" else ""
    recipient = recipient or ("unsplit" if metric == "awards" else "")
    return Meaning(
        "figure", metric, code, recipient, occasion, known.unit, int(power) if power.isdecimal() else None
    )


def coded(text: str) -> Meaning | None:
    """The meaning of a heading that is itself an answer, as templates have it; None for any other."""
    if not _CODE.fullmatch(text) or (text.startswith("=") and text[1:] not in get_args(Role)):
        return None
    try:
        return answered(text)
    except KeyError:
        return None


@dataclass(frozen=True, slots=True)
class Units:
    """The unit of measure and power of ten that a text asks for, None when it says none."""

    unit: str = ""
    power: int | None = None


def units(text: str) -> Units:
    """The unit of measure that a text such as `triệu đồng` names; none when it says anything else."""
    text = re.sub(r"\b1[.,]?000[.,]?000\b", "triệu", text)
    text = re.sub(r"\b1[.,]?000(?=\b|đ)", "nghìn ", text)
    said = [every for _, every in lexicon("unit", "scale").spelled(spoken(text))]
    if not said or not all(said):
        return Units()
    codes = {one.kind: one.code for every in said for one in every[:1]}
    unit = codes.get("unit", "dong" if "scale" in codes else "")
    return Units(unit, int(codes.get("scale", 0)) if unit == "dong" or "scale" in codes else None)
