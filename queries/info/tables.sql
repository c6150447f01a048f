-- How many rows does each table of the snapshot hold?
-- in:
-- out: table_name name: name of the table
-- out: rows count: rows it holds
select table_name, estimated_size as rows
from duckdb_tables()
order by table_name
