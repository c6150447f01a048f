import io

import pyarrow as pa
import pyarrow.parquet as pq

from congdoan.export.delimited import content_hash
from congdoan.export.parquet import parquet
from congdoan.tables.arrow import of_table
from tests.export.cases import by_hand, context, golden, hostile, machine_cells, written


def read(data: bytes) -> pa.Table:
    return pq.read_table(io.BytesIO(data))


def test_every_cell_is_that_of_the_table() -> None:
    found = read(written(parquet, by_hand(), context()))
    for column, cells in machine_cells(by_hand(), context()):
        assert found[column.name].to_pylist() == cells


def test_the_schema_with_its_comments_is_this() -> None:
    schema = read(written(parquet, by_hand(), context())).schema
    assert schema.to_string(truncate_metadata=False).encode() == golden("parquet_schema.txt")


def test_the_file_says_where_its_figures_come_from() -> None:
    metadata = read(written(parquet, by_hand(), context())).schema.metadata
    assert metadata[b"release"] == b"r12"
    assert metadata[b"filters"].decode() == "Năm 2020–2021; Hà Nội, Cao Bằng"
    assert metadata[b"source_ids"] == b"S001"
    assert metadata[b"sha256"].decode() == content_hash(of_table(by_hand()), context())


def test_simulated_figures_say_so_in_rows_and_metadata() -> None:
    found = read(written(parquet, by_hand(), context(simulated=True)))
    assert set(found["dataset_name"].to_pylist()) == {"SỐ LIỆU MINH HỌA"}
    assert found.schema.metadata[b"mark"].decode() == "SỐ LIỆU MINH HỌA"


def test_an_empty_table_keeps_its_types() -> None:
    found = read(written(parquet, by_hand(values=()), context()))
    assert found.num_rows == 0
    assert found.schema.field("summed_value").type == pa.int64()
    assert found.schema.field("as_of").type == pa.date32()


def test_text_is_kept_as_it_is_where_nothing_runs_it() -> None:
    found = read(written(parquet, hostile(), context()))
    assert tuple(found["note"].to_pylist()) == hostile().cells[0]


def test_equal_figures_give_equal_bytes() -> None:
    assert written(parquet, by_hand(), context()) == written(parquet, by_hand(), context())
