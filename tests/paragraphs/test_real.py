"""The paragraphs of real figures, held against the documents that they come from."""

import re

import pytest

from congdoan.page.choice import Choice
from congdoan.page.subjects import paragraphs
from tests.paragraphs.telling import plain, told

pytestmark = pytest.mark.usefixtures("real")


def test_cao_bang_2021_says_its_half_year_with_amounts_in_words() -> None:
    other, recorded, missing = (plain(text) for text in told("welfare", "34:04", 2021))
    assert (
        "6 tháng đầu năm 2021, LĐLĐ tỉnh Cao Bằng: Tết Sum vầy: 3.906.130.000 đồng "
        "(bằng chữ: ba tỷ chín trăm linh sáu triệu một trăm ba mươi nghìn đồng), 5.156 người; "
        "Nhà Mái ấm công đoàn: 10 nhà; "
        "Tiền hỗ trợ Mái ấm công đoàn: 260.000.000 đồng (bằng chữ: hai trăm sáu mươi triệu đồng); "
    ) in other
    assert "Tháng Công nhân (làm cùng đơn vị khác): 69.400.000 đồng" in other
    assert "ghi nhận được ít nhất 238 suất quà từ 1 đơn vị" in recorded
    assert "238 suất" not in other
    assert missing == (
        "Cao Bằng chưa có số liệu cả năm (2021) về: "
        "Số tiền chăm lo; Nhà Mái ấm công đoàn; Tiền hỗ trợ Mái ấm công đoàn."
    )


def test_cao_bang_2021_keeps_over_125_million_in_both_languages() -> None:
    vietnamese, english = (told("donations", "34:04", 2021, lang)[0] for lang in ("vi", "en"))
    assert "trên 125.000.000 đồng (bằng chữ: trên một trăm hai mươi lăm triệu đồng)" in vietnamese
    assert "over VND 125,000,000 (in words: over one hundred and twenty-five million dong)" in english


def test_a_unit_tells_its_newest_year_and_how_much_more_there_is() -> None:
    unit = Choice(own={"don-vi": "ldld-cao-bang"}, year_from=2021, year_to=2021)
    [text] = (plain(one) for one in paragraphs(unit, "unit"))
    assert text.startswith(
        "6 tháng đầu năm 2021, LĐLĐ tỉnh Cao Bằng: Tết Sum vầy: 3.906.130.000 đồng (bằng chữ: "
    )
    assert "Nhà Mái ấm công đoàn: 10 nhà; " in text
    assert re.search(r" Còn \d+ số liệu khác của đơn vị này\.$", text)


def test_shares_are_recomputed_and_a_printed_slip_stands_beside_them() -> None:
    units, _ = (plain(text) for text in told("ratings", "63:26", 2018))
    assert units == (
        "Năm 2018, Công đoàn Viên chức tỉnh Vĩnh Phúc: trong 84 CĐCS được xếp loại, "
        "có 45 CĐCS được xếp loại vững mạnh xuất sắc (53,6 %; nguồn in 53,5 %); "
        "34 CĐCS được xếp loại vững mạnh (40,5 %; nguồn in 40,4 %); "
        "5 CĐCS được xếp loại khá (6,0 %; nguồn in 0,59 %). "
        "Các tỷ lệ cộng lại lệch 100 % do làm tròn."
    )


def test_a_term_tells_the_awards_of_each_level_in_its_newest_year() -> None:
    newest, older = paragraphs(Choice(places=("34:04",), year_from=2017, year_to=2021), "awards")
    assert newest.startswith("Khen thưởng năm 2021, Cao Bằng. Cấp tỉnh: ít nhất 8 tập thể (chuyên đề)")
    assert "Tổng Liên đoàn" not in newest
    assert older.startswith(
        "Khen thưởng năm 2020, Cao Bằng. Tổng Liên đoàn: ít nhất 2 tập thể (toàn diện) nhận "
        "“Cờ thi đua của Tổng Liên đoàn”."
    )


def test_reached_and_exceeded_are_two_numbers() -> None:
    [text] = (plain(one) for one in told("targets", "34:01", 2024))
    assert (
        "LĐLĐ thành phố Hà Nội, Công đoàn cơ sở thành lập mới: 855 CĐCS so với chỉ tiêu 492 CĐCS, "
        "đạt 173,8 % chỉ tiêu, tức là vượt 73,8 %."
    ) in text


def test_figures_of_one_union_are_no_totals_of_its_province() -> None:
    recorded, missing = told("party", "63:26", 2018)
    assert "chưa có tổng năm 2018, ghi nhận được ít nhất 117 người từ 1 đơn vị" in recorded
    assert missing.startswith("Vĩnh Phúc (cũ) chưa có số liệu cả năm (2018)")


def test_a_mid_year_review_tells_of_half_years_alone() -> None:
    chosen = Choice(places=("34:04",), year_from=2020, year_to=2021, own={"loai-ky": "half"})
    [welfare] = paragraphs(chosen, "welfare")
    assert welfare.startswith("6 tháng đầu năm 2021, LĐLĐ tỉnh Cao Bằng: Tết Sum vầy: 3.906.130.000 đồng")
    assert "238 suất quà" in welfare
    assert paragraphs(chosen, "members") == (
        (
            "Cao Bằng chưa có số liệu 6 tháng (2020–2021) về: Đoàn viên kết nạp mới; Đoàn viên giảm; "
            "Công đoàn cơ sở thành lập mới; Công đoàn cơ sở giải thể."
        ),
    )
