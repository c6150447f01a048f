"""A file goes in, is mended, published, seen and taken back, in a real browser, with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from congdoan.text import say
from tests.browser.screens import OFFICE, address
from tests.browser.serving import expect_whole, settle, visit, visitor_from_vietnam, watch
from tests.publishing.sending import book

Role = Literal["button", "link", "textbox"]
FILE = ("Đơn vị", "Số đoàn viên", "houses/new")


@pytest.fixture
def desk(browser: Browser, own_server: str) -> Iterator[Page]:
    """The screen of imports on an office screen; it must stay clean."""
    context = visitor_from_vietnam(browser)
    page = context.new_page()
    page.set_viewport_size(OFFICE)
    complaints = watch(page)
    visit(page, address(own_server, "nhap", "vi"))
    yield page
    expect_whole(page)
    assert complaints == []
    context.close()


def to(page: Page, label: str, role: Role = "button") -> None:
    """Goes to a control by the tabulator key, as far as it takes."""
    wanted = page.get_by_role(role, name=label, exact=True).first
    expect(wanted).to_be_visible()
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{label} cannot be reached with the keyboard")


def write(page: Page, label: str, text: str) -> None:
    to(page, say(label, "vi"), "textbox")
    page.keyboard.type(text)


def test_a_file_is_mended_published_seen_and_taken_back_with_the_keyboard_alone(
    desk: Page, own_server: str, tmp_path: Path
) -> None:
    path = tmp_path / "cao-bang.xlsx"
    path.write_bytes(book(("LĐLĐ tỉnh Cao Bằng", 35_417, "mười"), heads=FILE))
    upload(desk, path)
    expect(desk.get_by_text("không phải là số")).to_be_visible()
    settle(desk)
    write(desk, "imports.mend_text", "12")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("cell", name="35.417")).to_be_visible()
    settle(desk)
    write(desk, "imports.note", "báo cáo năm 2025")
    write(desk, "imports.author", "Lan")
    to(desk, say("imports.make_draft", "vi"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("link", name=say("imports.see_draft", "vi"))).to_be_visible()
    expect(desk.get_by_role("textbox", name=say("imports.note", "vi"))).to_have_value("báo cáo năm 2025")
    to(desk, say("imports.do_publish", "vi"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_text(say("imports.done.publish", "vi", batch=1, release="r2"))).to_be_visible()
    to(desk, say("imports.see", "vi"), "link")
    desk.keyboard.press("Enter")
    settle(desk)
    expect(desk.get_by_text("· bản r2")).to_be_visible()
    visit(desk, address(own_server, "doan-vien", "vi", nam="2025", **{"dia-gioi": "34"}, tinh="04"))
    expect(desk.get_by_text("35.417").first).to_be_visible()
    taken_back(desk, own_server)


def upload(page: Page, path: Path) -> None:
    """Chooses a file in the dialog that the button opens, by the keyboard."""
    page.get_by_role("button", name=say("page.imports", "vi"))
    with page.expect_file_chooser() as chooser:
        to(page, say("chrome.upload", "vi"))
        page.keyboard.press("Enter")
    chooser.value.set_files(path)


def taken_back(page: Page, served: str) -> None:
    visit(page, address(served, "nhap", "vi"))
    batch = page.locator("summary").filter(has_text="Lô 1 ·")
    expect(batch).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if batch.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    write(page, "imports.undo_reason", "gửi nhầm")
    write(page, "imports.author", "Lan")
    to(page, say("imports.undo", "vi"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("imports.done.undo", "vi", batch=2, release="r1"))).to_be_visible()
    expect(page.get_by_text("· bản r1")).to_be_visible()
