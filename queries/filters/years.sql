-- Which years have figures, and how many?
-- in: $scheme $places $kind $metrics
-- out: year year: reporting year
-- out: figures count: figures of the year
select c.year, cast(sum(c.figures) as bigint) as figures
from figure_counts as c
where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(c.metric as varchar)))
    and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
group by c.year
order by c.year
