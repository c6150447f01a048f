-- Where no total was given: what do the recorded events come to, at least, place by place and year by year?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- each: year
-- out: place place: the place (the country where none is chosen is left out; its provinces are listed)
-- out: year year: reporting year
-- out: metric metric: what is counted
-- out: item item: breakdown
-- out: value amount: sum of the recorded events, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: at least, or about where a part may be less than printed
-- out: events count: how many events
-- out: organisations count: how many units told of them
select
    t.place, t.year, t.metric, t.item, cast(sum(t.value) as double) as value, m.unit, floor_of_sum(t.qualifier) as qualifier,
    cast(sum(t.events) as bigint) as events, cast(max(t.organisations) as bigint) as organisations
from place_tallies as t
join metrics as m on m.metric = t.metric
where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.place <> 'VN' and t.recipient = 'none'
    and list_contains(cast($metrics as varchar[]), cast(t.metric as varchar))
    and (cast($items as varchar[]) is null or list_contains(cast($items as varchar[]), cast(t.item as varchar)))
    and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), t.place))
    and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by t.place, t.year, t.metric, t.item, m.unit
order by t.year desc, t.metric, t.item, value desc, t.place
