"""What stops a build, and what it says: file, line, what is allowed, and the nearest match."""

from pathlib import Path

import pytest

from congdoan.errors import DataError
from congdoan.ingest import read
from congdoan.paths import CATALOGUE
from tests.asking import HAND, Edit, changed

BLOOD = "blood_donors,,,,15,,,person,exact,final,total,,10,"
SPAN = "H2,ldld-vinh-phuc,2018,span,2016-01-01,2018-12-31"
PARTS = "donation_amount,disaster,,,20000000"


def refused(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        read.facts(folder, read.catalogue(CATALOGUE))
    return str(caught.value)


def test_the_hand_made_figures_are_at_most_fifty_and_break_no_rule() -> None:
    assert len(read.facts(HAND, read.catalogue(CATALOGUE))["facts"]) <= 50


@pytest.mark.parametrize(
    ("old", "new", "column", "nearest"),
    [
        ("branches,,,,4,,,branch", "branchs,,,,4,,,branch", "metric", "branches"),
        ("donation_amount,covid", "donation_amount,covit", "item", "covid"),
        ("H3-F01,H3,ldld-phu-tho-2025", "H3-F01,H3,ldld-phu-to-2025", "org_id", "ldld-phu-tho-2025"),
        (BLOOD, BLOOD.replace("exact", "exakt"), "qualifier", "exact"),
        (BLOOD, BLOOD.replace("final", "finl"), "status", "final"),
        (BLOOD, BLOOD.replace("total,,10", "totl,,10"), "scope", "total"),
        (SPAN, SPAN.replace("span", "spann"), "period_type", "span"),
        (
            PARTS + ",,,dong,exact,final,total,H2-F01",
            PARTS + ",,,dong,exact,final,total,H2-F99",
            "part_of",
            "H2-F09",
        ),
    ],
)
def test_an_unknown_code_stops_the_build_with_file_line_and_nearest(
    tmp_path: Path, old: str, new: str, column: str, nearest: str
) -> None:
    folder = changed(tmp_path / "facts", ("facts", old, new))
    line = (folder / "facts.csv").read_text(encoding="utf-8").split(new)[0].count("\n") + 1
    told = refused(folder)
    assert f"facts.csv, line {line}, column {column}: found" in told
    assert f"Nearest: {nearest!r}." in told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("facts", PARTS, "donation_amount,disaster,,,20tr"), "a plain number from 0"),
        (("facts", PARTS, "donation_amount,disaster,,,20.000.000"), "without separators"),
        (("facts", PARTS, "donation_amount,disaster,,,20000000.5"), "a whole number, since the unit is dong"),
        (("facts", PARTS, "donation_amount,disaster,,,-1"), "from 0 to"),
        (("facts", BLOOD, BLOOD.replace("person", "blood_unit")), "person for blood_donors"),
        (("facts", BLOOD, BLOOD.replace(",,,,15", ",,individual,,15")), "empty for everything else"),
        (("facts", BLOOD, BLOOD.replace("15", "")), "or the printed word in value_text"),
        (("facts", "kha,,,2,,,percent", "kha,,,200,,,percent"), "at most 100 percent"),
        (("facts", SPAN, SPAN.replace("2018,span", "2017,span")), "2018, the year in which the period ends"),
        (("facts", SPAN, SPAN.replace("span", "year")), "year only for 1 January to 31 December"),
        (("facts", SPAN, SPAN.replace("span,2016-01-01", "span,2019-01-01")), "a day on or after 2019-01-01"),
        (("facts", SPAN, SPAN.replace("2016-01-01", "1/1/2016")), "a day written 2021-06-28"),
        (("facts", "H2-F12,H2", "H2-F11,H2"), "a key that line"),
        (("sources", "2019-01-11,,,news", "2019-01-11,,,gossip"), "news, portal, report"),
        (("organisations", "upper,cd_vien_chuc,ldld", "lower,cd_vien_chuc,ldld"), "branch, central_industry"),
        (("organisations", "ldld_tinh,tld,04,04", "ldld_tinh,tld,99,04"), "a province code of scheme 63"),
        (("organisations", "ldld_tinh,tld,04,04", "ldld_tinh,tld,04,25"), "04, into which 04 went"),
        (
            ("organisations", "ldld_tinh,tld,04,04", "ldld_tinh,dak,04,04"),
            "a unit that does not, through others",
        ),
    ],
)
def test_a_wrong_cell_stops_the_build_and_says_what_is_allowed(tmp_path: Path, edit: Edit, told: str) -> None:
    assert told in refused(changed(tmp_path / "facts", edit))


