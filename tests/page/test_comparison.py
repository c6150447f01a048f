"""The screen of comparison: what it compares unasked, what an address makes it compare, what it refuses."""

import pytest

from congdoan.text import say
from tests.page.visits import card_titles, said, source_lines, visit

pytestmark = pytest.mark.usefixtures("both")
DATASETS = ("that", "minh-hoa")


def chosen(app: object, label: str) -> list[str]:
    """What the picker of this label holds."""
    return next(one.value for one in app.multiselect if one.label == label)  # type: ignore[attr-defined]


@pytest.mark.parametrize("dataset", DATASETS)
def test_unasked_the_first_six_of_the_newest_year_are_compared_and_it_says_so(dataset: str) -> None:
    app = visit("comparison", du_lieu=dataset)
    assert not app.exception
    assert len(chosen(app, say("comparison.sides", "vi"))) == 6
    assert say("comparison.nothing_chosen.noi", "vi", most=6) in said(app)
    titles = card_titles(app)
    assert titles[0].startswith("Chênh lệch lớn nhất: ")
    for title in ("Chênh lệch từng số liệu", "Đoàn viên ở mọi nơi qua các năm"):
        assert title in titles


def test_clusters_are_simulated_only_and_the_real_figures_say_how_to_enter_one() -> None:
    words = say("comparison.no_clusters", "vi")
    unknown = say("comparison.no_composition", "vi")
    real = said(visit("comparison"))
    assert words in real
    assert any(unknown in line for line in real)
    app = visit("comparison", du_lieu="minh-hoa")
    assert words not in said(app)
    assert not any(unknown in line for line in said(app))
    assert any("cụm, khối thi đua" in title for title in card_titles(app))


def test_a_former_province_stands_beside_its_new_one_under_another_name() -> None:
    app = visit("comparison", du_lieu="minh-hoa", noi="34-19,63-06,63-19", lang="en")
    assert chosen(app, say("comparison.sides", "en")) == ["34:19", "63:06", "63:19"]
    assert any("Thái Nguyên, former Bắc Kạn, former Thái Nguyên" in line for line in said(app))


@pytest.mark.parametrize("dataset", DATASETS)
def test_one_place_is_compared_with_itself_over_its_periods(dataset: str) -> None:
    app = visit("comparison", du_lieu=dataset, dia_gioi="63", tinh="67")
    assert not app.exception
    assert chosen(app, say("comparison.sides", "vi")) == ["63:67"]
    assert len(chosen(app, say("comparison.periods", "vi"))) <= 6
    assert source_lines(app)


def test_what_an_address_holds_and_nobody_knows_is_named_and_left_out() -> None:
    app = visit(
        "comparison", noi="34-99,34-01", xep="nothing", tren="x", quy_mo="huge", theo="noi", lang="en"
    )
    assert not app.exception
    assert chosen(app, say("comparison.sides", "en")) == ["34:01"]
    told = [one.value for one in app.info]
    assert [text.split("\\=")[0] for text in told] == [
        "Ignored noi", "Ignored xep", "Ignored tren", "Ignored quy\\-mo"
    ]  # fmt: skip


def test_a_measure_is_never_divided_by_itself() -> None:
    app = visit("comparison", du_lieu="minh-hoa", xep="members", tren="doan-vien")
    assert [text.value.split("\\=")[0] for text in app.info] == ["Bỏ qua tren"]
    assert any(title.startswith("Đoàn viên năm 2025: cao nhất trong ") for title in card_titles(app))


def test_what_is_picked_stands_in_the_address() -> None:
    app = visit("comparison", du_lieu="minh-hoa")
    places = next(one for one in app.multiselect if one.label == say("comparison.sides", "vi"))
    places.set_value(["34:19", "63:06"]).run()
    assert app.query_params == {"du-lieu": "minh-hoa", "noi": "34-19,63-06"}
    measure, band = app.selectbox[-2:]
    measure.set_value("welfare_amount/programme.tet").run()
    app.selectbox[-1].set_value("below_50000").run()
    assert app.query_params["xep"] == "welfare_amount/programme.tet"
    assert app.query_params["quy-mo"] == "below_50000"
    assert band.label == say("comparison.band", "vi")
    assert not app.exception


def test_units_stand_in_the_address_on_the_cards_and_with_their_sources() -> None:
    app = visit("comparison", noi="ldld-thai-nguyen,ldld-cao-bang,VN")
    assert not app.exception
    assert chosen(app, say("comparison.sides", "vi")) == ["ldld-thai-nguyen", "ldld-cao-bang", "VN"]
    assert any("LĐLĐ tỉnh Thái Nguyên, LĐLĐ tỉnh Cao Bằng, Toàn quốc" in line for line in said(app))
    alone = visit("comparison", noi="ldld-thai-nguyen,ldld-cao-bang")
    assert source_lines(alone)[0].startswith("Nguồn")


def test_a_unit_found_without_accents_is_added_to_those_compared() -> None:
    app = visit("comparison", noi="34-04")
    [search] = app.text_input[-1:]
    search.set_value("ldld thai nguyen").run()
    found = next(one for one in app.selectbox if one.label == say("comparison.add", "vi"))
    found.select("LĐLĐ tỉnh Thái Nguyên · LĐLĐ tỉnh, thành phố · Thái Nguyên").run()
    assert app.query_params == {"noi": "34-04,ldld-thai-nguyen", "theo": "noi"}
    assert not app.exception


def test_six_are_compared_and_a_seventh_must_take_a_place() -> None:
    app = visit("comparison", noi="34-01,34-04,34-08,34-11,34-12,34-14")
    assert say("comparison.full", "vi", most=6) in said(app)


def test_of_more_measures_in_an_address_the_first_six_are_compared() -> None:
    asked = "members,branches,houses,welfare_amount,donation_amount,members_joined,members_left"
    app = visit("comparison", du_lieu="minh-hoa", chi_tieu=asked)
    assert not app.exception
    assert chosen(app, say("filter.metric", "vi")) == [f"{one}/all" for one in asked.split(",")[:6]]


def test_a_unit_that_nobody_knows_is_named_and_left_out() -> None:
    app = visit("comparison", noi="nobody,34-01", theo="noi", lang="en")
    assert [text.value.split("\\=")[0] for text in app.info] == ["Ignored noi"]
    assert chosen(app, say("comparison.sides", "en")) == ["34:01"]


def test_periods_of_one_unit_are_compared() -> None:
    app = visit("comparison", du_lieu="minh-hoa", noi="cs-49-00009", theo="ky")
    assert not app.exception
    assert len(chosen(app, say("comparison.periods", "vi"))) == 6
