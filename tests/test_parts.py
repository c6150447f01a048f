"""Tables in parts, as files are written from them: the same cells as the tables of the screen."""

from typing import Any

import pyarrow as pa
import pytest

from congdoan import database, tables
from congdoan.catalogue import metrics
from congdoan.page.files import LISTS
from congdoan.queries import Column, load
from congdoan.tables import TOTAL, Part, Stream, Table, TableError
from congdoan.tables.arrow import of_batches, of_table
from congdoan.text import Language
from tests.asking import columns

INPUTS: dict[str, Any] = {"scheme": "34", "metrics": list(metrics())}
ONE: dict[str, Any] = {"org": "ldld-vinh-phuc"}
OF_UNIT: dict[str, Any] = {"org": "ldld-cao-bang"}
COLUMNS = columns("place unit value:amount note_vi:text note_en:text")

EMPTY = {"organisations/readings", "coverage/moved", "awards/without", "ratings/falls"}
"""Lists that the real figures leave empty: they have no branch in two years."""


def streamed(name: str, lang: Language, **inputs: Any) -> Stream:
    query = load(name)
    release, needed = database.version("real"), tables.needed(query.columns, lang)
    read = lambda: database.batches(name, "real", inputs, release, needed)  # noqa: E731
    return of_batches(name, query.columns, lang, len(database.rows(name, "real", inputs)), read)


def listed(array: Any) -> list[Any]:
    return list(array.to_pylist())


def whole(stream: Stream) -> tuple[list[list[Any]], dict[str, list[Any]], list[bool]]:
    """Cells, codes and totals of all parts."""
    parts = list(stream.parts())
    places = range(len(stream.fields))
    return (
        [[cell for part in parts for cell in listed(part.cells[place])] for place in places],
        {name: [code for part in parts for code in listed(part.codes[name])] for name in stream.coded},
        [total for part in parts for total in listed(part.totals)],
    )


def held(made: Table) -> tuple[list[list[Any]], dict[str, list[Any]], list[bool]]:
    codes = {name: list(codes) for name, codes in made.codes.items()}
    return [list(cells) for cells in made.cells], codes, list(made.totals)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_in_parts_is_the_table_of_the_screen(name: str, lang: Language) -> None:
    inputs = OF_UNIT if name == "figures/of_unit" else ONE if name.startswith("organisations/") else INPUTS
    stream = streamed(name, lang, **inputs)
    made = tables.table(database.rows(name, "real", inputs), lang)
    assert len(stream) == len(made)
    assert len(made) or name in EMPTY
    assert stream.fields == made.fields
    assert whole(stream) == held(made)
    assert whole(of_table(made)) == held(made)


def parts_of(*batches: list[tuple[Any, ...]], lang: Language = "vi") -> list[Part]:
    names = [column.name for column in COLUMNS]
    made = [
        pa.RecordBatch.from_pylist([dict(zip(names, row, strict=True)) for row in rows], SCHEMA)
        for rows in batches
    ]
    return list(of_batches("by_hand", COLUMNS, lang, sum(map(len, batches)), lambda: made).parts())


SCHEMA = pa.schema(
    {
        "place": pa.string(),
        "unit": pa.dictionary(pa.uint8(), pa.string()),
        "value": pa.float64(),
        "note_vi": pa.string(),
        "note_en": pa.string(),
    }
)


def test_totals_come_last_whatever_part_they_were_in() -> None:
    found = parts_of(
        [("34:01", "person", 1.0, "a", ""), (TOTAL, "person", 3.0, "b", "")],
        [("34:04", "dong", 2.0, "c", "")],
    )
    assert [cell for part in found for cell in listed(part.cells[2])] == [1.0, 2.0, 3.0]
    assert [total for part in found for total in listed(part.totals)] == [False, False, True]


def test_names_without_english_words_stay_vietnamese_and_text_is_composed() -> None:
    decomposed = "Hoa\N{COMBINING GRAVE ACCENT}"
    [part] = parts_of([("34:01", "person", 1.0, decomposed, None), ("34:01", None, 1.0, "x", "y")], lang="en")
    assert listed(part.cells[3]) == ["Hoà", "y"]
    assert listed(part.codes["unit"]) == ["person", None]


def test_what_is_not_finite_is_missing_and_a_fraction_is_no_count() -> None:
    [part] = parts_of([("34:01", "person", float("inf"), "", ""), ("34:01", "person", float("nan"), "", "")])
    assert listed(part.cells[2]) == [None, None]
    batch = pa.RecordBatch.from_pydict({"events": [1.5]})
    column = Column("events", "count", "events")
    with pytest.raises(TableError, match="events"):
        list(of_batches("by_hand", (column,), "vi", 1, lambda: [batch]).parts())


def test_the_first_rows_end_the_reading() -> None:
    read: list[int] = []

    def batches() -> Any:
        for number in range(9):
            read.append(number)
            yield pa.RecordBatch.from_pydict({"note": ["a"] * 10})

    stream = of_batches("by_hand", (Column("note", "text", "remark"),), "vi", 90, batches)
    assert sum(len(part) for part in stream.first(15).parts()) == len(stream.first(15)) == 15
    assert len(read) < 9
