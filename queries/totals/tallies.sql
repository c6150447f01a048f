-- Where the chosen places (else the country) gave no total: what do their recorded events come to, at least, by year?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- each: year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: sum of the recorded events, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: at least, or about where a part may be less than printed
-- out: events count: how many events
-- out: organisations count: how many units told of them
select
    t.metric, t.item, t.year, cast(sum(t.value) as double) as value, m.unit, floor_of_sum(t.qualifier) as qualifier,
    cast(sum(t.events) as bigint) as events, cast(sum(t.organisations) as bigint) as organisations
from place_tallies as t
join metrics as m on m.metric = t.metric
where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.recipient = 'none'
    and list_contains(cast($metrics as varchar[]), cast(t.metric as varchar))
    and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(t.item as varchar))
    and list_contains(coalesce(cast($places as varchar[]), ['VN']), t.place)
    and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by t.metric, t.item, t.year, m.unit
order by t.metric, t.item, t.year
