-- How many figures do the sources give, by year, metric and item, in the order of their list?
-- in: $scheme $places $year_from $year_to $kind $metrics $every
-- out: year year: reporting year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: figures count: figures that match
select f.year, f.metric, f.item, count(*) as figures
from figures_for($kind, coalesce($every, false)) as f
where (cast($metrics as varchar[]) is null or f.metric in (select unnest(cast($metrics as metric[]))))
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
group by f.year, f.metric, f.item
order by f.year desc, f.metric, f.item
