"""What stands beside a map: whose boundaries it has, which units are not on it, what cannot be divided."""

import pytest
from streamlit.testing.v1 import AppTest

from congdoan import database
from congdoan.text import name, say
from tests.page.visits import said, source_lines, visit

pytestmark = pytest.mark.usefixtures("both")


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("unplaced_")]


@pytest.mark.parametrize(("address", "credited"), [({}, False), ({"ban_do": "vien"}, True)])
def test_an_outline_says_in_its_source_line_whose_boundaries_it_has(
    address: dict[str, str], credited: bool
) -> None:
    lines = source_lines(visit("members", du_lieu="minh-hoa", **address))
    assert any("CC BY 4.0" in line for line in lines) == credited


@pytest.mark.parametrize("screen", ["members", "welfare", "donations", "overview"])
def test_every_map_and_list_of_provinces_counts_the_units_that_are_on_neither(screen: str) -> None:
    app = visit(screen, du_lieu="minh-hoa")
    words = say("lead.unplaced", "vi", reasons="")
    cards = [text for text in said(app) if words in text]
    maps = [one for one in app.button_group if str(one.key).startswith("map_view_")]
    assert len(cards) >= 2 * len(maps) > 0, "a map and its list say it"
    assert len(buttons(app)) >= len(maps), "and a line below them"


@pytest.mark.parametrize(("screen", "subject"), [("ratings", "rated_branches"), ("awards", "awards")])
def test_tables_of_provinces_without_a_map_count_the_units_that_are_in_none(
    screen: str, subject: str
) -> None:
    app = visit(screen, du_lieu="minh-hoa")
    assert any(name("metric", subject, "vi") in told for told in buttons(app))
    words = say("lead.unplaced", "vi", reasons="")
    assert any(words in text for text in said(app)) == (screen == "ratings")


def test_what_came_and_went_counts_a_unit_in_no_province_once_for_all_its_figures() -> None:
    app = visit("members", du_lieu="minh-hoa", nam="2025")
    [told] = [one for one in buttons(app) if name("metric", "members_left", "vi") in one]
    metrics = {"metrics": ["members_joined", "members_left"], "year_from": 2025, "year_to": 2025}
    units = set(database.rows("places/unplaced", "simulated", {"scheme": "34", **metrics}).values["org"])
    assert f"{len(units)} đơn vị" in told


def test_the_unit_whose_province_no_source_tells_is_counted_beside_the_real_figures() -> None:
    [told] = buttons(visit("donations"))
    assert say("lead.unplaced", "vi", reasons="1 đơn vị chưa rõ tỉnh") in told


def test_in_former_boundaries_a_new_province_is_shown_and_said_to_be_undivided() -> None:
    titles = [text for text in said(visit("members", dia_gioi="63")) if "chỉ có số của tỉnh mới" in text]
    assert titles
    assert not [text for text in said(visit("members")) if "chỉ có số của tỉnh mới" in text]
