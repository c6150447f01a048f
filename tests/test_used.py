"""Nothing asked for is missing, and nothing kept is unused: queries, words, packages."""

import ast
import re
import sys
from functools import cache

from congdoan.paths import QUERIES, ROOT
from congdoan.queries import CODE_TYPES, all_queries
from congdoan.text import words
from tests.project import calls, imports, literals, pattern, patterns, product, short

QUERY = re.compile(r"[a-z_]+/[a-z0-9_]+")
MODULES = {"python-pptx": "pptx", "python-docx": "docx", "pillow": "PIL"}
"""Packages whose module has another name."""
PREFIX = re.compile(r"[a-z_]+(\.[a-z0-9_]+)*\.")


@cache
def query_names() -> set[str]:
    return {query.name for query in all_queries()}


@cache
def code_literals() -> set[str]:
    return {text for path in product() for _, text in literals(path)}


@cache
def code_patterns() -> list[re.Pattern[str]]:
    return [one for path in product() for one in patterns(path)]


def test_every_query_that_the_code_names_exists() -> None:
    subjects = {path.name for path in QUERIES.iterdir() if path.is_dir()}
    asked = {
        (text, short(path, line))
        for path in product()
        for line, text in literals(path)
        if QUERY.fullmatch(text) and text.split("/")[0] in subjects
    }
    assert not {place for text, place in asked if text not in query_names()}


def test_every_query_is_asked_by_the_product() -> None:
    exact, families = code_literals(), [one for one in code_patterns() if "/" in one.pattern]
    unused = {name for name in query_names() - exact if not any(one.fullmatch(name) for one in families)}
    assert not unused


def test_every_word_that_the_code_says_stands_in_the_catalogue() -> None:
    said = [(path, call) for path in product() for call in calls(path, "say")]
    missing = [(path, call.lineno) for path, call in said if call.args and not known(call.args[0])]
    assert not [short(path, line) for path, line in missing]


def known(key: ast.expr) -> bool:
    """Whether a key written out, whole or as an f-string, has words; a key in a variable is not judged."""
    if isinstance(key, ast.Constant):
        return key.value in words()
    if isinstance(key, ast.JoinedStr):
        return any(pattern(key).fullmatch(one) for one in words())
    return True


def test_every_word_of_the_catalogue_is_used() -> None:
    assert not sorted(key for key in words() if not is_used(key))


def is_used(key: str) -> bool:
    """Said whole, named as a code, heading a column, or of a family that an f-string or prefix spells."""
    family, _, rest = key.partition(".")
    if family == "column":
        return rest in column_names() | code_literals()
    if family in CODE_TYPES | named_kinds():
        return True
    prefixes = tuple(text for text in code_literals() if PREFIX.fullmatch(text))
    return key in code_literals() or matches_pattern(key) or key.startswith(prefixes)


def matches_pattern(key: str) -> bool:
    """Whether some f-string of the product can become this key."""
    return any(one.fullmatch(key) for one in code_patterns())


@cache
def column_names() -> set[str]:
    """Columns of all queries; `name_vi` and `name_en` share the heading `name`."""
    names = {column.name for query in all_queries() for column in query.columns}
    return names | {name.removesuffix("_vi") for name in names}


@cache
def named_kinds() -> set[str]:
    """The kinds of code whose names the product asks for."""
    asked = [call.args[0] for path in product() for call in calls(path, "name") if call.args]
    return {str(kind.value) for kind in asked if isinstance(kind, ast.Constant)}


def test_both_languages_are_complete_and_take_the_same_values() -> None:
    for key, both in words().items():
        assert both["vi"].strip(), key
        assert both["en"].strip(), key
        assert set(re.findall(r"{(\w+)", both["vi"])) == set(re.findall(r"{(\w+)", both["en"])), key


def requirement_lines(name: str) -> list[str]:
    return [
        line.split("#")[0].strip()
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line.split("#")[0].strip() and not line.startswith("-r ")
    ]


def named(requirement: str) -> str:
    """The module of a required package."""
    name = requirement.split("==", maxsplit=1)[0]
    return MODULES.get(name, name.replace("-", "_"))


def test_every_requirement_is_pinned_exactly() -> None:
    every = requirement_lines("requirements.txt") + requirement_lines("requirements-dev.txt")
    assert not [line for line in every if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line)]


def test_the_product_imports_only_what_it_requires() -> None:
    required = {named(line) for line in requirement_lines("requirements.txt")}
    for path in product():
        for line, module in imports(path):
            top = module.split(".")[0]
            assert top in sys.stdlib_module_names | required | {"congdoan"}, short(path, line)
