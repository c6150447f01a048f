-- Which figures moved most from one year to the next, place by place?
-- in: $scheme $places $year_from $year_to $metrics $limit
-- out: metric metric: what moved
-- out: item item: breakdown, all = the whole
-- out: place place: where
-- out: year year: the later year
-- out: before amount: value of the year before, in the unit of `unit`
-- out: value amount: value of the year, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: change percent: change in percent of the year before
-- out: figure figure: the later figure, where it is a single one
with pairs as (
    select now.metric, now.item, now.place, now.year, before.value as before, now.value, now.figure_id
    from place_years as now
    join place_years as before
        on before.place = now.place and before.scheme = now.scheme and before.kind = now.kind
        and before.metric = now.metric and before.item = now.item and before.recipient = now.recipient
        and before.occasion = now.occasion and before.year = now.year - 1
    where now.scheme = $scheme and now.kind = 'all' and now.recipient = 'none' and now.place <> 'VN'
        and now.qualifier <> 'at_least' and before.qualifier <> 'at_least'
        and list_contains(cast($metrics as varchar[]), cast(now.metric as varchar))
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), now.place))
        and now.year between coalesce($year_from, 0) and coalesce($year_to, 9999) and before.value > 0
), newest as (
    select *, rank() over (partition by metric order by year desc) as recency from pairs
)
select
    n.metric, n.item, n.place, n.year, cast(n.before as double) as before, cast(n.value as double) as value, m.unit,
    cast(round(cast(100 * (n.value - n.before) / n.before as decimal(18, 6)), 1) as double) as change,
    n.figure_id as figure
from newest as n
join metrics as m on m.metric = n.metric
where n.recency = 1 and n.value <> n.before
order by abs(ln(greatest(cast(n.value as double), 0.5) / cast(n.before as double))) desc, n.metric, n.place, n.item
limit coalesce(cast($limit as bigint), 9000000000)
