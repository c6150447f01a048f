import csv
import io
from datetime import date

from congdoan.export.delimited import csv_excel, csv_plain
from congdoan.formats import cell
from congdoan.queries import Column
from congdoan.tables import pivot, table
from tests.export.cases import (
    COLUMNS,
    HOSTILE,
    by_hand,
    context,
    golden,
    hostile,
    machine_cells,
    rows,
    written,
)


def read(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_file_for_excel_is_this_byte_for_byte() -> None:
    assert written(csv_excel, by_hand(), context()) == golden("excel.csv")


def test_the_plain_file_is_this_byte_for_byte() -> None:
    assert written(csv_plain, by_hand(), context()) == golden("plain.csv")


def test_the_file_of_simulated_figures_says_so_in_every_row() -> None:
    assert written(csv_excel, by_hand(), context(simulated=True)) == golden("excel_simulated.csv")
    for row in read(written(csv_plain, by_hand(), context(simulated=True)), ",")[1:]:
        assert row[:2] == ["simulated", "SỐ LIỆU MINH HỌA"]


def test_an_empty_table_still_has_its_header() -> None:
    empty = by_hand(values=())
    assert read(written(csv_excel, empty, context()), ";") == [empty.headings()]
    assert read(written(csv_plain, empty, context()), ",")[0][:3] == ["place", "place_name", "year"]
    assert read(written(csv_plain, empty, context(simulated=True)), ",")[0][:2] == ["dataset", "dataset_name"]


def excel_value(text: str, kind: str) -> object:
    if text == "–":
        return None
    if kind == "date":
        day, month, year = text.split("/")
        return date(int(year), int(month), int(day))
    return float(text.replace(",", "."))


def test_the_file_for_excel_equals_the_screen_cell_by_cell() -> None:
    made = by_hand()
    for row, line in enumerate(read(written(csv_excel, made, context()), ";")[1:]):
        for column, text in enumerate(line):
            field, expected = made.fields[column], made.cells[column][row]
            if field.numeric or field.type == "date":
                assert excel_value(text, field.type) == expected
            else:
                assert text == cell(made.shown(row, column))


def test_the_plain_file_equals_the_table_cell_by_cell() -> None:
    made = by_hand()
    columns = machine_cells(made, context())
    lines = read(written(csv_plain, made, context()), ",")
    assert lines[0] == [column.name for column, _ in columns]
    for row, line in enumerate(lines[1:]):
        for (column, cells), text in zip(columns, line, strict=True):
            expected = cells[row]
            if isinstance(expected, int | float) and not isinstance(expected, bool):
                assert float(text) == expected
            else:
                assert text == (
                    "" if expected is None else cell(str(expected)) if column.type != "flag" else text
                )


def test_money_is_exact_to_the_dong() -> None:
    assert b";28000000000000;" in written(csv_excel, by_hand(), context())
    assert b",28000000000000," in written(csv_plain, by_hand(), context())


def test_no_text_is_a_formula_and_minus_five_is_a_number() -> None:
    for write, delimiter in ((csv_excel, ";"), (csv_plain, ",")):
        data = written(write, hostile(), context())
        for line in read(data, delimiter)[1:]:
            assert not line[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))
            assert line[1] == "-5"
        assert len(read(data, delimiter)) == len(HOSTILE) + 1


def test_text_that_looks_like_a_number_stays_that_text() -> None:
    assert read(written(csv_plain, hostile(), context()), ",")[-1][0] == "1.234,56"


def test_a_heading_made_of_data_is_no_formula() -> None:
    wide = pivot(hostile(), ["unit"], ["note"], ["value"])
    names = read(written(csv_excel, wide, context()), ";")[0]
    assert not [text for text in names if text.startswith(("=", "+", "-", "@"))]


def test_lines_end_as_each_reader_expects() -> None:
    assert written(csv_excel, by_hand(), context()).count(b"\r\n") == 6
    assert b"\r" not in written(csv_plain, by_hand(), context())


def test_unknown_impossible_and_zero_are_three_things_in_a_file() -> None:
    columns = (*COLUMNS[:1], Column("item", "item", "rating"), *COLUMNS[1:4])
    values = (
        ("34:04", "rating.vm", 2018, 0.0, "branch"),
        ("34:04", "rating.htt", 2021, 27.0, "branch"),
        ("34:01", "rating.htt", 2020, 5.0, "branch"),
    )
    wide = pivot(table(rows(values, columns), "vi"), ["place", "item"], ["year"], ["value"])
    assert [line[2:] for line in read(written(csv_excel, wide, context()), ";")[1:]] == [
        ["0", "×", "×"],
        ["×", "–", "27"],
        ["×", "5", "–"],
    ]
    assert [line[4:] for line in read(written(csv_plain, wide, context()), ",")[1:]] == [
        ["0", "N/A", "N/A"],
        ["N/A", "", "27"],
        ["N/A", "5", ""],
    ]


def test_among_many_texts_each_is_as_harmless_as_alone() -> None:
    columns = (Column("note", "text", "remark"),)
    hard = [
        text for text in (*HOSTILE, "a;b", 'a"b', "a,b", "a\r\nb", "\u202ea", "＝1", " =1") if len(text) < 100
    ]
    plain = [f"Đoàn viên {number}" for number in range(1_000)]
    for texts in (plain, *([*plain, text] for text in hard)):
        made = table(rows(tuple((text,) for text in texts), columns), "vi")
        for write, delimiter in ((csv_excel, ";"), (csv_plain, ",")):
            found = read(written(write, made, context()), delimiter)[1:]
            assert [line[0] for line in found] == [cell(text) for text in texts]
