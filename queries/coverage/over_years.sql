-- Of how many places is each metric known, year by year?
-- in: $scheme $places $year_from $year_to $metrics
-- out: metric metric: what is counted
-- out: year year: reporting year
-- out: reported count: places with a value
-- out: expected count: places there are
with wanted as (
    select place from provinces
    where scheme = $scheme and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), place))
), known as (
    select distinct y.metric, y.year, y.place
    from place_years as y join wanted as w on w.place = y.place
    where y.kind = 'all' and y.scheme = $scheme
        and (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(y.metric as varchar)))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
)
select metric, year, count(*) as reported, (select count(*) from wanted) as expected
from known
group by metric, year
order by metric, year
