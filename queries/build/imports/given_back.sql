-- What taking a batch back changes where the release that it was made against serves again: what it said of before.
copy (
select
    number, sheet, row, cell, org_id, period_type, period_start, period_end,
    metric, item, recipient, occasion, unit, before_value as value, coalesce(before_qualifier, 'exact') as qualifier,
    case kind when 'new' then 'gone' else 'changed' end as kind, value as before_value, qualifier as before_qualifier,
    0 as suspicious, cast(null as varchar) as typed, cast(null as varchar) as status
from staged_imports
where kind <> 'unchanged'
) to $path (format parquet, compression zstd);
