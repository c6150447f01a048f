"""Times the server's work for every screen on both data sets, and writes `benchmarks/report.md`.

Run it with `make bench`. Numbers depend on the machine; the ratios to the lightest screen of the same run are
what to compare. Nothing is gated by them.
"""

import statistics
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from congdoan.paths import ROOT

SCREENS = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
RUNS = 5


def seconds(screen: str, dataset: str) -> tuple[float, float]:
    """The first run of a screen in a fresh session, and the median of its later runs, in seconds."""
    app = AppTest.from_file(str(ROOT / "benchmarks" / "one_screen.py"), default_timeout=60)
    app.query_params["du-lieu"] = dataset
    app.session_state["screen"] = screen
    took = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        app.run()
        took.append(time.perf_counter() - begun)
    assert not app.exception, app.exception
    return took[0], statistics.median(took[1:])


def main() -> None:
    """Writes the table of all screens, later runs as ratios to the lightest one."""
    rows = [
        (dataset, screen, *seconds(screen, dataset)) for dataset in ("that", "minh-hoa") for screen in SCREENS
    ]
    lightest = min(later for *_, later in rows)
    lines = [
        "# Server time of a screen",
        "",
        f"One process: first run of a session, median of {RUNS} later ones, ratio to the lightest later one.",
        "",
        "| data set | screen | first, ms | later, ms | ratio |",
        "|---|---|---:|---:|---:|",
        *(f"| {d} | {s} | {1000 * a:.0f} | {1000 * b:.0f} | {b / lightest:.1f} |" for d, s, a, b in rows),
    ]
    Path(ROOT / "benchmarks" / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
