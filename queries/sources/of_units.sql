-- From which documents do the figures of each chosen metric come, of the chosen units and years?
-- A unit without figures of its own is known by those of the units below it.
-- in: $sides $year_from $year_to $metrics
-- out: metric metric: what is counted
-- out: source source: id of the source
-- out: figures count: figures of the metric taken from it
with units as (
    select
        o.org_id,
        exists (
            select 1 from listed_figures as f
            where f.org_id = o.org_id and f.metric in (select unnest(cast($metrics as metric[])))
                and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        ) as speaks
    from organisations as o
    where list_contains(cast($sides as varchar[]), o.org_id)
), bodies as (
    select org_id from units
    union
    select a.org_id from ancestors as a join units as u on u.org_id = a.ancestor_id where not u.speaks
)
select f.metric, f.source_id as source, count(*) as figures
from figures as f
join bodies as b on b.org_id = f.org_id
where f.metric in (select unnest(cast($metrics as metric[])))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by f.metric, f.source_id
order by f.metric, f.source_id
