-- The whole figures that are published, for a file to be held against, unless there are too many to hand over.
select
    org_id, cast(period_type as varchar), period_start, period_end, cast(metric as varchar),
    case when item = 'all' then '' else split_part(cast(item as varchar), '.', 2) end,
    case when recipient = 'none' then '' else cast(recipient as varchar) end, max_by(value, (status, figure_id))
from serving.figures
where scope = 'total' and value is not null and (select count(*) from serving.figures) <= $most
group by all
