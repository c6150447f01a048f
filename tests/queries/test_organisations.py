"""Units: found without accents, in their tree, with their readings; on figures made by hand."""

from datetime import date

import pytest

from congdoan.catalogue import fold
from tests.asking import ask, table

pytestmark = pytest.mark.usefixtures("hand")


@pytest.mark.parametrize("typed", ["dak hoa", "ĐẮK HÒA", "Đắk Hoà", "dakhoa", "hoa dak", "Đa\u0306\u0301k"])
def test_a_unit_is_found_however_its_name_is_typed(typed: str) -> None:
    assert [row["org"] for row in ask("organisations/search", search=fold(typed))] == ["dak"]


def test_a_unit_is_found_by_old_and_new_names_of_its_province() -> None:
    former = {row["org"] for row in ask("organisations/search", search="vinh phuc")}
    assert "ldld-vinh-phuc" in former
    present = table("organisations/search", "org place", search="phu tho", scheme="63")
    assert ("ldld-vinh-phuc", "63:26") in present
    assert ("ldld-phu-tho-2025", None) in present


def test_the_best_match_comes_first_and_the_count_of_all_stays_known() -> None:
    columns = "org kind figures first_year last_year matching"
    assert table("organisations/search", columns, search="cao bang", limit=2) == [
        ("ldld-cao-bang", "ldld_tinh", 23, 2020, 2021, 5),
        ("vien-chuc", "cd_vien_chuc", 1, 2020, 2020, 5),
    ]


def test_the_tree_is_told_upward_and_downward() -> None:
    assert table("organisations/above", "org level", org="dak") == [
        ("tld", "tld"),
        ("ldld-cao-bang", "provincial"),
        ("vien-chuc", "upper"),
        ("dak", "branch"),
    ]
    assert table("organisations/below", "org figures matching", org="vien-chuc") == [
        ("dak", 2, 2),
        ("so-y-te", 1, 2),
    ]


def test_a_merged_unit_names_who_went_on_and_that_one_what_it_was_merged_from() -> None:
    columns = "org direction"
    assert table("organisations/succession", columns, org="ldld-hoa-binh") == [("ldld-phu-tho-2025", "after")]
    assert table("organisations/succession", columns, org="ldld-phu-tho-2025") == [
        ("ldld-hoa-binh", "before"),
        ("ldld-phu-tho", "before"),
        ("ldld-vinh-phuc", "before"),
    ]


def test_a_branch_of_a_central_industry_union_is_found_by_its_province_and_by_its_industry() -> None:
    assert table("organisations/territory", "org organisations", org="ldld-cao-bang") == [("nganh-dien", 1)]
    assert ("dien-luc",) in table("organisations/search", "org", search="dien luc", places=["34:04"])
    assert table("organisations/below", "org", org="nganh-dien") == [("dien-luc",)]
    assert ask("organisations/territory", org="ldld-hoa-binh") == [], "a federation that has ended has none"


def test_the_units_below_are_those_there_at_the_end_of_the_year() -> None:
    former, present = {"ldld-hoa-binh", "ldld-phu-tho", "ldld-vinh-phuc"}, {"ldld-phu-tho-2025"}
    for year, there in ((2024, former), (2025, present), (None, former | present)):
        below = {row["org"] for row in ask("organisations/below", org="tld", year_to=year)}
        assert below == {"ldld-cao-bang", "nganh-dien", *there}
    endings = table("organisations/below", "org ending", org="tld", year_to=2024)
    assert ("ldld-hoa-binh", "merged") in endings
    assert ("ldld-cao-bang", None) in endings


def test_one_unit_is_told_with_both_provinces_and_its_last_day() -> None:
    found = ask("organisations/one", org="ldld-hoa-binh")
    assert [(row["place_63"], row["place_34"], row["figures"]) for row in found] == [("63:17", "34:25", 2)]
    assert str(found[0]["valid_to"])[:10] == "2025-06-30"
    assert ask("organisations/one", org="nobody") == []
    assert ask("organisations/one", org="so-y-te")[0]["sector"] == "public"
    assert found[0]["sector"] is None


def test_a_units_readings_say_on_what_they_rest() -> None:
    columns = "metric item year value unit basis figure"
    assert table("organisations/readings", columns, org="ldld-vinh-phuc", year_from=2023) == [
        ("members", "all", 2023, 18, "person", "reported", "H2-F13"),
        ("members", "all", 2024, 20, "person", "reported", "H2-F15"),
    ]


def test_units_are_named_with_what_tells_namesakes_apart() -> None:
    named = table(
        "organisations/named", "org place valid_to", sides=["ldld-phu-tho", "ldld-phu-tho-2025", "x"]
    )
    assert named == [("ldld-phu-tho", "34:25", date(2025, 6, 30)), ("ldld-phu-tho-2025", "34:25", None)]
