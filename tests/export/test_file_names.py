from dataclasses import replace

from congdoan.export import FORMS, describe, export_id, file_name, make
from congdoan.tables import Table
from tests.export.cases import ROWS, by_hand, context


def test_a_name_is_readable_and_sortable() -> None:
    name = file_name("doan-vien", "Cao Bằng", "2018–2021", "r12", "1f0c9a2e", "xlsx")
    assert name == "doan-vien_cao-bang_2018-2021_r12_1f0c9a2e.xlsx"


def test_parts_without_a_choice_are_left_out() -> None:
    assert file_name("ung-ho", "", "", "r12", "1f0c9a2e", "csv") == "ung-ho_r12_1f0c9a2e.csv"


def test_the_id_survives_any_number_of_places() -> None:
    name = file_name("ung-ho", "Thừa Thiên Huế, " * 63, "2018–2021", "r12", "1f0c9a2e", "csv")
    assert name.endswith("_2018-2021_r12_1f0c9a2e.csv")
    assert len(name) < 125


def changed() -> Table:
    return by_hand(values=(*ROWS[:-1], ("34:08", *ROWS[-1][1:5], 2, *ROWS[-1][6:])))


def test_every_other_content_has_another_id() -> None:
    simulated = context(simulated=True)
    filtered = replace(context(), filters=("Năm 2021",))
    ids = {
        export_id([by_hand()], context(), "csv"),
        export_id([by_hand()], context(), "csv_excel"),
        export_id([changed()], context(), "csv"),
        export_id([by_hand("en")], context("en"), "csv"),
        export_id([by_hand()], simulated, "csv"),
        export_id([by_hand()], filtered, "csv"),
    }
    assert len(ids) == 6


def test_the_same_content_has_the_same_id() -> None:
    assert export_id([by_hand()], context(), "csv") == export_id([by_hand()], context(), "csv")


def test_the_dialog_knows_rows_columns_and_size_of_a_small_file() -> None:
    for form in FORMS:
        offer = describe(form, by_hand(), context())
        assert (offer.rows, offer.columns, offer.measured) == (5, 11, True)
        assert offer.size == len(make(form, by_hand(), context()))


def test_the_size_of_a_large_file_is_estimated_closely() -> None:
    large = by_hand(values=ROWS[1:] * 1_000)
    for form in ("csv", "csv_excel"):
        offer = describe(form, large, context())
        assert not offer.measured
        assert abs(offer.size / len(make(form, large, context())) - 1) < 0.05
