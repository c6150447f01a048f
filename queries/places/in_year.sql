-- What did every place report in one year?
-- in: $scheme $places $year_to $kind $metrics $items
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: figure figure: the figure shown, where it is a single one
-- out: source source: its document
select
    y.metric, y.item, y.place, y.year, cast(y.value as double) as value, m.unit, y.qualifier, y.status, y.basis,
    cast(y.reported as bigint) as reported, cast(y.expected as bigint) as expected, y.figure_id as figure,
    y.source_id as source
from place_years as y
join metrics as m on m.metric = y.metric
where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
    and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
    and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
    and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
    and y.year = $year_to
order by y.metric, y.item, y.value desc, y.place
