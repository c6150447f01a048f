"""The subjects of a report: what is asked about a view of each, and said of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from congdoan import comparing
from congdoan import paragraphs as said
from congdoan.catalogue import metrics as all_metrics
from congdoan.database import Rows
from congdoan.page.choice import Choice, redrawn
from congdoan.page.comparison import compared_by
from congdoan.page.documents import document_shown, figures_of, findings_of, found_by_checks, listed
from congdoan.page.earlier import earlier
from congdoan.page.explorer import cells, pivoted_by
from congdoan.page.rows import rows as ask
from congdoan.page.side_by_side import readings
from congdoan.paragraphs import About, Paragraph
from congdoan.text import FORMER, name, say

Said = Callable[[Choice, About], tuple[Paragraph, ...]]

MEMBERS = ("members", "members_female", "branches", "members_joined", "members_left")
BRANCHES = ("branches_founded", "branches_dissolved")
PARTY = ("party_recommended", "party_class_prospective", "party_admitted", "party_class_new")
WELFARE = ("welfare_amount", "houses", "houses_amount")
CARE = ("welfare_amount", "welfare_people", "welfare_gifts")
HOUSES = ("houses", "houses_amount")
BLOOD = ("blood_donors", "blood_turns", "blood_units")
DONATIONS = ("donation_amount", *BLOOD, "community_gifts", "community_amount")
HEADLINES = (
    "members",
    "branches",
    "members_joined",
    "welfare_amount",
    "houses",
    "donation_amount",
    "party_admitted",
)
PERIOD, HALF = "loai-ky", "half"
"""The key of an address that names a kind of period, and half-years as such a kind."""
MOST = 100
"""Figures of other periods that are asked for."""
COVERED = (*HEADLINES, "rated_branches", "awards")
METRICS: Mapping[str, tuple[str, ...]] = {
    "members": (*MEMBERS, *BRANCHES),
    "party": PARTY,
    "welfare": (*WELFARE, *CARE),
    "donations": (*DONATIONS, "fund_balance"),
    "ratings": ("rated_branches",),
    "awards": ("awards",),
    "change": HEADLINES,
    "targets": (),
    "coverage": COVERED,
    "beside": (),
    "unit": (),
    "pivot": (),
    "documents": (),
}
"""The metrics of each subject, for the sources under its paragraphs."""
UNIT = "don-vi"
"""The key of an address that names a unit; without one the screen of units has no paragraph."""
ALL = 1000
"""Figures of a unit that are asked for."""


def paragraphs(choice: Choice, subject: str) -> tuple[str, ...]:
    """The paragraphs of a view about one subject of a report; none where nothing is known of it.

    Subjects are members, party, welfare, donations, ratings, awards, change (on the year before), targets,
    coverage, beside (what is compared), unit (the one shown), pivot and documents. Each paragraph carries the
    mark of simulated figures, so that none is copied without.
    """
    about = _about(choice)
    made = [said.paragraph(about, sentences) for sentences in SUBJECTS[subject](choice, about)]
    return tuple(text for text in made if text)


def _about(choice: Choice) -> About:
    mark = choice.mark()
    many = len(choice.places) != 1
    years = choice.years_words() if choice.year_from else say("paragraph.years.all", choice.lang)
    return About(choice.lang, _place(choice), years, many, mark)


def _place(choice: Choice) -> str:
    """The chosen places in words, a province that was merged away or has grown since as a former one."""
    shown = tuple(f"{place}{FORMER}" if redrawn(place) else place for place in choice.places)
    named = replace(choice, places=shown).places_words() or say("paragraph.place.VN", choice.lang)
    if choice.kind == "all":
        return named
    return say("paragraph.place.kind", choice.lang, place=named, kind=name("kind", choice.kind, choice.lang))


def _members(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    return _told(choice, about, METRICS["members"])


def _party(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    told = set(ask("totals/over_years", choice, metrics=list(PARTY)).values["metric"])
    first, *others = _told(choice, about, PARTY)
    cohorts = [say("paragraph.party.cohorts", about.lang)] if first and len(told) > 1 else []
    return [*first, *cohorts], *others


def _welfare(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    care = ask("totals/by_item", choice, metrics=list(CARE))
    houses = ask("totals/by_item", choice, metrics=list(HOUSES))
    lists = (
        said.by_item(about, care, "paragraph.items.programmes"),
        said.by_item(about, houses, "paragraph.items.houses"),
    )
    return _told(choice, about, WELFARE, *lists, others=CARE)


def _donations(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    funds = ask("totals/by_item", choice, metrics=["donation_amount"])
    balances = ask("totals/by_item", choice, metrics=["fund_balance"])
    lists = (
        said.by_item(about, funds, "paragraph.items.funds"),
        said.by_item(about, balances, "paragraph.items.balances"),
    )
    return _told(choice, about, DONATIONS, *lists)


def _ratings(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    whole = said.rated(about, ask("ratings/by_year", choice))
    if whole:
        return (whole,)
    totals = ask("totals/over_years", choice, metrics=["rated_branches"])
    units = said.rated_by_unit(about, ask("ratings/by_organisation", choice, limit=None))
    return units, said.lacking(about, totals, ["rated_branches"])


def _awards(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    """The awards of the newest year, then those of levels whose newest ones are older, as their tiles say."""
    found = ask("awards/over_years", choice).values
    newest: dict[str, int] = {}
    for level, year in zip(found["level"], found["year"], strict=True):
        newest[level] = max(int(year), newest.get(level, 0))
    if not newest:
        return (said.lacking(about, ask("totals/over_years", choice, metrics=["awards"]), ["awards"]),)
    years = sorted(set(newest.values()), reverse=True)
    older = {year: [level for level in newest if newest[level] == year] for year in years[1:]}
    return tuple(_awarded(choice, about, year, older.get(year)) for year in years)


def _awarded(choice: Choice, about: About, year: int, levels: Sequence[str] | None) -> Paragraph:
    of_year = replace(choice, year_from=year, year_to=year)
    rows = ask("awards/by_form", of_year, levels=None if levels is None else list(levels))
    return said.awarded(about, rows, year)


def _change(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    found = ask("totals/over_years", choice, metrics=list(HEADLINES))
    return (said.changed(about, found, HEADLINES, earlier(choice, HEADLINES)),)


def _targets(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    offered = ask("targets/offered", choice)
    return (said.targets_reached(about, ask("targets/reached", choice), offered),)


def _coverage(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    covered = ask("coverage/over_years", choice, metrics=list(COVERED))
    return (said.missing(about, covered, ask("coverage/missing", choice, metrics=list(COVERED))),)


def _beside(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    compared = compared_by(choice)
    rows = comparing.if_known(readings(compared.view(choice), compared))
    if rows.empty:
        return (said.lacking(about, rows, compared.metrics),)
    head = comparing.headings(rows, choice.lang, compared.across)
    return (said.beside(about, rows, head, compared.common(choice.lang)),)


def _unit(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    return (said.of_unit(about, unit_figures(choice)),)


def unit_figures(choice: Choice) -> Rows:
    """The figures of the unit that the address names; none where it names none, or one that nobody knows."""
    return ask("figures/of_unit", choice, org=choice.own.get(UNIT, ""), limit=ALL)


def _pivot(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    """The cells of the pivot, then which of its metrics have none."""
    pivot = pivoted_by(choice)
    rows = cells(choice, pivot)
    return said.pivoted(about, rows), said.lacking(about, rows, pivot.metrics)


def _documents(choice: Choice, about: About) -> tuple[Paragraph, ...]:
    """The document shown, else those that the list has."""
    shown = document_shown(choice)
    if shown is None:
        return (_listed_documents(choice, about),)
    code = str(shown["source"])
    return (said.of_document(about, shown, figures_of(choice, code), findings_of(choice, code)),)


def _listed_documents(choice: Choice, about: About) -> Paragraph:
    """The documents of the list; the checks are of all of them, so of a searched list none are told."""
    typed = choice.own.get("tim")
    if not typed:
        return said.documents(about, listed(choice), found_by_checks(choice))
    place = say("paragraph.place.typed", choice.lang, place=about.place, typed=typed)
    return said.documents(replace(about, place=place), listed(choice))


def _told(
    choice: Choice,
    about: About,
    metrics: Sequence[str],
    *lists: Paragraph,
    others: Sequence[str] = (),
) -> tuple[Paragraph, ...]:
    """Totals and their items; figures of other periods; recorded events; what is missing.

    Where the view names half-years, these alone are told: a mid-year review says nothing of whole years.
    """
    every, period = list(dict.fromkeys((*metrics, *others))), choice.own.get(PERIOD)
    totals = ask("totals/over_years", choice, metrics=list(metrics))
    events = ask("totals/tallies", choice, metrics=every)
    elsewhere = ask("figures/other_periods", choice, metrics=every, period=period, limit=MOST)
    if period == HALF:
        flows = [metric for metric in metrics if all_metrics()[metric].over_time != "last"]
        none = events.take([])
        return said.other_periods(about, elsewhere, none, HALF), said.lacking(about, elsewhere, flows, HALF)
    return (
        [
            *said.totals(about, totals, metrics, earlier(choice, metrics)),
            *(sentence for found in lists for sentence in found),
        ],
        said.other_periods(about, elsewhere, events),
        said.recorded(about, events, totals),
        said.lacking(about, totals, [metric for metric in metrics if metric not in events.values["metric"]]),
    )


SUBJECTS: Mapping[str, Said] = {
    "members": _members,
    "party": _party,
    "welfare": _welfare,
    "donations": _donations,
    "ratings": _ratings,
    "awards": _awards,
    "change": _change,
    "targets": _targets,
    "coverage": _coverage,
    "beside": _beside,
    "unit": _unit,
    "pivot": _pivot,
    "documents": _documents,
}
"""What is asked and said about each subject of a report."""
