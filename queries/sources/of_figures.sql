-- From which documents do the figures of each chosen metric and year come, in the chosen places, of either scheme?
-- in: $places $year_from $year_to $kind $metrics
-- each: year
-- out: metric metric: what is counted
-- out: year year: reporting year
-- out: source source: id of the source
-- out: figures count: figures of the metric and year taken from it
select c.metric, c.year, c.source_id as source, cast(sum(c.figures) as bigint) as figures
from figure_counts as c
where list_contains(cast($metrics as varchar[]), cast(c.metric as varchar))
    and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), 'VN')
        or list_contains(cast($places as varchar[]), c.place_63) or list_contains(cast($places as varchar[]), c.place_34))
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
group by c.metric, c.year, c.source_id
order by c.metric, c.year, c.source_id
