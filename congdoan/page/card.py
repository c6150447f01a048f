"""A card: a finding as title, a chart, its source line, and the same actions everywhere.

A card draws and offers exactly the rows it is given, so a download can neither be forgotten nor differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from congdoan import findings, tables
from congdoan.charts import Chart
from congdoan.database import Rows
from congdoan.export import Context, source_line
from congdoan.formats import markdown, plain
from congdoan.kept import kept
from congdoan.page import offstage
from congdoan.page.choice import Choice
from congdoan.page.context import context, today
from congdoan.page.download import download
from congdoan.page.emptied import empty
from congdoan.page.face import face, parts
from congdoan.page.listing import left_out, listing, matching, named_sources, shown
from congdoan.page.note_dialog import note_label, notes_of
from congdoan.page.notes import noted
from congdoan.page.own_decks import into_deck
from congdoan.page.plot import drawn, plot
from congdoan.page.sources import sources_behind
from congdoan.page.url import CARD
from congdoan.page.workbook import keep
from congdoan.tables import Table
from congdoan.text import Language, say

Draw = Callable[[Rows, Language], Chart]
Shape = Callable[[Rows, Choice], Table]
LARGE = 620


@dataclass(frozen=True, eq=False)
class Card:
    """All that a card shows and offers; `matching` counts the rows there are where it shows some of them.

    `name` is the code of its texts, `neutral` its title without a finding.
    """

    key: str
    name: str
    neutral: str
    choice: Choice
    table: Table
    matching: int | None
    chart: Chart | None
    context: Context
    metrics: tuple[str, ...]
    rows: Rows

    @property
    def title(self) -> str:
        """The finding, or the neutral title."""
        return self.context.title


def card(
    choice: Choice,
    key: str,
    rows: Rows,
    draw: Draw | None,
    *,
    finding: findings.Finding | None = None,
    shape: Shape | None = None,
    metrics: Sequence[str] = (),
    on_select: Callable[[str], None] | None = None,
    controls: Callable[[], None] | None = None,
    notes: Sequence[str] = (),
    **values: object,
) -> None:
    """Draws one card. Its neutral title and subtitle are the texts `card.<key>.title` and `.subtitle`.

    `draw` makes the chart, None shows the rows as a table. `finding` may put a sentence in the title's place,
    `shape` another table in that of the rows as they are. `metrics` are those whose sources and definitions
    go with it, else the rows' own. `on_select` gets the code of a clicked mark, `controls` draws what changes
    the chart, `notes` end the subtitle, here and in files, `values` fill the texts.
    """
    neutral = say(f"card.{key}.title", choice.lang, **values)
    title = (_stated(rows, choice.lang, finding) if finding else "") or neutral
    if rows.empty:
        empty(key, title)
        no_card()
        return
    told, titles = (tuple(metrics), tuple(notes)), (title, neutral)
    made = noted(_made(choice, key, rows, draw, shape or as_it_is, titles, told, today(), **values))
    if offstage.takes_card(made):
        return
    keep(made.title, made.table, made.context, made.matching)
    with st.container(border=True, key=f"card_{made.key}"):
        _show(made, on_select, controls)


def no_card() -> None:
    """Holds the place of a card that is not shown: what stands below would move, and be drawn anew."""
    st.empty()


def opened(choice: Choice, key: str, rows: Rows, **values: object) -> None:
    """Shows rows in a dialog, with the words of a card: their table, then their files."""
    title = say(f"card.{key}.title", choice.lang, **values)
    made = noted(_made(choice, key, rows, None, as_it_is, (title, title), ((), ()), today(), **values))

    def body() -> None:
        _table_of(made)
        download(made)

    _dialog(made, body)


@kept
def _stated(rows: Rows, lang: Language, finding: findings.Finding) -> str:
    return finding(rows, lang)


@kept
def _made(
    choice: Choice,
    key: str,
    rows: Rows,
    draw: Draw | None,
    shape: Shape,
    titles: tuple[str, str],
    told: tuple[tuple[str, ...], tuple[str, ...]],
    day: date,
    **values: object,
) -> Card:
    """The whole of a card, kept: the same rows give the same card until the day that files name is over.

    `told` are the metrics and the notes that it was given.
    """
    applied, (title, neutral), (metrics, notes) = choice.applied(rows.inputs), titles, told
    words = [say(f"card.{key}.subtitle", choice.lang, **values), *left_out(choice, rows), *applied.words()]
    codes = tuple(metrics or rows.inputs.get("metrics") or ())
    chart = draw(rows, choice.lang) if draw else None
    about = context(applied, title, " · ".join([*words, *notes]), codes, named_sources(rows), day)
    about = replace(about, credit=chart.credit if chart else "")
    table = shape(rows, choice)
    return Card(_identity(key, rows), key, neutral, choice, table, matching(rows), chart, about, codes, rows)


def _identity(key: str, rows: Rows) -> str:
    """One name per card of a screen, also where cards of a kind show different metrics, items or measures."""
    parts = [
        key,
        *(code for name in ("metrics", "items", "measures") for code in rows.inputs.get(name) or ()),
    ]
    return "_".join(parts).replace(".", "_").replace("/", "_")


def as_it_is(rows: Rows, choice: Choice) -> Table:
    """The rows as a table, without the columns that say nothing."""
    return tables.table(rows, choice.lang, shown(rows))


@st.fragment
def _show(made: Card, on_select: Callable[[str], None] | None, controls: Callable[[], None] | None) -> None:
    sought = made.choice.own.get(CARD) == made.key
    if controls:
        face(_head(made, sought=sought), _key(made, "head"))
        controls()
    headed, selects = controls is None, on_select is not None
    data = _body(made, note_label(made), headed=headed, selects=selects, sought=sought and headed)
    asked = face(data, _key(made, "body"), on_select)
    if asked.act in _ACTIONS:
        _ACTIONS[asked.act](made)
    elif asked.selected is not None:
        st.rerun()


@kept
def _head(made: Card, *, sought: bool) -> bytes:
    return parts(title=plain(made.title), subtitle=plain(made.context.subtitle), sought=sought)


@kept
def _body(made: Card, note: str, *, headed: bool, selects: bool, sought: bool) -> bytes:
    """The card, or what stands below its controls: a chart or the rows, the source line, the actions.

    Their order is the same everywhere: enlarge, where there is a chart, table, download, source, notes, where
    the card has metrics, and into a deck.
    """
    lang = made.choice.lang
    title, subtitle = (plain(made.title), plain(made.context.subtitle)) if headed else ("", "")
    actions = {act: note if act == "note" else say(f"card.{act}", lang) for act in _ACTIONS}
    if made.chart is None:
        del actions["enlarge"]
    table, more = _listed(made, selects=selects) if made.chart is None else (None, "")
    return parts(
        title=title,
        subtitle=subtitle,
        chart=drawn(made.chart) if made.chart else None,
        table=table,
        more=more,
        source=plain(source_line(made.context)),
        actions={act: label for act, label in actions.items() if label},
        sought=sought,
    )


def _listed(made: Card, *, selects: bool = False) -> tuple[dict[str, object], str]:
    """The rows as a table, and the line below it."""
    units = tuple(made.rows.values.get("org", ())) if len(made.rows) == len(made.table) else ()
    return listing(made.choice, made.table, made.title, made.matching, units or None, selects=selects)


def _enlarge(made: Card) -> None:
    if made.chart is not None:
        _dialog(made, lambda: plot(_large(made.chart), key=_key(made, "large")))


def _table(made: Card) -> None:
    _dialog(made, lambda: _table_of(made))


def _table_of(made: Card) -> None:
    table, more = _listed(made)
    face(parts(table=table, more=more), _key(made, "rows"))


def _download(made: Card) -> None:
    _dialog(made, lambda: download(made))


def _sources(made: Card) -> None:
    _dialog(made, lambda: sources_behind(made.choice, made.context))


def _notes(made: Card) -> None:
    _dialog(made, lambda: notes_of(made))


def _deck(made: Card) -> None:
    _dialog(made, lambda: into_deck(made.choice, made.key, made.neutral))


_ACTIONS: dict[str, Callable[[Card], None]] = {
    "enlarge": _enlarge,
    "table": _table,
    "download": _download,
    "source": _sources,
    "note": _notes,
    "deck": _deck,
}


def _dialog(made: Card, body: Callable[[], object]) -> None:
    """One dialog over the page, headed by the card's own title."""

    @st.dialog(markdown(made.title), width="large")
    def opened() -> None:
        st.caption(markdown(made.context.subtitle))
        body()
        st.caption(markdown(source_line(made.context)))

    opened()


def _large(chart: Chart | None) -> Chart:
    assert chart is not None
    height = max(chart.height, LARGE)
    layout = {**chart.figure["layout"], "height": height}
    return replace(chart, figure={**chart.figure, "layout": layout}, height=height)


def _key(made: Card, part: str) -> str:
    return f"{part}_{made.key}_{made.choice.lang}"
