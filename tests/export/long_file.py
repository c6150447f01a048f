"""Writes a long file of one form from rows made on the way; prints by how much the process grew."""

import json
import resource
import sys
import tempfile
from pathlib import Path

import pyarrow as pa

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from congdoan import export
from congdoan.queries import Column
from congdoan.tables.arrow import of_batches
from tests.export.cases import context

COLUMNS = tuple(
    Column(name, kind, name)
    for name, kind in (
        ("figure", "figure"),
        ("place", "place"),
        ("value", "amount"),
        ("unit", "unit"),
        ("note", "text"),
    )
)
STEP = 20_000


def batch(first: int) -> pa.RecordBatch:
    written.append(STEP)
    return pa.RecordBatch.from_pydict(
        {
            "figure": [f"figure-{number}" for number in range(first, first + STEP)],
            "place": ["34:01"] * STEP,
            "value": [number / 4 for number in range(STEP)],
            "unit": ["dong"] * STEP,
            "note": ["=1+1"] * STEP,
        }
    )


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


form, rows = sys.argv[1], int(sys.argv[2])
written: list[int] = []
stream = of_batches("by_hand", COLUMNS, "vi", rows, lambda: map(batch, range(0, rows, STEP)))
before = peak()
with tempfile.TemporaryFile() as file:
    export.write(next(one for one in export.FORMS if one == form), file, stream, context())
    sys.stdout.write(json.dumps({"rows": sum(written), "megabytes": peak() - before}))
