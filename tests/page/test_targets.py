"""The screen of targets: without any it says so, and the address names what is compared."""

from pathlib import Path

import pytest

from congdoan.text import say
from tests.asking import HAND, changed, read_from, serve
from tests.page.visits import card_titles, offered, said, tiles, visit


def finding(**address: str) -> str:
    """The title of the chart, or of the list of what is counted, whichever comes first."""
    return str(card_titles(visit("targets", **address))[0])


def test_figures_without_any_target_are_said_to_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = changed(tmp_path / "facts")
    heading = (HAND / "targets.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "targets.csv").write_text(f"{heading}\n", encoding="utf-8")
    serve(monkeypatch, tmp_path / "warehouse", folder)
    app = visit("targets")
    assert not app.exception
    assert [notice.value for notice in app.info] == [say("targets.none", "vi")]


@pytest.fixture
def by_hand(hand_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return read_from(hand_warehouse, monkeypatch)


@pytest.mark.usefixtures("by_hand")
def test_tiles_count_the_targets_of_the_newest_chosen_year() -> None:
    app = visit("targets", nam="2020-2021")
    assert [tile["value"] for tile in tiles(app)] == ["1/5", "1/5", "1/5", "0/5", "2/5"]
    assert say("kpi.targets.met", "vi", year=2021, exceeded="1") in said(app)


@pytest.mark.usefixtures("by_hand")
def test_the_address_names_the_measure_and_what_is_none_is_named() -> None:
    assert finding(nam="2021", chi_tieu="branches", lang="en").startswith("Branches in 2021")
    assert finding(nam="2021", chi_tieu="welfare_people/programme.tet", lang="en").startswith(
        "People cared for"
    )
    app = visit("targets", chi_tieu="houses", lang="en")
    assert "chi\\-tieu\\=houses" in app.info[0].value
    assert not app.exception


@pytest.mark.usefixtures("by_hand")
def test_one_place_shows_every_measure_and_several_places_one() -> None:
    one, two = (visit("targets", nam="2021", tinh=tinh, dia_gioi="34", lang="en") for tinh in ("04", "04,25"))
    assert (one.selectbox[-1].value, two.selectbox[-1].value) == ("", "members")
    pace = say("card.targets.halves.title", "en", what=say("targets.every", "en"), year=2021)
    assert pace in said(one)
    assert pace not in said(two)


@pytest.mark.usefixtures("by_hand")
def test_units_without_a_figure_are_listed_apart_and_filters_that_leave_no_target_are_named() -> None:
    untold = say("card.targets.without.title", "vi", what="Đoàn viên", year=2021)
    assert untold in said(visit("targets", nam="2021", chi_tieu="members"))
    app = visit("targets", nam="2019", tinh="04")
    assert say("emptied.title", "vi") in said(app)
    assert offered(app) == [say("emptied.way.targets", "vi", filter=say("filter.years", "vi"), count="6")]


@pytest.mark.usefixtures("by_hand")
def test_a_document_lists_the_targets_that_it_names() -> None:
    assert say("card.document.targets.title", "vi") in said(visit("sources", nguon="H2"))
