-- Of how many places is each metric known, year by year, and of how many more in part?
-- A merged province is known in part where one of its former provinces is.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- each: year
-- out: metric metric: what is counted
-- out: year year: reporting year
-- out: reported count: places with a value
-- out: partly count: merged provinces without one, of which a former province has one
-- out: expected count: places there are
with readings as (
    select
        y.metric, y.year, case when $scheme = '34' then y.home else y.place end as place,
        max(case when y.scheme = $scheme then 1 else 0 end) as whole
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and y.place <> 'VN' and (y.scheme = $scheme or $scheme = '34')
        and (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(y.metric as varchar)))
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '34' then y.home else y.place end))
    group by y.metric, y.year, case when $scheme = '34' then y.home else y.place end
), years as (
    select distinct c.year
    from figure_counts as c
    where c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
), asked as (
    select m.metric, y.year
    from metrics as m cross join years as y
    where cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(m.metric as varchar))
)
select
    a.metric, a.year, cast(coalesce(sum(r.whole), 0) as bigint) as reported,
    cast(coalesce(sum(1 - r.whole), 0) as bigint) as partly,
    (select count(*) from provinces where scheme = $scheme
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), place))) as expected
from asked as a
left join readings as r on r.metric = a.metric and r.year = a.year
group by a.metric, a.year
order by a.metric, a.year
