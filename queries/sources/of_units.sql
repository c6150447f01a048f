-- From which documents do the figures of each chosen metric come, of the chosen units and years?
-- A unit without figures of its own is known by those of the units below it.
-- in: $sides $year_from $year_to $metrics
-- out: metric metric: what is counted
-- out: source source: id of the source
-- out: figures count: figures of the metric taken from it
with own as (
    select distinct f.org_id, f.metric
    from listed_figures as f
    where list_contains(cast($sides as varchar[]), f.org_id)
        and f.metric in (select unnest(cast($metrics as metric[])))
        and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), bodies as (
    select org_id, metric from own
    union
    select a.org_id, m.metric
    from organisations as o
    cross join metrics as m
    join ancestors as a on a.ancestor_id = o.org_id
    where list_contains(cast($sides as varchar[]), o.org_id)
        and m.metric in (select unnest(cast($metrics as metric[])))
        and not exists (select 1 from own where own.org_id = o.org_id and own.metric = m.metric)
)
select f.metric, f.source_id as source, count(*) as figures
from figures as f
join bodies as b on b.org_id = f.org_id and b.metric = f.metric
where f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by f.metric, f.source_id
order by f.metric, f.source_id
