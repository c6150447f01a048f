"""Whatever happened to a file, reading it harms nobody, and what is refused is named with its reason."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.intake.spoiling import faults

AT_ONCE, SLICES = 500, 20


def test_a_spoiled_file_is_read_or_refused_with_place_and_reason() -> None:
    assert faults(range(20)) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(SLICES))
def test_ten_thousand_spoiled_files_are_read_or_refused_with_place_and_reason(part: int) -> None:
    numbers, crowd = range(part * AT_ONCE, (part + 1) * AT_ONCE), os.cpu_count() or 1
    with ProcessPoolExecutor(crowd, multiprocessing.get_context("spawn")) as pool:
        found = pool.map(faults, [numbers[at::crowd] for at in range(crowd)], [True] * crowd)
        assert [one for some in found for one in some] == []
