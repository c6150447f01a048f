"""Who has reported for a period and who has not, level by level, and a reminder for those who have not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from congdoan import formats
from congdoan.catalogue import due_dates
from congdoan.database import Rows
from congdoan.packs import Tile
from congdoan.page import url
from congdoan.page.card import card
from congdoan.page.choice import Choice
from congdoan.page.emptied import empty
from congdoan.page.kpi import plain
from congdoan.page.parts import chart
from congdoan.page.reminder import Due, debtors, reminder
from congdoan.page.rows import held
from congdoan.page.rows import rows as ask
from congdoan.text import Language, name, say

ABOVE = ["provincial", "central_industry", "upper"]
BRANCHES = ["branch"]
LISTS = ("missing", "late", "branches")
PER_ROW = 4
EVERYONE = ""
COUNTED = {
    "known": "unit",
    "unseen": "unit",
    "members_known": "unit",
    "members": "member",
    "median_days": "day",
}
"""Counts of a level that stand in words with their unit."""


def reports(choice: Choice) -> None:
    """One period of the chosen years: tiles by level, shares by place, units that are late or missing."""
    periods = ask("reports/periods", choice).records
    due = _period(choice, periods)
    if due is None:
        empty("reports.levels", say("card.reports.levels.title", choice.lang))
        return
    view = replace(choice, year_from=due.year, year_to=due.year)
    levels = ask("reports/by_level", view, period=due.period)
    _about(view, due)
    plain(view, [_tile(view, level) for level in levels.records], PER_ROW)
    if held(view).register_complete:
        _places(view, due)
    card(view, "reports.levels", levels, None, finding=sent_by_level)
    listed = {key: ask(f"reports/{key}", view, period=due.period) for key in LISTS}
    for key, rows in listed.items():
        if not rows.empty:
            card(view, f"reports.{key}{_register(view)}", rows, None)
    _remind(view, due, listed["missing"], listed["branches"])


def _period(choice: Choice, periods: Sequence[dict[str, Any]]) -> Due | None:
    """The period of the address among those of the chosen years, else the newest year."""
    kinds = [code for code in ("year", "half") if any(row["period_type"] == code for row in periods)]
    if not kinds:
        return None
    kind = _known(choice, "loai-ky", kinds)
    found = {str(row["year"]): row for row in periods if row["period_type"] == kind}
    row = found[_known(choice, "nam-xem", list(found))]
    with st.container(horizontal=True, gap="large", key="period"):
        _picker(choice, "kind", "loai-ky", kinds, kind)
        _picker(choice, "year", "nam-xem", list(found), str(row["year"]))
    return Due(kind, int(row["year"]), row["cut_off"], row["due_on"])


def _known(choice: Choice, key: str, allowed: Sequence[str]) -> str:
    """What the address says under a key where that is allowed, else the first; no year or kind gets a notice.

    A year without a period among the chosen years is passed over: a filter may have left it behind.
    """
    asked = choice.own.get(key, "")
    if asked and asked not in allowed and not asked.isdecimal():
        words = {"name": key, "value": asked, "allowed": ", ".join(allowed)}
        st.info(formats.markdown(say("url.ignored", choice.lang, **words)))
    return asked if asked in allowed else allowed[0]


def _picker(choice: Choice, part: str, key: str, options: Sequence[str], chosen: str) -> None:
    lang = choice.lang
    widget = f"period_{part}_{lang}_{chosen}_{len(options)}"
    st.selectbox(
        say(f"reports.{part}", lang),
        options,
        index=list(options).index(chosen),
        format_func=lambda code: name("period_type", code, lang) if part == "kind" else code,
        key=widget,
        on_change=lambda: url.choose(key, st.session_state[widget]),
    )


def _about(view: Choice, due: Due) -> None:
    """When the figures close and reports are due, who says so, and what the register cannot say."""
    lang, rule, release = view.lang, due_dates()[due.period], held(view)
    remark = rule.en if lang == "en" else rule.vi
    st.caption(formats.markdown(f"{due.words(lang)} {remark} {say('reports.means', lang)}"))
    if not release.register_complete:
        _warned(say("reports.incomplete", lang))
    if due.due_on > release.cut_off:
        _warned(say("reports.not_due", lang, day=formats.date(release.cut_off, lang)))


def _warned(words: str) -> None:
    """What a reader must know before the figures, in a frame."""
    with st.container(border=True):
        st.markdown(f"**{formats.markdown(words)}**")


def _register(view: Choice) -> str:
    """Ends the keys of words that only a register which is not complete asks for."""
    return "" if held(view).register_complete else "_known"


def _tile(view: Choice, level: dict[str, Any]) -> Tile:
    """One level: units that reported of those that owe it, when, and the members behind the others."""
    lang, counts = view.lang, _counts(level, view.lang)
    whole = level["owing"] is not None
    value = say("reports.sent_of", lang, **counts) if whole else counts["sent"]
    lines = ["reports.tile.sent" if whole else "reports.tile.sent_known"]
    lines += ["reports.tile.late"] if level["late"] and level["median_days"] is None else []
    lines += ["reports.tile.late_days"] if level["median_days"] is not None else []
    lines += ["reports.tile.undated"] if level["undated"] else []
    remarks = [" · ".join(say(line, lang, **counts) for line in lines), _missing(view, level, counts)]
    return Tile(name("level", level["level"], lang), value, remark="\n".join(remarks))


def _counts(level: dict[str, Any], lang: Language) -> dict[str, str]:
    counts = {key: count for key, count in level.items() if key not in ("level", "members_qualifier")}
    counts["unseen"] = counts["missing"]
    return {key: _count(count, COUNTED.get(key, ""), lang) for key, count in counts.items()}


def _count(count: float | None, unit: str, lang: Language) -> str:
    return formats.quantity(count, unit, lang) if unit else formats.number(count, lang)


def _missing(view: Choice, level: dict[str, Any], counts: dict[str, str]) -> str:
    """How many did not report, how many of them the press told of, and their members."""
    lang = view.lang
    if not level["missing"]:
        return say("reports.tile.none_missing", lang)
    said = [say(f"reports.tile.missing{_register(view)}", lang, **counts)]
    if level["heard"]:
        said.append(say("reports.tile.heard", lang, **counts))
    if level["members"] is not None:
        members = formats.qualified(counts["members"], level["members_qualifier"], lang)
        said.append(say("reports.tile.members", lang, **{**counts, "members": members}))
    return " · ".join(said)


def _places(view: Choice, due: Due) -> None:
    """Shares by place, branches and the unions above them apart."""
    sides = {"above": ABOVE, "branch": BRANCHES}
    asked = {
        side: ask("reports/by_place", view, period=due.period, levels=levels)
        for side, levels in sides.items()
    }
    filled = {side: rows for side, rows in asked.items() if not rows.empty}
    for (side, rows), column in zip(filled.items(), st.columns(len(filled) or 1), strict=False):
        with column:
            what = say(f"card.reports.places_{side}.title", view.lang)
            draw = chart("reporting", what=what)
            key = f"reports.places_{side}"
            card(view, key, rows, draw, finding=most_missing, on_select=url.toggle_place)


def most_missing(rows: Rows, lang: Language) -> str:
    """The one place of several where the largest share of the units has not reported; for a tie all."""
    found = [row for row in rows.records if row["report_state"] == "missing"]
    top = max((row["share"] for row in found), default=0)
    worst = [row for row in found if row["share"] == top]
    side = "branch" if rows.inputs["levels"] == BRANCHES else "above"
    what = say(f"card.reports.places_{side}.title", lang)
    if len(worst) != 1 or len(set(rows.values["place"])) == 1:
        return _sent_in_all(rows, what, lang)
    [row] = worst
    share, place = formats.percent(row["share"], lang), name("place", row["place"], lang)
    counts = {"missing": formats.number(row["value"], lang), "owing": formats.number(row["owing"], lang)}
    return say("finding.most_missing", lang, what=what, place=place, share=share, **counts)


def _sent_in_all(rows: Rows, what: str, lang: Language) -> str:
    """How many units of all places reported; nothing where nobody knows how many owe it."""
    owing = {row["place"]: row["owing"] for row in rows.records}
    if not owing or None in owing.values():
        return ""
    sent = sum(row["value"] for row in rows.records if row["report_state"] != "missing")
    told = {"sent": formats.number(sent, lang)}
    told["owing"] = formats.quantity(sum(owing.values()), "unit", lang)
    return say("finding.sent_in_all", lang, what=what, **told)


def sent_by_level(rows: Rows, lang: Language) -> str:
    """Of each level how many units reported, out of those that owe it or that the register knows."""
    levels = [
        say(
            "finding.sent_of_level",
            lang,
            level=name("level", row["level"], lang),
            sent=formats.number(row["sent"], lang),
            of=formats.number(row["owing"] if row["owing"] is not None else row["known"], lang),
        )
        for row in rows.records
    ]
    whole = all(row["owing"] is not None for row in rows.records)
    key = "finding.sent" if whole else "finding.sent_known"
    return say(key, lang, levels="; ".join(levels)) if levels else ""


def _remind(view: Choice, due: Due, missing: Rows, branches: Rows) -> None:
    """A text to copy: to one unit, or to all that are missing or have branches missing."""
    lang, held_to = view.lang, held(view).cut_off
    owing = {one.org: one for one in debtors(missing, branches, lang)}
    if not owing:
        return
    with st.container(border=True, key="reminder"):
        st.subheader(say("reminder.title", lang), anchor=False)
        chosen = st.selectbox(
            say("reminder.whom", lang),
            [EVERYONE, *owing],
            format_func=lambda org: owing[org].name if org in owing else say("reminder.everyone", lang),
            key=f"reminder_{lang}_{due.period}_{due.year}_{len(owing)}",
        )
        units = [owing[chosen]] if chosen in owing else list(owing.values())
        mark = [say("mark.simulated", lang)] if view.dataset == "simulated" else []
        text = "\n".join([*mark, reminder(due, units, held_to, lang)])
        st.code(text, language=None, wrap_lines=True)
