"""A file of a pack is whole or not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from congdoan.packs import save
from tests.packs.kinds import pack


def test_a_file_that_cannot_be_written_leaves_nothing_behind_and_the_one_from_before_stays(
    tmp_path: Path,
) -> None:
    made = pack()
    before = save("html", tmp_path, made)
    held = before.read_bytes()
    broken = replace(made, slides=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        save("html", tmp_path, broken)
    assert [path.name for path in tmp_path.iterdir()] == [before.name]
    assert before.read_bytes() == held
