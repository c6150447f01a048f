-- Which places have no value for a metric in the chosen years, and what is known of them otherwise?
-- A merged province counts as known where one of its former provinces is.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: metric metric: what is missing
-- out: place place: the place without a value
-- out: last_year year: newest year outside of the choice that has one
-- out: figures count: figures of the metric from units inside the place, totals or not
with wanted as (
    select p.place, m.metric, m.rank, p.rank as place_rank
    from provinces as p
    join metrics as m on list_contains(cast($metrics as varchar[]), cast(m.metric as varchar))
    where p.scheme = $scheme
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), p.place))
)
select
    w.metric, w.place,
    (select max(y.year) from place_years as y
        where y.place = w.place and y.metric = w.metric and y.kind = coalesce($kind, 'all')) as last_year,
    (select cast(coalesce(sum(c.figures), 0) as bigint) from figure_counts as c
        where c.metric = w.metric and w.place = case when $scheme = '63' then c.place_63 else c.place_34 end
            and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)) as figures
from wanted as w
where not exists (
    select 1
    from place_years as y
    join provinces as p on p.place = y.place
    where w.place = case when $scheme = '34' then p.successor else p.place end
        and y.metric = w.metric and y.kind = coalesce($kind, 'all')
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
)
order by w.rank, w.place_rank
