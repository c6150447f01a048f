-- How did one measure go in every place of a scheme, beside the median of the country and of its region?
-- Every place has a row for every year that any place has a figure for.
-- in: $scheme $year_from $year_to $kind $measures
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; empty where there is none
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: median amount: the median of the country's places
-- out: region_median amount: the median of the places of its region
with readings as (
    select y.*
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
        and list_contains(cast($measures as varchar[]), cast(y.metric as varchar) || '/' || cast(y.item as varchar))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), years as (
    select distinct metric, item, year from readings
), middles as (
    select * from medians where scheme = $scheme and kind = coalesce($kind, 'all') and reference <> 'cluster'
)
select
    t.metric, t.item, p.place, t.year, cast(y.value as double) as value, m.unit, y.qualifier, y.status, y.basis,
    cast(y.reported as bigint) as reported, cast(y.expected as bigint) as expected,
    cast(n.value as double) as median, cast(r.value as double) as region_median
from years as t
join metrics as m on m.metric = t.metric
join provinces as p on p.scheme = $scheme
left join readings as y on y.place = p.place and y.metric = t.metric and y.item = t.item and y.year = t.year
left join middles as n on n.metric = t.metric and n.item = t.item and n.year = t.year and n.reference = 'country'
left join middles as r on r.metric = t.metric and r.item = t.item and r.year = t.year and r.reference = 'region'
    and r.code = p.region
order by t.metric, t.item, p.rank, t.year
