"""The command line: build figures, simulate a country, say what is served, read and make spreadsheets."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from congdoan import database, ingest
from congdoan.errors import CongdoanError
from congdoan.intake.command import make_template, run
from congdoan.simulate import simulate


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did its work, 1 after an error told in plain words.

    `import` answers by what it found: 0 for nothing to say, 1 for warnings, 2 for errors.
    """
    chosen = _parser().parse_args(arguments)
    try:
        done = chosen.command(chosen)
        if isinstance(done, int):
            return done
        print(done)
    except CongdoanError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m congdoan", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_figures(commands)
    _add_spreadsheets(commands)
    return parser


def _add_figures(commands: Any) -> None:
    build = commands.add_parser(
        "build", help="read data/facts, check it, publish a release of the real figures"
    )
    build.set_defaults(command=_build)
    simulate = commands.add_parser(
        "simulate", help="make a simulated country and publish it beside the real figures"
    )
    simulate.add_argument(
        "--branches", type=int, help="how many branches (default: as many as now, at first 1000)"
    )
    simulate.add_argument(
        "--years", type=_years, default=(2016, 2025), help="first and last year (default 2016-2025)"
    )
    simulate.add_argument(
        "--seed", type=int, default=1, help="another seed gives another country (default 1)"
    )
    for command in (build, simulate):
        command.add_argument(
            "--into", type=Path, metavar="DIR", help="the warehouse (default data/warehouse)"
        )
    simulate.set_defaults(command=_simulate)
    info = commands.add_parser(
        "info", help="print release, sources, rows and coverage of what is being served"
    )
    info.add_argument("--dataset", choices=sorted(database.POINTERS), default="real")
    info.set_defaults(command=lambda chosen: _info(chosen.dataset))


def _add_spreadsheets(commands: Any) -> None:
    taken = commands.add_parser("import", help="read spreadsheets and say what would load and what is wrong")
    taken.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", required=True, help="publish nothing")
    taken.add_argument("--json", action="store_true", help="one JSON object per file, for machines")
    taken.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the messages")
    taken.add_argument("--checked", type=Path, metavar="DIR", help="write each file there, wrong cells red")
    taken.set_defaults(command=lambda chosen: run(chosen.files, chosen.json, chosen.lang, chosen.checked))
    made = commands.add_parser("template", help="make the workbook that a union body fills in")
    made.add_argument("--unit", required=True, help="its name or org_id")
    made.add_argument("--period", required=True, help="such as 2025 or '6 tháng đầu năm 2025'")
    made.add_argument("--out", type=Path, metavar="FILE", help="default: a name of unit and period")
    made.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the headings")
    made.set_defaults(
        command=lambda chosen: make_template(chosen.unit, chosen.period, chosen.out, chosen.lang)
    )


def _years(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
        raise argparse.ArgumentTypeError(f"found {text!r}; allowed: two years, such as 2016-2025")
    return int(first), int(last)


def _tell(step: str) -> None:
    """Writes the step over the one before it, where somebody watches."""
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{step}", end="\r", file=sys.stderr, flush=True)


def _build(chosen: argparse.Namespace) -> str:
    return f"Serving release {ingest.build(warehouse=chosen.into, tell=_tell)} of the real figures."


def _simulate(chosen: argparse.Namespace) -> str:
    release = simulate(
        warehouse=chosen.into,
        branches=chosen.branches,
        first_year=chosen.years[0],
        last_year=chosen.years[1],
        seed=chosen.seed,
        tell=_tell,
    )
    return f"Serving release {release} of the simulated country."


def _info(dataset: str) -> str:
    found = database.release(dataset)
    lines = [
        f"Release {found.release} ({dataset}), figures to {found.cut_off}",
        f"{found.figures} figures, {found.sources} sources, {found.organisations} organisations",
    ]
    for query in ("info/sources", "info/tables", "info/years"):
        rows = database.rows(query, dataset, {})
        lines += ["", pd.DataFrame(rows.values).to_string(index=False)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
