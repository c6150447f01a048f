"""A file that an address asks for: which rows of which release, what is said of them, and how it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, get_args
from urllib.parse import urlencode

from congdoan import database, export, tables
from congdoan.catalogue import items, metrics
from congdoan.errors import CongdoanError
from congdoan.export import Context, Form
from congdoan.page import url
from congdoan.page.choice import Choice, choice_of
from congdoan.page.context import context, today
from congdoan.page.listing import HIDDEN
from congdoan.page.notes import lines
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.queries import load
from congdoan.tables import Stream
from congdoan.text import Language, name, say, words

PATH = "/tep"
FIGURES = "figures/list"
LISTS = (
    FIGURES,
    "figures/other_periods",
    "figures/of_unit",
    "figures/by_organisation",
    "awards/recipients",
    "awards/without",
    "coverage/moved",
    "organisations/below",
    "organisations/readings",
    "organisations/search",
    "ratings/by_organisation",
    "ratings/falls",
    "sources/findings",
    "sources/list",
)
"""The queries whose rows an address may ask for as a file."""
OWN = {
    "chi-tieu": "metrics",
    "khoan": "items",
    "don-vi": "org",
    "nguon": "source",
    "so": "figure",
    "tim": "search",
    "loai-ky": "period",
}
"""The keys of an address beside those of every screen, and the inputs of queries that they are."""
_MANY = frozenset({"metrics", "items"})
_LONGEST, _MOST_NAMED = 200, 3
AT_ONCE = 150_000
"""Figures that are sorted at a time; longer lists are read year by year and metric by metric."""


class AddressError(CongdoanError):
    """The address of a file holds something that it may not."""


class GoneError(CongdoanError):
    """The release that an address names no longer serves."""


@dataclass(frozen=True)
class Wanted:
    """All rows of a list within a choice; `own` are its other inputs, `card` the card that shows the first.

    Without a card it is every figure of the metrics.
    """

    choice: Choice
    query: str
    own: Mapping[str, Any]
    card: str = ""

    def address(self, form: Form) -> str:
        """Where the file is, of the release that serves now."""
        own = {key: self.own[name] for key, name in OWN.items() if self.own.get(name)}
        written = {key: ",".join(value) if isinstance(value, list) else value for key, value in own.items()}
        asked = {"dang": form, "bang": self.query, "the": self.card}
        asked |= self.choice.parameters() | {"ban": held(self.choice).release} | written
        return f"{PATH}?{urlencode({key: value for key, value in asked.items() if value})}"

    def inputs(self) -> dict[str, Any]:
        """What the query binds: never a limit."""
        return {**self.choice.inputs(), **self.own, "every": not self.card, "limit": None}


def wanted(address: Mapping[str, str]) -> tuple[Wanted, Form]:
    """What an address asks for; AddressError says what is allowed, GoneError that its release has gone."""
    lang: Language = "en" if address.get("lang") == "en" else "vi"
    shared, notices = url.parse({key: value for key, value in address.items() if key in url.SHARED})
    bad = [key for key, allowed in _RULES.items() if not allowed(address.get(key, ""))]
    unknown = sorted(address.keys() - _RULES.keys() - set(url.SHARED))
    for key in unknown + bad:
        allowed = _allowed(key if key in bad else "key", lang)
        notices.append(say("file.refused", lang, name=key[:_LONGEST], allowed=allowed))
    if notices:
        raise AddressError("\n".join(notices))
    own = {OWN[key]: _value(OWN[key], address[key]) for key in OWN if address.get(key)}
    asked = Wanted(choice_of(shared), address["bang"], own, address.get("the", ""))
    _still_there(asked.choice)
    return asked, _form(address["dang"])


def stream(asked: Wanted) -> Stream:
    """The rows, counted and described, to be read while a file is written."""
    from congdoan.tables.arrow import of_batches, of_table

    query = load(asked.query)
    if "limit" not in query.inputs:
        return of_table(tables.table(ask(asked.query, asked.choice, **asked.own), asked.choice.lang))
    columns = tuple(column for column in query.columns if column.name not in HIDDEN)
    length, steps = _steps(asked)
    release, lang = held(asked.choice).release, asked.choice.lang

    def batches() -> Iterator[Any]:
        for step in steps:
            bound = {**asked.inputs(), **step}
            yield from database.batches(
                query.name, asked.choice.dataset, bound, release, tables.needed(columns, lang)
            )

    return of_batches(query.name, columns, lang, length, batches)


def about(asked: Wanted) -> Context:
    """What stands around the rows in the file: title, filters, sources, definitions, release."""
    choice, codes = asked.choice, asked.own.get("metrics") or []
    subtitle = [say(f"card.{asked.card}.subtitle", choice.lang)] if asked.card else []
    documents = frozenset() if codes else _documents(asked)
    words_of = " · ".join([*subtitle, *choice.words()])
    said = context(choice, title(asked), words_of, codes, tuple(sorted(documents)), today())
    body = asked.own.get("org")
    return replace(said, notes=lines(choice, codes, None if body is None else {body}))


def title(asked: Wanted) -> str:
    """The neutral title of the card, else that these are all figures of the metrics."""
    lang, codes = asked.choice.lang, asked.own.get("metrics") or []
    if asked.card:
        return say(f"card.{asked.card}.title", lang)
    named = [name("metric", code, lang) for code in codes[:_MOST_NAMED]]
    more = "" if len(codes) <= _MOST_NAMED else "…"
    return say("file.all", lang, what=", ".join(named) + more)


def file_name(asked: Wanted, said: Context, form: Form) -> str:
    """The name under which the browser keeps the file."""
    return export.file_name(said.title, *asked.choice.file_words(), said, export.EXTENSIONS[form])


def _still_there(choice: Choice) -> None:
    if not database.kept(choice.dataset, choice.release):
        serving = database.version(choice.dataset)
        raise GoneError(say("file.gone", choice.lang, release=choice.release, serving=serving))


def _steps(asked: Wanted) -> tuple[int, list[dict[str, Any]]]:
    """How many rows there are, and what the steps bind in which they are read, in the order of the list."""
    if asked.query != FIGURES or asked.own.keys() != {"metrics"}:
        first = ask(asked.query, asked.choice, **asked.own, limit=1).values["matching"]
        return (int(first[0]) if first else 0), [{}]
    every, codes = not asked.card, asked.own["metrics"]
    groups = ask("figures/counted", asked.choice, metrics=codes, every=every).records
    total = sum(int(group["figures"]) for group in groups)
    if total <= AT_ONCE:
        return total, [{}]
    return total, [
        {"year_from": year, "year_to": year, "metrics": [metric], "items": chosen}
        for (year, metric), of_items in groupby(groups, key=itemgetter("year", "metric"))
        for chosen in _together([(str(group["item"]), int(group["figures"])) for group in of_items])
    ]


def _together(counted: list[tuple[str, int]]) -> Iterator[list[str]]:
    """Neighbouring items in as few steps as stay within what is sorted at a time."""
    chosen: list[str] = []
    rows = 0
    for item, figures in counted:
        if chosen and rows + figures > AT_ONCE:
            yield chosen
            chosen, rows = [], 0
        chosen.append(item)
        rows += figures
    yield chosen


def _documents(asked: Wanted) -> frozenset[str]:
    """The sources that the rows name, where they name any."""
    query, choice = load(asked.query), asked.choice
    if "source" not in [column.name for column in query.columns]:
        return frozenset()
    release = held(choice).release
    read = database.batches(query.name, choice.dataset, asked.inputs(), release, ["source"])
    return frozenset(source for batch in read for source in batch.column(0).unique().to_pylist() if source)


def _form(code: str) -> Form:
    return next(form for form in export.FORMS if form == code)


def _value(kind: str, text: str) -> Any:
    return text.split(",") if kind in _MANY else text


def _allowed(key: str, lang: Language) -> str:
    """What may stand under a key: a list of codes, or a sentence."""
    codes = {"dang": get_args(Form), "bang": LISTS, "key": (*_RULES, *url.SHARED)}.get(key)
    return ", ".join(codes) if codes else say(f"file.allowed.{key.replace('-', '_')}", lang)


def _is_text(value: str) -> bool:
    return len(value) <= _LONGEST


def _is_card(value: str) -> bool:
    """The key of a card whose title stands by itself."""
    said = [words().get(f"card.{value}.{part}") for part in ("title", "subtitle")]
    return not value or all(one is not None and "{" not in one["vi"] for one in said)


_RULES: Mapping[str, Callable[[str], bool]] = {
    "dang": lambda value: value in export.FORMS,
    "bang": lambda value: value in LISTS,
    "ban": bool,
    "the": _is_card,
    "chi-tieu": lambda value: not value or set(value.split(",")) <= metrics().keys(),
    "khoan": lambda value: not value or set(value.split(",")) <= {"all", *items()},
    "don-vi": _is_text,
    "nguon": _is_text,
    "so": _is_text,
    "tim": _is_text,
    "loai-ky": lambda value: not value or f"period_type.{value}" in words(),
}
