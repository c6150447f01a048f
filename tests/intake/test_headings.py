"""Headings as they stand in reports and forms of unions: each is taken for what it says, or asked about."""

import pytest

from congdoan.intake.columns import meaning

SURE = {
    "Số tiền chăm lo Tết": "welfare_amount/tet",
    "Đoàn viên|Trong đó: nữ": "members_female",
    "Đoàn viên|Trong đó nữ": "members_female",
    "Tổng số đoàn viên|Trong đó|Nữ": "members_female",
    "Số đoàn viên, trong đó nữ": "members_female",
    "Tổng số CNVCLĐ": "workforce",
    "CBCCVCLĐ": "workforce",
    "Cán bộ, đoàn viên": "members",
    "Số cán bộ, đoàn viên": "members",
    "CĐCS trực thuộc": "branches",
    "Số CĐCS trực thuộc": "branches",
    "Số tổ công đoàn": "union_groups",
    "Đoàn viên kết nạp mới trong năm": "members_joined",
    "Số đoàn viên giảm": "members_left",
    "CĐCS thành lập mới": "branches_founded",
    "CĐCS giải thể": "branches_dissolved",
    "Đoàn viên ưu tú giới thiệu cho Đảng": "party_recommended",
    "Đoàn viên ưu tú được giới thiệu": "party_recommended",
    "Đoàn viên ưu tú học lớp đối tượng Đảng": "party_class_prospective",
    "Số đoàn viên được kết nạp Đảng": "party_admitted",
    "Đoàn viên được kết nạp vào Đảng": "party_admitted",
    "Học lớp đảng viên mới": "party_class_new",
    "CĐCS vững mạnh xuất sắc": "rated_branches/vmxs",
    "CĐCS vững mạnh": "rated_branches/vm",
    "CĐCS loại khá": "rated_branches/kha",
    "CĐCS hoàn thành xuất sắc nhiệm vụ": "rated_branches/htxs",
    "CĐCS hoàn thành tốt nhiệm vụ": "rated_branches/htt",
    "Xếp loại CĐCS|Hoàn thành xuất sắc nhiệm vụ|Số lượng": "rated_branches/htxs",
    "Xếp loại CĐCS|Hoàn thành xuất sắc nhiệm vụ|Tỷ lệ (%)": "rated_share/htxs",
    "Xếp loại CĐCS|Không xếp loại": "rated_branches/unrated",
    "Cờ thi đua Tổng LĐLĐVN": "awards/co_tld/collective",
    "Bằng khen Tổng LĐLĐVN|Tập thể": "awards/bang_khen_tld/collective",
    "Bằng khen Tổng LĐLĐVN|Cá nhân": "awards/bang_khen_tld/individual",
    "Bằng Lao động sáng tạo Tổng LĐLĐVN": "awards/lao_dong_sang_tao/individual",
    "Giấy khen Công đoàn Viên chức tỉnh": "awards/giay_khen_cap_tren/unsplit",
    "Bằng khen LĐLĐ tỉnh|Tập thể": "awards/bang_khen_ldld/collective",
    "Lao động tiên tiến": "awards/lao_dong_tien_tien/individual",
    "Chiến sĩ thi đua cơ sở": "awards/cstd_co_so/individual",
    "Tập thể lao động xuất sắc": "awards/tap_the_ld_xuat_sac/collective",
    "Tập thể lao động tiên tiến": "awards/tap_the_ld_tien_tien/collective",
    "Tết Sum vầy|Số người": "welfare_people/tet",
    "Tết Sum vầy|Số tiền (triệu đồng)": "welfare_amount/tet@6",
    "Số người được chăm lo Tết": "welfare_people/tet",
    "Số đoàn viên, NLĐ được chăm lo Tết": "welfare_people/tet",
    "Kinh phí chăm lo Tết (triệu đồng)": "welfare_amount/tet@6",
    "Tổng số tiền chăm lo Tết (đồng)": "welfare_amount/tet@0",
    "Số suất quà Tết": "welfare_gifts/tet",
    "Trị giá quà Tết (đồng)": "welfare_amount/tet@0",
    "Tháng Công nhân|Số người được thăm, hỗ trợ": "welfare_people/workers_month",
    "Tháng Công nhân|Số tiền (đồng)": "welfare_amount/workers_month@0",
    "Số nhà Mái ấm công đoàn": "houses",
    "Nhà Mái ấm công đoàn|Xây mới": "houses/new",
    "Nhà Mái ấm công đoàn|Sửa chữa": "houses/repaired",
    "Nhà Mái ấm công đoàn|Số tiền (triệu đồng)": "houses_amount@6",
    "Số tiền hỗ trợ Mái ấm công đoàn (triệu đồng)": "houses_amount@6",
    "Quỹ Vì công nhân lao động nghèo (đồng)": "donation_amount/poor_workers@0",
    "Ủng hộ Quỹ Vì người nghèo (triệu đồng)": "donation_amount/for_the_poor@6",
    "Quỹ Đền ơn đáp nghĩa (triệu đồng)": "donation_amount/gratitude@6",
    "Quỹ Bảo trợ trẻ em (triệu đồng)": "donation_amount/child_protection@6",
    "Phòng chống COVID-19 (triệu đồng)": "donation_amount/covid@6",
    "Ủng hộ phòng, chống dịch Covid-19 (triệu đồng)": "donation_amount/covid@6",
    "Ủng hộ thiên tai, lũ lụt (triệu đồng)": "donation_amount/disaster@6",
    "Xây dựng nông thôn mới (triệu đồng)": "donation_amount/new_rural@6",
    "Tổng đóng góp các quỹ (triệu đồng)": "donation_amount@6",
    "Vận động ủng hộ các quỹ (triệu đồng)": "donation_amount@6",
    "Thăm hỏi ốm đau, hữu sự|Số lượt": "welfare_turns/visit",
    "Thăm hỏi ốm đau|Số tiền (triệu đồng)": "welfare_amount/visit@6",
    "Thăm hỏi đoàn viên ốm đau, hiếu hỷ (lượt)": "welfare_turns/visit",
    "Hỗ trợ đoàn viên khó khăn|Số người": "welfare_people/hardship",
    "Hỗ trợ đoàn viên khó khăn|Số tiền (triệu đồng)": "welfare_amount/hardship@6",
    "Trợ cấp khó khăn (đồng)": "welfare_amount/hardship@0",
    "Quà 1/6, Trung thu|Số cháu": "welfare_people/children",
    "Quà 1/6, Trung thu|Số tiền (triệu đồng)": "welfare_amount/children@6",
    "Học bổng|Số suất": "welfare_gifts/study",
    "Học bổng|Số tiền (triệu đồng)": "welfare_amount/study@6",
    "Tham quan, du lịch|Số tiền (triệu đồng)": "welfare_amount/trip@6",
    "Hiến máu tình nguyện (người)": "blood_donors",
    "Hiến máu (lượt)": "blood_turns",
    "Số đơn vị máu": "blood_units",
    "Số người tham gia hiến máu": "blood_donors",
    "Nâng lương trước hạn (người)": "pay_rise_turns/early",
    "Nâng lương thường xuyên (lượt)": "pay_rise_turns/regular",
    "Nghỉ thai sản (lượt)": "maternity_turns",
    "Lượt tham gia lớp đào tạo": "training_turns",
    "Số lượt cán bộ công đoàn được tập huấn": "training_turns",
    "Sáng kiến": "initiatives",
    "Số sáng kiến được công nhận": "initiatives",
    "Giá trị làm lợi (triệu đồng)": "initiatives_value@6",
    "Thỏa ước lao động tập thể": "collective_agreements",
    "Doanh nghiệp được tôn vinh": "donors_honoured",
    "Quỹ tương trợ (triệu đồng)": "fund_balance/mutual_aid@6",
    "Vốn xoay vòng (triệu đồng)": "fund_balance/revolving@6",
    "Bữa cơm Công đoàn|Số lượt": "welfare_turns/meal",
    "Bữa cơm Công đoàn|Kinh phí (triệu đồng)": "welfare_amount/meal@6",
    "Chi khen thưởng (triệu đồng)": "award_amount@6",
    "Tỷ lệ đoàn viên hoàn thành xuất sắc nhiệm vụ (%)": "member_rating_share/excellent",
    "Tỷ lệ đoàn viên nữ (%)": "=share",
    "Kỷ niệm chương": "awards/ky_niem_chuong/individual",
    "Giỏi việc nước, đảm việc nhà": "awards/gioi_viec_nuoc/unsplit",
    "Đoàn viên xuất sắc": "awards/doan_vien_xuat_sac/individual",
}
ASKED = (
    "Trong đó: nữ",
    "Tổng số CNVCLĐ|Trong đó nữ",
    "Số lao động nữ",
    "Tổng số CĐCS, nghiệp đoàn",
    "Số đoàn viên tăng",
    "Đoàn viên tăng thêm",
    "Quà 8/3 cho nữ đoàn viên (phần)",
    "Khen thưởng học tập con đoàn viên (triệu đồng)",
    "Số thỏa ước lao động tập thể ký mới",
    "Hội nghị CBCCVC-NLĐ",
    "Quỹ khuyến học (triệu đồng)",
    "Quà cho vùng khó khăn (suất)",
)
"""What may be several things, or counts what no metric does: women at work, agreements of a year."""


@pytest.mark.parametrize("label", SURE)
def test_a_heading_of_reports_is_what_it_says(label: str) -> None:
    assert meaning(tuple(label.split("|")), True).answer == SURE[label]


@pytest.mark.parametrize("label", ASKED)
def test_a_heading_that_could_be_more_than_one_thing_is_asked_about(label: str) -> None:
    found = meaning(tuple(label.split("|")), True)
    assert found.role == "unsure"
    assert found.candidates


def test_a_heading_of_what_nobody_asked_for_is_named_as_unknown_and_not_left_out() -> None:
    assert meaning(("Số cuộc đối thoại",), True).role == "unknown"
