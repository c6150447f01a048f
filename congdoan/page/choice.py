"""What the user chose, as queries, files and sentences need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from congdoan import formats
from congdoan.catalogue import provinces
from congdoan.database import DRAFT
from congdoan.page.url import BACK, DATASETS, MAPS
from congdoan.text import FORMER, Language, name, say

_MOST_NAMED = 6


@dataclass(frozen=True)
class Choice:
    """The filters of a view. `places` are codes such as `34:04`; no places means the whole country.

    `map_view` is the kind of chart that maps are drawn as, `release` the one to read, "" for the serving one,
    `units` the names by id of the units compared.
    """

    dataset: str = "real"
    lang: Language = "vi"
    scheme: str = "34"
    places: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    kind: str = "all"
    own: Mapping[str, str] = field(default_factory=dict, hash=False)
    map_view: str = "tiles"
    release: str = ""
    units: tuple[tuple[str, str], ...] = ()

    def inputs(self) -> dict[str, Any]:
        """The values that queries bind."""
        return {
            "scheme": self.scheme,
            "places": list(self.places) or None,
            "year_from": self.year_from,
            "year_to": self.year_to,
            "kind": self.kind,
        }

    def applied(self, inputs: Mapping[str, Any]) -> Choice:
        """The part of the choice that a query was asked with: what its card and its files may name."""
        last = inputs.get("year_to")
        first = inputs.get("year_from", last)
        sides = tuple(inputs.get("sides", inputs.get("places")) or ())
        return replace(
            self,
            places=sides if sides != ("VN",) else (),
            kind=inputs.get("kind") or "all",
            year_from=first,
            year_to=last,
        )

    def words(self) -> tuple[str, ...]:
        """The filters in words, for titles and files: places, years, boundaries, kind of union."""
        scheme = say("scheme." + self.scheme, self.lang)
        kind = (name("kind", self.kind, self.lang),) if self.kind != "all" else ()
        return (self.places_words() or name("place", "VN", self.lang), self.years_words(), scheme, *kind)

    def mark(self) -> str:
        """What every card and file says of simulated figures and of drafts; empty for all others."""
        if self.dataset == "simulated":
            return say("mark.simulated", self.lang)
        return say("mark.draft", self.lang) if self.is_draft else ""

    @property
    def is_draft(self) -> bool:
        """Whether figures are shown that were not published."""
        return self.release.startswith(DRAFT)

    def places_words(self) -> str:
        """The chosen provinces and units, up to six by name; empty when there is no choice."""
        mixed = self.scheme == "34" or any(place.startswith("34:") for place in self.places)
        shown = [f"{place}{FORMER}" if mixed and place.startswith("63:") else place for place in self.places]
        units = dict(self.units)
        named = [units.get(side) or name("place", side, self.lang) for side in shown]
        if len(named) <= _MOST_NAMED:
            return ", ".join(named)
        return say("filter.places_many", self.lang, count=len(named))

    def years_words(self) -> str:
        """The chosen years, or that all are meant."""
        if self.year_from is None or self.year_to is None:
            return say("filter.all_years", self.lang)
        return formats.years(self.year_from, self.year_to)

    def file_words(self) -> tuple[str, str]:
        """Places and years as the name of a file says them: only what was chosen."""
        return self.places_words(), self.years_words() if self.year_from else ""

    def parameters(self) -> dict[str, str]:
        """The choices as an address writes them, without those of one screen."""
        found = {
            "du-lieu": "minh-hoa" if self.dataset == "simulated" else "",
            "lang": self.lang if self.lang != "vi" else "",
            "nam": _years(self.year_from, self.year_to),
            "dia-gioi": self.scheme if self.places or self.scheme != "34" else "",
            "tinh": ",".join(place.split(":")[1] for place in self.places),
            "loai": self.kind if self.kind != "all" else "",
            "cung-don-vi": self.own.get("cung-don-vi", ""),
            "ban-do": "vien" if self.map_view == "outline" else "",
            "ban": self.release,
            BACK: self.own.get(BACK, ""),
        }
        return {key: value for key, value in found.items() if value}

    def address(self) -> str:
        """The start of a query string that keeps language, data set and release: `lang=en&`, or nothing."""
        kept = {key: value for key, value in self.parameters().items() if key in ("du-lieu", "lang", "ban")}
        return f"{urlencode(kept)}&" if kept else ""


def choice_of(choices: Mapping[str, str]) -> Choice:
    """The choice that an address stands for; its values are good ones."""
    scheme = choices.get("dia-gioi", "34")
    codes = dict.fromkeys(code for code in choices.get("tinh", "").split(",") if code)
    first, _, last = choices.get("nam", "").partition("-")
    return Choice(
        dataset=DATASETS[choices.get("du-lieu", "that")],
        lang="en" if choices.get("lang") == "en" else "vi",
        scheme=scheme,
        places=tuple(f"{scheme}:{code}" for code in codes),
        year_from=int(first) if first else None,
        year_to=int(last or first) if first else None,
        kind=choices.get("loai", "all"),
        own={key: value for key, value in choices.items() if key not in ("du-lieu", "lang")},
        map_view=MAPS[choices.get("ban-do", "o")],
        release=choices.get("ban", ""),
    )


def _years(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first}-{last}"


def redrawn(place: str) -> bool:
    """Whether a place is a former province that is but a part of the one that followed it."""
    one = provinces()[place]
    former = [other for other in provinces().values() if other.scheme == "63"]
    return one in former and sum(other.successor == one.successor for other in former) > 1
