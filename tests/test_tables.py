from datetime import date

import pytest

from congdoan import formats
from congdoan.queries import Column, all_queries
from congdoan.tables import TableError, pivot, table
from tests.asking import columns
from tests.export.cases import COLUMNS, ROWS, by_hand, rows

LONG = columns("place year item value:amount unit qualifier")


def shown(made: object, row: int) -> list[str]:
    return [made.shown(row, column) for column in range(len(made.fields))]  # type: ignore[attr-defined]


def test_codes_are_names_and_numbers_keep_their_type() -> None:
    made = by_hand()
    first = dict(zip([field.name for field in made.fields], [cells[0] for cells in made.cells], strict=True))
    assert first["place"] == "Hà Nội"
    assert made.codes["place"][0] == "34:01"
    assert first["value"] == 1234.56
    assert first["summed_value"] == 28_000_000_000_000
    assert first["as_of"] == date(2020, 12, 31)
    assert first["register_complete"] is True


def test_the_screen_writes_vietnamese_and_english() -> None:
    vi = ["Hà Nội", "2020", "1.234,56", "đồng", "trên", "2", "28.000.000.000.000", "59,5\N{NO-BREAK SPACE}%"]
    assert shown(by_hand("vi"), 0)[:9] == [*vi, "31/12/2020"]
    en = ["2020", "1,234.56", "VND", "over", "2", "28,000,000,000,000", "59.5%", "31 December 2020"]
    assert shown(by_hand("en"), 0)[1:9] == en


def test_missing_numbers_are_marked_and_zero_is_a_zero() -> None:
    made = by_hand()
    value, events, note = made.index("value"), made.index("events"), made.index("note")
    assert (made.shown(1, value), made.shown(1, events), made.shown(1, note)) == ("–", "–", "")
    assert made.cells[events][2] == 0
    assert made.shown(2, events) == "0"


def test_a_printed_share_keeps_the_digits_of_its_source() -> None:
    assert by_hand().shown(3, 2) == "5,95\N{NO-BREAK SPACE}%"


def test_a_share_that_a_source_prints_keeps_its_digits_beside_computed_ones() -> None:
    columns = (Column("share", "percent", "recomputed"), Column("printed_share", "percent", "as printed"))
    made = table(rows(((5.952, 0.59),), columns), "vi")
    assert shown(made, 0) == ["6,0\N{NO-BREAK SPACE}%", "0,59\N{NO-BREAK SPACE}%"]


def test_money_and_shares_say_their_unit_in_the_heading() -> None:
    headings = dict(zip([field.name for field in by_hand().fields], by_hand().headings(), strict=True))
    assert headings["summed_value"].endswith(" (đồng)")
    assert headings["share"].endswith(" (%)")
    assert headings["year"] == "Năm"


def test_total_rows_stand_last_and_are_named() -> None:
    made = by_hand()
    assert made.totals == (False, False, False, False, True)
    assert made.shown(4, 0) == "Cộng các nơi có số"


def test_names_in_two_languages_become_one_column() -> None:
    columns = (Column("organisation_vi", "name", "name"), Column("organisation_en", "name", "name"))
    frame = (("Công đoàn A", "Union A"), ("Công đoàn B", None))
    assert [f.name for f in table(rows(frame, columns), "en").fields] == ["organisation"]
    assert table(rows(frame, columns), "en").cells == (("Union A", "Công đoàn B"),)
    assert table(rows(frame, columns), "vi").cells == (("Công đoàn A", "Công đoàn B"),)


def test_text_is_composed() -> None:
    columns = (Column("note", "text", "remark"),)
    assert table(rows((("Hoa\N{COMBINING GRAVE ACCENT}",),), columns), "vi").cells == (("Hoà",),)


def test_a_choice_of_columns_keeps_its_order() -> None:
    assert [f.name for f in table(rows(), "vi", ["value", "place"]).fields] == ["value", "place"]
    assert table(rows(), "vi", ["value", "place"]).shown(0, 0) == "1.234,56"


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(TableError, match=r"no column 'valeu'.*place, year"):
        table(rows(), "vi", ["valeu"])


def test_a_fraction_is_no_count() -> None:
    with pytest.raises(TableError, match=r"events \(count\) holds 1\.5"):
        table(rows(((1.5,),), (Column("events", "count", "events"),)), "vi")


def test_an_infinite_rate_is_missing() -> None:
    assert table(rows(((float("inf"),),), (Column("share", "percent", "rate"),)), "vi").cells == ((None,),)


def test_an_empty_table_still_has_its_columns() -> None:
    made = by_hand(values=())
    assert len(made) == 0
    assert made.headings()[:2] == ["Địa phương", "Năm"]


def test_a_cut_table_keeps_its_totals() -> None:
    cut = by_hand().first(1)
    assert cut.codes["place"] == ("34:01", "total")
    assert cut.units == ("dong", "dong")


