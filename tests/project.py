"""The project's own files, read as text and as syntax trees, for the tests that hold the house rules."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from congdoan.paths import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def files() -> tuple[Path, ...]:
    """Every file that git holds or would hold, so nothing built and no local environment."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(ROOT / name for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file())


def python(*folders: str) -> list[Path]:
    """The Python files at these top-level entries, such as `pages` or `app.py`."""
    return [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def product() -> list[Path]:
    """The Python files that run in the product."""
    return python("app.py", "pages", "congdoan")


def short(path: Path, line: int | None = None) -> str:
    """How a finding names its place: path from the root, and line."""
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full module name of every import of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def is_docstring(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


@cache
def literals(path: Path) -> tuple[tuple[int, str], ...]:
    """Line and text of every string of a file that is no docstring."""
    nodes = list(ast.walk(tree(path)))
    documented = [node.body[0] for node in nodes if isinstance(node, Documented) and node.body]
    docstrings = {id(first.value) for first in documented if isinstance(first, ast.Expr)}
    return tuple(
        (node.lineno, node.value)
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    )


@cache
def patterns(path: Path) -> tuple[re.Pattern[str], ...]:
    """What each f-string of a file can become, for those that begin with fixed text."""
    joined = [node for node in ast.walk(tree(path)) if isinstance(node, ast.JoinedStr)]
    return tuple(pattern(node) for node in joined if fixed_start(node))


def fixed_start(node: ast.JoinedStr) -> bool:
    return bool(node.values) and isinstance(node.values[0], ast.Constant)


def pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    """The f-string as an expression: fixed text as it is, anything where a value stands."""
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
    return re.compile("".join(parts))


def assigned(path: Path, name: str) -> Any:
    """The value of a constant that a file writes out, read without running the file."""
    made = (node for node in tree(path).body if isinstance(node, ast.Assign))
    return next(ast.literal_eval(node.value) for node in made if ast.unparse(node.targets[0]) == name)


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    """Calls of a function by its bare name or as an attribute."""
    made = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return (node for node in made if ast.unparse(node.func).split(".")[-1] == name)
