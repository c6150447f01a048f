"""What a pivot, a document and the list of documents say, on rows made by hand."""

from datetime import date
from typing import Any

from congdoan import paragraphs as said
from tests.paragraphs.telling import COUNTRY, HERE, plain, rows_of


def cell(place: str, year: int | None, value: float, **known: Any) -> dict[str, Any]:
    """A record of `explorer/cells`: money that was raised, unless said otherwise."""
    usual = {"metric": "donation_amount", "item": "all", "unit": "dong", "qualifier": "exact", "reported": 1}
    return {"place": place, "year": year, "value": value, "status": "final", **usual, **known}


def pivoted(about: said.About, *cells: dict[str, Any]) -> list[str]:
    return [plain(text) for text in said.pivoted(about, rows_of("explorer/cells", *cells))]


def test_a_pivot_is_said_place_by_place_along_the_years_and_sums_say_of_how_much() -> None:
    told = pivoted(
        COUNTRY,
        cell("34:01", 2020, 1e6),
        cell("34:01", 2021, 2e6, status="preliminary"),
        cell("34:01", None, 3e6, reported=2),
        cell("34:04", 2021, 5e6),
        cell("total", 2021, 7e6, reported=2),
    )
    assert told == [
        (
            "Số tiền vận động ủng hộ, Hà Nội: năm 2020: 1.000.000 đồng (bằng chữ: một triệu đồng); "
            "năm 2021: 2.000.000 đồng (bằng chữ: hai triệu đồng; số sơ bộ); "
            "cộng các năm: 3.000.000 đồng (bằng chữ: ba triệu đồng; cộng 2 số liệu)."
        ),
        "Số tiền vận động ủng hộ, Cao Bằng: năm 2021: 5.000.000 đồng (bằng chữ: năm triệu đồng).",
        (
            "Số tiền vận động ủng hộ, cộng các nơi có số: năm 2021: 7.000.000 đồng "
            "(bằng chữ: bảy triệu đồng; cộng 2 nơi)."
        ),
    ]


def test_a_sum_of_one_place_or_of_one_year_is_not_said_twice() -> None:
    told = pivoted(HERE, cell("34:04", 2021, 5e6), cell("34:04", None, 5e6), cell("total", 2021, 5e6))
    assert told == ["Số tiền vận động ủng hộ, Cao Bằng: năm 2021: 5.000.000 đồng (bằng chữ: năm triệu đồng)."]
    [alone] = pivoted(HERE, cell("total", 2021, 5e6))
    assert alone == told[0]


def test_of_a_large_pivot_the_wholes_are_said_and_the_rest_is_counted() -> None:
    places = [cell(f"34:{code:02}", year, 1e6) for code in (1, 4, 8, 11) for year in range(2011, 2022)]
    country = [cell("VN", 2021, 9e6), cell("VN", 2021, 4e6, item="fund.covid")]
    told = pivoted(COUNTRY, *places, *country)
    assert told == [
        "Số tiền vận động ủng hộ, Toàn quốc: năm 2021: 9.000.000 đồng (bằng chữ: chín triệu đồng).",
        "Còn 45 số liệu khác trong bảng.",
    ]


def test_a_document_is_named_with_its_figures_and_what_the_checks_found() -> None:
    document = {
        "title_vi": "Báo cáo năm",
        "publisher_vi": "LĐLĐ tỉnh",
        "published_on": None,
        "figures": 90,
    }
    houses = {
        "metric": "houses",
        "item": "all",
        "unit": "house",
        "value": 1,
        "qualifier": "exact",
        "recipient": "none",
        "organisation_vi": "LĐLĐ tỉnh",
        "scope": "total",
        "status": "final",
        "period_type": "half",
        "period_start": date(2021, 1, 1),
        "period_end": date(2021, 6, 30),
        "matching": 90,
    }
    figures, findings = rows_of("figures/list", houses), rows_of("sources/findings", {"matching": 3})
    told = said.of_document(HERE, document, figures, findings)
    assert [plain(text) for text in told] == [
        "Báo cáo năm (LĐLĐ tỉnh; Không ghi ngày; 90 số liệu).",
        "6 tháng đầu năm 2021, LĐLĐ tỉnh: Nhà Mái ấm công đoàn: 1 nhà.",
        "Còn 89 số liệu khác của tài liệu này.",
        "Các phép kiểm tra số học tìm thấy 3 điểm cần xem lại, nêu trong danh sách kiểm tra.",
    ]


def test_of_many_documents_those_that_tell_most_are_named_and_the_others_counted() -> None:
    listed = [
        {
            "source": f"S{figures}",
            "title_vi": f"Báo cáo {figures}",
            "publisher_vi": "LĐLĐ",
            "published_on": None,
            "figures": figures,
            "matching": 7,
        }
        for figures in range(1, 8)
    ]
    [told] = said.documents(COUNTRY, rows_of("sources/list", *listed))
    assert plain(told).startswith("Cả nước, 2021: số liệu lấy từ 7 tài liệu; nhiều số liệu nhất: Báo cáo 7 (")
    assert told.endswith("và 2 tài liệu khác.")
    [none] = said.documents(COUNTRY, rows_of("sources/list"))
    assert none == "Cả nước, 2021: chưa có tài liệu nào."


def test_of_a_document_too_long_to_be_said_only_the_number_of_figures_is() -> None:
    document = {"title_vi": "Biểu", "publisher_vi": "LĐLĐ", "published_on": date(2021, 1, 5), "figures": 41}
    figures = rows_of(
        "figures/list", *[{"recipient": "none", "item": "all", "scope": "total", "value": 1}] * 41
    )
    told = said.of_document(HERE, document, figures, rows_of("sources/findings"))
    assert [plain(text) for text in told] == ["Biểu (LĐLĐ; 05/01/2021; 41 số liệu)."]
