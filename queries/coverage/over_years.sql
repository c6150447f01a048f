-- Of how many places is each metric known, year by year?
-- A merged province counts as known where one of its former provinces is.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: metric metric: what is counted
-- out: year year: reporting year
-- out: reported count: places with a value
-- out: expected count: places there are
with wanted as (
    select place from provinces
    where scheme = $scheme and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), place))
), known as (
    select distinct y.metric, y.year, w.place
    from place_years as y
    join provinces as p on p.place = y.place
    join wanted as w on w.place = case when $scheme = '34' then p.successor else p.place end
    where y.kind = coalesce($kind, 'all') and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(y.metric as varchar)))
), years as (
    select distinct year from known
), asked as (
    select m.metric, y.year
    from metrics as m cross join years as y
    where cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(m.metric as varchar))
)
select a.metric, a.year, count(k.place) as reported, (select count(*) from wanted) as expected
from asked as a
left join known as k on k.metric = a.metric and k.year = a.year
group by a.metric, a.year
order by a.metric, a.year
