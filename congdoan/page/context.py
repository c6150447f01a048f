"""What stands around the figures of a card: in words for its source line, its files and its source dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from congdoan.catalogue import metrics as all_metrics
from congdoan.export import Context, Source
from congdoan.page.choice import Choice
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say


def context(
    choice: Choice,
    title: str,
    subtitle: str,
    metrics: Sequence[str],
    documents: Sequence[str] = (),
) -> Context:
    """Sources and definitions of the metrics within the choice, its filters in words, and the release.

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
        made_on=datetime.now(tz=UTC).date(),
        mark=say("mark.simulated", choice.lang) if choice.dataset == "simulated" else "",
    )


def sources(choice: Choice, metrics: Sequence[str], documents: Sequence[str]) -> tuple[Source, ...]:
    """The documents named, in that order; else those of the metrics, with most figures first."""
    if documents:
        found = ask("sources/named", choice, sources=sorted(documents)).frame.to_dict("records")
        found.sort(key=lambda row: documents.index(row["source"]))
    elif metrics:
        found = ask("sources/of_figures", choice, metrics=list(metrics)).frame.to_dict("records")
        found.sort(key=lambda row: -int(row["figures"]))
    else:
        return ()
    return tuple(_source(row, choice.lang) for row in found)


def _source(row: Mapping[Any, Any], lang: Language) -> Source:
    day = row["published_on"]
    published = day.date() if isinstance(day, datetime) and day == day else None
    publisher, title = str(row[f"publisher_{lang}"]), str(row[f"title_{lang}"])
    address = row["address"] if isinstance(row["address"], str) else ""
    return Source(str(row["source"]), publisher, title, published, address)


def _definition(choice: Choice, code: str) -> tuple[str, str]:
    metric = all_metrics()[code]
    meaning = metric.definition_en if choice.lang == "en" else metric.definition_vi
    return name("metric", code, choice.lang), meaning