def test_a_part_greater_than_its_whole_stops_the_build(tmp_path: Path) -> None:
    too_many = ("facts", "rated_branches,htt,,,2,", "rated_branches,htt,,,5,")
    assert "at most 4, the value of its whole H1-F05" in refused(changed(tmp_path / "facts", too_many))


def test_a_whole_that_is_over_its_printed_value_may_have_a_greater_part(tmp_path: Path) -> None:
    folder = changed(tmp_path / "facts", ("facts", "for_the_poor,,,30000000", "for_the_poor,,,90000000"))
    assert read.facts(folder, read.catalogue(CATALOGUE))


def test_a_part_belongs_to_a_whole_of_the_same_unit_and_never_to_itself(tmp_path: Path) -> None:
    old = PARTS + ",,,dong,exact,final,total,H2-F01"
    other = changed(tmp_path / "other", ("facts", old, old.replace("H2-F01", "H1-F10")))
    assert "a figure of the same unit, ldld-vinh-phuc" in refused(other)
    itself = changed(tmp_path / "itself", ("facts", old, old.replace("H2-F01", "H2-F03")))
    assert "a whole that is not, through others, part of this figure" in refused(itself)


def test_twenty_problems_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    folder = changed(tmp_path / "facts")
    facts = folder / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace(",total,", ",totl,"), encoding="utf-8")
    told = refused(folder).splitlines()
    assert told[0].endswith(" problems in the input files; nothing was published.")
    assert len(told) == 22
    assert told[-1] == f"... and {int(told[0].split()[0]) - 20} more."


def test_names_are_stored_in_one_unicode_form_and_found_without_accents(tmp_path: Path) -> None:
    decomposed = "CĐCS Đa\u0306\u0301k Ho\u0300a"
    folder = changed(tmp_path / "facts", ("organisations", "CĐCS Đắk Hòa", decomposed))
    staged = read.staged(read.facts(folder, read.catalogue(CATALOGUE)))["staged_organisations"]
    unit = staged[staged["org_id"] == "dak"].iloc[0]
    assert unit["name_vi"] == "CĐCS Đắk Hòa"
    assert "dak hoa" in unit["search_key"]


@pytest.mark.parametrize(
    ("old", "new", "column", "what"),
    [
        (
            "ldld_tinh,tld,26,25,stated,,2025-06-30,merged",
            "ldld_tinh,tld,26,25,stated,,,merged",
            "ending",
            "empty, the unit has no last day",
        ),
        (
            "tld,17,25,stated,,2025-06-30,merged",
            "tld,17,25,stated,,2025-06-30,ceased",
            "successor_id",
            "empty, only a merged unit has a successor",
        ),
        (
            "tld,25,25,stated,,2025-06-30,merged,ldld-phu-tho-2025",
            "tld,25,25,stated,,2025-06-30,merged,ldld-hoa-binh",
            "successor_id",
            "a unit that exists after 2025-06-30",
        ),
    ],
)
def test_an_end_that_contradicts_itself_is_refused(
    old: str, new: str, column: str, what: str, tmp_path: Path
) -> None:
    told = refused(changed(tmp_path / "facts", ("organisations", old, new)))
    assert "organisations.csv" in told
    assert column in told
    assert what in told


def test_a_real_cluster_names_units_that_there_are(tmp_path: Path) -> None:
    first = "\nminh_hoa_1,simulated,"
    row = "\nthu,real,Cụm thử,Test cluster,34:04;unit:vien-chu,,,,"
    known = read.catalogue(
        changed(tmp_path / "catalogue", ("clusters", first, row + first), origin=CATALOGUE)
    )
    with pytest.raises(DataError, match=r"column members: .*has no vien-chu\. Nearest: 'vien-chuc'"):
        read.facts(HAND, known)
