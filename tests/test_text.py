import re
from pathlib import Path

import pytest

from congdoan.catalogue import items, metrics, provinces
from congdoan.errors import TextError
from congdoan.text import Language, name, say, words
from tests.asking import snapshot

LANGUAGES: tuple[Language, Language] = ("vi", "en")


def test_an_unknown_key_names_the_nearest_one() -> None:
    with pytest.raises(TextError, match=r"'page\.member'; the nearest is 'page\.members'"):
        say("page.member", "vi")


def test_an_unknown_code_of_the_catalogue_names_the_nearest_one() -> None:
    with pytest.raises(TextError, match="no metric 'mebers'; the nearest is 'members'"):
        name("metric", "mebers", "en")


def test_metrics_items_and_places_take_their_names_from_the_catalogue() -> None:
    assert name("metric", "members", "vi") == metrics()["members"].vi
    assert name("item", "programme.tet", "en") == items()["programme.tet"].en
    assert name("place", "63:06", "vi") == provinces()["63:06"].vi == "Bắc Kạn"


def test_a_province_among_those_of_the_other_boundaries_says_which_it_is() -> None:
    assert name("place", "63:25@34", "vi") == "Phú Thọ (cũ)"
    assert name("place", "34:25@63", "vi").replace("\xa0", " ") == "Phú Thọ (từ 7/2025)"


def test_the_whole_country_and_the_undivided_item_have_names() -> None:
    assert name("place", "VN", "vi") == "Toàn quốc"
    assert name("item", "all", "en") == "All, not broken down"


def test_a_same_code_of_two_kinds_keeps_two_names() -> None:
    assert name("item", "fund.study", "vi") != name("item", "programme.study", "vi")
    assert name("level", "branch", "vi") != name("unit", "branch", "vi")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_that_a_snapshot_can_hold_has_a_name(lang: Language, hand: Path) -> None:
    with snapshot(hand) as connection:
        types = connection.execute("select type_name, labels from duckdb_types() where labels is not null")
        codes = [(kind, code) for kind, labels in types.fetchall() for code in labels]
    assert {"metric", "item", "unit", "basis", "scope"} < {kind for kind, _ in codes}
    assert all(name(kind, code, lang) for kind, code in codes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_percent_sign_stays_on_the_line_of_its_number(lang: Language) -> None:
    """Headings of columns aside: files are looked up by them, with plain spaces."""
    said = {key: pair[lang] for key, pair in words().items() if not key.startswith("column.")}
    assert not [key for key, text in said.items() if re.search(r"[0-9] %", text)]
