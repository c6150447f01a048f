"""What is asked about a file once is answered by the words of its headings, and remembered by its layout."""

from congdoan.intake import published
from congdoan.intake.model import Row, Understood
from congdoan.intake.understanding import understand
from tests.intake.case import HEAD, TITLE, TWO
from tests.intake.files import xlsx

KNOWN = published.from_facts(year=2026)


def read(rows: tuple, **answers: str) -> tuple[Understood, list[tuple]]:
    loaded: list[Row] = []
    understood = understand(xlsx({"S": rows}), "a.xlsx", KNOWN, loaded.append, answers)
    return understood, [
        (row.unit, row.period.year, figure.series.metric, figure.value)
        for row in loaded
        for figure in row.figures
    ]


def test_an_unsure_column_loads_when_it_is_answered() -> None:
    rows = (TITLE, ("Tỉnh", "Doan vein moi"), ("Cao Bằng", 5))
    asked, loaded = read(rows)
    (column,) = [one for one in asked.columns if one.candidates]
    assert not loaded
    assert "members_joined" in column.candidates
    answered, loaded = read(rows, **{column.key: "members_joined"})
    assert loaded == [("ldld-cao-bang", 2019, "members_joined", 5)]
    assert not [one for one in answered.messages if one.severity != "info"]


def test_the_power_of_ten_of_money_can_be_answered() -> None:
    rows = (TITLE, ("Tỉnh", "Quỹ Vì người nghèo"), ("Cao Bằng", 62))
    asked, _ = read(rows)
    assert [one.code for one in asked.messages if one.severity == "error"] == ["money.unit"]
    _, loaded = read(rows, **{"quy vi nguoi ngheo": "donation_amount/for_the_poor@6"})
    assert loaded == [("ldld-cao-bang", 2019, "donation_amount", 62_000_000)]


def test_a_column_can_be_left_out() -> None:
    answered, loaded = read(
        (TITLE, ("Tỉnh", "Đoàn viên", "Diện tích"), ("Cao Bằng", 5, 9)), **{"dien tich": "=skip"}
    )
    assert loaded == [("ldld-cao-bang", 2019, "members", 5)]
    assert {one.severity for one in answered.messages} == {"info"}


def test_the_year_and_the_unit_can_be_answered() -> None:
    _, loaded = read((HEAD, *TWO), year="2018")
    assert {year for _, year, _, _ in loaded} == {2018}
    _, loaded = read((("Năm", "Đoàn viên"), (2019, 5)), unit="LĐLĐ tỉnh Hà Giang")
    assert loaded == [("ldld-ha-giang", 2019, "members", 5)]


def test_personal_data_cannot_be_answered_away() -> None:
    rows = (TITLE, ("Tỉnh", "Số điện thoại", "Đoàn viên"), ("Cao Bằng", "0912345678", 5))
    _, loaded = read(rows, **{"so dien thoai": "=skip"})
    assert not loaded


def test_files_with_the_same_headings_have_the_same_layout() -> None:
    first, _ = read((TITLE, HEAD, *TWO))
    other, _ = read((("NĂM 2020",), (), HEAD, TWO[0]))
    third, _ = read((TITLE, HEAD[:3], TWO[0][:3]))
    assert first.sheets[0].layout == other.sheets[0].layout != third.sheets[0].layout
