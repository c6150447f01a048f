"""What people do with a screen, in a real browser: filter, share, look closer, take away."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from PIL import Image, ImageColor
from playwright.sync_api import BrowserContext, Download, Page, expect

from congdoan.charts.theme import GOLD
from congdoan.text import name, say
from tests.browser.screens import OFFICE, address
from tests.browser.serving import settle, visit

LATEST = "card_lead_latest_members_all"
BADGE = ImageColor.getrgb(GOLD)


@pytest.fixture(autouse=True)
def office(tab: Page) -> None:
    tab.set_viewport_size(OFFICE)


def act(page: Page, action: str, key: str = LATEST) -> None:
    """Presses one of the four actions of a card and waits for its dialog."""
    page.locator(f".st-key-{key} .actions").get_by_text(say(f"card.{action}", "vi"), exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)


def downloaded(page: Page, label: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("dialog").get_by_role("button", name=re.compile(re.escape(label))).click()
    return waiting.value


def test_a_province_is_found_without_accents_and_stands_in_the_address(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi"))
    tab.get_by_role("button", name=re.compile("^" + say("filter.provinces", "vi"))).click()
    tab.get_by_label(say("filter.search", "vi")).fill("dak nong")
    tab.keyboard.press("Enter")
    settle(tab)
    tab.get_by_role("button", name=re.compile("^Lâm Đồng")).click()
    settle(tab)
    expect(tab).to_have_url(re.compile(r"dia-gioi=34.*tinh=68"))
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name=re.compile("^Lâm Đồng ✕")).click()
    settle(tab)
    expect(tab).not_to_have_url(re.compile("tinh="))


def test_the_language_and_the_menu_keep_the_view(tab: Page, server: str) -> None:
    visit(tab, address(server, "cham-lo", "vi", nam="2024", **{"dia-gioi": "34"}, tinh="40"))
    tab.get_by_role("radio", name="English").click()
    settle(tab)
    expect(tab).to_have_url(re.compile(r"(?=.*lang=en)(?=.*nam=2024)(?=.*tinh=40)"))
    tab.get_by_role("link", name=say("page.overview", "en")).click()
    expect(tab.locator("h1")).to_have_text(say("page.overview", "en"))
    settle(tab)
    expect(tab).to_have_url(re.compile(r"(?=.*lang=en)(?=.*nam=2024)(?=.*tinh=40)"))
    tab.reload()
    settle(tab)
    expect(tab.get_by_role("button", name=re.compile("^Nghệ An ✕"))).to_be_visible()


def test_back_takes_one_choice_back_and_forward_brings_it_again(tab: Page, server: str) -> None:
    visit(tab, address(server, "", "vi", **{"dia-gioi": "34"}, tinh="40"))
    tab.get_by_role("button", name=re.compile("^Nghệ An ✕")).click()
    settle(tab)
    expect(tab).not_to_have_url(re.compile("tinh="))
    tab.go_back()
    settle(tab)
    expect(tab.get_by_role("button", name=re.compile("^Nghệ An ✕"))).to_be_visible()
    tab.go_forward()
    settle(tab)
    expect(tab.get_by_role("button", name=re.compile("^Nghệ An ✕"))).to_have_count(0)


def test_a_click_on_a_mark_sets_a_chip_and_a_second_click_removes_it(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi"))
    dots = tab.locator(f".st-key-{LATEST} .scatterlayer .trace:last-child .points path")
    expect(dots.first).to_be_visible()
    dots.nth(2).click(force=True)
    expect(tab).to_have_url(re.compile(r"tinh=01"))
    settle(tab)
    expect(tab.get_by_role("button", name=re.compile("^Hà Nội ✕"))).to_be_visible()
    tab.locator(f".st-key-{LATEST} .scatterlayer .trace:last-child .points path").first.click(force=True)
    settle(tab)
    expect(tab).not_to_have_url(re.compile("tinh="))


MIDDLE_OF = """(plot, place) => {
  const { x, y } = plot.data.find((trace) => trace.type === "scatter" && trace.customdata[0] === place);
  const middle = (values) => (Math.min(...values.filter(Boolean)) + Math.max(...values.filter(Boolean))) / 2;
  const { xaxis, yaxis } = plot._fullLayout, { left, top } = plot.getBoundingClientRect();
  return [left + xaxis._offset + xaxis.l2p(middle(x)), top + yaxis._offset + yaxis.l2p(middle(y))];
}"""


def test_the_outline_is_chosen_on_the_card_and_a_click_on_it_sets_a_chip_that_the_next_takes_back(
    tab: Page, server: str
) -> None:
    visit(tab, address(server, "doan-vien", "vi", nam="2023", **{"du-lieu": "minh-hoa"}))
    card = tab.locator(".st-key-card_lead_map_members_all")
    card.get_by_role("radio", name=name("map_view", "outline", "vi")).click()
    expect(tab).to_have_url(re.compile("ban-do=vien"))
    settle(tab)
    plot = card.locator(".congdoan-plot")
    plot.scroll_into_view_if_needed()
    expect(plot.locator(".scatterlayer .js-fill").first).to_be_visible()
    tab.mouse.click(*plot.evaluate(MIDDLE_OF, "34:40"))
    expect(tab).to_have_url(re.compile("tinh=40"))
    settle(tab)
    expect(tab.get_by_role("button", name=re.compile("^Nghệ An ✕"))).to_be_visible()
    tab.locator(f".st-key-{LATEST} .scatterlayer .trace:last-child .points path").first.click(force=True)
    expect(tab).not_to_have_url(re.compile("tinh="))
    expect(tab).to_have_url(re.compile("ban-do=vien"))


def test_the_units_on_no_map_are_listed_by_one_click(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    tab.get_by_role("button", name=re.compile("^" + say("lead.unplaced", "vi", reasons=""))).first.click()
    listed = tab.get_by_role("dialog").get_by_role("region")
    expect(listed.get_by_text("Công đoàn ngành trung ương số 1")).to_be_visible()


def test_the_downloaded_rows_are_those_on_the_screen(tab: Page, server: str, tmp_path: Path) -> None:
    visit(tab, address(server, "doan-vien", "vi"))
    act(tab, "download")
    book = downloaded(tab, say("download.form.xlsx", "vi"))
    assert re.fullmatch(r"doan-vien[a-z0-9_-]*_r\d+\.xlsx", book.suggested_filename)
    book.save_as(tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets[0]
    names = {row[col].value: row for row in sheet.iter_rows(min_row=2) for col in range(4) if row[col].value}
    ha_noi = [cell.value for cell in names[name("place", "34:01", "vi")]]
    assert 629022 in ha_noi
    assert 2025 in ha_noi
    text = downloaded(tab, say("download.form.csv_excel", "vi"))
    text.save_as(tmp_path / "rows.csv")
    raw = (tmp_path / "rows.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert [cell for cell in next(row for row in lines if "Hà Nội" in row) if cell in
                                    ("Hà Nội", "629022")] == ["Hà Nội", "629022"]  # fmt: skip


def test_all_figures_behind_a_card_come_as_a_link(tab: Page, server: str, tmp_path: Path) -> None:
    visit(tab, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    act(tab, "download", "card_lead_map_members_all")
    tab.get_by_role("dialog").get_by_text(say("download.all", "vi")).click()
    link = tab.get_by_role("dialog").get_by_role("link", name=say("download.form.csv", "vi"))
    rows = re.search(r"([\d.]+) dòng", link.inner_text())
    with tab.expect_download() as waiting:
        link.click()
    assert re.fullmatch(r"doan-vien-moi-so-lieu_minh-hoa_m\d+\.csv", waiting.value.suggested_filename)
    waiting.value.save_as(tmp_path / "all.csv")
    lines = list(csv.reader((tmp_path / "all.csv").open(encoding="utf-8", newline="")))
    assert rows
    assert len(lines) - 1 == int(rows[1].replace(".", "")) > 1000


def test_a_file_whose_release_has_gone_is_refused_on_the_screen(visitor: BrowserContext, server: str) -> None:
    page = visitor.new_page()  # a page that may have the refusal in its console
    visit(page, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    act(page, "download", "card_lead_map_members_all")
    page.get_by_role("dialog").get_by_text(say("download.all", "vi")).click()
    link = page.get_by_role("dialog").get_by_role("link", name=say("download.form.csv", "vi"))
    link.evaluate("link => link.href = link.href.replace(/ban=m\\d+/, 'ban=m0')")
    link.click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("m0")
    page.close()


def test_a_picture_carries_title_filters_and_source(tab: Page, server: str, tmp_path: Path) -> None:
    visit(tab, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    act(tab, "download", "card_lead_map_members_all")
    drawn = downloaded(tab, "SVG")
    assert drawn.suggested_filename.endswith(".svg")
    drawn.save_as(tmp_path / "chart.svg")
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", (tmp_path / "chart.svg").read_text(encoding="utf-8")))
    for said in (say("mark.simulated", "vi"), "Toàn quốc", "Hoàng", "Nguồn:"):
        assert said in words, said
    photo = downloaded(tab, "PNG")
    photo.save_as(tmp_path / "chart.png")
    with Image.open(tmp_path / "chart.png") as picture:
        corner = picture.convert("RGB").crop((picture.width // 2, 0, picture.width, picture.height // 8))
    gold = sum(
        count for count, colour in corner.getcolors(corner.width * corner.height) or [] if colour == BADGE
    )
    assert gold > 5000, "the mark stands as a badge in the upper corner"


def test_a_tile_explains_its_measure_by_keyboard_and_leads_to_its_source_in_the_same_view(
    tab: Page, server: str
) -> None:
    visit(tab, address(server, "doan-vien", "vi"))
    tile = tab.get_by_role("group", name=name("metric", "members", "vi"), exact=True)
    expect(tile.get_by_role("tooltip")).to_have_count(0)
    tile.get_by_role("button", name=re.compile("^" + say("kpi.explained", "vi", what=""))).focus()
    expect(tile.get_by_role("tooltip")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tile.get_by_role("tooltip")).to_have_count(0)
    tab.evaluate("() => (window.same = true)")
    tile.get_by_role("link", name=say("card.source", "vi")).click()
    expect(tab).to_have_url(re.compile("/nguon"))
    settle(tab)
    assert tab.evaluate("() => window.same"), "the page was not loaded anew"


FOCUSED = """() => {
    let one = document.activeElement;
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one.innerText;
}"""
"""What the control says that has the focus, within a part of our own too."""


@pytest.mark.parametrize("slug", ["", "doan-vien"])
def test_tab_goes_from_the_head_of_a_screen_to_its_foot(tab: Page, server: str, slug: str) -> None:
    visit(tab, address(server, slug, "vi", nam="2021", **{"dia-gioi": "34"}, tinh="04"))
    last, reached = say("paragraph.copy", "vi"), list[str]()
    while last not in reached and len(reached) < 100:
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate(FOCUSED))
    assert last in reached, f"the focus stays on: {reached[-1]}"


def test_a_figure_leads_to_its_line_and_a_unit_to_its_place_in_the_tree(tab: Page, server: str) -> None:
    visit(tab, address(server, "nguon", "vi", so="S001-F13"))
    expect(tab.get_by_role("heading", name=re.compile("S001-F13"))).to_be_visible()
    expect(tab.get_by_role("heading", name=re.compile("^S001 ·"))).to_be_visible()
    visit(tab, address(server, "don-vi", "vi", **{"don-vi": "cdvc-vinh-phuc"}))
    tab.get_by_role("button", name="LĐLĐ tỉnh Vĩnh Phúc").click()
    settle(tab)
    expect(tab.get_by_role("heading", name="LĐLĐ tỉnh Vĩnh Phúc")).to_be_visible()
    expect(tab).to_have_url(re.compile("don-vi=ldld-vinh-phuc"))


def test_a_heading_sorts_by_value_and_leaves_totals_and_unknowns_last(tab: Page, server: str) -> None:
    visit(tab, address(server, "so-lieu", "vi", hang="tinh", **{"du-lieu": "minh-hoa"}))
    grid = tab.get_by_role("region", name="Bảng số liệu").first
    column = 1 + [*grid.locator("th").all_inner_texts()].index("2024")
    last = 10**18

    def order() -> list[int]:
        words = grid.locator(f"tr:not(.total) td:nth-child({column})").all_inner_texts()
        return [last if word in ("", "–") else int(word.replace(".", "")) for word in words]

    came = order()
    heading = grid.get_by_role("columnheader", name="2024", exact=True).get_by_role("button")
    heading.click()
    assert order() == sorted(came) != came
    heading.click()
    known = [value for value in came if value < last]
    assert order() == sorted(known, reverse=True) + [last] * came.count(last)
    heading.click()
    assert order() == came


def test_a_dialog_opens_in_the_language_and_closes_with_escape(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi"))
    for action in ("enlarge", "table", "source"):
        act(tab, action)
        expect(tab.get_by_role("dialog").get_by_text("Số liệu đến")).to_be_visible()
        tab.keyboard.press("Escape")
        expect(tab.get_by_role("dialog")).to_have_count(0)


def test_the_switch_compares_like_for_like_and_stands_in_the_address(tab: Page, server: str) -> None:
    visit(tab, address(server, "doan-vien", "vi", **{"du-lieu": "minh-hoa"}))
    card = tab.locator(".st-key-card_lead_years_members_all")
    words = say("chart.alike.same", "vi")
    expect(card.get_by_text(words)).to_have_count(0)
    card.locator("label", has_text=say("card.alike", "vi")).click()
    settle(tab)
    expect(tab).to_have_url(re.compile("cung-don-vi=co"))
    expect(card.get_by_text(words)).to_be_visible()
    card.locator("label", has_text=say("card.alike", "vi")).click()
    settle(tab)
    expect(tab).not_to_have_url(re.compile("cung-don-vi"))
    expect(card.get_by_text(words)).to_have_count(0)
