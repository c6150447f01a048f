"""What of the catalogue stops a build, and what it says: file, line, what is allowed, the nearest match."""

from pathlib import Path

import pytest

from congdoan.catalogue import COLUMNS, lines
from congdoan.errors import DataError
from congdoan.ingest import build, catalogue_rules, publish, read
from congdoan.paths import CATALOGUE
from tests.asking import HAND, Edit, changed

WHOLE = "members,members,person,sum,last,never,,1,"
SHARE = "member_study_share,other,percent,never"
TET = "programme,tet,1,,,,,,,"
MARKET = "programme,tet_market,2,tet,"
HANOI = "63,01,Hà Nội,Hà Nội,city,red_river,01,2008-08-01,2025-06-30,3,3,"


def refused(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        read.catalogue(folder)
    return str(caught.value)


def wrong(tmp_path: Path, *edits: Edit) -> str:
    return refused(changed(tmp_path / "catalogue", *edits, origin=CATALOGUE))


@pytest.mark.parametrize(
    ("edit", "column", "nearest"),
    [
        (("metrics", WHOLE, WHOLE.replace("person", "persn")), "unit", "person"),
        (("metrics", "unit|branch", "unit|brunch"), "unit", "branch"),
        (("metrics", WHOLE, WHOLE.replace(",members,", ",membrs,")), "subject", "members"),
        (("metrics", WHOLE, WHOLE.replace("sum", "sums")), "over_units", "sum"),
        (("metrics", WHOLE, WHOLE.replace("last", "latest")), "over_time", "last"),
        (("metrics", WHOLE, WHOLE.replace("never", "nevr")), "over_items", "never"),
        (("metrics", "sum,sum,sum,fund,", "sum,sum,sum,funds,"), "dimension", "fund"),
        (("items", TET, TET.replace("programme", "programm")), "dimension", "programme"),
        (("items", MARKET, MARKET.replace(",tet,", ",tett,")), "within", "tet"),
        (("items", "\nrating,htxs,6,,htnv", "\nrating,htxs,6,,htvn"), "scheme", "htnv"),
        (("provinces", HANOI, HANOI.replace("red_river", "red_rivr")), "region", "red_river"),
        (("provinces", HANOI, HANOI.replace("city", "citty")), "kind", "city"),
        (("breaks", "2019-01-01,ratings", "2019-01-01,rating"), "subject", "ratings"),
        (("clusters", "minh_hoa_1,simulated", "minh_hoa_1,simulatd"), "dataset", "simulated"),
    ],
)
def test_an_unknown_code_stops_the_build_with_file_line_and_nearest(
    tmp_path: Path, edit: Edit, column: str, nearest: str
) -> None:
    file, _, new = edit
    told = wrong(tmp_path, edit)
    text = (tmp_path / "catalogue" / f"{file}.csv").read_text(encoding="utf-8")
    line = text.split(new.strip())[0].count("\n") + 1
    assert f"{file}.csv, line {line}, column {column}: found" in told
    assert f"Nearest: {nearest!r}." in told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            ("metrics", WHOLE, WHOLE.replace(",1,", ",first,")),
            "column rank: found 'first'; allowed: a plain num",
        ),
        (
            ("metrics", WHOLE, WHOLE.replace(",1,", ",2,")),
            "column rank: found '2'; allowed: a key that line 2",
        ),
        (("metrics", WHOLE, WHOLE.replace("members,m", "Members,m")), "small letters without accents"),
        (("metrics", "Đoàn viên,Members,", "Đoàn viên,,"), "column en: found ''; allowed: some text"),
        (("metrics", ",Union members on the day of the report.", ","), "column definition_en: found ''"),
        (("metrics", SHARE, SHARE.replace("never", "sum")), "never, since percentages do not add up"),
        (
            ("items", "programme,tet_market,2", "programme,tet,2"),
            "column item: found 'tet'; allowed: a key that",
        ),
        (("items", "programme,tet_market,2", "programme,all,2"), "all is the whole"),
        (("items", "\nrating,htxs,6,,htnv,,,,1", "\nrating,htxs,6,,htnv,,,,"), "the tier of this rating"),
        (("items", "\nrating,htxs,6,,htnv,,,,1", "\nrating,htxs,6,,htnv,,,,5"), "from 0 to 4"),
        (("provinces", HANOI, HANOI.replace(",01,2008", ",99,2008")), "a province code of scheme 34"),
        (("provinces", HANOI, HANOI.replace(",01,2008", ",04,2008")), "the region of its successor"),
        (("provinces", HANOI, HANOI.replace("3,3,", "3,x,")), "column tile_column: found 'x'"),
        (("provinces", HANOI, HANOI.replace("2025-06-30", "30/6/2025")), "a day written 2021-06-28"),
        (("provinces", HANOI, HANOI.replace("2025-06-30", "2001-06-30")), "a day on or after 2008-08-01"),
        (("breaks", "2019-01-01,ratings", "2019,ratings"), "column on: found '2019'; allowed: a day"),
        (("breaks", "closures,2025", "closing,2025"), "words chart.break.<code> in text.csv"),
        (
            ("due_dates", "half,05-31", "half,31-05"),
            "found '31-05'; allowed: a day of every year written 11-30",
        ),
        (("due_dates", "half,05-31", "half,11-30"), "a day of the first half-year, at most 06-30"),
        (("due_dates", "year,11-30,45", "year,11-30,-1"), "column days: found '-1'; allowed: a plain number"),
        (("due_dates", "\nyear,", "\nhalf,"), "a key that line 2 does not use"),
        (("due_dates", "\nyear,", "\nquarter,"), "column period_type: found 'quarter'; allowed: half, year"),
        (("clusters", "34:01;", "34:02;"), "allowed: places such as 34:04 and units such as unit:"),
        (("clusters", "unit:nganh-tw-1;", "unit:;"), "allowed: places such as 34:04 and units such as unit:"),
        (("clusters", "\nminh_hoa_2,", "\nminh_hoa_1,"), "a key that line 2 does not use"),
        (("text", "page.members,Đoàn viên,", "page.overview,Đoàn viên,"), "a key that line 4 does not use"),
        (("text", "page.members,Đoàn viên,Members", "page.members,Đoàn viên,"), "column en: found ''"),
        (("text", "VND {number} billion", "VND {numbr} billion"), "a text with the values of vi: number"),
        (("text", "VND {number} billion", "VND {number billion"), "values stand as {name}"),
        (("text", "VND {number} billion", "VND {} billion"), "values stand as {name}"),
    ],
)
def test_a_wrong_cell_stops_the_build_and_says_what_is_allowed(tmp_path: Path, edit: Edit, told: str) -> None:
    found = wrong(tmp_path, edit)
    assert told in found
    assert f"{edit[0]}.csv, line " in found
    assert found.startswith("1 problem in the input files; nothing was published.")