def test_headings_are_never_alike() -> None:
    made = by_hand()
    assert len(set(made.headings())) == len(made.fields)


def long(*values: tuple[object, ...]) -> object:
    return table(rows(values, LONG), "vi")


def test_a_pivot_sorts_years_and_puts_totals_last() -> None:
    made = pivot(
        long(
            ("total", None, "all", 6.0, "person", "exact"),
            ("total", 2020, "all", 2.0, "person", "exact"),
            ("34:04", 2021, "all", 4.0, "person", "exact"),
            ("34:04", None, "all", 6.0, "person", "exact"),
            ("34:04", 2020, "all", 2.0, "person", "exact"),
        ),  # type: ignore[arg-type]
        ["place"],
        ["year"],
        ["value"],
    )
    assert made.headings() == ["Địa phương", "2020 (người)", "2021 (người)", "Tổng cộng (người)"]
    assert [shown(made, row) for row in range(2)] == [
        ["Cao Bằng", "2", "4", "6"],
        ["Cộng các nơi có số", "2", "–", "6"],
    ]
    assert made.totals == (False, True)


def test_a_pivot_by_year_downwards_names_its_total_row() -> None:
    made = pivot(
        long(("34:04", None, "all", 6.0, "person", None), ("34:04", 2020, "all", 6.0, "person", None)),  # type: ignore[arg-type]
        ["year"],
        ["place"],
        ["value"],
    )
    assert [shown(made, row) for row in range(2)] == [["2020", "6"], ["Tổng cộng", "6"]]


def test_a_pivot_keeps_a_qualifier_beside_its_value() -> None:
    made = pivot(
        long(("34:04", 2020, "all", 79e6, "dong", "over"), ("34:04", 2021, "all", 1.0, "dong", "exact")),  # type: ignore[arg-type]
        ["place"],
        ["year"],
        ["value"],
    )
    assert [field.name for field in made.fields] == ["place", "value_2020", "qualifier_2020", "value_2021"]
    assert shown(made, 0) == ["Cao Bằng", "79.000.000", "trên", "1"]


def test_a_pivot_never_puts_two_units_into_one_column() -> None:
    made = pivot(
        long(("34:04", 2020, "all", 2.0, "person", None), ("34:01", 2020, "all", 3.0, "dong", None)),  # type: ignore[arg-type]
        ["place"],
        ["year"],
        ["value"],
    )
    assert [field.name for field in made.fields] == ["place", "unit", "value_2020"]
    assert made.units == ("person", "dong")


def test_a_pivot_refuses_two_rows_for_one_cell() -> None:
    two = long(("34:04", 2020, "all", 1.0, "person", None), ("34:04", 2020, "rating.vm", 2.0, "person", None))
    with pytest.raises(TableError, match="rows 1 and 2 both belong to row"):
        pivot(two, ["place"], ["year"], ["value"])  # type: ignore[arg-type]


def test_missing_and_impossible_are_two_marks() -> None:
    made = pivot(
        long(
            ("34:04", 2018, "rating.vm", 34.0, "branch", None),
            ("34:04", 2020, "rating.htt", 27.0, "branch", None),
            ("34:01", 2021, "all", 90.0, "branch", None),
        ),  # type: ignore[arg-type]
        ["item"],
        ["year"],
        ["value"],
    )
    rating_vm = next(row for row in range(3) if made.codes["item"][row] == "rating.vm")
    assert shown(made, rating_vm)[1:] == ["34", formats.NOT_APPLICABLE, formats.NOT_APPLICABLE]
    everything = next(row for row in range(3) if made.codes["item"][row] == "all")
    assert shown(made, everything)[1:] == [formats.MISSING, formats.MISSING, "90"]
    assert [column[rating_vm] is None for column in made.cells] == [False, False, True, True]


def test_every_column_of_every_query_has_a_heading() -> None:
    for query in all_queries():
        empty = rows((), query.columns)
        for lang in ("vi", "en"):
            made = table(empty, "vi" if lang == "vi" else "en")
            assert all(field.heading for field in made.fields), query.name


def test_cases_cover_every_kind_of_value() -> None:
    kinds = {column.type for column in COLUMNS}
    assert {"year", "date", "count", "dong", "amount", "percent", "flag", "text"} <= kinds
    assert len(ROWS) == 5


def test_an_amount_that_cannot_be_has_its_own_mark_also_where_columns_are_picked() -> None:
    told = rows((("34:01", None, None), ("34:04", None, "ended")), columns("place value:amount absence"))
    assert [table(told, "vi").shown(row, 1) for row in (0, 1)] == ["–", "×"]
    assert [table(told, "vi", ["value", "place"]).shown(row, 0) for row in (0, 1)] == ["–", "×"]
