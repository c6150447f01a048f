-- One own reading per unit, year and thing: whole years only, stocks take the last value in the year (product.md, rule 3).
-- A metric that is told in several units is read in its main one: turns and persons are never one number.
-- A macro, because the branches of a complete register are read so one by one too. Without units it takes them all, and
-- so it does without measures (`metric/item`). A few units stand far apart in the long table; it is the metrics that save
-- reading all of it.
create macro own_totals(units, measures) as table
with wanted as (
    select distinct split_part(m.measure, '/', 1) as metric from unnest(cast(measures as varchar[])) as m(measure)
), candidates as (
    select
        f.org_id, f.year, f.metric, f.item, f.recipient, f.occasion, f.value, f.qualifier, f.status, f.figure_id,
        f.source_id, f.period_end as as_of,
        row_number() over (
            partition by f.org_id, f.year, f.metric, f.item, f.recipient, f.occasion
            order by f.period_end desc, f.status desc, s.published_on desc nulls last, f.figure_id
        ) as place_in_line
    from figures as f
    join metrics as m on m.metric = f.metric
    join sources as s on s.source_id = f.source_id
    where f.scope = 'total' and f.value is not null and cast(f.unit as varchar) = m.unit
        and cast(f.period_type as varchar) = case when m.over_time = 'last' then 'as_of' else 'year' end
        and (units is null or list_contains(cast(units as varchar[]), f.org_id))
        and (measures is null or cast(m.metric as varchar) in (select metric from wanted))
)
select
    org_id, year, metric, item, recipient, occasion, value, qualifier, status,
    cast('reported' as basis) as basis, figure_id, source_id, as_of
from candidates
where place_in_line = 1;

create temporary table own_years as select * from own_totals(null, null);

-- Where no total over the items was reported, the known items are added, never one with the item it nests in.
-- In a partial register nobody knows whether more items exist, so such a sum is "at least".
insert into own_years
with listed as (
    select o.*, i.within
    from own_years as o
    join items as i on i.item = o.item
    join metrics as m on m.metric = o.metric
    where m.over_items = 'sum'
), kept as (
    select l.*
    from listed as l
    where not exists (
        select 1 from own_years as w
        where w.org_id = l.org_id and w.year = l.year and w.metric = l.metric and w.recipient = l.recipient
            and w.occasion = l.occasion and (w.item = l.within or w.item = 'all')
    )
)
select
    k.org_id, k.year, k.metric, 'all', k.recipient, k.occasion, sum(k.value),
    case when r.register_complete then qualifier_of_sum(k.qualifier) else cast(floor_of_sum(k.qualifier) as varchar) end,
    status_of_sum(k.status), 'items', case when count(*) = 1 then min(k.figure_id) end,
    case when min(k.source_id) = max(k.source_id) then min(k.source_id) end, max(k.as_of)
from kept as k
cross join register as r
group by k.org_id, k.year, k.metric, k.recipient, k.occasion, r.register_complete;
