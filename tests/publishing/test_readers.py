"""Who reads while others publish always reads one whole release."""

import threading
from pathlib import Path

import pytest

from congdoan import database
from congdoan.errors import SnapshotError
from tests.publishing.sending import book, send, take_back

UNIT = "ldld-cao-bang"
BOTH = """
    select cast(f.metric as varchar), cast(f.value as integer), r.release
    from figures as f cross join release as r
    where f.org_id = $unit and f.year = 2025 and f.metric in ('members', 'houses') and f.scope = 'total'
"""


def look(seen: list[set], wrong: list[str], over: threading.Event) -> None:
    """Reads both figures again and again; they were always published together, with one value."""
    while not over.is_set():
        try:
            with database._reading("real") as cursor:
                found = cursor.execute(BOTH, {"unit": UNIT}).fetchall()
        except SnapshotError as error:
            wrong.append(str(error))
            continue
        values = {value for _, value, _ in found}
        if len(found) not in (0, 2) or len(values) > 1:
            wrong.append(str(found))
        seen.append(values)


def crowd(tmp_path: Path, readers: int, publishes: int) -> tuple[list[set], list[str]]:
    seen: list[set] = []
    wrong: list[str] = []
    over = threading.Event()
    threads = [threading.Thread(target=look, args=(seen, wrong, over)) for _ in range(readers)]
    for thread in threads:
        thread.start()
    try:
        for turn in range(publishes - 1):
            value = 100 + turn
            send(tmp_path / str(turn), book(["LĐLĐ tỉnh Cao Bằng", value, value]))
        take_back(publishes - 1)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    return seen, wrong


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("readers", "publishes"), [(4, 3), pytest.param(20, 20, marks=pytest.mark.long)], ids=["few", "crowd"]
)
def test_readers_never_fail_nor_read_two_releases_at_once(
    tmp_path: Path, readers: int, publishes: int
) -> None:
    seen, wrong = crowd(tmp_path, readers, publishes)
    assert wrong == []
    assert len({frozenset(values) for values in seen}) >= publishes - 1
