"""Asking a country in this process, without a server."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from benchmarks.sets import warehouse
from congdoan import database


@contextmanager
def reading(size: str) -> Iterator[None]:
    """Lets the queries of this process answer from the country of a size."""
    with patch.object(database, "WAREHOUSE", warehouse(size)):
        yield


def seconds(name: str, inputs: Mapping[str, Any]) -> float:
    """How long a query takes to its rows."""
    begun = time.perf_counter()
    database.rows(name, "simulated", inputs)
    return time.perf_counter() - begun