def test_an_item_never_lies_within_itself(tmp_path: Path) -> None:
    told = wrong(tmp_path, ("items", TET, TET.replace("1,,", "1,tet_market,")))
    assert "items.csv, line 2, column within: found 'tet_market'; allowed: an item that does not" in told


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (
            "unit.dong",
            "metrics.csv, line 15, column unit: found 'dong'; allowed: a code with words unit.<code>",
        ),
        (
            "region.mekong",
            "provinces.csv, line 62, column region: found 'mekong'; allowed: a code with words",
        ),
        ("award_level.tld", "column level: found 'tld'; allowed: a code with words award_level.<code>"),
        ("qualifier.over", "allowed: a row qualifier.over, the words of a code that figures may hold"),
        ("scope.joint", "column key: found ''; allowed: a row scope.joint, the words"),
    ],
)
def test_a_code_that_figures_may_hold_has_its_words_or_the_build_stops(
    tmp_path: Path, key: str, told: str
) -> None:
    found = wrong(tmp_path, ("text", f"\n{key},", f"\nmark.{key.replace('.', '_')},"))
    assert told in found


def test_each_kind_of_report_has_a_due_date(tmp_path: Path) -> None:
    yearly = (CATALOGUE / "due_dates.csv").read_text(encoding="utf-8").splitlines()[2]
    told = wrong(tmp_path, ("due_dates", f"\n{yearly}", ""))
    assert "due_dates.csv, line 3, column period_type: found ''; allowed: a line for year." in told


def test_every_column_of_the_catalogue_has_a_rule() -> None:
    rules = catalogue_rules.columns(lines(CATALOGUE))
    assert {file: tuple(fields) for file, fields in rules.items()} == COLUMNS


def test_a_wrong_catalogue_publishes_neither_data_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong_one = changed(
        tmp_path / "catalogue", ("metrics", WHOLE, WHOLE.replace("person", "persn")), origin=CATALOGUE
    )
    monkeypatch.setattr("congdoan.paths.CATALOGUE", wrong_one)
    with pytest.raises(DataError, match="found 'persn'"):
        build(HAND, tmp_path / "warehouse")
    with pytest.raises(DataError, match="found 'persn'"):
        publish("simulated", {}, "no inputs", tmp_path / "warehouse")
    assert not list((tmp_path / "warehouse").glob("*.duckdb"))
