"""The paragraphs of the tiny snapshot, word by word: each can be checked with a pencil."""

import pytest

from congdoan.text import Language
from tests.paragraphs.telling import plain, told

pytestmark = pytest.mark.usefixtures("hand")
HALF = (
    "6 tháng đầu năm 2021, LĐLĐ tỉnh Cao Bằng: "
    "Số tiền chăm lo: 900.000.000 đồng (bằng chữ: chín trăm triệu đồng)."
)


def cao_bang(subject: str, lang: Language = "vi") -> list[str]:
    return [plain(text) for text in told(subject, "34:04", 2021, lang)]


def test_members_keep_their_qualifier_and_name_what_is_missing() -> None:
    assert cao_bang("members") == [
        "Năm 2021, Cao Bằng có trên 120 đoàn viên (ước tăng 9,1 % so với 2020); có 4 CĐCS.",
        (
            "Cao Bằng chưa có số liệu cả năm (2021) về: Đoàn viên nữ; Đoàn viên kết nạp mới; Đoàn viên giảm; "
            "Công đoàn cơ sở thành lập mới; Công đoàn cơ sở giải thể."
        ),
    ]


def test_members_in_english_are_complete() -> None:
    assert cao_bang("members", "en") == [
        (
            "Cao Bằng, 2021: the number of members was over 120 (roughly up 9.1% on 2020); "
            "the number of branches was 4."
        ),
        (
            "Cao Bằng has no figure of a whole year (2021) for: Women members; Members joined; Members left; "
            "Branches founded; Branches dissolved."
        ),
    ]


def test_welfare_says_money_in_digits_and_words_and_a_zero_as_a_zero() -> None:
    whole, other, recorded, missing = cao_bang("welfare")
    assert whole == (
        "Năm 2021, Cao Bằng chăm lo cho đoàn viên, người lao động với số tiền ít nhất 500.000.000 đồng "
        "(bằng chữ: ít nhất năm trăm triệu đồng; cộng các mục đã báo cáo); "
        "hỗ trợ ít nhất 3 nhà Mái ấm công đoàn (cộng các mục đã báo cáo). "
        "Chăm lo theo chương trình năm 2021, Cao Bằng: "
        "Tết Sum vầy: trên 500.000.000 đồng (bằng chữ: trên năm trăm triệu đồng), 1.000 người. "
        "Mái ấm công đoàn năm 2021, Cao Bằng: Xây mới: 3 nhà; Sửa chữa: 0 nhà."
    )
    assert HALF in other
    assert recorded == "Số suất quà: chưa có tổng năm 2021, ghi nhận được ít nhất 30 suất quà từ 1 đơn vị."
    assert missing == "Cao Bằng chưa có số liệu cả năm (2021) về: Tiền hỗ trợ Mái ấm công đoàn."


def test_a_half_year_a_school_year_and_events_stand_apart_from_the_year() -> None:
    whole, other, *_ = cao_bang("welfare")
    assert "900.000.000" not in whole
    assert other == (
        f"{HALF} "
        "Năm học 2020–2021, CĐCS Đắk Hòa: Khuyến học, học bổng: 2.000.000 đồng (bằng chữ: hai triệu đồng). "
        "Ngày 26/01/2021, LĐLĐ tỉnh Cao Bằng: Tết Sum vầy (làm cùng đơn vị khác): 7 suất quà. "
        "Các số liệu này không phải của trọn năm và không cộng vào số cả năm."
    )


def test_ratings_have_their_denominator() -> None:
    assert cao_bang("ratings") == [
        (
            "Năm 2021, Cao Bằng: trong 4 CĐCS được xếp loại, "
            "có 1 CĐCS được xếp loại hoàn thành xuất sắc nhiệm vụ (25,0 %); "
            "2 CĐCS được xếp loại hoàn thành tốt nhiệm vụ (50,0 %); "
            "1 CĐCS được xếp loại hoàn thành nhiệm vụ (25,0 %)."
        )
    ]


