"""Runs every benchmark and writes `benchmarks/REPORT.md`: `make bench`."""

import sys
import time

from benchmarks import (
    building,
    cold_load,
    crowd,
    downloads,
    imports,
    interactions,
    lookups,
    painting,
    queries,
    report,
)

SECTIONS = (building, interactions, painting, cold_load, crowd, lookups, downloads, imports, queries)
"""Building first: it makes the country that the others measure. Queries last: it opens the screens in this
process, whose main module is then theirs, and no further process can begin with it."""


def main() -> None:
    """Measures one subject after the other; the machine should have nothing else to do."""
    found = []
    for section in SECTIONS:
        begun = time.monotonic()
        found.append(section.measure())
        report.write(found)
        print(f"{section.__name__}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    print(f"written: {report.REPORT}")


if __name__ == "__main__":
    main()
