-- Which places have no value for a metric in the chosen years, and what is known of them otherwise?
-- A merged province counts as known where one of its former provinces is.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: metric metric: what is missing
-- out: place place: the place without a value
-- out: last_year year: newest year outside of the choice that has one
-- out: loose count: figures of the metric from units inside the place, totals or not
with told as (
    select
        y.metric, case when $scheme = '34' then y.home else y.place end as place,
        max(case when y.scheme = $scheme then y.year end) as last_year,
        max(case when y.year between coalesce($year_from, 0) and coalesce($year_to, 9999) then 1 end) as is_known
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.place <> 'VN' and (y.scheme = $scheme or $scheme = '34')
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '34' then y.home else y.place end))
    group by y.metric, case when $scheme = '34' then y.home else y.place end
), counted as (
    select
        c.metric, case when $scheme = '63' then c.place_63 else c.place_34 end as place,
        cast(sum(c.figures) as bigint) as loose
    from figure_counts as c
    where list_contains(cast($metrics as varchar[]), cast(c.metric as varchar))
        and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by c.metric, case when $scheme = '63' then c.place_63 else c.place_34 end
)
select m.metric, p.place, t.last_year, coalesce(c.loose, 0) as loose
from provinces as p
cross join (select unnest(cast($metrics as metric[])) as metric) as m
left join told as t on t.metric = m.metric and t.place = p.place
left join counted as c on c.metric = m.metric and c.place = p.place
where p.scheme = $scheme and t.is_known is null
    and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), p.place))
order by m.metric, p.rank