def test_titles_within_others_are_said_to_be_so_and_nothing_is_added() -> None:
    assert cao_bang("awards") == [
        (
            "Khen thưởng năm 2021, Cao Bằng. "
            "Cấp tỉnh: 5 tập thể (chuyên đề), 9 cá nhân (toàn diện) nhận "
            "“Bằng khen của LĐLĐ tỉnh, công đoàn ngành”. "
            "Cơ quan, đơn vị: 23 cá nhân (toàn diện) nhận “Lao động tiên tiến”; "
            "2 cá nhân (toàn diện) nhận “Chiến sĩ thi đua cơ sở” (nằm trong số “Lao động tiên tiến”). "
            "Các hình thức và danh hiệu không cộng với nhau."
        )
    ]


def test_targets_tell_what_was_reached_from_what_exceeds_it() -> None:
    [text] = cao_bang("targets")
    first, members, branches, welfare, people, below = _sentences(text)
    assert first == (
        "Năm 2021, số liệu của Cao Bằng có 5 chỉ tiêu: 1 đạt (trong đó 1 vượt), "
        "1 gần đạt (từ 80 đến dưới 100 %), 1 chưa đạt (dưới 80 %), "
        "0 chưa đủ số liệu, 2 chưa có số liệu cả năm."
    )
    assert members.endswith(
        "trên 120 người so với chỉ tiêu 151 người, đạt trên 79,5 % chỉ tiêu, còn thiếu không quá 31 người."
    )
    assert branches.endswith("4 CĐCS so với chỉ tiêu 5 CĐCS, đạt 80,0 % chỉ tiêu, còn thiếu 1 CĐCS.")
    assert welfare.endswith(
        "chỉ tiêu 2.000.000.000 đồng (bằng chữ: hai tỷ đồng), chưa có số liệu cả năm; "
        "6 tháng đầu năm có 900.000.000 đồng (bằng chữ: chín trăm triệu đồng)."
    )
    assert people.endswith("1.000 người so với chỉ tiêu 800 người, đạt 125,0 % chỉ tiêu, tức là vượt 25,0 %.")
    assert below.endswith("Đoàn viên: chỉ tiêu 100 người, chưa có số liệu cả năm.")


def _sentences(text: str) -> list[str]:
    """Sentences of a paragraph; a full stop between digits ends none."""
    return [part if part.endswith(".") else f"{part}." for part in text.split(". ")]


def test_what_cannot_be_compared_with_the_year_before_is_named() -> None:
    [text] = cao_bang("change")
    assert text.startswith(
        "So với năm trước, Cao Bằng: Đoàn viên năm 2021 là trên 120 người (ước tăng 9,1 % so với 2020). "
        "Chưa so sánh được với năm trước, Cao Bằng: Công đoàn cơ sở năm 2021 là 4 CĐCS; "
    )


def test_coverage_says_that_missing_is_no_zero() -> None:
    assert cao_bang("coverage") == [
        (
            "Cao Bằng chưa có số liệu cả năm (2021) về: Đoàn viên kết nạp mới; Đoàn viên được kết nạp Đảng. "
            "Thiếu số liệu không có nghĩa là bằng không."
        )
    ]


def test_funds_are_neither_added_nor_mixed_with_balances() -> None:
    whole, spans, _ = (plain(text) for text in told("donations", "63:26", 2018))
    assert "vận động ủng hộ được trên 80.000.000 đồng (bằng chữ: trên tám mươi triệu đồng)" in whole
    assert "Quỹ Vì người nghèo: 30.000.000 đồng" in whole
    assert "Số dư quỹ nội bộ năm 2018 (không phải tiền ủng hộ)" in whole
    assert "50.000.000 đồng" in whole.partition("Số dư")[2]
    assert "50.000.000" not in whole.partition("Số dư")[0]
    assert spans.startswith("Kỳ 2016–2018, LĐLĐ tỉnh Vĩnh Phúc: Số tiền vận động ủng hộ: 300.000.000 đồng")


def test_a_merged_province_says_that_its_former_ones_were_combined() -> None:
    [first, _] = told("members", "34:25", 2024)
    assert first == "Năm 2024, Phú Thọ có khoảng 60 đoàn viên (cộng các tỉnh cũ)."
