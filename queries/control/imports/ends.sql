-- How did batches end, as it was written?
-- in:
select batch, published, release, author, ended_at
from batch_ends
order by batch
