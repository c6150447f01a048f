"""Where the parts of a screen stand: one that moves is taken away and drawn anew by the browser."""

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from tests.page.visits import visit

pytestmark = pytest.mark.usefixtures("both")
COUNTRY = {"du_lieu": "minh-hoa"}
PROVINCE = {**COUNTRY, "dia_gioi": "34", "tinh": "04"}
FIXED = ["overview", "members", "welfare", "donations", "ratings", "awards", "sources", "explorer"]
"""Screens that show cards of the same kinds for the country and for a province."""


def keyed(node: Node, place: int) -> Iterator[tuple[str, int]]:
    """The key of each container within a part of the screen, and where that part stands."""
    if isinstance(node, Block):
        found = re.match(r"\$\$ID-\w+-(card_.+)", getattr(node.proto, "id", ""))
        yield from [(found[1], place)] if found else []
        for child in node.children.values():
            yield from keyed(child, place)


def cards(app: AppTest) -> dict[str, int]:
    """The place of each card of a screen."""
    return {key: at for at, part in app.main.children.items() for key, at in keyed(part, at)}


@pytest.mark.parametrize("screen", FIXED)
def test_a_card_keeps_its_place_whatever_is_chosen(screen: str) -> None:
    country, province = cards(visit(screen, **COUNTRY)), cards(visit(screen, **PROVINCE))
    both = country.keys() & province.keys()
    assert both
    assert {key: country[key] for key in both} == {key: province[key] for key in both}


@pytest.mark.parametrize("screen", FIXED)
def test_another_card_never_takes_the_place_of_one_that_leaves(screen: str) -> None:
    country, province = cards(visit(screen, **COUNTRY)), cards(visit(screen, **PROVINCE))
    left = {at for key, at in country.items() if key not in province}
    assert left.isdisjoint(at for key, at in province.items() if key not in country)
