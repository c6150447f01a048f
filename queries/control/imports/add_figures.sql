-- Keeps the figures of a batch, given as one JSON list of lists.
-- in: $batch $figures
insert into batch_figures
select $batch, f.value ->> 0, f.value ->> 1, f.value ->> 2, f.value ->> 3, f.value ->> 4, f.value ->> 5, f.value ->> 6,
    f.value ->> 7, f.value ->> 8, f.value ->> 9, f.value ->> 10, f.value ->> 11, f.value ->> 12, f.value ->> 13,
    f.value ->> 14, f.value ->> 15, f.value ->> 16, f.value ->> 17, f.value ->> 18, f.value ->> 19, f.value ->> 20
from json_each($figures) as f
where true
