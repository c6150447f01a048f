-- Which figures has a batch, in its order?
-- in: $batch
select number, sheet, row, cell, org_id, period_type, period_start, period_end, metric, item, recipient, occasion, unit,
    value, qualifier, kind, before_value, before_qualifier, suspicious, typed, status
from batch_figures
where batch = $batch
order by number
