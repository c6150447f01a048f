"""What stands around the figures of a card: in words for its source line, its files and its source dialog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from congdoan.catalogue import breaks
from congdoan.catalogue import metrics as all_metrics
from congdoan.database import Rows
from congdoan.export import Context, Source
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name


def context(
    choice: Choice,
    title: str,
    subtitle: str,
    metrics: Sequence[str],
    documents: Sequence[str],
    day: date,
) -> Context:
    """Sources and definitions of the metrics within the choice, its filters in words, the release, the day.

    `documents` are the sources that the rows name, most named first; they take the metrics' place.
    """
    release = held(choice)
    return Context(
        title=title,
        subtitle=subtitle,
        filters=choice.words(),
        sources=sources(choice, metrics, documents),
        definitions=tuple(_definition(choice, code) for code in metrics),
        release=release.release,
        dataset=choice.dataset,
        cut_off=release.cut_off,
        lang=choice.lang,
        made_on=day,
        mark=choice.mark(),
        breaks=_breaks(choice, metrics),
    )


def _breaks(choice: Choice, metrics: Sequence[str]) -> tuple[str, ...]:
    """Where the series of the metrics change their meaning within the chosen years."""
    subjects = {"all", *(all_metrics()[code].subject for code in metrics)} if metrics else set()
    first, last = str(choice.year_from or ""), f"{choice.year_to or 9999}-12-31"
    return tuple(
        one.vi if choice.lang == "vi" else one.en
        for one in breaks()
        if one.subject in subjects and first < one.on <= last
    )


def today() -> date:
    """The day that files are made on."""
    return datetime.now(tz=UTC).date()


def sources(choice: Choice, metrics: Sequence[str], documents: Sequence[str]) -> tuple[Source, ...]:
    """The documents named, in that order; else those of the metrics, with most figures first."""
    if not documents and not metrics:
        return ()
    found = documents or _most_first(*_counted(choice, list(metrics)))
    every = _in_words(ask("sources/all", choice), choice.lang)
    return tuple(every[document] for document in found)


def _counted(choice: Choice, metrics: list[str]) -> Iterator[Rows]:
    """How many figures each document has, of the places of a choice and of the units that it compares."""
    yield ask("sources/of_figures", choice, metrics=metrics)
    if choice.units:
        yield ask("sources/of_units", choice, sides=list(dict(choice.units)), metrics=metrics)


@kept
def _most_first(*counted: Rows) -> list[str]:
    figures: Counter[str] = Counter()
    for found in counted:
        for document, count in zip(found.values["source"], found.values["figures"], strict=True):
            figures[document] += count
    return sorted(figures, key=lambda document: (-figures[document], document))


@kept
def _in_words(everyone: Rows, lang: Language) -> dict[str, Source]:
    return {row["source"]: _source(row, lang) for row in everyone.records}


def _source(row: Mapping[str, Any], lang: Language) -> Source:
    publisher, title = str(row[f"publisher_{lang}"]), str(row[f"title_{lang}"])
    return Source(row["source"], publisher, title, row["published_on"], row["address"] or "")


def _definition(choice: Choice, code: str) -> tuple[str, str]:
    metric = all_metrics()[code]
    meaning = metric.definition_en if choice.lang == "en" else metric.definition_vi
    return name("metric", code, choice.lang), meaning
