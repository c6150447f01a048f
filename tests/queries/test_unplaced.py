"""What no province takes in: units on no map, today's provinces that cannot be divided, codes given again."""

from pathlib import Path
from typing import Any

import pytest

from congdoan.catalogue import provinces
from tests.asking import Edit, changed, publish_again, read_from, serve, table
from tests.page.test_url import REUSED

UNKNOWN = "khong-ro,CĐCS Không Rõ Tỉnh"
HEALTH = "y-te,Công đoàn Y tế Việt Nam,Health Union,central_industry,cd_nganh_tw,tld,,,stated,,,,,,,"
CENTRAL: tuple[Edit, ...] = (
    ("organisations", UNKNOWN, f"{HEALTH}\n{UNKNOWN}"),
    ("organisations", "cdcs,vien-chuc,04,04,stated,,,,,,,public\n", "cdcs,y-te,04,04,stated,,,,,,,public\n"),
)
"""Has the branch of the health department (40 members in 2020) belong to a central industry union."""
OWN_TOTALS = ("2020-06-30,2020-06-30,members,,,,100", "2020-12-31,2020-12-31,members,,,,110")
NO_OWN_TOTAL: tuple[Edit, ...] = tuple(
    ("facts", total, total.replace("members", "workforce")) for total in OWN_TOTALS
)
"""Takes the federation's own total of 2020 away."""


def unplaced(**inputs: Any) -> list[tuple[Any, ...]]:
    return table("places/unplaced", "org reason year value", metrics=["members"], **inputs)


@pytest.mark.usefixtures("hand")
def test_a_unit_of_an_unknown_province_is_listed_with_its_total_and_no_other_unit_is() -> None:
    assert unplaced() == [("khong-ro", "unknown", 2020, 7)]
    assert unplaced(kind="cdcs") == unplaced(year_from=2020, year_to=2020) == unplaced()
    assert unplaced(kind="ldld_tinh") == unplaced(year_from=2021) == unplaced(places=["34:04"]) == []


def test_awards_of_a_unit_in_no_province_are_listed_by_recipient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "H1-F23,H1,ldld-cao-bang,"
    facts = changed(tmp_path / "facts", ("facts", own, own.replace("ldld-cao-bang", "khong-ro")))
    serve(monkeypatch, tmp_path / "warehouse", facts)
    asked: dict[str, Any] = {"metrics": ["awards"], "items": ["award.bang_khen_ldld"]}
    assert table("places/unplaced", "org item recipient occasion value", **asked) == [
        ("khong-ro", "award.bang_khen_ldld", "collective", "thematic", 5)
    ]


@pytest.mark.usefixtures("hand")
def test_in_former_boundaries_a_unit_known_only_by_its_new_province_is_listed_too() -> None:
    found = [("ldld-phu-tho-2025", "undivided", 2025, 70), ("khong-ro", "unknown", 2020, 7)]
    assert unplaced(scheme="63") == found


def test_a_branch_under_a_central_industry_union_is_listed_where_the_federation_tells_the_total(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", *CENTRAL))
    found = [("so-y-te", "central", 2020, 40), ("khong-ro", "unknown", 2020, 7)]
    assert unplaced() == found
    assert unplaced(places=["34:04"]) == found[:1]
    assert unplaced(kind="cdcs") == found[1:], "the branches of a province are added up, this one with them"


def test_a_branch_that_is_in_the_sum_of_its_province_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = changed(tmp_path / "facts", *CENTRAL, *NO_OWN_TOTAL)
    publish_again(read_from(tmp_path / "warehouse", monkeypatch), "complete", complete=True, facts=facts)
    asked = {"metrics": ["members"], "year_to": 2020, "places": ["34:04"]}
    assert table("places/in_year", "value basis", **asked) == [(90, "summed")]
    assert unplaced() == [("khong-ro", "unknown", 2020, 7)]


@pytest.mark.usefixtures("hand")
def test_a_value_of_a_new_province_stands_for_itself_among_former_ones() -> None:
    columns = "place year value"
    asked: dict[str, Any] = {"metrics": ["members"]}
    assert table("places/undivided", columns, **asked) == [("34:25@63", 2025, 70)]
    assert table("places/undivided", columns, **asked, places=["63:26"]) == [("34:25@63", 2025, 70)]
    assert table("places/undivided", columns, **asked, places=["63:04"]) == []


@pytest.mark.usefixtures("hand")
def test_a_year_that_all_former_provinces_tell_of_is_not_called_undivided() -> None:
    assert table("places/undivided", "place", metrics=["members"], year_to=2024) == []


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("code", REUSED)
def test_a_code_that_was_given_again_finds_the_units_of_its_own_boundaries_only(code: str) -> None:
    today, former, asked = f"34:{code}", f"63:{code}", {"metrics": ["members", "branches"]}
    assert table("places/latest", "place", **asked, places=[former]) == []
    assert table("places/latest", "place", **asked, scheme="63", places=[today]) == []
    shown = {place for (place,) in table("places/latest", "place", **asked, places=[today])}
    assert {provinces()[place.partition("@")[0]].successor for place in shown} <= {code}
    inside = dict(table("organisations/search", "org place", search=None, scheme="63", places=[former]))
    assert set(inside.values()) == {former}
    assert (
        inside.keys() < dict(table("organisations/search", "org place", search=None, places=[today])).keys()
    )


@pytest.mark.usefixtures("real")
def test_a_former_province_that_was_merged_has_no_figure_of_a_later_year() -> None:
    asked = {"metrics": ["branches"], "scheme": "63"}
    ended = {place for place, why in table("places/in_year", "place absence", **asked, year_to=2026) if why}
    successors = [one.successor for one in provinces().values() if one.scheme == "63"]
    assert {successors.count(provinces()[place].successor) > 1 for place in ended} == {True}
    assert len(ended) == sum(successors.count(one) > 1 for one in successors) == 52
    assert not [why for (why,) in table("places/in_year", "absence", **asked, year_to=2025) if why]
