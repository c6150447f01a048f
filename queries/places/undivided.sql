-- Which of today's provinces have values that cannot be divided among the former provinces they are made of?
-- The newest of each, where not all of its former provinces have a value of that year (`34:25@63`).
-- in: $places $year_from $year_to $kind $metrics $items
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the province of today
-- out: year year: reporting year of the value
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: figure figure: the figure shown, where it is a single one
-- out: source source: its document
with former as (
    select
        p.successor, count(*) as provinces,
        max(case when cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), p.place)
            then 1 else 0 end) as is_chosen
    from provinces as p
    where p.scheme = '63'
    group by p.successor
    having count(*) > 1
), readings as (
    select y.*
    from place_years as y
    where y.place <> 'VN' and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), newest as (
    select
        r.*, row_number() over (partition by r.metric, r.item, r.place order by r.year desc, r.occasion) as newest
    from readings as r
    join former as f on f.successor = r.place
    where r.scheme = '34' and f.is_chosen = 1 and f.provinces > (
        select count(distinct part.place) from readings as part
        where part.scheme = '63' and part.home = r.place and part.year = r.year and part.metric = r.metric
            and part.item = r.item
    )
)
select
    n.metric, n.item, n.place || '@63' as place, n.year, cast(n.value as double) as value, n.unit, n.qualifier,
    n.status, n.basis, cast(n.reported as bigint) as reported, cast(n.expected as bigint) as expected,
    n.figure_id as figure, n.source_id as source
from newest as n
where n.newest = 1
order by n.metric, n.item, n.value desc, n.place
