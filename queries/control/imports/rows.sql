-- What stands in the rows of all batches, as they were written?
-- in:
select batch, undoes, file, sha256, author, note, reason, made_at, release, figures, new, changed, content, parquet
from batches
order by batch
