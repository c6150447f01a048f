"""What a row is held against: its own figures, what is published, the year before."""

from decimal import Decimal

from congdoan.intake import published
from congdoan.intake.model import Known, Row
from congdoan.intake.periods import whole_year
from congdoan.intake.understanding import understand
from tests.intake.case import TITLE
from tests.intake.files import xlsx

UNITS = published.from_facts(year=2026).units


def said(known: Known, *rows: tuple) -> tuple[list[str], int]:
    """The codes of the errors and warnings with their cells, and how many figures would load."""
    loaded: list[Row] = []
    understood = understand(xlsx({"S": rows}), "a.xlsx", known, loaded.append)
    codes = [f"{one.code}@{one.cell}" for one in understood.messages if one.severity != "info"]
    return codes, sum(len(row.figures) for row in loaded)


def known(**years: int) -> Known:
    """Members of Cao Bằng that are published, by year."""
    figures = {
        ("ldld-cao-bang", whole_year(int(year[1:])), "members", "", ""): Decimal(value)
        for year, value in years.items()
    }
    return Known(UNITS, figures, 2026)


def test_a_figure_that_is_published_with_another_value_wants_an_answer_and_loads() -> None:
    row = (TITLE, ("Tỉnh", "Đoàn viên"), ("Cao Bằng", 52_000))
    assert said(known(y2019=51_000), *row) == (["value.published@B3"], 1)
    assert said(known(y2019=52_000), *row) == ([], 1)


def test_a_change_by_more_than_half_against_last_year_wants_an_answer() -> None:
    row = (TITLE, ("Tỉnh", "Đoàn viên"), ("Cao Bằng", 52_000))
    assert said(known(y2018=30_000), *row) == (["value.jump@B3"], 1)
    assert said(known(y2018=40_000), *row) == ([], 1)


def test_a_printed_share_that_fits_neither_total_wants_an_answer() -> None:
    heads = ("Tỉnh", "Số CĐCS", "Xếp loại / HTXS", "Xếp loại / Tỷ lệ HTXS (%)")
    assert said(known(), TITLE, heads, ("Cao Bằng", 84, 5, "0,59")) == (["share.differs@D3"], 3)
    assert said(known(), TITLE, heads, ("Cao Bằng", 84, 5, "5,9")) == ([], 3)


def test_an_item_within_another_one_is_no_larger() -> None:
    heads = ("Tỉnh", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
    assert said(known(), TITLE, heads, ("Cao Bằng", 2, 23)) == (["part.whole@C3"], 0)


def test_more_members_than_workers_want_an_answer() -> None:
    heads = ("Tỉnh", "Đoàn viên", "CNVCLĐ")
    assert said(known(), TITLE, heads, ("Cao Bằng", 200, 100)) == (["members.workforce@B3"], 2)


def test_a_year_of_a_column_and_the_same_year_of_a_title_may_contradict_each_other() -> None:
    rows = (
        TITLE,
        ("Tỉnh", "Đoàn viên"),
        ("Cao Bằng", 5),
        (),
        ("Tỉnh", "Đoàn viên 2019", "Đoàn viên 2018"),
        ("Cao Bằng", 6, 7),
    )
    codes, figures = said(known(), *rows)
    assert codes == ["rows.conflict@B6"]
    assert figures == 0
