-- How many figures do the sources give, by year, metric and item, in the order of their list?
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: year year: reporting year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: figures count: figures that match
select f.year, f.metric, f.item, count(*) as figures
from figures as f
join organisations as o on o.org_id = f.org_id
where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(f.metric as varchar)))
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
group by f.year, f.metric, f.item
order by f.year desc, f.metric, f.item
