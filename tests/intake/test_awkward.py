"""Every awkward file loads what it should, and says what it should at the right cell: no more, no less."""

from pathlib import Path

import pytest

from congdoan.intake import published
from congdoan.intake.messages import Message
from congdoan.intake.model import Figure, Row
from congdoan.intake.understanding import understand
from tests.intake.awkward import EVERY, main
from tests.intake.case import Awkward

KNOWN = published.from_facts(year=2026)


def written(row: Row, figure: Figure) -> str:
    codes = (figure.series.metric, figure.series.item, figure.series.recipient)
    qualifier = "" if figure.qualifier == "exact" else f"~{figure.qualifier}"
    return f"{row.unit} {row.period.year} {'/'.join(codes).rstrip('/')} {figure.value}{qualifier}"


def place(one: Message) -> str:
    where = "!".join(filter(None, (one.sheet, one.cell)))
    return f"{one.code}@{where}" if where else one.code


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_an_awkward_file_loads_and_says_what_it_should(case: Awkward) -> None:
    rows: list[Row] = []
    understood = understand(case.data, case.name, KNOWN, rows.append)
    loaded = [written(row, figure) for row in rows for figure in row.figures]
    said = [place(one) for one in understood.messages if one.severity != "info"]
    assert sorted(loaded) == sorted(case.loads)
    assert sorted(said) == sorted(case.says)
    infos = {place(one) for one in understood.messages} | {one.code for one in understood.messages}
    assert set(case.told) <= infos


def test_there_are_forty_awkward_files_and_more_each_with_what_is_expected(tmp_path: Path) -> None:
    main(tmp_path)
    made = {path.name for path in tmp_path.iterdir()}
    assert len(made) == 2 * len(EVERY) >= 80
    assert all(f"{case.name}.json" in made for case in EVERY)
