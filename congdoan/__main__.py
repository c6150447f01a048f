"""The command line: build figures, simulate a country, say what is served, make packs, read spreadsheets."""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congdoan import database, decks, ingest, packs
from congdoan.catalogue import provinces
from congdoan.errors import CongdoanError, DataError
from congdoan.intake.command import make_template, run
from congdoan.publishing import command
from congdoan.publishing.publish import Words
from congdoan.simulate import simulate

_INTO: dict[str, Any] = {"type": Path, "metavar": "DIR", "help": "the warehouse (default data/warehouse)"}
_CLOSED = 128 + signal.SIGPIPE
"""What a command ends with whose reader wanted no more, as `import … | head` does."""
_AUTHOR: dict[str, Any] = {"default": getpass.getuser(), "help": "who publishes (default: the user)"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did its work, 1 after an error told in plain words.

    `import` answers by what it found: 0 for nothing to say, 1 for warnings, 2 for errors.
    """
    try:
        try:
            return _done(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # so that the end of the process says nothing either
        return _CLOSED


def _done(arguments: Sequence[str] | None) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        done = chosen.command(chosen)
        if isinstance(done, int):
            return done
        print(done)
    except CongdoanError as error:
        print(error, file=sys.stderr)
        return 1
    except (FileNotFoundError, FileExistsError, NotADirectoryError, PermissionError) as error:
        print(f"{error.filename}: {error.strerror}. Name one that can be read or written.", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m congdoan", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    build = commands.add_parser(
        "build", help="read data/facts, check it, publish a release of the real figures"
    )
    build.set_defaults(command=_build)
    build.add_argument("--into", **_INTO)
    _add_simulate(commands)
    _add_pack(commands)
    _add_spreadsheets(commands)
    info = commands.add_parser(
        "info", help="print release, sources, rows and coverage of what is being served"
    )
    info.add_argument("--dataset", choices=sorted(database.POINTERS), default="real")
    info.set_defaults(command=lambda chosen: _info(chosen.dataset))
    return parser


def _add_simulate(commands: Any) -> None:
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
    simulate.add_argument("--into", **_INTO)
    simulate.set_defaults(command=_simulate)


def _add_spreadsheets(commands: Any) -> None:
    taken = commands.add_parser("import", help="read spreadsheets and say what would load and what is wrong")
    taken.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="publish nothing, as without --publish")
    taken.add_argument("--publish", action="store_true", help="publish each file as a batch of its own")
    taken.add_argument("--note", default="", help="what the figures are, for all time")
    taken.add_argument("--reason", default="", help="why published figures change, where some do")
    taken.add_argument("--yes", action="store_true", help="publish in spite of warnings and left out rows")
    taken.add_argument("--json", action="store_true", help="one JSON object per file, for machines")
    taken.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the messages")
    taken.add_argument("--checked", type=Path, metavar="DIR", help="write each file there, wrong cells red")
    taken.add_argument("--author", **_AUTHOR)
    taken.set_defaults(command=_import)
    _add_batches(commands)
    made = commands.add_parser("template", help="make the workbook that a union body fills in")
    made.add_argument("--unit", required=True, help="its name or org_id")
    made.add_argument("--period", required=True, help="such as 2025 or '6 tháng đầu năm 2025'")
    made.add_argument("--out", type=Path, metavar="FILE", help="default: a name of unit and period")
    made.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the headings")
    made.set_defaults(
        command=lambda chosen: make_template(chosen.unit, chosen.period, chosen.out, chosen.lang)
    )


def _add_batches(commands: Any) -> None:
    listed = commands.add_parser("batches", help="list what was imported, and what became of it")
    listed.add_argument("--lang", choices=("vi", "en"), default="vi")
    listed.set_defaults(command=lambda chosen: command.listed(chosen.lang))
    back = commands.add_parser("undo", help="take a batch back, by another one; nothing is ever removed")
    back.add_argument("batch", type=int, metavar="BATCH", help="its number")
    back.add_argument("--reason", required=True, help="why")
    back.add_argument("--author", **_AUTHOR)
    back.add_argument("--lang", choices=("vi", "en"), default="vi")
    back.set_defaults(
        command=lambda chosen: command.take_back(chosen.batch, chosen.author, chosen.reason, chosen.lang)
    )
    checked = commands.add_parser("audit", help="hold everything that was kept of imports against its log")
    checked.add_argument("--lang", choices=("vi", "en"), default="vi")
    checked.set_defaults(command=lambda chosen: command.audited(chosen.lang))


def _import(chosen: argparse.Namespace) -> int:
    if not chosen.publish:
        against = command.known()
        return run(chosen.files, chosen.json, chosen.lang, chosen.checked, against)
    if chosen.dry_run or chosen.json:
        raise DataError("--publish goes with neither --dry-run nor --json.")
    words = Words(chosen.author, chosen.note, chosen.reason)
    return command.published(chosen.files, words, chosen.yes, chosen.lang, _tell)


def _add_pack(commands: Any) -> None:
    pack = commands.add_parser("pack", help="fill a deck for a place and a period, and write it as files")
    named = ", ".join(sorted(decks.templates()))
    pack.add_argument("--deck", required=True, help=f"{named}, or one of your own, as rieng-3")
    pack.add_argument("--place", default="VN", help="VN (default), or a province such as 34:04 or 63:04")
    pack.add_argument(
        "--year", "--years", dest="years", type=_years, help="2021 or 2018-2021 (default: the newest)"
    )
    pack.add_argument("--dataset", choices=sorted(database.POINTERS), default="real")
    pack.add_argument("--lang", choices=("vi", "en"), default="vi")
    forms = ", ".join(packs.FORMS)
    pack.add_argument("--formats", type=_forms, default=packs.FORMS, help=f"of {forms} (default: all)")
    pack.add_argument("--home", default="http://localhost:8501", help="the address that links begin with")
    pack.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="folder (default: this one)")
    pack.set_defaults(command=_pack)


def _years(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    last = last or first
    if not (first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
        raise argparse.ArgumentTypeError(f"found {text!r}; allowed: a year, or two such as 2016-2025")
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


def _forms(text: str) -> list[packs.Form]:
    wanted = text.split(",")
    if not set(wanted) <= set(packs.FORMS):
        allowed = ", ".join(packs.FORMS)
        raise argparse.ArgumentTypeError(f"found {text!r}; allowed: {allowed}, with commas between")
    return [form for form in packs.FORMS if form in wanted]


def _pack(chosen: argparse.Namespace) -> str:
    from congdoan.page import own_decks, packing  # noqa: PLC0415 - Streamlit is large, and no other command needs it

    if chosen.place != "VN" and chosen.place not in provinces():
        raise DataError(f"--place: found {chosen.place!r}; allowed: VN, or a province such as 34:04.")
    deck = own_decks.deck_named(chosen.deck)
    if deck is None:
        known = [*sorted(decks.templates()), *(own_decks.code_of(one) for one in own_decks.own_decks())]
        raise DataError(f"--deck: found {chosen.deck!r}; allowed: {', '.join(known)}.")
    if deck.dataset and (chosen.place != "VN" or chosen.years):
        raise DataError("--place, --year: the slides of a deck of your own bring theirs; leave them out.")
    choice = packing.choice_for(chosen.place, chosen.years, chosen.dataset, chosen.lang)
    made = packing.pack(deck, choice, chosen.home)
    return "\n".join(str(packs.save(form, chosen.out, made)) for form in chosen.formats)


def _info(dataset: str) -> str:
    import pandas as pd

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
