"""The head of a screen: what disputes a figure, what stands across the change of borders, what moved."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from congdoan.paths import FACTS
from congdoan.text import say
from tests.asking import changed, serve
from tests.page.visits import said, tiles, visit

pytestmark = pytest.mark.usefixtures("both")
NEW_MEMBERS = "Đoàn viên kết nạp mới"


def value(app: AppTest, label: str) -> str:
    return next(str(tile["value"]) for tile in tiles(app) if tile["label"] == label)


def links(app: AppTest) -> list[str]:
    return [str(way["label"]) for tile in tiles(app) for way in tile["ways"]]


def test_a_figure_that_another_source_disputes_says_so_and_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "W999-F01,W210,tld,2025,year,2025-01-01,2025-12-31,members_joined,,,,856540,,,person,exact,final"
    first = "W168-F02,W168,"
    serve(
        monkeypatch,
        tmp_path / "warehouse",
        changed(tmp_path / "facts", ("facts", first, f"{other},unclear,,,,\n{first}"), origin=FACTS),
    )
    app = visit("members")
    assert value(app, NEW_MEMBERS) == "khoảng 622.000 người"
    assert links(app).count(say("kpi.disputed", "vi", value="856.540 người")) == 1
    assert not [one for one in links(visit("members", nam="2024")) if "856" in one]


def test_in_former_boundaries_a_value_of_the_new_ones_is_shown_and_said_to_be_theirs() -> None:
    words = say("kpi.of_new_borders", "vi")
    app = visit("members", dia_gioi="63", nam="2025")
    assert value(app, "Đoàn viên") == value(visit("members", nam="2025"), "Đoàn viên")
    assert len([text for text in said(app) if words in text]) >= 2
    assert not [text for text in said(visit("members", nam="2025")) if words in text]


def test_the_former_provinces_of_a_merged_one_show_its_value_and_name_it() -> None:
    app = visit("members", dia_gioi="63", tinh="67", nam="2025")
    assert value(app, "Đoàn viên") == "90.125 người"
    assert any("Lâm Đồng" in text and say("kpi.of_new_borders", "vi") in text for text in said(app))


def test_too_few_places_for_a_sum_are_counted_and_not_called_no_figures() -> None:
    few = say("kpi.too_few", "vi", year=2024, reported="6", expected="63 nơi")
    assert few in said(visit("members", dia_gioi="63", nam="2024"))


def test_where_nothing_of_the_data_set_moved_the_card_is_left_out_and_not_called_empty() -> None:
    title = say("card.overview.moved.title", "vi")
    assert not [text for text in said(visit("overview")) if title in text]
    assert title in said(visit("overview", du_lieu="minh-hoa"))
    assert any(title in text for text in said(visit("overview", du_lieu="minh-hoa", nam="2016")))


@pytest.mark.parametrize("place", ["", "04"])
def test_a_change_is_the_same_whether_one_year_is_chosen_or_several(place: str) -> None:
    told = [
        tiles(visit("members", du_lieu="minh-hoa", nam=years, **({"tinh": place} if place else {})))
        for years in ("2024", "2022-2024")
    ]
    words = ("label", "value", "change", "remarks")
    alone, among = ([[tile[part] for part in words] for tile in shown] for shown in told)
    assert alone == among
    assert all("2023" in change for _, _, change, _ in alone)
