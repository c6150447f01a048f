"""On a slide a table says only what tells its rows apart, and never a number without what qualifies it."""

from dataclasses import replace

import pytest

from congdoan import tables
from congdoan.charts import Chart, large
from congdoan.charts.large import INKS, WALL_INK
from congdoan.charts.theme import CATEGORIES, FIXED, GROUND, STEPS, luminance, on
from congdoan.packs.lean import TELLING, Lean, lean, ranked
from congdoan.packs.powerpoint.figures import Plot, read
from congdoan.page.choice import Choice
from congdoan.page.rows import rows
from congdoan.tables import Table
from tests.charts.frames import every
from tests.charts.frames import rows as by_hand

CAO_BANG = Choice(places=("34:04",), year_from=2021, year_to=2021)
LIST = "figures/other_periods"


def table(**inputs: object) -> Table:
    return tables.table(rows(LIST, CAO_BANG, **inputs), "vi")


def welfare() -> Lean:
    return lean(table(metrics=["welfare_amount", "welfare_people", "welfare_gifts", "houses"]))


@pytest.mark.usefixtures("real")
def test_codes_and_what_is_the_same_in_every_row_take_no_column() -> None:
    made = welfare()
    assert not {"Mã số liệu", "Mã nguồn", "Đơn vị", "Trạng thái", "Loại kỳ"} & set(made.headings)
    assert "6 tháng" in made.common
    assert "Chính thức" not in made.common


@pytest.mark.usefixtures("real")
def test_values_of_different_units_say_theirs_and_parts_say_that_they_are() -> None:
    made = welfare()
    assert ("Số tiền chăm lo", "Tết Sum vầy", "3.906.130.000 đồng") in {row[:3] for row in made.rows}
    assert "Một phần" in {row[made.headings.index("Phạm vi")] for row in made.rows}


def test_that_a_figure_is_exact_needs_no_word_whatever_its_column() -> None:
    told = [{"place": "34:04", "value": at, "half_qualifier": "exact"} for at in range(2)]
    held = tables.table(by_hand(*told, value="count", half_qualifier="qualifier"), "vi")
    assert "đúng" not in lean(held).common


@pytest.mark.usefixtures("real")
def test_a_single_row_stands_upright_and_keeps_its_qualifier() -> None:
    made = lean(table(metrics=["donation_amount"]))
    assert len(made.headings) == 2
    assert ("Giá trị", "trên 125.000.000 đồng") in made.rows


@pytest.mark.usefixtures("real")
def test_what_the_rows_are_of_and_the_value_are_the_last_to_go() -> None:
    made = welfare()
    least = [made.headings[at] for at, rank in enumerate(made.ranks) if rank == 0]
    assert least == ["Chỉ tiêu", "Giá trị"]


def ranks(title: str, *known: tuple[str, str, str, int, int]) -> dict[str, int]:
    """The ranks of the columns of some ratings, by heading."""
    names = ("place", "item", "sector", "value", "all")
    told = [dict(zip(names, one, strict=True)) for one in known]
    made = lean(tables.table(by_hand(*told, value="count", all="count"), "vi"), title)
    return dict(zip(made.headings, made.ranks, strict=True))


def test_what_tells_rows_apart_goes_later_than_what_does_not() -> None:
    first, second = ("34:01", "rating.vm", "public", 5, 7), ("34:04", "rating.vm", "state_firm", 1, 2)
    beside = ranks("", first, second, ("34:08", "rating.kha", "public", 3, 4))
    apart = ranks("", first, second, ("34:01", "rating.kha", "public", 3, 4))
    assert max(beside["Mục"], 1) > 1 == apart["Mục"]
    assert beside["Khu vực"] == apart["Khu vực"] > beside["Mục"]


def test_a_number_that_the_title_tells_stays_with_its_row() -> None:
    known = (("34:01", "rating.vm", "public", 500, 700), ("34:04", "rating.vm", "public", 100, 200))
    told = ranks("Cao Bằng: 100 trong 200 CĐCS", *known)
    assert told["Tổng số CĐCS"] < ranks("Cao Bằng: 100 CĐCS", *known)["Tổng số CĐCS"]


