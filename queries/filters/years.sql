-- Which years have figures, and how many?
-- in: $scheme $places $kind $metrics
-- out: year year: reporting year
-- out: figures count: figures of the year
select f.year, count(*) as figures
from figures as f
join organisations as o on o.org_id = f.org_id
where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(f.metric as varchar)))
    and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
group by f.year
order by f.year
