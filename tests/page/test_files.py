"""The address of a file: what goes in comes out, and nothing but the rows that it promises."""

import csv
import io
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from congdoan import export
from congdoan.page import files
from congdoan.page.choice import Choice
from congdoan.page.files import AddressError, GoneError, Wanted, wanted
from congdoan.queries import all_queries
from tests.asking import found_by

GOOD = {"dang": "csv", "bang": "figures/list", "ban": "r1", "chi-tieu": "members,branches"}
EVERYTHING = Wanted(
    Choice("real", "en", "63", ("63:26",), 2018, 2021, "cdcs"),
    "figures/list",
    {"metrics": ["members"]},
    "figures",
)
pytestmark = pytest.mark.usefixtures("hand")


def opened(address: str) -> tuple[Wanted, str]:
    return wanted(dict(parse_qsl(urlsplit(address).query)))


def written(asked: Wanted) -> list[list[str]]:
    file = io.BytesIO()
    export.write("csv", file, files.stream(asked), files.about(asked))
    return list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))


@pytest.mark.parametrize("form", export.FORMS)
def test_what_a_card_asks_for_is_what_its_address_says(form: export.Form) -> None:
    asked, found = opened(EVERYTHING.address(form))
    assert (asked.query, asked.own, asked.card, found) == (
        "figures/list",
        {"metrics": ["members"]},
        "figures",
        form,
    )
    assert asked.inputs() == EVERYTHING.inputs()
    assert asked.choice.lang == "en"


def test_every_list_that_a_screen_cuts_can_be_had_whole() -> None:
    cut = {query.name for query in all_queries() if "limit" in query.inputs}
    assert cut <= set(files.LISTS)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("dang", "exe", "xlsx, csv_excel, csv, parquet"),
        ("bang", "build/10_types", "figures/list"),
        ("bang", "../../etc/passwd", "figures/list"),
        ("ban", "", "r12"),
        ("ban", "../r1", "r12"),
        ("ban", "=1+1", "r12"),
        ("the", "nothing", "figures"),
        ("the", "lead.latest", "figures"),
        ("chi-tieu", "members;drop table figures", "members,branches"),
        ("khoan", "all,nothing", "programme.tet"),
        ("nam", "20-25", "2018-2021"),
        ("tinh", "99", "04,25"),
        ("du-lieu", "../m1", "minh-hoa"),
        ("don-vi", "x" * 201, "200"),
        ("limit", "5", "chi-tieu"),
    ],
)
def test_a_bad_address_is_refused_with_what_is_allowed(key: str, value: str, told: str) -> None:
    for lang in ("vi", "en"):
        with pytest.raises(AddressError, match=key) as refused:
            wanted({**GOOD, "lang": lang, key: value})
        assert told in str(refused.value)


@pytest.mark.parametrize("release", ["r0", "r2", "m1"])
def test_another_release_has_gone(release: str) -> None:
    with pytest.raises(GoneError, match="r1"):
        wanted({**GOOD, "ban": release})


def test_hostile_words_in_an_address_find_nothing_and_do_nothing() -> None:
    for own in ({"don-vi": "' or 1=1 --"}, {"nguon": '"; drop table figures'}, {"so": "=cmd()"}):
        asked, _ = wanted({"dang": "csv", "bang": "figures/list", "ban": "r1", **own})
        assert len(files.stream(asked)) == 0
        assert len(written(asked)) == 1


def rows_of(asked: Wanted) -> list[dict[str, Any]]:
    return found_by(asked.query, **asked.inputs()).records


@pytest.mark.parametrize("at_once", [1, 4, 100_000])
def test_a_long_list_is_read_in_steps_that_are_the_whole_list(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "AT_ONCE", at_once)
    metrics = ["members", "branches", "awards", "rated_branches", "donation_amount"]
    asked = Wanted(Choice(), "figures/list", {"metrics": metrics})
    header, *lines = written(asked)
    expected = rows_of(asked)
    assert len(files.stream(asked)) == len(lines) == len(expected) > 20
    assert [line[header.index("figure")] for line in lines] == [row["figure"] for row in expected]
    values = [line[header.index("value")] for line in lines]
    assert [float(text) for text in values if text] == [
        row["value"] for row in expected if row["value"] == row["value"]
    ]


def test_the_rows_that_are_said_are_the_rows_of_the_file() -> None:
    for name, own in (
        ("figures/other_periods", {"metrics": ["members", "members_joined"]}),
        ("sources/list", {}),
        ("organisations/search", {"search": "vinh phuc"}),
        ("organisations/readings", {"org": "ldld-vinh-phuc"}),
    ):
        asked = Wanted(Choice(), name, own)
        assert len(files.stream(asked)) == len(written(asked)) - 1 == len(rows_of(asked))


def test_a_file_says_its_sources_definitions_and_a_neutral_title() -> None:
    everything = files.about(Wanted(Choice(), "figures/list", {"metrics": ["members"]}))
    assert everything.title == "Đoàn viên: mọi số liệu"
    assert [term for term, _ in everything.definitions] == ["Đoàn viên"]
    assert everything.sources
    one = files.about(Wanted(Choice(), "figures/list", {"source": "H3"}, "document.figures"))
    assert [source.id for source in one.sources] == ["H3"]
    assert (
        files.file_name(EVERYTHING, files.about(EVERYTHING), "xlsx")
        == "what-the-sources-say_vinh-phuc_2018-2021_r1.xlsx"
    )
