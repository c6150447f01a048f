"""Headings as they stand in union tables: what is sure is taken, what is not is asked about."""

import pytest

from congdoan.intake.columns import meaning

SURE = {
    "Đoàn viên": "members",
    "Đoàn viên|Tổng số": "members",
    "Đoàn viên|Trong đó nữ": "members_female",
    "Tổng số đoàn viên|Trong đó: Nữ": "members_female",
    "CNVCLĐ": "workforce",
    "Đoàn viên kết nạp mới": "members_joined",
    "Đoàn viên|Kết nạp mới": "members_joined",
    "Đoàn viên được kết nạp Đảng": "party_admitted",
    "Số CĐCS": "branches",
    "Số CĐCS thành lập mới": "branches_founded",
    "Thành lập mới CĐCS": "branches_founded",
    "Quỹ Vì người nghèo (triệu đồng)": "donation_amount/for_the_poor@6",
    "Ủng hộ Quỹ Mái ấm công đoàn (1.000 đồng)": "donation_amount/union_shelter@3",
    "Tết Sum vầy|Số người": "welfare_people/tet",
    "Kết quả chăm lo Tết|Kinh phí (đồng)": "welfare_amount/tet@0",
    "Bằng khen LĐLĐ tỉnh|Cá nhân": "awards/bang_khen_ldld/individual",
    "Cờ thi đua của Tổng LĐLĐVN": "awards/co_tld/collective",
    "Xếp loại CĐCS|HTXS": "rated_branches/htxs",
    "Xếp loại CĐCS|HTXS|Tỷ lệ %": "rated_share/htxs",
    "Mái ấm công đoàn|Số nhà": "houses",
    "Mái ấm công đoàn|Số tiền (tr.đ)": "houses_amount@6",
    "Chăm lo|Khuyến học (đồng)": "welfare_amount/study@0",
    "Hiến máu (đơn vị)": "blood_units",
    "STT": "=index",
    "Ghi chú": "=note",
    "Kế hoạch 2021": "=skip",
    "So với cùng kỳ": "=skip",
    "Tỷ lệ đạt (%)": "=skip",
    "Số điện thoại": "=personal",
    "Tỷ lệ nữ (%)": "=share",
    "welfare_amount/tet@6": "welfare_amount/tet@6",
}
ASKED = (
    "Nữ",
    "Doan vein",
    "Khuyến học (đồng)",
    "Số đoàn viên khó khăn được hỗ trợ",
    "Đoàn viên (triệu đồng)",
    "CĐCS|Đoàn viên",
    "Đoàn viên nữ|Kết nạp mới",
)


@pytest.mark.parametrize("label", SURE)
def test_a_heading_of_known_words_is_what_they_say(label: str) -> None:
    assert meaning(tuple(label.split("|")), True).answer == SURE[label]


@pytest.mark.parametrize("label", ASKED)
def test_a_heading_that_may_be_several_things_is_asked_about(label: str) -> None:
    found = meaning(tuple(label.split("|")), True)
    assert found.role == "unsure"
    assert found.candidates


def test_a_heading_like_nothing_known_is_unknown() -> None:
    assert meaning(("Diện tích",), True).role == "unknown"
    assert meaning((), True).role == "unknown"
