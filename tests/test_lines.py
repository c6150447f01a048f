"""A CSV file is read as spreadsheet programs write it, or refused in plain words with its line."""

from pathlib import Path

import pytest

from congdoan.errors import DataError
from congdoan.lines import read
from congdoan.paths import FACTS

COLUMNS = ("code", "name")


def refused(path: Path, content: bytes | str) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataError) as caught:
        read(path, COLUMNS)
    return str(caught.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_is_read_with_and_without_a_byte_order_mark_and_with_both_line_ends(
    mark: bytes, end: str, file: Path
) -> None:
    file.write_bytes(mark + end.join(["code,name", '1,"Đắk, Hòa"', "2, b "]).encode())
    assert [(line.number, *line.cells.values()) for line in read(file, COLUMNS)] == [
        (2, "1", "Đắk, Hòa"),
        (3, "2", "b"),
    ]


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons (;)"), ("\t", "tabs")])
def test_a_file_with_other_separators_is_told_so_and_not_by_its_columns(
    sign: str, name: str, file: Path
) -> None:
    told = refused(file, f"\ufeffcode{sign}name\n1{sign}a\n")
    assert told.endswith(f"file.csv is separated by {name}. Save it as comma separated CSV in UTF-8.")


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("id,name", "line 1: found 'id' as column 1; allowed: 'code'."),
        ("code", "line 1: found '' as column 2; allowed: 'name'."),
        ("code,name,more", "line 1: found 'more' as column 3; allowed: 2 columns."),
        ("", "line 1: found '' as column 1; allowed: 'code'."),
    ],
)
def test_the_first_column_that_is_not_as_it_should_is_named(heading: str, told: str, file: Path) -> None:
    assert told in refused(file, f"{heading}\n1,a\n")


def test_quotation_marks_that_do_not_pair_are_told_with_the_line_they_begin_on(file: Path) -> None:
    assert "file.csv, line 3: the quotation marks" in refused(file, 'code,name\n1,a\n2,"b\n3,c\n4,d\n')
    assert "file.csv, line 4: the quotation marks" in refused(file, 'code,name\n1,"a\nb"\n2,"b"c\n3,c\n')


def test_a_record_over_several_lines_is_known_by_its_first(file: Path) -> None:
    assert "file.csv, line 4: found 1 cells; allowed: 2." in refused(file, 'code,name\n1,"a\nb"\n2\n')


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_bytes_that_are_not_utf8_are_told_with_their_line(mark: bytes, file: Path) -> None:
    assert "file.csv, line 3: found bytes that are not UTF-8" in refused(
        file, mark + b"code,name\n1,a\n2,\xd0\n"
    )
    assert "file.csv, line 1: found bytes that are not UTF-8" in refused(file, "code".encode("utf-16"))


def test_a_missing_and_an_empty_file_are_refused(file: Path) -> None:
    assert "holds no line below its heading" in refused(file, "code,name\n")
    file.unlink()
    with pytest.raises(DataError, match=r"file\.csv is missing\. Restore it from git"):
        read(file, COLUMNS)


def test_a_file_of_the_project_is_named_from_its_root() -> None:
    with pytest.raises(DataError, match=r"^data/facts/facts\.csv, line 1: found"):
        read(FACTS / "facts.csv", COLUMNS)
