"""The sources' arithmetic done again: what is found, how gravely, and that the printed value stays."""

from pathlib import Path
from typing import Any

import pytest

from tests.asking import Edit, ask, changed, serve

CHECKED = "check severity figure printed held_against"
STOCK = "H1,ldld-cao-bang,2020,as_of,2020-12-31,2020-12-31"
TET = "2021-01-01,2021-12-31,welfare_amount,tet,,,500000000,,,dong,over"


def findings(**inputs: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in CHECKED.split()) for row in ask("sources/findings", **inputs)]


@pytest.mark.usefixtures("hand")
def test_parts_that_leave_something_of_their_total_unnamed_are_noted() -> None:
    assert findings() == [("parts", "note", "H2-F01", 80_000_000, 50_000_000)]


@pytest.mark.parametrize(
    ("edits", "found"),
    [
        (
            [("facts", "members_female,,,,60,", "members_female,,,,111,")],
            ("women", "warning", "H1-F04", 111, 110),
        ),
        (
            [("facts", "members_female,,,,60,", "workforce,,,,100,")],
            ("workforce", "warning", "H1-F02", 110, 100),
        ),
        ([("facts", TET, TET.replace("500000000", "50000000"))], None),
        (
            [("facts", TET, TET.replace("500000000", "5000000"))],
            ("unit_price", "warning", "H1-F10", 5_000, 50_000),
        ),
        (
            [("facts", "H1-F01,H1,ldld-cao-bang,2020,as_of,2020-06-30,2020-06-30", f"H1-F01,{STOCK}")],
            ("twice", "warning", "H1-F01", 100, 110),
        ),
        (
            [
                ("facts", "houses,repaired,,,0,,,house", "houses,all,,,30,,,house"),
                ("facts", "donation_amount,covid,,,5000000,,,dong", "houses,repaired,,,40,,,house"),
            ],
            ("items", "warning", "H1-F17", 30, 43),
        ),
    ],
)
def test_what_does_not_add_up_is_found_with_what_it_was_held_against(
    edits: list[Edit], found: tuple[Any, ...] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", *edits))
    others = [one for one in findings() if one[0] != "parts"]
    assert others == ([found] if found else [])


def test_a_value_tenfold_its_neighbours_is_found_and_kept_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip = ("facts", "members,,,,120,,,person,over", "members,,,,1200,,,person,over")
    after = ("facts", "H1-F04,H1,ldld-cao-bang,2020,as_of,2020-12-31,2020-12-31,members_female,,,,60", "")
    later = "H1-F04,H1,ldld-cao-bang,2022,as_of,2022-12-31,2022-12-31,members,,,,130"
    facts = changed(tmp_path / "facts", slip, (after[0], after[1], later))
    serve(monkeypatch, tmp_path / "warehouse", facts)
    assert ("tenfold", "warning", "H1-F03", 1200, 120) in findings()
    assert [row["value"] for row in ask("figures/list", figure="H1-F03")] == [1200]


def test_an_exact_total_below_its_parts_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = ("facts", "donation_amount,,,,80000000,,,dong,over", "donation_amount,,,,45000000,,,dong,exact")
    serve(monkeypatch, tmp_path / "warehouse", changed(tmp_path / "facts", small))
    assert ("parts", "warning", "H2-F01", 45_000_000, 50_000_000) in findings()


@pytest.mark.usefixtures("real")
def test_the_slips_of_the_real_sources_are_found_and_no_other() -> None:
    assert findings() == [
        ("share", "warning", "S001-F13", 0.59, 5.95),
        ("share", "warning", "W230-F04", 20.0, 20.59),
        ("twice", "warning", "W078-F01", 1096, 1007),
        ("twice", "warning", "W078-F02", 90125, 92000),
        ("parts", "note", "S003-F23", 79_000_000, 60_900_000),
        ("share", "note", "S001-F11", 53.5, 53.57),
        ("share", "note", "S001-F12", 40.4, 40.48),
    ]
