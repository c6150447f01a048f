"""Every chart over the years can be switched to like for like where all branches are listed, else none."""

import pytest

from congdoan.formats import plain
from congdoan.text import say, words
from tests.page.visits import said, visit

pytestmark = pytest.mark.usefixtures("both")
CHARTS = {"overview": 1, "members": 4, "welfare": 3, "donations": 2, "ratings": 1}
"""How many charts over the years can be switched; a number of branches would never move like for like."""


@pytest.mark.parametrize(("screen", "charts"), CHARTS.items())
def test_each_chart_over_the_years_has_the_switch_and_it_opens(screen: str, charts: int) -> None:
    label = say("card.alike", "vi")
    app = visit(screen, du_lieu="minh-hoa")
    assert [one.value for one in app.toggle if one.label == label] == [False] * charts
    app = visit(screen, du_lieu="minh-hoa", cung_don_vi="co")
    assert not app.exception
    assert [one.value for one in app.toggle if one.label == label] == [True] * charts


@pytest.mark.parametrize("screen", CHARTS)
def test_without_a_register_of_all_branches_there_is_no_switch(screen: str) -> None:
    assert not [one for one in visit(screen).toggle if one.label == say("card.alike", "vi")]


def test_the_change_of_the_best_rating_stands_like_for_like_in_the_headline() -> None:
    _, told = words()["finding.alike_rated"]["vi"].split("{branches}")
    between = plain(told.partition("{")[0])
    assert any(between in title for title in said(visit("ratings", du_lieu="minh-hoa")))
