"""A PostgreSQL server of a test's own, and the snapshot's tables and queries in its dialect."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlglot
from sqlglot import exp

NULL, MARK = "\\N", "--answer--"
Macro = tuple[list[str], exp.Expr]
NOBODY = 65534
"""PostgreSQL refuses to run as root; a test run by root lends it this user."""


@contextmanager
def server() -> Iterator[Path]:
    """The folder of a running server's socket; the test is skipped where there is no PostgreSQL."""
    tools = {name: tool(name) for name in ("initdb", "pg_ctl", "psql")}
    missing = [name for name, path in tools.items() if path is None]
    if missing or (os.geteuid() == 0 and not shutil.which("setpriv")):
        pytest.skip(f"PostgreSQL cannot run here: {', '.join(missing) or 'setpriv'} is missing")
    folder = Path(tempfile.mkdtemp(prefix="sql-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -F -c listen_addresses=''"
    try:
        run(tools["initdb"], "-D", data, "-U", "test", "-A", "trust", "--no-sync", "--locale=C", "-E", "UTF8")
        run(tools["pg_ctl"], "-D", data, "-l", log, "-w", "-o", options, "start")
        yield folder
    finally:
        run(tools["pg_ctl"], "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder)


def tool(name: str) -> str | None:
    """A program of PostgreSQL, on the path or where Debian keeps it."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(kept[-1]) if kept else None)


def run(*command: str | None, check: bool = True) -> None:
    """Runs a program of the server as a user whom it accepts."""
    lent = (
        ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
    )
    words = [*lent, *(word for word in command if word is not None)]
    subprocess.run(words, check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


def psql(socket: Path, script: str) -> str:
    """What the server prints for a script; its complaint fails the test."""
    command = [tool("psql") or "psql", "-h", str(socket), "-U", "test", "-d", "postgres", "-XqAt", "--csv"]
    settings = ["-v", "ON_ERROR_STOP=1", "-P", f"null={NULL}"]
    told = subprocess.run([*command, *settings], input=script, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout


def asked(socket: Path, questions: list[str]) -> list[list[list[str | None]]]:
    """The rows of each question as texts."""
    told = psql(socket, "".join(f"\\echo {MARK}\n{sql};\n" for sql in questions))
    answers = (csv.reader(io.StringIO(part)) for part in told.split(f"{MARK}\n")[1:])
    return [[[None if value == NULL else value for value in row] for row in rows] for rows in answers]


def copied(connection: duckdb.DuckDBPyConnection) -> str:
    """A script that makes every type, its labels in their order, and every table of a snapshot again."""
    kinds = {
        tuple(labels): name
        for name, labels in connection.sql(
            "select type_name, labels from duckdb_types() where logical_type = 'ENUM' and type_name <> 'enum'"
        ).fetchall()
    }
    listed = ", ".join
    made = [f"create type {name} as enum ({listed(literal(label) for label in labels)});"
            for labels, name in kinds.items()]  # fmt: skip
    for (table,) in connection.sql("select table_name from information_schema.tables").fetchall():
        found = connection.table(table)
        columns = zip(found.columns, found.types, strict=True)
        types = listed(f'"{column}" {kind_of(kind, kinds)}' for column, kind in columns)
        made += [f"create table {table} ({types});", f"copy {table} from stdin (format csv, null '{NULL}');"]
        rows = io.StringIO()
        csv.writer(rows, lineterminator="\n").writerows(
            [NULL if value is None else value for value in row]
            for row in connection.sql(f"select cast(columns(*) as varchar) from {table}").fetchall()
        )
        made.append(f"{rows.getvalue()}\\.\n")
    return "\n".join(made)


def kind_of(kind: Any, kinds: Mapping[tuple[str, ...], str]) -> str:
    """A column's type in the server's words."""
    if kind.id == "enum":
        return kinds[tuple(dict(kind.children)["values"])]
    return exp.DataType.build(str(kind), dialect="duckdb").sql("postgres")


def literal(value: str) -> str:
    return exp.Literal.string(value).sql("postgres")


def macros(connection: duckdb.DuckDBPyConnection) -> dict[str, Macro]:
    """The snapshot's own functions: the names of their arguments and what they stand for."""
    rows = connection.sql(
        "select function_name, parameters, macro_definition from duckdb_functions() where not internal"
    ).fetchall()
    return {
        name: (arguments, sqlglot.parse_one(text.replace("count_star()", "count(*)"), read="duckdb"))
        for name, arguments, text in rows
    }


def translated(sql: str, known: Mapping[str, Macro], inputs: Mapping[str, Any] | None = None) -> str:
    """A reading query in the server's dialect, with its functions written out and any given inputs put in."""

    def write_out(node: exp.Expr) -> exp.Expr:
        call = node.this if isinstance(node, exp.Table) else node
        if not isinstance(call, exp.Anonymous) or call.name.lower() not in known:
            return node
        meant = exp.paren(meaning(known[call.name.lower()], call.expressions).transform(write_out))
        kept = {key: node.args.get(key) for key in ("alias", "joins")}
        return exp.Subquery(this=meant.this, **kept) if node is not call else meant

    def put(node: exp.Expr) -> exp.Expr:
        bound = inputs is not None and isinstance(node, exp.Placeholder | exp.Parameter)
        return exp.convert((inputs or {}).get(node.name)) if bound else node

    whole = sqlglot.parse_one(sql, read="duckdb").transform(write_out).transform(put)
    return whole.sql("postgres", unsupported_level=sqlglot.ErrorLevel.RAISE, comments=False)


def meaning(macro: Macro, values: list[exp.Expr]) -> exp.Expr:
    """What a call of a function stands for: its body with the values in place of its arguments."""
    arguments, body = macro
    given = dict(zip(arguments, values, strict=True))
    return body.transform(
        lambda node: (
            given[node.name].copy()
            if isinstance(node, exp.Column) and node.name in given and not node.table
            else node
        )
    )
