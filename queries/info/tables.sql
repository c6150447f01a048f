-- How many rows does each table of the snapshot hold?
-- Not portable: the engine itself is asked what it holds.
-- in:
-- out: table_name name: name of the table
-- out: rows count: rows it holds
select table_name, estimated_size as rows
from duckdb_tables()
order by table_name
