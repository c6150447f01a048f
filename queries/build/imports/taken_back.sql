-- What taking a batch back, or bringing it again, changes: of each of its figures what stands now and what would then.
copy (
with written as (
    select
        f.org_id, f.period_type, f.period_start, f.period_end, f.metric, case when f.item = 'all' then '' else f.item end as item,
        f.recipient, f.occasion, f.figure_id, coalesce(nullif(f.value, ''), f.value_text_vi) as value, f.qualifier,
        case f.status when 'corrected' then 2 when 'final' then 1 else 0 end as status
    from staged_facts as f
    where f.scope = 'total'
), concerned as (
    select
        org_id, period_type, period_start, period_end, metric, item, recipient, occasion, min(number) as number,
        min_by(sheet, number) as sheet, min_by(row, number) as row, min_by(cell, number) as cell, min_by(unit, number) as unit
    from staged_imports
    where batch = $batch
    group by all
), readings as (
    select
        c.number, i.batch, i.number as place, cast(i.value as varchar) as value, i.qualifier, list_contains($now, i.batch) as now,
        list_contains($then, i.batch) as later
    from concerned as c
    join staged_imports as i using (org_id, period_type, period_start, period_end, metric, item, recipient, occasion)
    union all
    select c.number, 0, row_number() over (partition by c.number order by w.status, w.figure_id), w.value, w.qualifier, true, true
    from concerned as c
    join written as w using (org_id, period_type, period_start, period_end, metric, item, recipient, occasion)
), settled as (
    select
        number, max_by(value, (batch, place)) filter (where now) as before_value,
        max_by(qualifier, (batch, place)) filter (where now) as before_qualifier,
        max_by(value, (batch, place)) filter (where later) as value,
        max_by(qualifier, (batch, place)) filter (where later) as qualifier
    from readings
    group by number
)
select
    cast(row_number() over (order by c.number) as integer) as number, c.sheet, c.row, c.cell, c.org_id, c.period_type,
    c.period_start, c.period_end, c.metric, c.item, c.recipient, c.occasion, c.unit,
    regexp_replace(s.value, '[.]0+$', '') as value, coalesce(s.qualifier, 'exact') as qualifier,
    case when s.value is null then 'gone' when s.before_value is null then 'new' else 'changed' end as kind,
    regexp_replace(s.before_value, '[.]0+$', '') as before_value, s.before_qualifier, 0 as suspicious, cast(null as varchar) as typed,
    cast(null as varchar) as status
from concerned as c
join settled as s on s.number = c.number
where s.value is distinct from s.before_value or s.qualifier is distinct from s.before_qualifier
order by number
) to $path (format parquet, compression zstd);