def test_a_rating_and_that_of_the_year_before_go_together() -> None:
    fell = (("rating.htt", "rating.kht", 2), ("rating.htt", "rating.ht", 1), ("rating.ht", "rating.kht", 1))
    told = [
        {"title": f"CĐCS {at}", "item_before": before, "rating": now, "steps": steps}
        for at, (before, now, steps) in enumerate(fell)
    ]
    types = {"title": "text", "item_before": "item", "rating": "item", "steps": "count"}
    made = lean(tables.table(by_hand(*told, **types), "vi"))
    ranks = dict(zip(made.headings, made.ranks, strict=True))
    assert ranks["Xếp loại"] == ranks["Xếp loại năm trước"] == TELLING


def test_a_place_of_the_title_keeps_its_column_where_others_go() -> None:
    told = [
        {"metric": metric, "title": f"{at} người", "publisher": f"{at} nhà", "kind": f"{at} tỷ"}
        for at, metric in enumerate(("members", "branches"))
    ]
    made = tables.table(by_hand(*told, **dict.fromkeys(("title", "publisher", "kind"), "text")), "vi")
    named = replace(made, fields=tuple(replace(one, heading=f"Nơi {one.name}") for one in made.fields))
    ranks = lean(named, "Chênh lệch lớn nhất: 3 nhà (Nơi kind) so với 1 người").ranks
    assert ranks[3] < ranks[2]


def test_an_amount_says_its_unit_in_its_own_cell_alone() -> None:
    told = {"metric": "members", "unit": "person", "known": 5}
    made = lean(
        tables.table(by_hand(told, {**told, "metric": "branches", "unit": "branch"}, known="amount"), "vi")
    )
    assert [row[-1] for row in made.rows] == ["5 người", "5 CĐCS"]
    assert "Đơn vị tính" not in made.headings


@pytest.mark.parametrize("kind", sorted(every("vi")))
def test_of_a_chart_with_hollow_marks_a_slide_says_why_they_are(kind: str) -> None:
    chart = every("vi")[kind]
    drawn = read(chart.figure)
    if isinstance(drawn, Plot):
        assert large(chart).hollow == drawn.hollow


@pytest.mark.usefixtures("real")
def test_the_list_of_a_map_has_every_place_once_and_the_largest_first() -> None:
    country = Choice(year_from=2025, year_to=2025)
    there = tables.table(rows("places/in_year", country, metrics=["members"], items=["all"]), "vi")
    places, unit = ranked(there)
    known = [float(str(number)) for number in there.cells[there.index("value")] if number is not None]
    assert unit == "Đơn vị tính: người"
    assert len({place for place, _ in places}) == len(known) > 1
    digits = ["".join(sign for sign in value if sign.isdecimal()) for _, value in places]
    assert [int(number) for number in digits] == sorted(known, reverse=True)


@pytest.mark.parametrize("colour", sorted({*STEPS, *FIXED.values(), *CATEGORIES}))
def test_words_on_the_colours_of_slides_have_seven_to_one(colour: str) -> None:
    ground, ink = INKS.get(colour, colour), on(colour)
    assert contrast(ground, INKS.get(ink, ink)) >= 7
    assert contrast(GROUND, WALL_INK) >= 7


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_notes_on_breaks_leave_the_plot_and_are_said_and_the_chart_stays_as_it_is() -> None:
    notes = [{"name": "2019: thang mới", "text": "2019"}, {"text": "khác", "font": {"color": "#5B6673"}}]
    chart = Chart({"data": [], "layout": {"annotations": notes, "meta": {}}}, "", 100)
    made = large(chart)
    assert made.breaks == ("2019: thang mới",)
    assert made.figure["layout"]["annotations"] == [{"text": "khác", "font": {"color": INKS["#5B6673"]}}]
    assert chart.figure["layout"]["annotations"] == notes


@pytest.mark.usefixtures("real")
def test_money_has_its_unit_where_the_language_has_it() -> None:
    found = rows(LIST, CAO_BANG, metrics=["donation_amount"])
    assert ("Value", "over VND 125,000,000") in lean(tables.table(found, "en")).rows


def test_the_list_of_a_map_says_what_is_preliminary() -> None:
    told = [
        {"place": f"34:0{at}", "value": at, "unit": "person", "status": status}
        for at, status in ((1, "final"), (4, "preliminary"))
    ]
    held = tables.table(by_hand(*told, value="amount", status="status"), "vi")
    assert ranked(held)[0] == (("Cao Bằng", "4 (sơ bộ)"), ("Hà Nội", "1"))
