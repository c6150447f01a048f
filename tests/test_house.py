"""The budgets and manners of the house: what no type checker and no linter looks after."""

import ast
import re
import statistics

from congdoan.paths import ROOT
from tests.project import (
    Function,
    assigned,
    files,
    functions,
    imports,
    is_docstring,
    literals,
    product,
    python,
    short,
    tree,
)

ENTRIES = set(
    "app.py pages queries data congdoan tests benchmarks requirements.txt requirements-dev.txt "
    "pyproject.toml Makefile .ci "
    "README.md CONTRIBUTING.md CHANGELOG.md LICENSE .streamlit .gitignore .gitattributes".split()
)
TEXTS = {".py", ".sql", ".toml", ".md", ".csv", ".js", ".css", ".svg", ".json", ".geojson", ".txt", ""}
SQL = re.compile(
    r"\s*(select\s|insert\s+into|with\s+\w+\s+as|create\s+(or\s|temp|table|view|macro|type|schema)|update\s+\w+\s+set|"
    r"delete\s+from|(drop|alter)\s+(table|view|type)|copy\s.*\s(to|from)\s|attach\s+'|describe\s|merge\s+into)",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.:/~-])/(home|root|work|tmp|Users|mnt|opt|var)/\w|\b[A-Z]:\\\w")
HOST = re.compile(r"https?://(?P<host>[\w.-]+)")
LOCAL = {"localhost", "127.0.0.1", "www.w3.org"}  # the last is a name space of SVG, never fetched
CODE = re.compile(r"[a-z0-9_./:%-]*")


def length(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    assert function.end_lineno is not None
    whole = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if not is_docstring(first) or first.end_lineno is None:
        return whole
    return whole - (first.end_lineno - first.lineno + 1)


def lines(text: str) -> int:
    return len(text.splitlines())


def test_the_top_level_holds_only_what_the_house_names() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in files()}
    assert found <= ENTRIES, sorted(found - ENTRIES)


def test_no_file_passes_three_hundred_lines() -> None:
    held = [path for path in files() if path.suffix in {".py", ".sql", ".js", ".css"}]
    long = [(short(path), count) for path in held if (count := lines(path.read_text(encoding="utf-8"))) > 300]
    assert not long


def test_no_function_passes_thirty_lines() -> None:
    held = python("app.py", "pages", "congdoan", "tests", "benchmarks")
    every = [(short(path, one.lineno), one.name, length(one)) for path in held for one in functions(path)]
    assert not [one for one in every if one[-1] > 30]


def test_half_of_the_functions_have_nine_lines_or_fewer() -> None:
    assert statistics.median(length(one) for path in product() for one in functions(path)) <= 9


def test_public_classes_are_frozen_dataclasses_or_errors() -> None:
    classes = [
        (path, node) for path in product() for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)
    ]
    public = [(path, node) for path, node in classes if not node.name.startswith("_")]
    assert not [short(path, node.lineno) for path, node in public if not (is_frozen(node) or is_error(node))]


def is_frozen(node: ast.ClassDef) -> bool:
    return any(re.search(r"dataclass\(.*frozen=True", ast.unparse(one)) for one in node.decorator_list)


def is_error(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)


def test_no_handler_catches_everything() -> None:
    wide = {"", "Exception", "BaseException"}
    for path in python("app.py", "pages", "congdoan", "tests", "benchmarks"):
        handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
        caught = {(short(path, one.lineno), name) for one in handlers for name in names(one.type)}
        assert not {place for place, name in caught if name in wide}


def names(node: ast.expr | None) -> list[str]:
    """The exceptions that a handler names; one empty name for a bare `except`."""
    if isinstance(node, ast.Tuple):
        return [ast.unparse(one) for one in node.elts]
    return [ast.unparse(node) if node else ""]


def test_no_html_is_pasted() -> None:
    charts = ROOT / "congdoan" / "charts"  # Plotly's labels have a few tags of their own
    for path in (path for path in product() if not path.is_relative_to(charts)):
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8"), short(path)
        pasted = [line for line, text in literals(path) if re.search(r"<(div|span|style|table)\b", text)]
        assert not pasted, [short(path, line) for line in pasted]


def test_sql_stands_in_query_files_only() -> None:
    found = [short(path, line) for path in product() for line, text in literals(path) if SQL.match(text)]
    assert not found


def test_no_text_names_a_folder_of_one_machine() -> None:
    for path in files():
        if path.suffix in TEXTS - {".csv"}:
            found = MACHINE.search(path.read_text(encoding="utf-8"))
            assert found is None, (short(path), found)


def test_foreign_hosts_stand_in_sources_and_documents_only() -> None:
    allowed = {"data/facts/sources.csv", *(short(path) for path in python("tests"))}
    for path in files():
        if path.suffix in TEXTS - {".md"} and short(path) not in allowed:
            hosts = set(HOST.findall(path.read_text(encoding="utf-8")))
            assert hosts <= LOCAL, (short(path), hosts)


def test_a_page_imports_streamlit_and_the_page_package_only() -> None:
    for path in python("pages"):
        for line, module in imports(path):
            assert module == "streamlit" or module.split(".")[:2] == ["congdoan", "page"], short(path, line)


def test_a_page_is_a_short_script_with_a_question_and_no_function() -> None:
    for path in python("pages"):
        parsed = tree(path)
        assert lines(path.read_text(encoding="utf-8")) <= 60, short(path)
        assert (ast.get_docstring(parsed) or "").rstrip().endswith("?"), f"{short(path)} asks no question"
        makers = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
        assert not [node for node in ast.walk(parsed) if isinstance(node, makers)], short(path)


def test_a_page_holds_codes_and_no_visible_word() -> None:
    every = [(short(path, line), text) for path in python("pages") for line, text in literals(path)]
    assert not [one for one in every if not CODE.fullmatch(one[-1])]


def test_pages_lie_flat_and_each_is_in_the_menu_once() -> None:
    groups = assigned(ROOT / "congdoan" / "page" / "screens.py", "PAGES").values()
    listed = sorted(f"pages/{screen}.py" for group in groups for screen in group)
    assert listed == [short(path) for path in python("pages")]


def test_no_address_of_a_page_is_the_stem_of_a_page_file() -> None:
    groups = assigned(ROOT / "congdoan" / "page" / "screens.py", "PAGES").values()
    assert not {address for group in groups for address in group.values()} & {
        path.stem for path in python("pages")
    }


def test_the_start_script_is_one_statement_below_its_imports() -> None:
    imported = (ast.Import, ast.ImportFrom)
    statements = [node for node in tree(ROOT / "app.py").body if not isinstance(node, imported)]
    assert len([node for node in statements if not is_docstring(node)]) == 1


def test_no_plotly_object_is_made_while_running() -> None:
    every = [(short(path, line), module) for path in product() for line, module in imports(path)]
    assert not [one for one in every if one[-1].split(".")[0] == "plotly"]
