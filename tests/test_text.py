import re
import string

import pytest

from congdoan.catalogue import items, metrics, provinces, read
from congdoan.errors import TextError
from congdoan.paths import FACTS
from congdoan.text import Language, name, say, words

LANGUAGES: tuple[Language, Language] = ("vi", "en")


def codes(column: str, file: str = "facts.csv") -> set[str]:
    return {row[column] for row in read(FACTS / file)}


def test_every_text_is_filled_in_both_languages() -> None:
    for key, text in words().items():
        assert text["vi"].strip() == text["vi"] != "", key
        assert text["en"].strip() == text["en"] != "", key


def test_keys_are_written_in_one_way() -> None:
    odd = [key for key in words() if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+)+", key)]
    assert odd == []


def test_both_languages_set_in_the_same_values() -> None:
    def fields(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text)} - {None}

    for key, text in words().items():
        assert fields(text["vi"]) == fields(text["en"]), key


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


def test_the_whole_country_and_the_undivided_item_have_names() -> None:
    assert name("place", "VN", "vi") == "Toàn quốc"
    assert name("item", "all", "en") == "All, not broken down"


def test_a_same_code_of_two_kinds_keeps_two_names() -> None:
    assert name("item", "fund.study", "vi") != name("item", "programme.study", "vi")
    assert name("level", "branch", "vi") != name("unit", "branch", "vi")


@pytest.mark.parametrize(
    "kind", ["recipient", "occasion", "qualifier", "status", "scope", "period_type", "unit"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_facts_has_a_name(kind: str, lang: Language) -> None:
    assert all(name(kind, code, lang) for code in codes(kind))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_catalogue_has_a_name(lang: Language) -> None:
    for metric in metrics().values():
        assert name("subject", metric.subject, lang)
        assert all(name("unit", unit, lang) for unit in metric.units)
    for item in items().values():
        assert not item.level or name("award_level", item.level, lang)
        assert not item.scheme or name("rating_scheme", item.scheme, lang)
    for province in provinces().values():
        assert name("region", province.region, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_organisations_has_a_name(lang: Language) -> None:
    for kind in ("level", "kind", "province_basis"):
        assert all(name(kind, code, lang) for code in codes(kind, "organisations.csv"))
