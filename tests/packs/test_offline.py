"""The file without a network says all that the slides say, the whole of each table, and fetches nothing."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from congdoan import decks
from congdoan.packs import Pack
from congdoan.page.choice import Choice
from congdoan.page.packing import pack
from tests.packs.kinds import written

CAO_BANG = Choice(places=("34:04",), year_from=2021, year_to=2021)
SCRIPT = re.compile(r"<script(?: type=\"module\")?>(.*?)</script>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="deck">(.*?)</script>', re.DOTALL)


def filled() -> Pack:
    return pack(decks.templates()["tong-ket-nam"], CAO_BANG, "http://localhost:8501")


def page_of(made: Pack) -> str:
    return written("html", made).decode()


def told(page: str) -> dict[str, Any]:
    found = DATA.search(page)
    assert found is not None
    return dict(json.loads(found[1]))


@pytest.mark.usefixtures("real", "kept_in")
def test_equal_packs_give_equal_bytes() -> None:
    assert page_of(filled()) == page_of(filled())


@pytest.mark.usefixtures("real", "kept_in")
def test_only_its_own_scripts_may_run_and_nothing_may_be_fetched() -> None:
    page = page_of(filled())
    policy = next(iter(re.findall(r'Content-Security-Policy" content="([^"]*)"', page)))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    digests = [hashlib.sha256(text.encode()).digest() for text in SCRIPT.findall(page)]
    hashes = [base64.b64encode(digest).decode() for digest in digests]
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [f"'sha256-{one}'" for one in hashes]
    assert "connect-src" not in rules
    assert not re.search(r'<(link|script|img)[^>]+(src|href)="(?!data:)', page.split("<script", 1)[0])


@pytest.mark.usefixtures("real", "kept_in")
def test_every_cell_of_every_table_can_be_read_back() -> None:
    made = filled()
    slides = told(page_of(made))["slides"]
    for slide, said in zip(made.slides, slides, strict=True):
        assert (said["title"], said["code"], tuple(said["lines"])) == (slide.title, slide.code, slide.lines)
        if slide.table is None:
            assert said["full"] is None
            continue
        table, full = slide.table, said["full"]
        places = {heading: at for at, heading in enumerate(full["headings"])}
        for column, heading in enumerate(table.headings()):
            cells = [table.shown(row, column) for row in range(len(table))]
            if heading in places:
                assert [row[places[heading]] for row in full["rows"]] == cells
            else:
                assert f"{heading}: {cells[0]}" in full["common"]


@pytest.mark.usefixtures("real", "kept_in")
def test_every_number_of_a_slide_stands_in_the_table_of_its_card() -> None:
    made = filled()
    for slide, said in zip(made.slides, told(page_of(made))["slides"], strict=True):
        if slide.table is None:
            continue
        table = slide.table
        cells = {table.shown(row, at) for at in range(len(table.fields)) for row in range(len(table))}
        numbers = {digits for cell in cells for digits in digits_of(cell)}
        on_slide = {digits for row in said["table"]["rows"] for cell in row for digits in digits_of(cell)}
        assert on_slide <= numbers


def digits_of(cell: str) -> list[str]:
    return re.findall(r"\d[\d.,]*", cell)


@pytest.mark.usefixtures("real", "kept_in")
def test_nothing_in_the_data_can_end_its_element() -> None:
    found = DATA.search(page_of(filled()))
    assert found is not None
    assert "<" not in found[1]


@pytest.mark.usefixtures("real", "kept_in")
def test_sources_and_definitions_stand_at_the_end() -> None:
    made = filled()
    definitions, sources = told(page_of(made))["appendix"]
    assert [tuple(row) for row in definitions["rows"]] == list(made.context.definitions)
    assert [row[-1] for row in sources["rows"]] == [source.url for source in made.context.sources]
