from dataclasses import replace

from congdoan.export import FORMS, describe, export_id, file_name, make
from congdoan.tables import Table
from congdoan.tables.arrow import of_table
from tests.export.cases import ROWS, by_hand, context


def test_a_name_is_readable_and_sortable() -> None:
    name = file_name("Đoàn viên theo nơi", "Cao Bằng", "2018–2021", context(), "xlsx")
    assert name == "doan-vien-theo-noi_cao-bang_2018-2021_r12.xlsx"


def test_figures_that_are_not_real_say_so_in_the_name() -> None:
    name = file_name("Đoàn viên", "", "2024", context(simulated=True), "csv")
    assert name == "doan-vien_2024_minh-hoa_r12.csv"


def test_parts_without_a_choice_are_left_out() -> None:
    assert file_name("ung-ho", "", "", context(), "csv") == "ung-ho_r12.csv"


def test_a_long_name_is_cut_between_words_and_keeps_years_and_release() -> None:
    name = file_name("Những gì các nguồn ghi " * 9, "Thừa Thiên Huế, " * 63, "2018–2021", context(), "csv")
    assert name.endswith("nguon_thua-thien-hue-thua_2018-2021_r12.csv")
    assert len(name) <= 80


def test_a_hostile_name_is_plain_letters() -> None:
    name = file_name("../../etc/=cmd\r\nX: y", "<script>", "", context(), "csv")
    assert name == "etc-cmd-x-y_script_r12.csv"


def changed() -> Table:
    return by_hand(values=(*ROWS[:-1], ("34:08", *ROWS[-1][1:5], 2, *ROWS[-1][6:])))


def test_every_other_content_has_another_id() -> None:
    simulated = context(simulated=True)
    filtered = replace(context(), filters=("Năm 2021",))
    ids = {
        export_id([of_table(by_hand())], context(), "csv"),
        export_id([of_table(by_hand())], context(), "csv_excel"),
        export_id([of_table(changed())], context(), "csv"),
        export_id([of_table(by_hand("en"))], context("en"), "csv"),
        export_id([of_table(by_hand())], simulated, "csv"),
        export_id([of_table(by_hand())], filtered, "csv"),
    }
    assert len(ids) == 6


def test_the_same_content_has_the_same_id() -> None:
    assert export_id([of_table(by_hand())], context(), "csv") == export_id(
        [of_table(by_hand())], context(), "csv"
    )


def test_the_dialog_knows_rows_columns_and_size_of_a_small_file() -> None:
    made = of_table(by_hand())
    for offer in describe(made, context()):
        assert (offer.rows, offer.columns, offer.measured) == (5, 11, True)
        assert offer.size == len(make(offer.form, made, context()))


def test_the_size_of_a_large_file_is_estimated_closely() -> None:
    large = of_table(by_hand(values=ROWS[1:] * 1_000))
    offers = {offer.form: offer for offer in describe(large, context())}
    assert list(offers) == list(FORMS)
    for form in ("csv", "csv_excel"):
        assert not offers[form].measured
        assert abs(offers[form].size / len(make(form, large, context())) - 1) < 0.05
