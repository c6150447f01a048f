"""A statement of the control store is one file that says what it does and takes, and somebody asks it."""

import re

import pytest

from congdoan.control import store
from tests.project import literals, product, short

NAMES = sorted(
    path.relative_to(store._SCRIPTS).with_suffix("").as_posix() for path in store._SCRIPTS.glob("*/*.sql")
)
STATEMENT = re.compile("|".join(sorted({rf"{name.split('/')[0]}/[a-z_]+" for name in NAMES})))


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_begins_with_a_sentence_and_names_exactly_its_inputs(name: str) -> None:
    header = [line for line in store.text(name).splitlines() if line.startswith("-- ")]
    body = "\n".join(line for line in store.text(name).splitlines() if not line.startswith("-- "))
    assert header[0].endswith(("?", "."))
    [named] = [line[7:].split() for line in header if line.startswith("-- in:")]
    assert set(named) == set(re.findall(r"\$\w+", body))


def test_every_statement_is_asked_by_the_product_and_every_asked_one_exists() -> None:
    control = [path for path in product() if short(path).startswith("congdoan/control/")]
    asked = {text for path in control for _, text in literals(path) if STATEMENT.fullmatch(text)}
    assert asked == set(NAMES)


def test_no_statement_removes_anything() -> None:
    assert not [name for name in NAMES if re.search(r"\b(delete|drop)\b", store.text(name), re.IGNORECASE)]
