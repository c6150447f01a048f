"""The cards that name branches: what they say, and why where they name none."""

from pathlib import Path

import pytest

from congdoan.text import Language, say
from tests.page.visits import said, visit


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_on_real_figures_the_screens_say_why_no_branch_is_named(lang: Language) -> None:
    assert say("ratings.no_branches", lang) in said(visit("ratings", lang=lang))
    assert say("awards.no_register", lang) in said(visit("awards", lang=lang))


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_in_the_year_of_the_new_scale_no_branch_fell_and_the_reason_is_said(lang: Language) -> None:
    app = visit("ratings", du_lieu="minh-hoa", nam="2019", lang=lang)
    assert not app.exception
    assert say("ratings.no_falls", lang, year=2019) in said(app)


def test_where_every_branch_had_an_award_the_screen_says_so(both: Path) -> None:
    assert both.is_dir()
    app = visit("awards", du_lieu="minh-hoa", nam="2016")
    assert not app.exception
    assert say("awards.none_without", "vi", year=2016) in said(app)
