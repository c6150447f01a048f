-- Which figures moved most from one year to the next, place by place?
-- Former provinces stand for themselves where today's are chosen (`63:70@34`).
-- in: $scheme $places $year_from $year_to $kind $metrics $limit
-- out: metric metric: what moved
-- out: item item: breakdown, all = the whole
-- out: place place: where
-- out: year year: the later year
-- out: before amount: value of the year before, in the unit of `unit`
-- out: before_qualifier qualifier: certainty of that
-- out: value amount: value of the year, in the unit of `unit`
-- out: qualifier qualifier: certainty of the value
-- out: unit unit: unit of measure
-- out: change percent: change in percent of the year before
-- out: figure figure: the later figure, where it is a single one
-- out: source source: its document
-- out: matching count: how many moved in all
with pairs as (
    select
        y.metric, y.item, y.scheme, y.place, y.year, y.value_before as before, y.qualifier_before as before_qualifier, y.value,
        y.qualifier, y.unit, y.figure_id, y.source_id, min(y.scheme) over (partition by y.metric, y.home) as told_in
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.item = 'all' and y.value_before > 0
        and y.place <> 'VN'
        -- What is more than printed by nobody knows how much is no move.
        and y.qualifier <> 'over' and y.qualifier_before <> 'over'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (y.scheme = $scheme or $scheme = '34')
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '34' then y.home else y.place end))
), newest as (
    select
        *, case when scheme = $scheme then place else place || '@34' end as shown_as,
        rank() over (partition by metric, scheme order by year desc) as recency
    from pairs
    where scheme = $scheme or told_in = '63'
)
select
    n.metric, n.item, n.shown_as as place, n.year, cast(n.before as double) as before, n.before_qualifier, cast(n.value as double) as value, n.qualifier,
    n.unit, cast(round(cast(100 * (n.value - n.before) / n.before as decimal(18, 6)), 1) as double) as change,
    n.figure_id as figure, n.source_id as source, count(*) over () as matching
from newest as n
where n.recency = 1 and n.value <> n.before
order by abs(ln(greatest(cast(n.value as double), 0.5) / cast(n.before as double))) desc, n.metric, n.shown_as, n.item
limit coalesce(cast($limit as bigint), 9000000000)
